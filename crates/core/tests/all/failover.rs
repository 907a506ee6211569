//! Several endpoints: which is asked, when, and by which names and credentials.

use std::time::Duration;

use azure_openai_core::{
    Credential, Endpoint, ErrorKind, Events, Fallback, Json, Pipeline, PipelineBuilder, Request, RequestBuilder,
    Response, Value,
};

use crate::retries::quick;
use crate::server::{CHAT, GET, KEY, POST, Server, json, open_head, reply};

const MS: fn(u64) -> Duration = Duration::from_millis;

pub(crate) async fn healthy() -> Server {
    Server::start(|_, _| json("{}")).await
}

fn fallback(server: &Server, key: &str) -> Fallback {
    let endpoint = Endpoint::parse(&server.url).unwrap();
    Fallback::new(endpoint, Credential::api_key(key))
}

/// The first server is the primary.
pub(crate) fn over(servers: &[&Server]) -> PipelineBuilder {
    let (primary, rest) = servers.split_first().unwrap();
    rest.iter().enumerate().fold(
        primary.builder().with_retry_policy(quick()),
        |builder, (index, server)| builder.with_fallback(fallback(server, &format!("key-of-{index}"))),
    )
}

pub(crate) fn chat(pipeline: &Pipeline) -> RequestBuilder<Json<Value>> {
    chat_of(pipeline, "gpt")
}

pub(crate) fn chat_of(pipeline: &Pipeline, deployment: &str) -> RequestBuilder<Json<Value>> {
    let request = Request::new(&CHAT).path("deployment-id", deployment);
    RequestBuilder::new(pipeline, request.json(&serde_json::json!({"n": 1})))
}

pub(crate) fn counts(servers: &[&Server]) -> Vec<usize> {
    servers.iter().map(|server| server.requests().len()).collect()
}

/// Servers that fail in each way that they can.
async fn failing() -> Vec<(&'static str, Server)> {
    let bytes = |bytes: Vec<u8>| Server::start(move |_, _| bytes.clone());
    vec![
        ("429 with a wait", bytes(reply(429, &[("retry-after", "30")], "")).await),
        ("429", bytes(reply(429, &[], "")).await),
        ("500", bytes(reply(500, &[], r#"{"error":"no"}"#)).await),
        (
            "502 of a gateway",
            bytes(reply(502, &[("content-type", "text/html")], "<html>")).await,
        ),
        ("503", bytes(reply(503, &[], "")).await),
        ("refused", Server::refusing().await),
        ("reset before the headers", bytes(Vec::new()).await),
        (
            "reset in the headers",
            bytes(b"HTTP/1.1 200 OK\r\nconte".to_vec()).await,
        ),
        (
            "reset in the body",
            bytes(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{".to_vec()).await,
        ),
        ("hangs", Server::start_with(|_, _| (Vec::new(), true)).await),
    ]
}

#[tokio::test(start_paused = true)]
async fn next_endpoint_responds_whichever_way_one_fails() {
    for (how, bad) in failing().await {
        let (second, third) = (healthy().await, healthy().await);
        let pipeline = over(&[&bad, &second, &third]).build().unwrap();
        for round in 0..3 {
            let response: Response<Value> = chat(&pipeline).await.unwrap();
            assert_eq!(response.head().endpoint().unwrap().origin(), second.url, "{how}");
            // The circuit is open: only the first call was sent to the one that fails.
            let attempts = if round == 0 { 2 } else { 1 };
            assert_eq!(response.head().attempts(), attempts, "{how}");
        }
        assert!(bad.requests().len() <= 1, "{how}");
        assert_eq!(counts(&[&second, &third]), [3, 0], "{how}");
    }
}

#[tokio::test(start_paused = true)]
async fn two_failed_endpoints_leave_the_third() {
    let good = healthy().await;
    let mut asked = 0;
    for (first, bad) in failing().await.iter().step_by(3) {
        for (second, worse) in failing().await.iter().step_by(2) {
            let pipeline = over(&[bad, worse, &good]).build().unwrap();
            let response = chat(&pipeline).await.unwrap();
            assert_eq!(
                response.head().endpoint().unwrap().origin(),
                good.url,
                "{first}, {second}"
            );
            assert_eq!(response.head().attempts(), 3, "{first}, {second}");
            asked += 1;
        }
    }
    assert_eq!(good.requests().len(), asked);
}

#[tokio::test]
async fn each_endpoint_has_its_own_credential_and_names() {
    let bad = Server::start(|_, _| reply(500, &[], "")).await;
    let good = healthy().await;
    let pipeline = bad
        .builder()
        .with_retry_policy(quick())
        .with_fallback(fallback(&good, "key-of-the-other").with_deployment("gpt 4", "pay/go"))
        .build()
        .unwrap();
    let call = chat_of(&pipeline, "gpt 4").with_query("extra", "a&b");
    call.await.unwrap();
    chat_of(&pipeline, "other").await.unwrap();
    let first = bad.requests().remove(0);
    assert_eq!(
        first.line(),
        "POST /openai/deployments/gpt%204/chat/completions?extra=a%26b&api-version=v1 HTTP/1.1"
    );
    assert_eq!(first.header("api-key"), Some(KEY));
    let second = good.requests();
    assert_eq!(
        second[0].line(),
        "POST /openai/deployments/pay%2Fgo/chat/completions?extra=a%26b&api-version=v1 HTTP/1.1"
    );
    assert!(second[1].line().contains("/deployments/other/"));
    for request in &second {
        assert_eq!(request.header("api-key"), Some("key-of-the-other"));
        assert_eq!(request.text(), r#"{"n":1}"#);
        assert!(!request.head.contains(KEY));
    }
}

#[tokio::test]
async fn authoring_requests_never_fail_over() {
    let bad = Server::start(|_, _| reply(429, &[], "")).await;
    let good = healthy().await;
    let pipeline = over(&[&bad, &good]).build().unwrap();
    for request in [Request::new(&GET).path("id", "x"), Request::new(&POST).json(&1)] {
        let call = RequestBuilder::<Json<Value>>::new(&pipeline, request);
        let error = call.await.unwrap_err();
        assert_eq!(error.attempts().len(), 4);
        let origins = error.attempts().iter().map(|a| a.endpoint.origin());
        assert!(origins.into_iter().all(|origin| origin == bad.url));
    }
    assert_eq!(counts(&[&bad, &good]), [8, 0]);
    // And it does not close the way for others.
    assert_eq!(chat(&pipeline).await.unwrap().head().attempts(), 2);
}

#[tokio::test]
async fn refusal_is_a_response_and_not_a_reason_to_move() {
    for status in [400, 401, 403, 404, 409, 422] {
        let strict = Server::start(move |_, _| reply(status, &[], "")).await;
        let good = healthy().await;
        let pipeline = over(&[&strict, &good]).build().unwrap();
        for _ in 0..2 {
            assert_eq!(chat(&pipeline).await.unwrap_err().status().unwrap(), status);
        }
        assert_eq!(counts(&[&strict, &good]), [2, 0]);
    }
}

#[tokio::test]
async fn stream_fails_over_only_before_it_begins() {
    let bad = Server::start(|_, _| reply(500, &[], "")).await;
    let breaking = Server::start(|_, _| {
        let mut bytes = open_head("text/event-stream");
        bytes.extend_from_slice(b"data: {\"n\":1}\n\n");
        bytes
    })
    .await;
    let good = healthy().await;
    let pipeline = over(&[&bad, &breaking, &good]).build().unwrap();
    let request = Request::new(&CHAT).path("deployment-id", "gpt");
    let response = RequestBuilder::<Events<Value>>::new(&pipeline, request).await.unwrap();
    assert_eq!(response.head().endpoint().unwrap().origin(), breaking.url);
    let mut events = response.into_value();
    assert_eq!(events.next().await.unwrap().unwrap()["n"], 1);
    assert!(events.next().await.unwrap().unwrap_err().is_truncated());
    assert!(events.next().await.is_none());
    assert_eq!(counts(&[&bad, &breaking, &good]), [1, 1, 0]);
}

#[tokio::test]
async fn concurrent_requests_each_have_one_response() {
    let bad = Server::start(|count, _| match count % 3 {
        0 => reply(503, &[], ""),
        1 => Vec::new(),
        _ => reply(429, &[("retry-after-ms", "5")], ""),
    })
    .await;
    let good = Server::start(|_, request| json(&request.text())).await;
    let pipeline = over(&[&bad, &good]).with_fallback_cool_down(MS(1)).build().unwrap();
    let calls = (0..40).map(|n| {
        let request = Request::new(&CHAT).path("deployment-id", "gpt");
        let call = RequestBuilder::<Json<Value>>::new(&pipeline, request.json(&serde_json::json!({"n": n})));
        async move { (n, call.await.unwrap()) }
    });
    for (n, response) in futures_util::future::join_all(calls).await {
        assert_eq!(response["n"], n);
    }
    let mut served: Vec<_> = good.requests().iter().map(|r| r.text()).collect();
    served.sort();
    served.dedup();
    assert_eq!((served.len(), good.requests().len()), (40, 40));
}

#[tokio::test]
async fn invalid_fallback_fails_the_build() {
    let server = Server::refusing().await;
    let error = server
        .builder()
        .with_fallback(fallback(&server, "canary\nkey"))
        .build()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    let shown = format!("{:?}", fallback(&server, "canary-key"));
    assert!(!format!("{error} {error:?} {shown}").contains("canary"));
}
