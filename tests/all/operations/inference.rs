//! The other JSON operations of the inference API.

use azure_openai_inference::{
    CreateEmbeddingRequest, CreateImageRequest, EmbeddingEncodingFormat, ImageQuality, ImageResponseFormat, ImageSize,
    ImageStyle,
};
use serde_json::{Value, json};
use tests::server::Reply;

use super::exchange::{Api, Exchange, Outcome, Pass, Sent, json};
use crate::samples::inference as samples;
use azure_openai::Client;

pub(crate) fn exchange(
    operation: &'static str,
    pass: Pass,
    send: fn(&Client) -> Outcome,
    sent: Sent,
    value: Value,
) -> Exchange {
    let response = match &value {
        Value::Array(chunks) => Reply::events(chunks),
        value => Reply::json(value),
    };
    Exchange {
        api: Api::Inference,
        operation,
        pass,
        send,
        sent,
        response,
        value,
    }
}

pub(crate) fn exchanges() -> Vec<Exchange> {
    vec![
        exchange(
            "Embeddings_Create",
            Pass::Required,
            |c| {
                json(
                    c.inference()
                        .embeddings()
                        .create("ada", &CreateEmbeddingRequest::new("text")),
                )
            },
            Sent::post("/openai/deployments/ada/embeddings").json(json!({"input": "text"})),
            samples::embeddings(),
        ),
        exchange(
            "Embeddings_Create",
            Pass::Everything,
            |c| {
                let request = CreateEmbeddingRequest::new(["a", "b"])
                    .with_user("user-1")
                    .with_input_type("query")
                    .with_encoding_format(EmbeddingEncodingFormat::Base64)
                    .with_dimensions(256);
                json(c.inference().embeddings().create("..a", &request))
            },
            Sent::post("/openai/deployments/..a/embeddings").json(json!({
                "input": ["a", "b"], "user": "user-1", "input_type": "query", "encoding_format": "base64",
                "dimensions": 256
            })),
            samples::embeddings(),
        ),
        exchange(
            "ImageGenerations_Create",
            Pass::Required,
            |c| {
                json(
                    c.inference()
                        .image_generations()
                        .create("dalle", &CreateImageRequest::new("a fox")),
                )
            },
            Sent::post("/openai/deployments/dalle/images/generations").json(json!({"prompt": "a fox"})),
            samples::images(),
        ),
        exchange(
            "ImageGenerations_Create",
            Pass::Everything,
            |c| {
                let request = CreateImageRequest::new("a fox")
                    .with_n(1)
                    .with_size(ImageSize::X1792x1024)
                    .with_quality(ImageQuality::Hd)
                    .with_style(ImageStyle::Natural)
                    .with_response_format(ImageResponseFormat::B64Json)
                    .with_user("user-1")
                    .with_background("transparent")
                    .with_output_format("webp")
                    .with_output_compression(80)
                    .with_moderation("low")
                    .with_partial_images(2);
                json(c.inference().image_generations().create("dall e", &request))
            },
            Sent::post("/openai/deployments/dall%20e/images/generations").json(json!({
                "prompt": "a fox", "n": 1, "size": "1792x1024", "quality": "hd", "style": "natural",
                "response_format": "b64_json", "user": "user-1", "background": "transparent", "output_format": "webp",
                "output_compression": 80, "moderation": "low", "partial_images": 2
            })),
            samples::images(),
        ),
        exchange(
            "Models_List",
            Pass::Required,
            |c| json(c.inference().models().list()),
            Sent::get("/openai/models"),
            samples::models(),
        ),
        exchange(
            "Deployments_List",
            Pass::Required,
            |c| json(c.inference().deployments().list()),
            Sent::get("/openai/deployments"),
            samples::deployments(),
        ),
    ]
}
