//! What an error reports, whatever the reply.

use std::collections::BTreeMap;
use std::time::Duration;

use azure_openai_core::error::Severity;
use azure_openai_core::{Error, ErrorKind, Extra, Json, Request, RequestBuilder};
use serde::Deserialize;

use crate::server::{CHAT, GET, KEY, Server, json, reply};

async fn failure(
    status: u16,
    headers: &'static [(&str, &str)],
    body: impl AsRef<[u8]> + Send + Sync + 'static,
) -> Error {
    let server = Server::start(move |_, _| {
        let headers: Vec<_> = [("x-request-id", "r-1"), ("x-extra", "e")]
            .iter()
            .chain(headers)
            .copied()
            .collect();
        reply(status, &headers, body.as_ref())
    })
    .await;
    let error = server.get().await.unwrap_err();
    assert_eq!(error.status().unwrap(), status);
    assert_eq!(error.request_id(), Some("r-1"));
    assert_eq!(error.headers().unwrap()["x-extra"], "e");
    assert_eq!(error.operation(), Some("Things_Get"));
    error
}

#[tokio::test]
async fn error_is_serialized_as_an_object_for_logs() {
    let error = failure(404, &[], r#"{"error":{"code":"notFound","message":"No file."}}"#).await;
    assert_eq!(
        serde_json::to_value(&error).unwrap(),
        serde_json::json!({
            "kind": "status",
            "message": error.to_string(),
            "attempts": 1,
            "status": 404,
            "operation": "Things_Get",
            "code": "notFound",
            "request_id": "r-1",
        })
    );
    let error = azure_openai_core::Error::invalid_request("no such thing");
    assert_eq!(
        serde_json::to_value(&error).unwrap(),
        serde_json::json!({"kind": "invalid_request", "message": "no such thing", "attempts": 0})
    );
}

#[tokio::test]
async fn blocked_prompt_has_content_filter_results() {
    let error = failure(400, &[], r#"{"error":{"message":"The response was filtered","type":null,"param":"prompt","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"hate":{"filtered":true,"severity":"high"},"jailbreak":{"filtered":false,"detected":false}}}}}"#).await;
    assert!(error.is_content_filtered() && !error.is_transient());
    assert_eq!(
        (error.code(), error.param(), error.error_type()),
        (Some("content_filter"), Some("prompt"), None)
    );
    assert_eq!(
        error
            .service_error()
            .unwrap()
            .inner_error
            .as_ref()
            .unwrap()
            .code
            .as_deref(),
        Some("ResponsibleAIPolicyViolation")
    );
    let filter = error.content_filter_results().unwrap();
    assert_eq!(filter.blocked().collect::<Vec<_>>(), ["hate"]);
    assert_eq!(filter.hate.as_ref().unwrap().severity, Some(Severity::High));
    assert_eq!(filter.jailbreak.as_ref().unwrap().detected, Some(false));
    insta::assert_snapshot!(error, @r#"Things_Get: 400 Bad Request (content_filter): The response was filtered [blocked for: hate] [request id r-1] — the content filter blocked it: change the prompt"#);
}

#[tokio::test]
async fn both_names_of_the_inner_error_and_its_filter() {
    for body in [
        r#"{"error":{"code":400,"status":"400","inner_error":{"content_filter_results":{"violence":{"filtered":true}}}}}"#,
        r#"{"error":{"code":400,"innererror":{"innererror":{"content_filter_result":{"violence":{"filtered":true}}}}}}"#,
        r#"{"error":{"code":400,"content_filter_results":{"violence":{"filtered":true}}}}"#,
    ] {
        let error = failure(400, &[], body).await;
        assert_eq!(error.code(), Some("400"));
        assert!(
            error
                .content_filter_results()
                .unwrap()
                .violence
                .as_ref()
                .unwrap()
                .filtered,
            "{body}"
        );
    }
}

#[tokio::test]
async fn authoring_error_has_target_details_and_inner_errors() {
    let error = failure(404, &[], r#"{"error":{"code":"notFound","message":"No file.","target":"file","details":[{"code":"gone","message":"m","details":[{"code":"deep"}]}],"innererror":{"code":"a","innererror":{"code":"b"}}}}"#).await;
    assert!(error.is_not_found());
    assert_eq!((error.target(), error.message()), (Some("file"), Some("No file.")));
    let detail = error.service_error().unwrap();
    assert_eq!(detail.details[0].details[0].code.as_deref(), Some("deep"));
    let inner = detail.inner_error.as_ref().unwrap().inner_error.as_ref().unwrap();
    assert_eq!(inner.code.as_deref(), Some("b"));
    insta::assert_snapshot!(error, @r#"Things_Get: 404 Not Found (notFound): No file. [request id r-1]"#);
}

#[tokio::test]
async fn missing_deployment_is_not_found() {
    let error = failure(
        404,
        &[],
        r#"{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}"#,
    )
    .await;
    let origin = error.attempts()[0].endpoint.origin();
    let text = error.to_string().replace(origin, "ORIGIN");
    insta::assert_snapshot!(text, @r#"Things_Get: 404 Not Found (DeploymentNotFound): The API deployment for this resource does not exist. [requested ORIGIN/openai/things/x, api-version v1] [request id r-1] — check the deployment's name; a new one takes some minutes"#);
}

#[tokio::test]
async fn gateway_error_body_is_parsed() {
    let error = failure(
        429,
        &[],
        r#"{"statusCode":429,"message":"Rate limit is exceeded. Try again in 12 seconds."}"#,
    )
    .await;
    assert!(error.is_rate_limited() && error.is_transient());
    assert_eq!(
        (error.code(), error.retry_after()),
        (Some("429"), Some(Duration::from_secs(12)))
    );
    insta::assert_snapshot!(error, @r#"Things_Get: 429 Too Many Requests: Rate limit is exceeded. Try again in 12 seconds. [request id r-1] — wait 12.0 s, then retry"#);
    let error = failure(429, &[("retry-after-ms", "1500"), ("retry-after", "9")], "").await;
    assert_eq!(error.retry_after(), Some(Duration::from_secs(9)));
}

#[tokio::test]
async fn html_text_and_empty_error_bodies_are_kept() {
    let error = failure(
        502,
        &[("content-type", "text/html")],
        "<html>\n <title>Bad\tGateway</title>",
    )
    .await;
    assert_eq!(
        (error.body_start(), error.body_truncated()),
        (Some("<html>\n <title>Bad\tGateway</title>"), false)
    );
    insta::assert_snapshot!(error, @r#"Things_Get: 502 Bad Gateway: the body starts `<html> <title>Bad Gateway</title>` [request id r-1] — retry later"#);
    let error = failure(503, &[("retry-after", "3")], "").await;
    assert_eq!(
        (error.body_start(), error.code(), error.message()),
        (Some(""), None, None)
    );
    insta::assert_snapshot!(error, @r#"Things_Get: 503 Service Unavailable [request id r-1] — wait 3.0 s, then retry"#);
    let error = failure(500, &[], r#"{"error":"it broke"}"#).await;
    assert_eq!(error.message(), Some("it broke"));
    let error = failure(500, &[], b"\xff\xfe").await;
    assert_eq!(error.body_start(), Some("\u{fffd}\u{fffd}"));
    for odd in [
        "[]",
        "null",
        "{}",
        r#"{"error":null}"#,
        r#"{"error":[1]}"#,
        r#"{"error":{"code":{},"message":[]}}"#,
    ] {
        let error = failure(500, &[], odd).await;
        assert_eq!((error.body_start(), error.service_error()), (Some(odd), None));
    }
}

#[tokio::test]
async fn five_megabytes_of_text_are_cut_at_a_character() {
    let error = failure(500, &[], "xü".repeat(5 << 20)).await;
    let start = error.body_start().unwrap();
    assert!((8190..=8192).contains(&start.len()) && start.starts_with("xüxü") && !start.contains('\u{fffd}'));
    assert!(error.body_truncated() && error.to_string().len() < 800);
    // A long error object, but one that can be read whole.
    let error = failure(
        400,
        &[],
        format!(r#"{{"error":{{"code":"c","message":"{}"}}}}"#, "m".repeat(20_000)),
    )
    .await;
    assert_eq!((error.code(), error.message().unwrap().len()), (Some("c"), 20_000));
}

#[tokio::test(start_paused = true)]
async fn error_whose_body_never_ends_is_reported() {
    let head = b"HTTP/1.1 503 X\r\ncontent-length: 100\r\nx-request-id: r-2\r\n\r\nhalf".to_vec();
    let server = Server::start_with(move |_, _| (vec![head.clone()], true)).await;
    let error = server.get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Status, "{error:?}");
    assert_eq!(
        (error.request_id(), error.body_start(), error.body_truncated()),
        (Some("r-2"), Some("half"), true)
    );
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "decoded only")]
struct Broken {
    data: Vec<Item>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "decoded only")]
struct Item {
    count: u32,
}

impl azure_openai_core::FromJson for Broken {}

#[derive(Debug, PartialEq)]
struct Listed {
    data: Vec<Entry>,
    by_name: BTreeMap<String, Entry>,
    first: Option<Entry>,
    extra: Extra,
}
azure_openai_core::open_object!(Listed, response {
    "data" => data: required,
    "by_name" => by_name: collection,
    "first" => first: optional,
});

#[derive(Debug, PartialEq)]
struct Entry {
    name: Option<String>,
    extra: Extra,
}
azure_openai_core::open_object!(Entry { "name" => name: optional });

#[tokio::test]
async fn open_objects_note_the_path_to_broken_json() {
    for (body, path) in [
        (r#"{"data":[{"name":"a"},{"name":"b"#, Some("data[1].name")),
        (r#"{"data":[{"name":"a"},{"nam"#, Some("data[1]")),
        (r#"{"data":[{"name":"a"},"#, Some("data")),
        (r#"{"data":[{"name":"a","more":[1,"#, Some("data[0].more")),
        (r#"{"by_name":{"x.y":{"name":?}}}"#, Some("by_name.x.y.name")),
        (r#"{"data":7,"first":{"name":{},"more":"#, Some("data")),
        (r#"{"first":{"name"}}"#, Some("first")),
        ("[1]", None),
        (r#"{"data":[]}]"#, None),
        (r#"{"data"#, None),
    ] {
        let server = Server::start(move |_, _| reply(200, &[], body)).await;
        let error = RequestBuilder::<Json<Listed>>::new(&server.pipeline(), Request::new(&GET).path("id", "x"))
            .await
            .unwrap_err();
        assert_eq!((error.kind(), error.json_path()), (ErrorKind::Decode, path), "{body}");
    }
    let server = Server::start(|_, _| json(r#"{"data":[{"name":7}],"by_name":{"a":{}},"first":{"name":"x"}}"#)).await;
    let call = RequestBuilder::<Json<Listed>>::new(&server.pipeline(), Request::new(&GET).path("id", "x"));
    let listed = call.await.unwrap().into_value();
    assert_eq!(listed.data[0].name.as_deref(), Some("7"));
    assert_eq!(listed.first.and_then(|first| first.name).as_deref(), Some("x"));
    assert!(listed.by_name.contains_key("a") && listed.extra.is_empty());
}

#[tokio::test]
async fn a_success_with_broken_json_names_the_path() {
    for (body, path, what) in [
        (
            r#"{"data":[{"count":1},{"count":"two"}]}"#,
            Some("data[1].count"),
            "invalid type",
        ),
        (r#"{"data":[{}]}"#, Some("data[0]"), "missing field `count`"),
        (r#"{"data":[{"count":1"#, Some("data[0]"), "EOF"),
        (r#"{"data":[]} trailing"#, None, "trailing characters"),
        ("<html>", None, "expected value"),
        ("", None, "empty"),
        ("\u{feff}", None, "empty"),
    ] {
        let server = Server::start(move |_, _| reply(201, &[("x-request-id", "r-3")], body)).await;
        let error = RequestBuilder::<Json<Broken>>::new(&server.pipeline(), Request::new(&GET).path("id", "x"))
            .await
            .unwrap_err();
        assert_eq!(
            (error.kind(), error.status().unwrap().as_u16()),
            (ErrorKind::Decode, 201)
        );
        assert_eq!((error.request_id(), error.body_start()), (Some("r-3"), Some(body)));
        assert_eq!(error.json_path(), path, "{body}");
        assert!(error.to_string().contains(what), "{error}");
        assert!(std::error::Error::source(&error).is_some());
    }
    let server = Server::start(|_, _| json("\u{feff}{\"data\":[{\"count\":1}]}")).await;
    let call = RequestBuilder::<Json<Broken>>::new(&server.pipeline(), Request::new(&GET).path("id", "x"));
    assert_eq!(call.await.unwrap().data[0].count, 1);
}

#[tokio::test]
async fn response_that_repeats_the_key_does_not_bring_it_into_the_error() {
    let body = format!(r#"{{"error":{{"code":"401","message":"Wrong key {KEY}."}}}}"#);
    let server = Server::start(move |_, _| reply(401, &[("x-echo", KEY), ("location", KEY)], &body)).await;
    let error = server.get().await.unwrap_err();
    assert_eq!(error.message(), Some("Wrong key [redacted]."));
    assert_eq!(error.headers().unwrap()["x-echo"], "[redacted]");
    assert!(!format!("{error} {error:?} {:?}", error.headers()).contains(KEY));
    // The cut of the body does not run through the key.
    let body = "x".repeat(8 * 1024 - 5) + KEY;
    let server = Server::start(move |_, _| json(&body)).await;
    let error = server.get().await.unwrap_err();
    assert!(!error.body_start().unwrap().contains(&KEY[..4]), "{error:?}");
}

#[tokio::test]
async fn secret_is_redacted_wherever_the_server_repeats_it() {
    const OTHER: &str = "other/canary=0123";
    let id = |text: &str| format!(r#"{{"id":"{text}"}}"#);
    for body in [
        id(KEY),
        id(OTHER),
        id(r"other\/canary=0123"),
        id(r"\u006fther\u002fcanary=0123"),
        id("https://a.example/f?sv=1&sig=canary-signature"),
        format!(r#"{{"{KEY}":1,"id":"x"}}"#),
    ] {
        for status in [200, 400] {
            let body = body.clone();
            let headers = [
                ("x-request-id", OTHER),
                ("content-type", KEY),
                ("x-sas", "https://a.example/?sig=canary-signature"),
            ];
            let server = Server::start(move |_, _| reply(status, &headers, &body)).await;
            let pipeline = server.builder().with_header("x-gateway-key", OTHER).build().unwrap();
            let request = Request::new(&GET).path("id", "x");
            let error = RequestBuilder::<Json<BTreeMap<String, u32>>>::new(&pipeline, request)
                .await
                .unwrap_err();
            let mut shown = format!("{error} {error:?} {:?} {:?}", error.headers(), error.json_path());
            let mut cause = std::error::Error::source(&error);
            while let Some(error) = cause {
                shown += &format!("{error} {error:?}");
                cause = error.source();
            }
            assert!(!shown.contains("canary"), "{shown}");
            assert_eq!(error.request_id(), Some("[redacted]"));
        }
    }
}

#[tokio::test]
async fn errors_of_gateways_and_frameworks_have_code_and_message() {
    for (body, code, message) in [
        (r#"{"code":"Busy","message":"m"}"#, Some("Busy"), "m"),
        (r#"{"message":"m"}"#, None, "m"),
        (r#"{"error":"m"}"#, None, "m"),
        (r#"{"error":"invalid","error_description":"m"}"#, Some("invalid"), "m"),
        (r#"{"detail":"m"}"#, None, "m"),
        (r#"{"detail":[{"loc":["body"],"msg":"m"}]}"#, None, "m"),
        (r#"{"statusCode":418,"message":"m"}"#, Some("418"), "m"),
        (r#"{"title":"t","status":418,"detail":"m"}"#, Some("418"), "m"),
        (r#"{"fault":{"faultstring":"m"}}"#, None, "m"),
        (r#"[{"error":{"code":418,"message":"m"}}]"#, Some("418"), "m"),
        (r#""m""#, None, "m"),
    ] {
        let error = failure(418, &[], body).await;
        assert_eq!((error.code(), error.message()), (code, Some(message)), "{body}");
    }
}

#[tokio::test]
async fn predicates_read_status_code_type_and_inner_code() {
    for (status, error, transient, filtered) in [
        (400, r#"{"type":"server_error"}"#, true, false),
        (
            400,
            r#"{"code":"x","innererror":{"code":"ServiceUnavailable"}}"#,
            true,
            false,
        ),
        (529, r#"{"type":"overloaded_error"}"#, true, false),
        (400, r#"{"code":"rate_limit_exceeded"}"#, true, false),
        (400, r#"{"code":"content_filter"}"#, false, true),
        (400, r#"{"code":"contentFilter"}"#, false, true),
        (400, r#"{"type":"content_policy_violation"}"#, false, true),
        (
            400,
            r#"{"code":"x","innererror":{"code":"ResponsibleAIPolicyViolation"}}"#,
            false,
            true,
        ),
        (400, r#"{"innererror":{"code":"ContentFiltered"}}"#, false, true),
        (400, r#"{"code":"invalid_request_error"}"#, false, false),
    ] {
        let body = format!(r#"{{"error":{error}}}"#);
        let failed = failure(status, &[("retry-after", "86400")], body).await;
        assert_eq!(
            (failed.is_transient(), failed.is_content_filtered()),
            (transient, filtered),
            "{error}"
        );
    }
}

#[tokio::test]
async fn not_found_shows_what_was_requested() {
    let server = Server::start(|_, _| reply(404, &[], r#"{"statusCode":404,"message":"Resource not found"}"#)).await;
    let request = Request::new(&CHAT).path("deployment-id", "gpt-4o").json(&1);
    let pipeline = server.builder().with_query("code", "canary").build().unwrap();
    let error = RequestBuilder::<Json<serde_json::Value>>::new(&pipeline, request)
        .await
        .unwrap_err();
    let url = format!(
        "[requested {}/openai/deployments/gpt-4o/chat/completions, api-version ",
        server.url
    );
    let text = error.to_string();
    assert!(text.contains(&url) && !text.contains("canary"), "{text}");
}

#[test]
fn error_is_small_send_and_sync() {
    fn anywhere<T: std::error::Error + Send + Sync + 'static>() {}
    anywhere::<Error>();
    assert_eq!(size_of::<Error>(), size_of::<usize>());
}
