//! Habits of gateways, proxies and compatible servers, in tables: what was sent, and what the caller gets.

use std::io::Write;
use std::time::Duration;

use azure_openai::inference::CreateChatCompletionResponse;
use azure_openai::{Client, Credential, Deployment, Endpoint, Error, ErrorKind, FilePart, Value};
use serde_json::json;

use crate::server::{KEY, Server, json as json_reply, reply};
use crate::support::scripted::{Reply, Service};
use crate::support::{client_of, replying};

/// A chat completion with this field in place of, or beside, the usual ones.
fn completion(name: &str, value: Value) -> Value {
    let mut body = json!({"id": "c", "object": "chat.completion", "created": 1, "model": "m",
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "Hi"}}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}});
    body[name] = value;
    body
}

/// A deployment whose requests are not repeated.
async fn once(bytes: Vec<u8>) -> (Server, Deployment) {
    let (server, chat) = replying(bytes).await;
    let chat = chat.with_retry_policy(azure_openai::RetryPolicy::none());
    (server, chat)
}

#[tokio::test]
async fn gateway_that_publishes_the_api_at_its_root_is_used_as_it_is() {
    let server = Server::start(
        |_, request| match request.line().starts_with("POST /prefix/deployments/") {
            true => json_reply(&completion("id", json!("c")).to_string()),
            false => reply(404, &[], r#"{"statusCode":404,"message":"Resource not found"}"#),
        },
    )
    .await;
    let client = |endpoint| {
        let builder = Client::builder().with_credential(Credential::api_key(KEY));
        builder.with_endpoint::<Endpoint>(endpoint).build().unwrap()
    };
    let base = format!("{}/prefix", server.url);
    let as_it_is = client(Endpoint::from_base_url(&base).unwrap());
    assert_eq!(as_it_is.deployment("d").chat("Hi").await.unwrap().text(), "Hi");
    // The error of the other form shows where the request went.
    let error = client(Endpoint::parse(&base).unwrap())
        .deployment("d")
        .chat("Hi")
        .await
        .unwrap_err();
    assert!(error.is_not_found(), "{error:?}");
    assert!(
        error
            .to_string()
            .contains("/prefix/openai/deployments/d/chat/completions"),
        "{error}"
    );
}

#[tokio::test]
async fn transcription_has_numbers_in_quotes_and_ids_of_either_type() {
    let server = Server::start(|count, _| {
        let segment = |id: Value| json!({"type": "transcript.text.segment", "id": id, "start": "1.5", "end": 4.5,
            "text": "Hello.", "speaker": "B"});
        let bodies = [
            json!({"task": "transcribe", "language": "en", "duration": "11.0", "text": "Good morning.", "segments": []}),
            json!({"duration": 4.5, "text": "Hello.", "segments": [segment(json!("seg_002")), segment(json!(7))]}),
        ];
        json_reply(&bodies[count % 2].to_string())
    })
    .await;
    let whisper = client_of(&server).deployment("whisper");
    let transcribe = || whisper.transcribe(FilePart::from_bytes("a.wav", "RIFF")).verbose();
    let first = transcribe().send().await.unwrap();
    assert_eq!((first.duration, first.text.as_str()), (Some(11.0), "Good morning."));
    let second = transcribe().send().await.unwrap();
    let back = serde_json::to_value(&second.segments).unwrap();
    assert_eq!((&back[0]["id"], &back[1]["id"]), (&json!("seg_002"), &json!(7)));
    assert_eq!(
        (second.segments[0].start, second.segments[0].end),
        (Some(1.5), Some(4.5))
    );
    assert_eq!(back[0]["speaker"], "B");
}

#[tokio::test]
async fn response_with_one_odd_field_is_delivered() {
    let message = |message: Value| json!([{"index": 0, "finish_reason": "stop", "message": message}]);
    let assistant = |name: &str, value: Value| {
        let mut fields = json!({"role": "assistant", "content": "Hi"});
        fields[name] = value;
        message(fields)
    };
    for (name, value) in [
        ("id", json!(17)),
        ("created", json!("1712000000")),
        ("created", json!(1_712_000_000.25)),
        ("created", json!("2026-01-01T00:00:00Z")),
        ("object", Value::Null),
        ("model", json!(["m"])),
        ("usage", json!([])),
        ("usage", json!("2 tokens")),
        (
            "usage",
            json!({"prompt_tokens": "1", "completion_tokens": 1.0, "total_tokens": null}),
        ),
        ("system_fingerprint", json!({})),
        ("service_tier", json!(1)),
        (
            "prompt_filter_results",
            json!({"prompt_index": 0, "content_filter_results": []}),
        ),
        ("prompt_annotations", json!([])),
        (
            "choices",
            message(json!({"role": "assistant", "content": "Hi"}))[0].clone(),
        ),
        ("choices", assistant("role", json!(null))),
        ("choices", assistant("tool_calls", json!({}))),
        ("choices", assistant("tool_calls", json!(""))),
        ("choices", assistant("refusal", json!(false))),
        ("choices", assistant("annotations", json!({"url": 1}))),
        ("choices", assistant("audio", json!("none"))),
        ("choices", assistant("context", json!([1]))),
        ("choices", assistant("function_call", json!([]))),
        ("choices", assistant("reasoning_content", json!(["hm"]))),
        (
            "choices",
            json!([{"index": "0", "finish_reason": "STOP", "message": {"content": "Hi"}}]),
        ),
        (
            "choices",
            json!([{"finish_reason": 1, "message": {"content": "Hi"}, "logprobs": []}]),
        ),
        (
            "choices",
            json!([{"logprobs": {"content": [{"token": "H", "logprob": "-0.5", "bytes": "H", "top_logprobs": {}}]},
            "message": {"content": "Hi"}}]),
        ),
        (
            "choices",
            json!([{"content_filter_results": [], "message": {"content": "Hi"}}]),
        ),
        (
            "choices",
            json!([{"content_filter_results": {"hate": "safe", "error": 1}, "message": {"content": "Hi"}}]),
        ),
    ] {
        let body = completion(name, value.clone());
        let (_server, chat) = once(json_reply(&body.to_string())).await;
        let response = chat
            .chat("Hi")
            .await
            .unwrap_or_else(|error| panic!("{name} {value}: {error}"));
        assert_eq!(response.text(), "Hi", "{name} {value}");
        if name != "model" {
            assert_eq!(response.model, "m", "{name} {value}");
        }
        if name != "usage" {
            assert_eq!(
                response.usage.as_ref().map(|usage| usage.total_tokens),
                Some(2),
                "{name} {value}"
            );
        }
    }
}

/// What is asked of an error: kind, status, code, whether it is transient, and whether the request may have been processed.
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

async fn collect(body: &str) -> Result<CreateChatCompletionResponse, Error> {
    let (_server, chat) = once(reply(200, &[("content-type", "text/event-stream")], body)).await;
    chat.chat("Hi").stream().await?.into_value().collect_response().await
}

#[tokio::test]
async fn stream_of_any_habit_has_its_text() {
    let chunk = |text: &str| format!(r#"{{"id":"c","choices":[{{"index":0,"delta":{{"content":"{text}"}}}}]}}"#);
    let (first, last) = (
        chunk("H"),
        r#"{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#,
    );
    let second = chunk("i");
    let events =
        |between: &str, end: &str| format!("data: {first}\n\n{between}data: {second}\n\ndata: {last}\n\n{end}");
    let done = "data: [DONE]\n\n";
    for body in [
        events("", done),
        events("", ""),
        events("", "data: [DONE]"),
        events("", "data:[DONE]  \n\ndata: [DONE]\n\n"),
        events("", "data: [DONE]\n\ndata: {\"choices\":[]}\n\n"),
        events("", done).replace('\n', "\r\n"),
        events("", done).replace('\n', "\r"),
        format!("\u{feff}{}", events("", done)),
        events("", done).replace("data: ", "data:"),
        events("event: message\nid: 7\nretry: 10\n\n", done),
        events(": ping\n\n", done),
        events("data: {\"choices\":[]}\n\n", done),
        events("data: {\"choices\":null}\n\n", done),
        events("data: {\"choices\":[{\"index\":0}]}\n\n", done),
        events(
            "data: {\"choices\":[{\"index\":0,\"delta\":null,\"finish_reason\":null}]}\n\n",
            done,
        ),
        events(
            "data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":null}}]}\n\n",
            done,
        ),
        events(
            "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"logprobs\":[]}]}\n\n",
            done,
        ),
        events(
            "data: {\"choices\":[{\"finish_reason\":null,\"index\":0,\"content_filter_results\":{},\"content_filter_offsets\":{\"check_offset\":1}}]}\n\n",
            done,
        ),
        events("data: {\"choices\":[],\"usage\":{\"total_tokens\":\"2\"}}\n\n", done),
        events(
            "data: {\"object\":\"\",\"created\":0,\"model\":\"\",\"choices\":[],\"prompt_filter_results\":[]}\n\n",
            done,
        ),
        events("data:\n\n", done),
        events("data: \n\n", done),
        format!("data: {first}\ndata:\n\ndata: {second}\n\ndata: {last}\n\n{done}"),
    ] {
        let response = collect(&body).await.unwrap_or_else(|error| panic!("{body}: {error:?}"));
        assert_eq!(response.text(), "Hi", "{body}");
    }
}

#[tokio::test]
async fn error_within_a_stream_is_never_its_end() {
    let start = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"H\"}}]}\n\n";
    for end in [
        "data: {\"error\":{\"code\":\"500\",\"message\":\"x\"}}\n\n",
        "data: {\"error\":\"overloaded\"}\n\n",
        "event: error\ndata: overloaded\n\n",
        "event: error\ndata: {\"message\":\"x\"}\n\n",
        "data: {\"object\":\"error\",\"message\":\"x\",\"code\":40303}\n\n",
        "data: {\"detail\":\"x\"}\n\n",
        "{\"error\":{\"message\":\"x\"}}\n\n",
        "error: {\"message\":\"x\"}\n\n",
        "data: <html>502</html>\n\n",
        "data: {\"choices\":[{\"index\":0,\"delta\"\n\n",
        "",
    ] {
        for done in ["", "data: [DONE]\n\n"] {
            // With `[DONE]` and no error the stream is whole.
            if end.is_empty() && !done.is_empty() {
                continue;
            }
            let error = match collect(&[start, end, done].concat()).await {
                Ok(_) => panic!("{end:?} {done:?} is a success"),
                Err(error) => error,
            };
            assert!(
                matches!(
                    error.kind(),
                    ErrorKind::Stream | ErrorKind::Decode | ErrorKind::Truncated
                ),
                "{end}: {error:?}"
            );
        }
    }
}

#[tokio::test]
async fn list_with_odd_fields_is_read_to_its_end() {
    let file = |id: &str| json!({"id": id, "bytes": "12", "created_at": "1712000000", "status": 3});
    for (pages, expected) in [
        (vec![json!({"data": null})], 0),
        (vec![json!({"data": []})], 0),
        (vec![json!({"object": "list"})], 0),
        (vec![json!({"data": [file("a"), file("b")], "has_more": "false"})], 2),
        (
            vec![json!({"data": [file("a")], "has_more": null}), json!({"data": []})],
            1,
        ),
        (
            vec![
                json!({"data": [file("a")], "has_more": true}),
                json!({"data": [file("b")], "has_more": false}),
            ],
            2,
        ),
        (
            vec![
                json!({"data": [file("a")], "has_more": 1, "last_id": "a"}),
                json!({"data": [], "has_more": 0}),
            ],
            1,
        ),
        (vec![json!({"data": file("a"), "has_more": false})], 1),
    ] {
        let replies = pages.clone();
        let service =
            Service::start(move |asked| Reply::json(replies[asked.count.min(replies.len() - 1)].clone())).await;
        let files = service.client().files().list().all().await;
        let files = files.unwrap_or_else(|error| panic!("{pages:?}: {error:?}"));
        assert_eq!(files.len(), expected, "{pages:?}");
        assert!(files.iter().all(|file| file.bytes == Some(12)), "{files:?}");
    }
    // A page that is not a list is an error, not an empty one.
    for page in [
        json!("<html>"),
        json!([]),
        json!({"error": {"code": "x", "message": "y"}}),
        json!({"statusCode": 500, "message": "y"}),
    ] {
        let body = page.clone();
        let service = Service::start(move |_| Reply::json(body.clone())).await;
        assert!(service.client().files().list().all().await.is_err(), "{page}");
    }
}
