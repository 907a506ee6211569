//! Parameters and values that are newer than the api-version of a request.

use azure_openai_emulator::Emulator;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::chat::{user, with};
use crate::client::{Client, Response, send};

async fn chat(client: &Client, version: &str, body: &Value) -> Response {
    let path = "/deployments/gpt-4o/chat/completions";
    let request = client.request(Method::POST, path, version);
    send(
        request
            .header("content-type", "application/json")
            .body(body.to_string()),
    )
    .await
}

fn format() -> Value {
    let schema = json!({"type": "object", "properties": {}, "required": [], "additionalProperties": false});
    json!({"type": "json_schema", "json_schema": {"name": "x", "schema": schema, "strict": true}})
}

#[tokio::test]
async fn newer_parameter_is_refused_and_named() {
    let client = Client::new().await;
    let tool = json!({"type": "function", "function": {"name": "now", "strict": true, "parameters":
        {"type": "object", "properties": {}, "required": [], "additionalProperties": false}}});
    for (version, has_it, fields, message) in [
        (
            "2024-06-01",
            "2024-12-01-preview",
            json!({"store": false}),
            "Unrecognized request argument supplied: store",
        ),
        (
            "2024-10-21",
            "2024-12-01-preview",
            json!({"store": false, "metadata": {"a": "b"}}),
            "Unrecognized request arguments supplied: metadata, store",
        ),
        (
            "2024-06-01",
            "2024-10-21",
            json!({"response_format": format()}),
            "response_format value as json_schema is enabled only for api versions 2024-08-01-preview and later",
        ),
        (
            "2024-06-01",
            "2024-08-01-preview",
            json!({"tools": [tool]}),
            "Additional properties are not allowed ('strict' was unexpected) - 'tools.0.function'",
        ),
        (
            "2024-10-21",
            "2024-12-01-preview",
            json!({"messages": [{"role": "developer", "content": "Be brief."}, {"role": "user", "content": "hi"}]}),
            "messages[0].role value as developer is enabled only for api versions 2024-12-01-preview and later",
        ),
        (
            "2024-10-21",
            "2025-01-01-preview",
            json!({"messages": [{"role": "user", "content": [
                {"type": "input_audio", "input_audio": {"data": "UklGRg==", "format": "wav"}}]}]}),
            "messages[0].content[0] value as input_audio is enabled only for api versions 2025-01-01-preview and later",
        ),
    ] {
        let body = with(user("hi"), fields);
        let refused = chat(&client, version, &body).await;
        assert_eq!(refused.status, 400, "{body}");
        assert_eq!(refused.json()["error"]["message"], message);
        for version in [has_it, "2025-04-01-preview"] {
            chat(&client, version, &body).await.ok();
        }
    }
}

#[tokio::test]
async fn newer_field_of_a_form_is_refused() {
    let client = Client::new().await;
    let post = |version: &'static str, name: &'static str, value: &'static str| {
        let request = client.request(Method::POST, "/deployments/whisper/audio/transcriptions", version);
        let tone = Part::bytes(include_bytes!("../data/tone.mp3").as_slice()).file_name("tone.mp3");
        let form = Form::new()
            .text("response_format", "verbose_json")
            .text(name, value)
            .part("file", tone);
        send(request.multipart(form))
    };
    let granularities = "timestamp_granularities[]";
    let error = post("2024-06-01", granularities, "word").await.json();
    let message = "Unrecognized request argument supplied: timestamp_granularities";
    assert_eq!(error["error"]["message"], message);
    post("2024-10-21", granularities, "word").await.ok();
    let error = post("2024-10-21", "speed", "2").await.json();
    assert_eq!(
        error["error"]["message"],
        "Unrecognized request argument supplied: speed"
    );
    // Client libraries send the deployment again.
    post("2024-06-01", "model", "whisper").await.ok();
}

#[tokio::test]
async fn strictness_can_be_relaxed() {
    let client = Client::of(Emulator::builder().accept_unknown_parameters()).await;
    let fields = json!({"store": false, "response_format": format(), "speed": 2});
    chat(&client, "2024-06-01", &with(user("hi"), fields)).await.ok();
}
