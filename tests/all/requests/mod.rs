//! Requests contain what the caller set, and nothing else.

mod forms;
pub(crate) mod newer;
mod required;
mod unions;

use azure_openai_authoring::{self as authoring};
use azure_openai_inference::{
    self as inference, ChatCompletionMessage, CreateChatCompletionRequest, CreateEmbeddingRequest,
};
use serde::Serialize;
use serde_json::{Value, json};
use tests::clients::client;
use tests::json::encode;
use tests::multipart::{Part, parts};
use tests::server::{Reply, Server};

fn assert_sends(request: &impl Serialize, body: Value) {
    let sent = encode(request);
    assert_eq!(tests::json::without_nulls(&sent), body);
    assert!(!sent.to_string().contains("null"), "{sent}");
}

/// A parameter that the types do not know, in the query and at every level of the body.
#[tokio::test]
async fn unknown_parameters_are_sent() {
    let server = Server::start(Reply::json(&json!({}))).await;
    let client = client(server.url());
    let message = ChatCompletionMessage::new("user")
        .with_content("Hi")
        .with_extra("weight", 0);
    let request = CreateChatCompletionRequest::new([message])
        .with_extra("thinking_budget", "low")
        .with_extra("channels", json!(["text"]));
    client
        .inference()
        .chat_completions()
        .create("gpt-4o", &request)
        .await
        .unwrap();
    let body = json!({
        "messages": [{"role": "user", "content": "Hi", "weight": 0}],
        "thinking_budget": "low", "channels": ["text"]
    });
    assert_eq!(server.only().json(), body);
    // A request decoded from JSON has the same fields set: requests can be stored.
    assert_eq!(
        serde_json::from_value::<CreateChatCompletionRequest>(body).unwrap(),
        request
    );

    let file = azure_openai_core::FilePart::from_bytes("a.wav", "RIFF");
    let form = inference::CreateTranscriptionRequest::new(file)
        .with_extra("unset", Value::Null)
        .with_extra("chunking", json!({"type": "auto"}))
        .with_extra("count", 3);
    client
        .inference()
        .audio_transcriptions()
        .create("whisper", form)
        .await
        .unwrap();
    let sent = parts(&server.only()).await;
    let texts: Vec<_> = sent.iter().filter(|part| part.file_name.is_none()).cloned().collect();
    assert_eq!(
        texts,
        [Part::text("chunking", r#"{"type":"auto"}"#), Part::text("count", "3")]
    );
}

#[test]
fn null_in_stored_request_is_unset_and_not_sent() {
    let kept = json!({
        "messages": [{"role": "user", "content": null, "tool_calls": null, "name": null}],
        "temperature": null, "stop": null, "tools": null, "tool_choice": null, "logit_bias": null
    });
    let request: CreateChatCompletionRequest = serde_json::from_value(kept).unwrap();
    assert_sends(&request, json!({"messages": [{"role": "user"}]}));
}

/// Where the service distinguishes an empty map from an absent one: it removes every key.
#[test]
fn empty_map_is_sent_where_it_has_a_meaning() {
    let nothing: [(String, String); 0] = [];
    assert_sends(
        &authoring::UpdateStoredCompletionRequest::new().with_metadata(nothing),
        json!({"metadata": {}}),
    );
}

#[tokio::test]
async fn invalid_path_parameters_are_refused() {
    let server = Server::start(Reply::json(&json!({}))).await;
    let client = client(server.url());
    for id in ["", ".", ".."] {
        let errors = [
            client.authoring().files().get(id).await.unwrap_err(),
            client
                .inference()
                .embeddings()
                .create(id, &CreateEmbeddingRequest::new("t"))
                .await
                .unwrap_err(),
            client
                .authoring()
                .ingestion_job_runs()
                .get("job", id, None)
                .await
                .unwrap_err(),
        ];
        for error in errors {
            assert_eq!(error.kind(), azure_openai_core::ErrorKind::InvalidRequest, "{error}");
        }
    }
    assert!(server.take().is_empty());
}
