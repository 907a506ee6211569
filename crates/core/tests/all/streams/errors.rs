//! Errors within a stream, and in place of one.

use std::time::Duration;

use azure_openai_core::ErrorKind;

use super::{A, LABELS, read, run};

#[tokio::test]
async fn error_event_ends_the_stream_with_its_code() {
    let body = concat!(
        r#"data: {"choices":[{"index":0,"text":"ü"}]}"#,
        "\n\n",
        r#"data: {"id":"", "error": {"code":"429","message":"Slow down. Please retry after 5 seconds."}}"#,
        "\n\n"
    );
    let (text, error) = run("text/event-stream", body).await;
    let error = error.unwrap();
    assert_eq!(
        (text.as_str(), error.kind(), error.code()),
        ("ü", ErrorKind::Stream, Some("429"))
    );
    assert!(error.is_rate_limited() && error.is_transient());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(5)));
    assert_eq!(error.operation(), Some("Things_Get"));
    insta::assert_snapshot!(error, @r#"Things_Get: the service reported an error in the stream (429): Slow down. Please retry after 5 seconds. [request id r-1]"#);
}

/// Errors as the service, gateways and other servers write them, with their code and whether they may pass.
const ERRORS: [(&str, Option<&str>, bool); 20] = [
    (r#"{"error":{"code":"x","message":"no"}}"#, Some("x"), false),
    (
        r#"{"error":{"message":"busy","type":"server_error","param":null,"code":null}}"#,
        None,
        true,
    ),
    (
        r#"{"error":{"type":"overloaded_error","message":"overloaded"}}"#,
        None,
        true,
    ),
    (
        r#"{"type":"error","error":{"type":"rate_limit_error","message":"slow"}}"#,
        None,
        true,
    ),
    (r#"{"error":"the request timed out"}"#, None, true),
    (r#"{"error":"prompt is too long"}"#, None, false),
    (
        r#"{"error":{"code":503,"message":"down"},"choices":[]}"#,
        Some("503"),
        true,
    ),
    (r#"{"error":[{"code":"429","message":"slow"}]}"#, Some("429"), true),
    (
        r#"{"errors":[{"code":"BadRequest","message":"no"}]}"#,
        Some("BadRequest"),
        false,
    ),
    (r#"[{"error":{"code":500,"message":"no"}}]"#, Some("500"), true),
    (
        r#"{"code":"InternalServerError","message":"no"}"#,
        Some("InternalServerError"),
        true,
    ),
    (r#"{"code":1301,"message":"unsafe content"}"#, Some("1301"), false),
    (
        r#"{"statusCode":429,"message":"Rate limit is exceeded. Try again in 5 seconds."}"#,
        Some("429"),
        true,
    ),
    (
        r#"{"object":"error","message":"too long","type":"BadRequestError","param":null,"code":400}"#,
        Some("400"),
        false,
    ),
    (
        r#"{"id":"c","object":"chunk","choices":null,"error_type":"Timeout","error_message":"no","error_code":408}"#,
        Some("408"),
        true,
    ),
    (r#"{"detail":"Internal error"}"#, None, false),
    (
        r#"{"title":"Too many requests","status":429,"type":"about:blank"}"#,
        Some("429"),
        true,
    ),
    (r#"{"message":"The upstream is temporarily away"}"#, None, true),
    (
        r#"{"error":{"code":"x","innererror":{"code":"ServiceUnavailable"}}}"#,
        Some("x"),
        true,
    ),
    (
        r#"{"error":{"code":"EngineOverloaded","message":"no"}}"#,
        Some("EngineOverloaded"),
        true,
    ),
];

#[tokio::test]
async fn error_bodies_of_any_shape_are_errors_of_a_stream() {
    for (error, code, is_transient) in ERRORS {
        for body in [
            format!("{A}\n\ndata: {error}\n\ndata: [DONE]\n\n"),
            error.to_owned(),
            format!("data: {error}\n\n"),
        ] {
            for label in LABELS {
                let (text, failure) = read(label, body.as_bytes()).await;
                let failure = failure.unwrap_or_else(|| panic!("no error: {label} {body}"));
                assert_eq!(text.is_empty(), !body.starts_with(A));
                assert_eq!(
                    (failure.kind(), failure.code()),
                    (ErrorKind::Stream, code),
                    "{label} {body}"
                );
                assert_eq!(
                    (failure.is_transient(), failure.is_truncated()),
                    (is_transient, false),
                    "{label} {body}"
                );
                assert!(failure.body_start().unwrap().contains(error));
            }
        }
    }
}

#[tokio::test]
async fn event_named_error_is_an_error_whatever_its_data() {
    for (data, code) in [
        (r#"{"code":"Busy","choices":[]}"#, Some("Busy")),
        ("upstream went away", None),
        (r#"{"choices":[{"index":0}]}"#, None),
        ("", None),
    ] {
        let body = format!("{A}\n\nevent: error\ndata: {data}\n\n");
        let (text, error) = read("text/event-stream", body.as_bytes()).await;
        let error = error.unwrap();
        assert_eq!((&*text, error.kind(), error.code()), ("ü", ErrorKind::Stream, code));
        assert_eq!(error.body_start(), Some(data));
    }
}

#[tokio::test]
async fn chunks_that_only_look_like_errors_are_chunks() {
    for chunk in [
        r#"{"error":null,"choices":[{"index":0}]}"#,
        r#"{"error":{},"choices":[{"index":0}]}"#,
        r#"{"code":0,"message":"success","choices":[]}"#,
        r#"{"code":"200","choices":[]}"#,
        r#"{"message":"as said","code":"x","choices":[{"index":0}]}"#,
        r#"{"status":"in_progress","choices":[]}"#,
        r#"{"type":"ping"}"#,
        "{}",
    ] {
        let body = format!("{A}\n\ndata: {chunk}\n\ndata: [DONE]\n\n");
        let (text, error) = read("text/event-stream", body.as_bytes()).await;
        assert!(error.is_none(), "{chunk}: {error:?}");
        assert_eq!(text, "ü");
    }
}
