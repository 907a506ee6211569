//! A status of success, and a body that is not what it must be.

use azure_openai_core::{Error, ErrorKind};
use azure_openai_inference::{ChatCompletionMessage, CreateChatCompletionRequest};
use tests::clients::client;
use tests::recording::{Reply, Server};

fn answer(content_type: &str, body: &str) -> Reply {
    Reply::new(content_type, body.to_owned())
        .with_header("x-request-id", "request-1")
        .with_header("x-own", "kept")
}

async fn files_list(body: &str) -> Error {
    let server = Server::start(answer("application/json", body)).await;
    client(server.url()).authoring().files().list(None).await.unwrap_err()
}

fn assert_tells_all(error: &Error, start: &str) {
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
async fn a_field_of_another_type_costs_no_response() {
    let body = r#"{"data":[{"id":"a"},{"id":3}]}"#;
    let server = Server::start(answer("application/json", body)).await;
    let files = client(server.url())
        .authoring()
        .files()
        .list(None)
        .await
        .unwrap()
        .into_value();
    let ids: Vec<&str> = files.data.iter().map(|file| file.id.as_str()).collect();
    assert_eq!(ids, ["a", "3"]);
}

#[tokio::test]
async fn json_that_is_cut_is_named_by_its_path() {
    let body = r#"{"object":"list","data":[{"id":"file-1","filename":"tr"#;
    let error = files_list(body).await;
    assert_tells_all(&error, body);
    assert_eq!(error.json_path(), Some("data[0].filename"), "{error:?}");
}

#[tokio::test]
async fn what_is_no_json_is_shown() {
    for body in ["<html>sign in</html>", "", "null", "[]", "\"text\""] {
        assert_tells_all(&files_list(body).await, body);
    }
    let long = format!("<html>{}", "x".repeat(1_000_000));
    let error = files_list(&long).await;
    assert_tells_all(&error, "<html>xxx");
    assert!(error.body_truncated());
    assert!(error.to_string().len() < 1000);
}

#[tokio::test]
async fn a_field_of_another_type_inside_of_a_union_costs_no_response() {
    let body =
        r#"{"value":[{"kind":"SystemCompute"},{"kind":"SystemCompute","datasource":{"kind":"Urls","urls":["a",1]}}]}"#;
    let server = Server::start(answer("application/json", body)).await;
    let jobs = client(server.url())
        .authoring()
        .ingestion_jobs()
        .list(None)
        .await
        .unwrap();
    assert_eq!(jobs.value.len(), 2);
    assert!(
        format!("{:?}", jobs.value[1]).contains(r#"urls: ["a", "1"]"#),
        "{jobs:?}"
    );
}

#[tokio::test]
async fn a_broken_event_is_shown_and_ends_the_stream() {
    let body = "data: {\"choices\":[]}\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"broken}]}\n\ndata: [DONE]\n\n";
    let server = Server::start(answer("text/event-stream", body)).await;
    let request = CreateChatCompletionRequest::new([ChatCompletionMessage::new("user").with_content("Hi")]);
    let call = client(server.url())
        .inference()
        .chat_completions()
        .create_stream("gpt-4o", &request);
    let mut stream = call.await.unwrap().into_value();
    assert!(stream.next().await.unwrap().unwrap().choices.is_empty());
    let error = stream.next().await.unwrap().unwrap_err();
    assert_tells_all(&error, r#"{"choices":[{"index":0"#);
    assert!(stream.next().await.is_none());
}
