//! Every parameter of the specification can be set on a call.

use std::collections::BTreeSet;
use std::path::Path;

use azure_openai::inference::{
    ChatCompletionAudioOptions, ChatCompletionPrediction, ChatCompletionStreamOptions, ChatCompletionTool,
    FunctionDefinition, UserSecurityContext,
};
use azure_openai::{FilePart, Value, user};
use serde_json::json;

use crate::server::{Recorded, Server, json as reply};
use crate::support::client_of;

/// What the document's type of a request has, but for what the operation sets itself.
fn documented(schema: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs/inference/normalized.json");
    let document: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let properties = document["components"]["schemas"][schema]["properties"].as_object();
    properties.unwrap().keys().cloned().collect()
}

fn sent(request: &Recorded) -> BTreeSet<String> {
    if let Ok(Value::Object(body)) = serde_json::from_slice(&request.body) {
        return body.keys().cloned().collect();
    }
    let text = request.text();
    let names = text.split("; name=\"").skip(1);
    names.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn every_parameter_can_be_set() {
    let server = Server::start(|_, _| reply(r#"{"data":[]}"#)).await;
    let deployment = client_of(&server).deployment("d");
    let tool = || ChatCompletionTool::new(FunctionDefinition::new("f"));
    let options = || ChatCompletionStreamOptions::new().with_include_usage(true);
    let file = || FilePart::from_bytes("a.wav", "x");

    let call = deployment
        .chat([user("Hi")])
        .with_temperature(0.1)
        .with_top_p(0.2)
        .with_n(2)
        .with_stop(["x"])
        .with_max_tokens(3);
    let call = call
        .with_presence_penalty(0.3)
        .with_frequency_penalty(0.4)
        .with_json_object()
        .with_seed(5)
        .with_tools([tool()]);
    let call = call
        .with_tool_choice("none")
        .with_user("u")
        .with_logprobs(true)
        .with_top_logprobs(2)
        .with_logit_bias([("50256", -100)]);
    let call = call
        .with_data_sources([json!({})])
        .with_stream_options(options())
        .with_parallel_tool_calls(false)
        .with_max_completion_tokens(9)
        .with_reasoning_effort("low")
        .with_verbosity("high")
        .with_store(true)
        .with_metadata([("team", "a")]);
    let call = call
        .with_prediction(ChatCompletionPrediction::new("Hi"))
        .with_modalities(["text", "audio"])
        .with_audio(ChatCompletionAudioOptions::new("alloy", "wav"))
        .with_service_tier("flex")
        .with_user_security_context(UserSecurityContext::new().with_source_ip("192.0.2.7"));
    call.await.unwrap();
    assert_eq!(sent(&server.last()), documented("CreateChatCompletionRequest"));

    let call = deployment
        .complete("Hi")
        .with_max_tokens(1)
        .with_temperature(0.1)
        .with_top_p(0.2)
        .with_n(2)
        .with_stop("x");
    let call = call
        .with_presence_penalty(0.3)
        .with_frequency_penalty(0.4)
        .with_user("u")
        .with_logprobs(2)
        .with_logit_bias([("1", 1)]);
    call.with_stream_options(options()).await.unwrap();
    assert_eq!(sent(&server.last()), documented("CreateCompletionRequest"));

    let call = deployment
        .embed("Hi")
        .with_user("u")
        .with_input_type("query")
        .with_dimensions(3);
    call.with_encoding_format("float").await.unwrap();
    assert_eq!(sent(&server.last()), documented("CreateEmbeddingRequest"));

    let call = deployment
        .image("A cat")
        .with_n(1)
        .with_size("1024x1024")
        .with_quality("hd")
        .with_style("natural")
        .with_background("opaque")
        .with_output_format("jpeg")
        .with_output_compression(70)
        .with_moderation("low")
        .with_partial_images(1);
    call.with_base64().with_user("u").await.unwrap();
    assert_eq!(sent(&server.last()), documented("CreateImageRequest"));

    let call = deployment
        .speak("Hi", "alloy")
        .with_response_format("wav")
        .with_speed(1.5)
        .with_instructions("Calmly.");
    call.await.unwrap();
    assert_eq!(sent(&server.last()), documented("CreateSpeechRequest"));

    let call = deployment
        .transcribe(file())
        .with_language("en")
        .with_prompt("p")
        .with_temperature(0.1)
        .with_timestamp_granularities(["word"])
        .with_include(["logprobs"])
        .with_chunking_strategy("auto")
        .with_known_speaker_names(["ann"])
        .with_known_speaker_references(["data:audio/wav;base64,UklG"]);
    call.await.unwrap();
    assert_eq!(sent(&server.last()), documented("CreateTranscriptionRequest"));

    deployment
        .translate(file())
        .with_prompt("p")
        .with_temperature(0.1)
        .await
        .unwrap();
    assert_eq!(sent(&server.last()), documented("CreateTranslationRequest"));
}
