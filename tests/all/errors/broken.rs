//! Success status with an invalid body.

use azure_openai_authoring::Purpose;
use azure_openai_core::{Error, ErrorKind};
use azure_openai_inference::{ChatCompletionMessage, CreateChatCompletionRequest};
use serde_json::json;
use tests::clients::client;
use tests::server::{Reply, Server};

fn response(content_type: &str, body: &str) -> Reply {
    Reply::new(content_type, body.to_owned())
        .with_header("x-request-id", "request-1")
        .with_header("x-own", "kept")
}

async fn files_list(body: &str) -> Error {
    let server = Server::start(response("application/json", body)).await;
    client(server.url()).authoring().files().list(None).await.unwrap_err()
}

fn assert_has_all(error: &Error, start: &str) {
    assert_eq!(error.kind(), ErrorKind::Decode, "{error:?}");
    assert_eq!(error.status().unwrap(), 200, "{error:?}");
    assert_eq!(error.request_id(), Some("request-1"), "{error:?}");
    assert_eq!(error.headers().unwrap()["x-own"], "kept", "{error:?}");
    assert!(error.body_start().unwrap().starts_with(start), "{error:?}");
    assert!(
        error.operation().is_some_and(|id| error.to_string().starts_with(id)),
        "{error}"
    );
}

#[tokio::test]
async fn field_of_wrong_type_is_kept_and_the_others_decode() {
    for (name, value) in [
        ("bytes", json!("many")),
        ("created_at", json!([])),
        ("status", json!({"a": 1})),
        ("filename", json!(["a"])),
    ] {
        let mut file = json!({"id": 3, "purpose": "batch", "x-own": true});
        file[name] = value.clone();
        let body = json!({"data": [{"id": "a"}, file]});
        let server = Server::start(response("application/json", &body.to_string())).await;
        let list = client(server.url()).authoring().files().list(None).await.unwrap();
        assert_eq!((list.data[0].id.as_str(), list.data[1].id.as_str()), ("a", "3"));
        assert_eq!(list.data[1].purpose, Some(Purpose::Batch));
        assert_eq!(list.data[1].extra[name], value);
        assert_eq!(list.data[1].extra["x-own"], true);
    }
}

#[tokio::test]
async fn truncated_json_error_has_json_path() {
    let body = r#"{"object":"list","data":[{"id":"file-1","filename":"tr"#;
    let error = files_list(body).await;
    assert_has_all(&error, body);
    assert_eq!(error.json_path(), Some("data[0].filename"), "{error:?}");
}

#[tokio::test]
async fn invalid_json_error_has_start_of_body() {
    for body in ["<html>sign in</html>", "", "null", "[]", "\"text\""] {
        assert_has_all(&files_list(body).await, body);
    }
    let long = format!("<html>{}", "x".repeat(1_000_000));
    let error = files_list(&long).await;
    assert_has_all(&error, "<html>xxx");
    assert!(error.body_truncated());
    assert!(error.to_string().len() < 1000);
}

#[tokio::test]
async fn truncated_json_error_has_json_path_inside_unions() {
    let body =
        r#"{"value":[{"kind":"SystemCompute"},{"kind":"SystemCompute","datasource":{"kind":"Urls","urls":["a","b"#;
    let server = Server::start(response("application/json", body)).await;
    let list = client(server.url()).authoring().ingestion_jobs().list(None).await;
    let error = list.unwrap_err();
    assert_has_all(&error, body);
    for part in ["value[1]", "datasource", "urls[1]"] {
        assert!(error.to_string().contains(part), "{error}");
    }
}

#[tokio::test]
async fn invalid_event_is_an_error_and_ends_the_stream() {
    let body =
        "data: {\"choices\":[]}\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a}}]}\n\ndata: [DONE]\n\n";
    let server = Server::start(response("text/event-stream", body)).await;
    let request = CreateChatCompletionRequest::new([ChatCompletionMessage::new("user").with_content("Hi")]);
    let chats = client(server.url()).inference().chat_completions();
    let mut stream = chats.create_stream("gpt-4o", &request).await.unwrap().into_value();
    assert!(stream.next().await.unwrap().unwrap().choices.is_empty());
    let error = stream.next().await.unwrap().unwrap_err();
    assert_has_all(&error, r#"{"choices":[{"index":0"#);
    assert_eq!(error.json_path(), Some("choices[0].delta.content"), "{error:?}");
    assert!(stream.next().await.is_none());
}
