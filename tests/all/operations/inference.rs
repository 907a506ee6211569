//! The other JSON operations of the inference API.

use azure_openai_inference::{
    CreateEmbeddingRequest, CreateImageEditRequest, CreateImageRequest, EmbeddingEncodingFormat, ImageQuality,
    ImageResponseFormat, ImageSize, ImageStyle,
};
use serde_json::{Value, json};
use tests::multipart::Part;
use tests::server::Reply;

use super::exchange::{Api, Exchange, Outcome, Pass, Sent, events, json};
use crate::samples::inference as samples;
use azure_openai::{Client, FilePart};

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

const EDITS: &str = "/openai/deployments/gpt-image-1/images/edits";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

fn image() -> FilePart {
    FilePart::from_bytes("a.png", PNG)
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
            "ImageGenerations_Create",
            Pass::Streamed,
            |c| {
                let request = CreateImageRequest::new("a fox").with_partial_images(1);
                events(c.inference().image_generations().create_stream("gpt-image-1", &request))
            },
            Sent::post("/openai/deployments/gpt-image-1/images/generations")
                .accept("text/event-stream")
                .json(json!({"prompt": "a fox", "partial_images": 1, "stream": true})),
            samples::image_events(),
        ),
        exchange(
            "ImageEdits_Create",
            Pass::Required,
            |c| {
                let form = CreateImageEditRequest::new([image()], "a fox");
                json(c.inference().image_edits().create("gpt-image-1", form))
            },
            Sent::post(EDITS).form([
                Part::text("prompt", "a fox"),
                Part::file("image[]", "a.png", "image/png", PNG),
            ]),
            samples::images(),
        ),
        exchange(
            "ImageEdits_Create",
            Pass::Everything,
            |c| {
                let form = CreateImageEditRequest::new([image(), image()], "a fox")
                    .with_mask(image())
                    .with_n(2)
                    .with_size("1536x1024")
                    .with_quality("high")
                    .with_background("opaque")
                    .with_output_format("jpeg")
                    .with_output_compression(80)
                    .with_input_fidelity("high")
                    .with_user("user-1")
                    .with_partial_images(2);
                json(c.inference().image_edits().create("gpt-image-1", form))
            },
            Sent::post(EDITS).form([
                Part::text("prompt", "a fox"),
                Part::text("n", "2"),
                Part::text("size", "1536x1024"),
                Part::text("quality", "high"),
                Part::text("background", "opaque"),
                Part::text("output_format", "jpeg"),
                Part::text("output_compression", "80"),
                Part::text("input_fidelity", "high"),
                Part::text("user", "user-1"),
                Part::text("partial_images", "2"),
                Part::file("image[]", "a.png", "image/png", PNG),
                Part::file("image[]", "a.png", "image/png", PNG),
                Part::file("mask", "a.png", "image/png", PNG),
            ]),
            samples::images(),
        ),
        exchange(
            "ImageEdits_Create",
            Pass::Streamed,
            |c| {
                let form = CreateImageEditRequest::new([image()], "a fox");
                events(c.inference().image_edits().create_stream("gpt-image-1", form))
            },
            Sent::post(EDITS).accept("text/event-stream").form([
                Part::text("prompt", "a fox"),
                Part::file("image[]", "a.png", "image/png", PNG),
                Part::text("stream", "true"),
            ]),
            samples::image_events(),
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
