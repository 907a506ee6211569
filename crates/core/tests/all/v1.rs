//! Version-less endpoints: the deployment is in the body, and no dated api-version is sent.

use azure_openai_core::{
    Credential, Endpoint, ErrorKind, Fallback, FilePart, Form, Json, Method, Operation, Pipeline, Request,
    RequestBuilder, Value,
};
use serde_json::json;

use crate::failover::healthy;
use crate::retries::quick;
use crate::server::{CHAT, GET, KEY, Server, json, reply};

static IMPORT: Operation = Operation::new("Files_Import", Method::POST, "/files/import").without_v1();
static RESPOND: Operation = Operation::new("Responses_Create", Method::POST, "/v1/responses");

fn v1(server: &Server) -> Endpoint {
    Endpoint::parse(&format!("{}/openai/v1/", server.url)).unwrap()
}

fn send(pipeline: &Pipeline, request: Request) -> RequestBuilder<Json<Value>> {
    RequestBuilder::new(pipeline, request)
}

fn chat(body: &Value) -> Request {
    Request::new(&CHAT).path("deployment-id", "my gpt").json(body)
}

#[test]
fn url_follows_the_endpoint_format() {
    let base = "https://r.openai.azure.com";
    for (text, expected) in [
        ("/openai/v1", true),
        ("/openai/v1/", true),
        ("/openai", false),
        ("", false),
    ] {
        let endpoint = Endpoint::parse(&format!("{base}{text}")).unwrap();
        assert_eq!(endpoint.is_v1(), expected, "{text}");
        assert_eq!(endpoint.to_v1().base(), format!("{base}/openai/v1"));
        assert_eq!(endpoint.to_v1().to_v1(), endpoint.to_v1());
    }
    let gateway = Endpoint::parse(&format!("{base}/team/openai/v1")).unwrap();
    assert_eq!(gateway.base(), format!("{base}/team/openai/v1"));
    let kept = Endpoint::from_base_url("https://gateway.example.com/models")
        .unwrap()
        .to_v1();
    assert_eq!(
        (kept.base(), kept.is_v1()),
        ("https://gateway.example.com/models", true)
    );
    assert!(Endpoint::parse(&format!("{base}/openai/v1/chat/completions")).is_err());
}

#[tokio::test]
async fn deployment_is_the_model_of_the_body() {
    let server = healthy().await;
    let pipeline = server
        .builder()
        .with_endpoint(v1(&server))
        .with_api_version("2024-06-01")
        .build()
        .unwrap();
    assert_eq!(pipeline.api_version(), None);
    let request = chat(&json!({"n": 1, "model": "written"}));
    send(&pipeline, request).with_query("a", "b").await.unwrap();
    let sent = server.last();
    assert_eq!(sent.line(), "POST /openai/v1/chat/completions?a=b HTTP/1.1");
    assert_eq!(sent.text(), r#"{"n":1,"model":"my gpt"}"#);

    let form = Form::new()
        .text("language", "en")
        .file("file", FilePart::from_bytes("a.wav", "bytes"));
    send(
        &pipeline,
        Request::new(&CHAT).path("deployment-id", "whisper").form(form),
    )
    .await
    .unwrap();
    let text = server.last().text();
    let (model, file) = (
        text.find("name=\"model\"\r\n\r\nwhisper").unwrap(),
        text.find("bytes").unwrap(),
    );
    assert!(model < file, "{text}");
}

#[tokio::test]
async fn other_operations_keep_their_path_and_only_an_undated_version_is_sent() {
    let server = healthy().await;
    let pipeline = server.builder().with_v1().with_api_version("preview").build().unwrap();
    send(&pipeline, Request::new(&GET).path("id", "1")).await.unwrap();
    assert_eq!(
        server.last().line(),
        "GET /openai/v1/things/1?api-version=preview HTTP/1.1"
    );
    send(&pipeline, Request::new(&GET).path("id", "1"))
        .with_api_version("2025-01-01")
        .await
        .unwrap();
    assert_eq!(server.last().line(), "GET /openai/v1/things/1 HTTP/1.1");
    // A path that names the base itself is not doubled, and takes no dated version elsewhere either.
    send(&pipeline, Request::new(&RESPOND).json(&json!({}))).await.unwrap();
    assert_eq!(
        server.last().line(),
        "POST /openai/v1/responses?api-version=preview HTTP/1.1"
    );
    let dated = server.builder().with_api_version("2024-06-01").build().unwrap();
    send(&dated, Request::new(&RESPOND).json(&json!({}))).await.unwrap();
    assert_eq!(server.last().line(), "POST /openai/v1/responses HTTP/1.1");
}

#[tokio::test]
async fn operation_missing_from_v1_is_refused_before_sending() {
    let server = healthy().await;
    let pipeline = server.builder().with_v1().build().unwrap();
    let error = send(&pipeline, Request::new(&IMPORT).json(&json!({})))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    let text = error.to_string();
    assert!(
        text.contains("Files_Import") && text.contains("version-less endpoint"),
        "{text}"
    );
    let error = send(
        &pipeline,
        Request::new(&CHAT).path("deployment-id", "gpt").json(&json!([1])),
    )
    .await;
    assert_eq!(error.unwrap_err().kind(), ErrorKind::InvalidRequest);
    let empty = Request::new(&CHAT).path("deployment-id", "").json(&json!({}));
    assert!(
        send(&pipeline, empty)
            .await
            .unwrap_err()
            .to_string()
            .contains("is empty")
    );
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn endpoints_of_both_kinds_stand_in_for_each_other() {
    let failing = Server::start(|_, _| reply(503, &[], "")).await;
    let working = Server::start(|_, _| json("{}")).await;
    let versioned = |server: &Server| Endpoint::parse(&server.url).unwrap();
    for (first, second, line, body) in [
        (
            versioned(&failing),
            v1(&working),
            "POST /openai/v1/chat/completions?a=b HTTP/1.1",
            r#"{"model":"west"}"#,
        ),
        (
            v1(&failing),
            versioned(&working),
            "POST /openai/deployments/west/chat/completions?a=b&api-version=2024-06-01 HTTP/1.1",
            r#"{"model":"written"}"#,
        ),
        (
            v1(&failing),
            v1(&working),
            "POST /openai/v1/chat/completions?a=b HTTP/1.1",
            r#"{"model":"west"}"#,
        ),
    ] {
        let fallback = Fallback::new(second, Credential::api_key(KEY)).with_deployment("my gpt", "west");
        let builder = failing.builder().with_endpoint(first).with_retry_policy(quick());
        let pipeline = builder
            .with_api_version("2024-06-01")
            .with_fallback(fallback)
            .build()
            .unwrap();
        let request = chat(&json!({"model": "written"})).query("a", Some("b"));
        send(&pipeline, request).await.unwrap();
        assert_eq!(working.last().line(), line);
        assert_eq!(working.last().text(), body);
    }
    assert_eq!(failing.requests().len(), 3);
}
