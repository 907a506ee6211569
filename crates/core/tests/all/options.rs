//! Request options on each level.

use std::time::Duration;

use azure_openai_core::{Events, FilePart, Form, Json, Request, RequestBuilder, RequestOptions, Value};
use futures_util::StreamExt;
use serde_json::json;

use crate::server::{GET, POST, Server, reply};

/// A derived pipeline over the server, whose options replace some of the client's.
#[tokio::test]
async fn inner_level_wins_and_outer_level_fills_in() {
    let server = Server::start(|_, _| crate::server::json("{}")).await;
    let client = server
        .builder()
        .with_header("x-a", "client")
        .with_header("x-b", "client")
        .with_query("q", "client")
        .with_query("r", "client")
        .with_body_field("user", "client")
        .with_body_field("seed", 1)
        .with_body_field("top_p", 0.5)
        .build()
        .unwrap();
    let deployment = client.with_options(
        RequestOptions::new()
            .with_header("x-b", "deployment")
            .with_query("r", "deployment")
            .with_body_field("seed", 2),
    );
    let request = Request::new(&POST)
        .header("x-c", Some("operation"))
        .query("q", Some("operation"))
        .json(&json!({"user": "operation", "n": 1}));
    RequestBuilder::<Json<Value>>::new(&deployment, request)
        .with_options(
            RequestOptions::new()
                .with_header("x-c", "request")
                .with_body_field("n", 2),
        )
        .await
        .unwrap();
    let sent = server.last();
    let headers = ["x-a", "x-b", "x-c"].map(|name| sent.header(name).unwrap().to_owned());
    assert_eq!(headers, ["client", "deployment", "request"]);
    assert!(
        sent.line().contains("?r=deployment&q=operation&api-version=v1 "),
        "{}",
        sent.line()
    );
    assert_eq!(sent.text(), r#"{"user":"operation","n":2,"top_p":0.5,"seed":2}"#);

    let form = Form::new().text("seed", "7").file("f", FilePart::from(("a.txt", "x")));
    RequestBuilder::<Json<Value>>::new(&deployment, Request::new(&POST).form(form))
        .await
        .unwrap();
    let text = server.last().text();
    assert_eq!(text.matches("name=\"seed\"").count(), 1, "{text}");
    assert!(
        text.contains("name=\"seed\"\r\n\r\n7\r\n") && text.contains("name=\"user\""),
        "{text}"
    );

    // A GET has no body that fields could go into.
    RequestBuilder::<Json<Value>>::new(&deployment, Request::new(&GET).path("id", "x"))
        .await
        .unwrap();
    assert!(server.last().body.is_empty());
}

#[tokio::test]
async fn timeout_of_derived_pipeline_replaces_the_clients() {
    let server = Server::start_with(|_, _| (Vec::new(), true)).await;
    let client = server.builder().with_timeout(Duration::from_secs(60)).build().unwrap();
    let hasty = client.with_options(RequestOptions::new().with_timeout(Duration::from_millis(30)));
    let call = RequestBuilder::<Json<Value>>::new(&hasty, Request::new(&GET).path("id", "x"));
    assert!(call.await.unwrap_err().is_timeout());
}

#[tokio::test]
async fn response_around_a_stream_is_a_stream() {
    let body = "data: {\"a\":1}\n\ndata: [DONE]\n\n";
    let server = Server::start(move |_, _| reply(200, &[("content-type", "text/event-stream")], body)).await;
    let call = RequestBuilder::<Events<Value>>::new(&server.pipeline(), Request::new(&GET).path("id", "x"));
    let response = call.await.unwrap();
    assert_eq!(response.head().status(), 200);
    let events: Vec<_> = response.map(Result::unwrap).collect().await;
    assert_eq!(events, [json!({"a": 1})]);
}
