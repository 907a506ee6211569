//! Error responses of both APIs and of gateways.

use azure_openai_core::{Error, ErrorKind};
use serde_json::json;
use tests::clients::client;
use tests::server::{Reply, Server};

use crate::operations::exchanges;

struct Case {
    name: &'static str,
    status: u16,
    content_type: &'static str,
    body: String,
    code: Option<&'static str>,
    message: Option<&'static str>,
}

fn cases() -> Vec<Case> {
    let case = |name, status, content_type, body, code, message| Case {
        name,
        status,
        content_type,
        body,
        code,
        message,
    };
    let json = "application/json; charset=utf-8";
    vec![
        case(
            "inference",
            404,
            json,
            json!({"error": {"code": "DeploymentNotFound", "message": "No such deployment.", "type": null}})
                .to_string(),
            Some("DeploymentNotFound"),
            Some("No such deployment."),
        ),
        case(
            "authoring",
            409,
            json,
            json!({"error": {
                "code": "conflict", "message": "Busy.", "target": "file-1",
                "details": [{"code": "inUse", "message": "By a job."}],
                "innererror": {"code": "outer", "innererror": {"code": "inner"}}
            }})
            .to_string(),
            Some("conflict"),
            Some("Busy."),
        ),
        case(
            "gateway JSON",
            429,
            json,
            json!({"statusCode": 429, "message": "Rate limit is exceeded. Try again in 7 seconds."}).to_string(),
            Some("429"),
            Some("Rate limit is exceeded. Try again in 7 seconds."),
        ),
        case(
            "HTML",
            502,
            "text/html",
            "<html><body><h1>502 Bad Gateway</h1></body></html>".to_owned(),
            None,
            None,
        ),
        case("nothing", 503, "", String::new(), None, None),
        case(
            "5 MB of text",
            500,
            "text/plain",
            "grüße ".repeat(5_000_000 / 8),
            None,
            None,
        ),
        case(
            "JSON that is cut",
            500,
            json,
            "{\"error\": {\"code\": \"x".to_owned(),
            None,
            None,
        ),
        case("JSON of another kind", 500, json, "[1, 2]".to_owned(), None, None),
    ]
}

/// Every operation returns the same error, whatever type its response decodes to.
#[tokio::test]
async fn error_has_status_headers_request_id_and_body() {
    for case in cases() {
        let response = Reply::new(case.content_type, case.body.clone())
            .with_status(case.status)
            .with_header("x-request-id", "request-1")
            .with_header("apim-request-id", "apim-1")
            .with_header("x-ms-client-request-id", "mine-1")
            .with_header("x-own", "kept");
        let server = Server::start(response).await;
        let client = client(server.url());
        // For a large body one operation is enough.
        let calls = if case.body.len() > 1_000_000 { 3 } else { usize::MAX };
        for exchange in exchanges().into_iter().take(calls) {
            let error = (exchange.send)(&client).await.unwrap_err();
            let name = format!("{}: {error:?}", case.name);
            assert_eq!(error.kind(), ErrorKind::Status, "{name}");
            assert_eq!(error.operation(), Some(exchange.operation), "{name}");
            assert_eq!(
                error.status().map(|status| status.as_u16()),
                Some(case.status),
                "{name}"
            );
            assert_eq!(error.request_id(), Some("request-1"), "{name}");
            assert_eq!(error.client_request_id(), Some("mine-1"), "{name}");
            assert_eq!(error.headers().unwrap()["x-own"], "kept", "{name}");
            assert_eq!(error.code(), case.code, "{name}");
            assert_eq!(error.message(), case.message, "{name}");
            let start = error.body_start().unwrap();
            assert!(case.body.starts_with(start), "{name}");
            assert_eq!(error.body_truncated(), start.len() < case.body.len(), "{name}");
            assert!(
                start.len() >= case.body.len().min(8_000) && start.len() <= 8192,
                "{name}"
            );
            let line = error.to_string();
            assert!(
                line.contains(exchange.operation) && line.contains(&case.status.to_string()),
                "{line}"
            );
            assert!(
                line.contains("request-1") && !line.contains('\n') && line.len() < 1000,
                "{line}"
            );
        }
    }
}

async fn of(case: &str) -> Error {
    let case = cases().into_iter().find(|other| other.name == case).unwrap();
    let server = Server::start(Reply::new(case.content_type, case.body).with_status(case.status)).await;
    client(server.url())
        .authoring()
        .files()
        .get("file-1")
        .await
        .unwrap_err()
}

#[tokio::test]
async fn error_predicates_match_their_errors() {
    assert!(of("inference").await.is_not_found());
    let conflict = of("authoring").await;
    assert!(conflict.is_conflict());
    assert_eq!(conflict.target(), Some("file-1"));
    let detail = conflict.service_error().unwrap();
    assert_eq!(detail.details[0].code.as_deref(), Some("inUse"));
    let inner = detail.inner_error.as_ref().unwrap().inner_error.as_ref().unwrap();
    assert_eq!(inner.code.as_deref(), Some("inner"));
    let limited = of("gateway JSON").await;
    assert!(limited.is_rate_limited() && limited.is_transient());
    assert_eq!(limited.retry_after().map(|wait| wait.as_secs()), Some(7));
    assert!(of("HTML").await.is_transient() && of("nothing").await.is_transient());
}
