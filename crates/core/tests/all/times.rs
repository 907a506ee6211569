//! Time limits, and what is retried after one.

use std::time::Duration;

use azure_openai_core::error::GaveUp;
use azure_openai_core::{
    Binary, Credential, Endpoint, ErrorKind, FilePart, Form, Json, NoContent, Pipeline, Request, RequestBuilder,
    RetryPolicy, Value,
};
use futures_util::StreamExt;
use tokio::io::AsyncReadExt;

use crate::server::{CHAT, GET, KEY, POST, Server, json, reply};

const MS: fn(u64) -> Duration = Duration::from_millis;

fn quick() -> RetryPolicy {
    RetryPolicy::new().with_backoff(MS(2), MS(4))
}

/// A server that does not reply its first request.
async fn hangs_once() -> Server {
    Server::start_with(|count, _| match count {
        0 => (Vec::new(), true),
        _ => (vec![json("{}")], false),
    })
    .await
}

#[tokio::test(start_paused = true)]
async fn attempt_without_a_response_is_given_up_and_retried_where_that_is_safe() {
    for (operation, requests) in [(&CHAT, 2), (&POST, 1)] {
        let server = hangs_once().await;
        let pipeline = server
            .builder()
            .with_retry_policy(quick())
            .with_first_byte_timeout(MS(60_000))
            .build()
            .unwrap();
        let request = Request::new(operation);
        let request = match operation.is_inference() {
            true => request.path("deployment-id", "d"),
            false => request,
        };
        let result = RequestBuilder::<Json<Value>>::new(&pipeline, request).await;
        assert_eq!(server.requests().len(), requests);
        match result {
            Ok(response) => assert_eq!(response.head().attempts(), 2),
            Err(error) => {
                assert!(error.is_timeout() && error.may_have_been_processed(), "{error:?}");
                assert_eq!(error.gave_up(), Some(GaveUp::MayHaveBeenProcessed));
                let text = error.to_string();
                assert!(text.contains("did not begin within 60s"), "{text}");
                assert!(text.contains("look before you send it again"), "{text}");
            }
        }
    }
}

#[tokio::test]
async fn each_limit_can_be_the_calls_own() {
    let server = Server::start_with(|_, _| (Vec::new(), true)).await;
    let call = server.get().with_first_byte_timeout(MS(30));
    let error = call.await.unwrap_err();
    assert!(error.to_string().contains("did not begin within 30ms"), "{error}");
    assert_eq!(error.gave_up(), Some(GaveUp::Retries));
    // The whole time is up before: nothing is retried, and the error says which it was.
    let call = server
        .get()
        .with_retry_policy(quick())
        .with_first_byte_timeout(MS(5000))
        .with_timeout(MS(40));
    let error = call.await.unwrap_err();
    assert!(error.to_string().contains("no response came within 40ms"), "{error}");
    assert_eq!(
        (error.kind(), error.gave_up(), error.attempts().len()),
        (ErrorKind::Timeout, Some(GaveUp::Deadline), 1)
    );
}

#[tokio::test(start_paused = true)]
async fn pause_in_a_response_that_is_read_whole() {
    let head = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nx-request-id: r-1\r\n\r\n{".to_vec();
    let server = Server::start_with(move |count, _| match count {
        0 => (vec![head.clone()], true),
        _ => (vec![json("{}")], false),
    })
    .await;
    let call = server.get().with_retry_policy(quick());
    let response = call.await.unwrap();
    assert_eq!(response.head().attempts(), 2);
    // A binary reply has begun with its head, and stays begun.
    let head = b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc".to_vec();
    let server = Server::start_with(move |_, _| (vec![head.clone()], true)).await;
    let pipeline = server.builder().with_retry_policy(quick()).build().unwrap();
    let request = Request::new(&GET).path("id", "x");
    let call = RequestBuilder::<Binary>::new(&pipeline, request);
    let mut body = call.await.unwrap().into_value();
    assert_eq!(body.next().await.unwrap().unwrap(), "abc");
    let error = body.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(server.requests().len(), 1);
}

/// The first byte's time begins when the last chunk is sent, however long a body takes.
#[tokio::test(start_paused = true)]
async fn slow_upload_is_not_a_late_response() {
    let server = Server::start(|_, request| reply(200, &[], request.body.len().to_string())).await;
    let chunks = futures_util::stream::iter(0..8).then(|_| async {
        tokio::time::sleep(MS(30_000)).await;
        Ok::<_, std::io::Error>("0123456789")
    });
    let form = Form::new().file("f", FilePart::from_stream("f.txt", chunks, Some(80)));
    let pipeline = server.builder().with_first_byte_timeout(MS(40_000)).build().unwrap();
    let request = Request::new(&POST).form(form);
    RequestBuilder::<NoContent>::new(&pipeline, request).await.unwrap();
}

#[tokio::test]
async fn stalled_upload_times_out() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut start = [0; 64];
        stream.read_exact(&mut start).await.unwrap();
        // Held open, and not read any further.
        std::future::pending::<()>().await;
        drop(stream);
    });
    let pipeline = Pipeline::builder()
        .with_endpoint(Endpoint::parse(&url).unwrap())
        .with_credential(Credential::api_key(KEY))
        .with_first_byte_timeout(MS(200))
        .build()
        .unwrap();
    let form = Form::new().file("f", FilePart::from_bytes("f.bin", vec![0; 64 << 20]));
    let request = Request::new(&POST).form(form);
    let error = RequestBuilder::<NoContent>::new(&pipeline, request).await.unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    server.abort();
}

#[test]
fn connect_timeout_with_a_finished_client_is_refused() {
    let builder = || {
        Pipeline::builder()
            .with_endpoint(Endpoint::parse("https://r.openai.azure.com").unwrap())
            .with_credential(Credential::api_key(KEY))
            .with_connect_timeout(MS(10))
    };
    assert!(builder().build().is_ok());
    assert!(
        builder()
            .with_http_client_builder(reqwest::Client::builder())
            .build()
            .is_ok()
    );
    let error = builder().with_http_client(reqwest::Client::new()).build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.to_string().contains("connect timeout"), "{error}");
}

#[tokio::test]
async fn body_field_replaces_known_field_and_is_sent_once() {
    let server = Server::start(|_, _| json("{}")).await;
    let pipeline = server.pipeline();
    let request = Request::new(&POST).json(&serde_json::json!({"a": 1, "b": 2}));
    let call = RequestBuilder::<Json<Value>>::new(&pipeline, request)
        .with_body_field("b", "new")
        .with_body_field("c", serde_json::json!([null]));
    call.await.unwrap();
    assert_eq!(server.last().text(), r#"{"a":1,"b":"new","c":[null]}"#);
    let form = Form::new().text("a", "1").text("b", "2");
    let call = RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&POST).form(form));
    call.with_body_field("b", 3).await.unwrap();
    let text = server.last().text();
    assert!(
        text.contains("name=\"b\"\r\n\r\n3\r\n") && !text.contains("\r\n2\r\n"),
        "{text}"
    );
    for request in [Request::new(&POST), Request::new(&POST).json(&[1])] {
        let call = RequestBuilder::<Json<Value>>::new(&pipeline, request).with_body_field("x", 1);
        let error = call.await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.to_string().contains("cannot set body field `x`"), "{error}");
    }
}
