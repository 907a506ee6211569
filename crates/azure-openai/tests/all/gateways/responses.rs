//! Responses that differ from the specification.

use azure_openai::{Client, Credential, Endpoint, FilePart, Value};
use serde_json::json;

use super::{completion, once};
use crate::server::{KEY, Server, json as json_reply, reply};
use crate::support::client_of;
use crate::support::scripted::{Reply, Service};

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
