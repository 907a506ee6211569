//! Failures as gateways report them.

use std::io::Write;
use std::time::Duration;

use azure_openai::ErrorKind;
use serde_json::json;

use super::{completion, once};
use crate::server::{json as json_reply, reply};

/// What is asked of an error: kind, status, code, whether it is transient, and whether the request may have been
/// processed.
type Expected = (ErrorKind, u16, Option<&'static str>, bool, bool);

#[tokio::test]
async fn page_in_place_of_a_response_is_an_error_that_keeps_it() {
    use ErrorKind::{Decode, Status};
    let html = "text/html; charset=utf-8";
    let page = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";
    let rows: [(u16, &str, &str, Expected); 17] = [
        (200, html, "<!DOCTYPE html><p>Sign in", (Decode, 200, None, false, true)),
        (200, "application/json", "", (Decode, 200, None, false, true)),
        (200, "application/json", "null", (Decode, 200, None, false, true)),
        (200, "application/json", "\"ok\"", (Decode, 200, None, false, true)),
        (200, "application/json", "[]", (Decode, 200, None, false, true)),
        (
            200,
            "application/json",
            "{\"id\":\"c\",\"choices\":[",
            (Decode, 200, None, false, true),
        ),
        (204, "", "", (Decode, 204, None, false, true)),
        (302, html, "moved", (Status, 302, None, false, true)),
        (401, "", "", (Status, 401, None, false, false)),
        (403, html, page, (Status, 403, None, false, false)),
        (413, html, page, (Status, 413, None, false, false)),
        (502, html, page, (Status, 502, None, true, true)),
        (504, "", "", (Status, 504, None, true, true)),
        (520, html, page, (Status, 520, None, true, true)),
        (522, html, page, (Status, 522, None, true, true)),
        (524, html, page, (Status, 524, None, true, true)),
        (429, "text/plain", "slow down", (Status, 429, None, true, false)),
    ];
    for (status, label, body, expected) in rows {
        let headers = [
            ("content-type", label),
            ("x-request-id", "r-7"),
            ("location", "https://elsewhere.example/"),
        ];
        let (server, chat) = once(reply(status, &headers, body)).await;
        let error = chat.chat("Hi").await.unwrap_err();
        let got = error.status().unwrap().as_u16();
        let seen = (
            error.kind(),
            got,
            error.code(),
            error.is_transient(),
            error.may_have_been_processed(),
        );
        assert_eq!(seen, expected, "{status} {body}: {error:?}");
        assert_eq!(
            (error.request_id(), error.body_start().unwrap_or("")),
            (Some("r-7"), body),
            "{status}"
        );
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn error_body_under_a_success_status_is_an_error() {
    for (body, code) in [
        (json!({"error": {"code": "429", "message": "Slow down."}}), Some("429")),
        (
            json!({"error": {"message": "No backend.", "type": "server_error"}}),
            None,
        ),
        (json!({"error": "overloaded"}), None),
        (
            json!({"statusCode": 500, "message": "Internal server error"}),
            Some("500"),
        ),
        (
            json!({"code": "DeploymentNotFound", "message": "No such deployment."}),
            Some("DeploymentNotFound"),
        ),
        (json!({"detail": "Not authenticated"}), None),
        (
            json!({"object": "error", "message": "No backend.", "code": 400}),
            Some("400"),
        ),
        (json!({"error": {"message": "No backend."}, "user_id": "u"}), None),
        (
            json!({"id": "x", "error": {"code": "full", "message": "No backend."}}),
            Some("full"),
        ),
    ] {
        let (_server, chat) = once(json_reply(&body.to_string())).await;
        let error = match chat.chat("Hi").await {
            Ok(_) => panic!("{body} is a success"),
            Err(error) => error,
        };
        assert_eq!(error.code(), code, "{body}: {error:?}");
        assert_eq!(error.body_start(), Some(body.to_string().as_str()), "{error:?}");
        assert_eq!(error.status().unwrap().as_u16(), 200);
    }
    // Beside a response, a field of that name is not an error.
    let (_server, chat) = once(json_reply(
        &completion("error", json!({"message": "partial"})).to_string(),
    ))
    .await;
    assert_eq!(chat.chat("Hi").await.unwrap().text(), "Hi");
}

#[tokio::test]
async fn compressed_refusal_has_its_code_and_wait() {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder
        .write_all(br#"{"error":{"code":"429","message":"Please retry after 70 seconds."}}"#)
        .unwrap();
    let body = encoder.finish().unwrap();
    let headers = [("content-encoding", "gzip"), ("content-type", "application/json")];
    let (_server, chat) = once(reply(429, &headers, body)).await;
    let error = chat.chat("Hi").await.unwrap_err();
    assert!(error.is_rate_limited());
    assert_eq!(
        (error.code(), error.retry_after()),
        (Some("429"), Some(Duration::from_secs(70)))
    );
    assert_eq!(chat.chat("Hi").stream().await.unwrap_err().code(), Some("429"));
}
