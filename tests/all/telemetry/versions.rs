//! Fields that the api-version may not have: a warning before sending, and advice where the service refuses them.

use azure_openai::{Client, Credential};
use azure_openai_emulator::Emulator;
use serde_json::json;
use tests::clients::{KEY, client};
use tests::server::{Reply, Server};

use super::spans::Spans;

fn warnings(spans: &Spans) -> Vec<String> {
    let events = spans.take().into_iter().flat_map(|span| span.events);
    events.filter(|event| event.contains("needs api-version")).collect()
}

#[tokio::test]
async fn newer_field_is_warned_of_once_a_client() {
    let emulator = Emulator::builder()
        .with_api_key(KEY)
        .accept_unknown_parameters()
        .start()
        .await
        .unwrap();
    let spans = Spans::collect();
    let first = client(emulator.endpoint());
    let chat = first.deployment("gpt-4o");
    chat.chat("Why?").with_temperature(0.5).await.unwrap();
    assert_eq!(warnings(&spans), Vec::<String>::new());
    for _ in 0..2 {
        let request = chat
            .chat("Why?")
            .with_store(false)
            .with_body_field("metadata", json!({"a": "b"}));
        request.await.unwrap();
    }
    let expected = |field: &str| {
        format!(
            "`{field}` needs api-version 2024-12-01-preview or later, and 2024-06-01 was sent: set it with \
             `with_api_version` or OPENAI_API_VERSION"
        )
    };
    assert_eq!(warnings(&spans), [expected("store"), expected("metadata")]);
    // Other clients are warned for themselves; those with a newer version, or none, are not.
    let v1 = client(&format!("{}/openai/v1", emulator.endpoint()));
    let newer = Client::builder()
        .with_endpoint(emulator.endpoint())
        .with_credential(Credential::api_key(KEY))
        .with_api_version("2025-01-01-preview")
        .build()
        .unwrap();
    for (client, count) in [(client(emulator.endpoint()), 1), (v1, 0), (newer, 0)] {
        client
            .deployment("gpt-4o")
            .chat("Why?")
            .with_store(false)
            .await
            .unwrap();
        assert_eq!(warnings(&spans).len(), count);
    }
}

#[tokio::test]
async fn refusal_says_which_version_has_the_field() {
    let message = "Unrecognized request argument supplied: reasoning_effort";
    let error = json!({"error": {"message": message, "type": "invalid_request_error", "param": null, "code": null}});
    let server = Server::start(Reply::json(&error).with_status(400)).await;
    let client = client(server.url());
    let chat = client.deployment("gpt-4o");
    let text = chat
        .chat("Why?")
        .with_reasoning_effort("low")
        .await
        .unwrap_err()
        .to_string();
    assert!(text.contains(message), "{text}");
    let advice = " — `reasoning_effort` needs api-version 2024-12-01-preview or later, and 2024-06-01 was sent";
    assert!(text.contains(advice), "{text}");
    // What was not sent is not what was refused.
    let text = chat.chat("Why?").await.unwrap_err().to_string();
    assert!(!text.contains("needs api-version"), "{text}");
}
