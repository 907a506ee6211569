//! Success status with an invalid body.

use azure_openai_core::{Error, ErrorKind};
use azure_openai_inference::{ChatCompletionMessage, CreateChatCompletionRequest};
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
async fn wrong_type_error_has_json_path() {
    for (body, path) in [
        (r#"{"data":[{"id":"a"},{"id":3}]}"#, "data[1].id"),
        (r#"{"data":{}}"#, "data"),
        (r#"{"data":[{"bytes":"many"}]}"#, "data[0].bytes"),
        (r#"{"data":[{"created_at":[]}]}"#, "data[0].created_at"),
        (r#"{"data":[{"status":{"a":1}}]}"#, "data[0].status"),
    ] {
        let error = files_list(body).await;
        assert_has_all(&error, body);
        assert_eq!(error.json_path(), Some(path), "{error:?}");
        assert!(error.to_string().contains(&format!("at `{path}`")), "{error}");
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
async fn json_path_continues_inside_unions() {
    let body =
        r#"{"value":[{"kind":"SystemCompute"},{"kind":"SystemCompute","datasource":{"kind":"Urls","urls":["a",1]}}]}"#;
    let server = Server::start(response("application/json", body)).await;
    let error = client(server.url())
        .authoring()
        .ingestion_jobs()
        .list(None)
        .await
        .unwrap_err();
    assert_has_all(&error, body);
    for part in ["value[1]", "datasource", "urls[1]"] {
        assert!(error.to_string().contains(part), "{error}");
    }
}

#[tokio::test]
async fn invalid_event_is_an_error_and_ends_the_stream() {
    let body =
        "data: {\"choices\":[]}\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{\"content\":7}}]}\n\ndata: [DONE]\n\n";
    let server = Server::start(response("text/event-stream", body)).await;
    let request = CreateChatCompletionRequest::new([ChatCompletionMessage::new("user").with_content("Hi")]);
    let call = client(server.url())
        .inference()
        .chat_completions()
        .create_stream("gpt-4o", &request);
    let mut stream = call.await.unwrap().into_value();
    assert!(stream.next().await.unwrap().unwrap().choices.is_empty());
    let error = stream.next().await.unwrap().unwrap_err();
    assert_has_all(&error, r#"{"choices":[{"index":0"#);
    assert_eq!(error.json_path(), Some("choices[0].delta.content"), "{error:?}");
    assert!(stream.next().await.is_none());
}
