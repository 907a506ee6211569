//! Streams under another content type, and other bodies in place of a stream.

use azure_openai::chat::ChatEvent;
use azure_openai::{Error, ErrorKind, Value, user};
use serde_json::json;

use crate::server::{Server, reply};
use crate::support::client_of;

const LABELS: [&str; 4] = ["text/event-stream", "application/json", "text/plain; charset=utf-8", ""];

/// The events of a body under a content type, and the response collected from them.
async fn read(label: &'static str, body: &str) -> Result<(Vec<ChatEvent>, Value), Error> {
    let headers = match label {
        "" => vec![],
        label => vec![("content-type", label)],
    };
    let bytes = reply(200, &headers, body);
    let server = Server::start(move |_, _| bytes.clone()).await;
    let chat = client_of(&server).deployment("d");
    let mut stream = chat.chat([user("17 × 23?")]).stream().await?.into_value();
    let mut events = Vec::new();
    while let Some(event) = stream.next().await {
        events.push(event?);
    }
    Ok((events, serde_json::to_value(stream.partial()).unwrap()))
}

#[tokio::test]
async fn chunks_are_read_under_any_content_type() {
    let chunk = |delta: Value, reason: Option<&str>| {
        let choice = json!({"index": 0, "delta": delta, "finish_reason": reason});
        format!(
            "data:{}\r\n\r\n",
            json!({"id": "c-5", "model": "m", "choices": [choice]})
        )
    };
    for start in ["", "\u{feff}", ": waiting\r\n\r\n", "retry: 3000\r\nevent: chunk\r\n"] {
        let body = [
            start,
            &chunk(json!({"content": "Ho"}), None),
            &chunk(json!({}), Some("stop")),
        ]
        .concat();
        for label in LABELS {
            let (events, response) = read(label, &body).await.unwrap();
            assert_eq!(events.len(), 2, "{label} {body}");
            assert_eq!(response["choices"][0]["message"]["content"], "Ho");
        }
    }
}

#[tokio::test]
async fn whole_response_is_collected_unchanged() {
    let safe = json!({"hate": {"filtered": false, "severity": "safe"}});
    let call = |id: &str| json!({"id": id, "type": "function", "function": {"name": "add", "arguments": "{\"a\":1}"}});
    let response = json!({
        "id": "c-6", "object": "chat.completion", "created": 1_760_000_001, "model": "m", "system_fingerprint": "f",
        "prompt_filter_results": [{"prompt_index": 0, "content_filter_results": safe}],
        "choices": [
            {"index": 0, "finish_reason": "stop", "content_filter_results": safe, "logprobs": {"content": [
                {"token": "391", "logprob": -0.25, "bytes": [51, 57, 49]}]},
             "message": {"role": "assistant", "content": "391", "reasoning_content": "17 × 20 + 17 × 3", "thought": {"n": 1},
                "annotations": [{"type": "url_citation", "url_citation": {"url": "https://example.com", "title": "x",
                    "start_index": 0, "end_index": 3}}]}},
            {"index": 1, "finish_reason": "tool_calls", "newer": true,
             "message": {"role": "assistant", "tool_calls": [call("a"), call("b"), call("c")]}}
        ],
        "usage": {"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 7}
    });
    for label in LABELS {
        for text in [response.to_string(), format!("\u{feff}\n{response:#}\n")] {
            let (events, collected) = read(label, &text).await.unwrap();
            assert_eq!(collected, response, "{label}");
            let finishes = events.iter().filter(|event| matches!(event, ChatEvent::Finish { .. }));
            assert_eq!(finishes.count(), 2);
        }
        // One choice in place of a list of one.
        let choice = json!({"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "391"}});
        let (events, _) = read(label, &json!({"choices": choice}).to_string()).await.unwrap();
        assert_eq!(events[0].text(), Some("391"));
    }
}

#[tokio::test]
async fn anything_else_in_place_of_a_stream_is_an_error() {
    for label in LABELS {
        for (body, kind) in [
            (
                r#"{"error":{"code":"DeploymentNotFound","message":"no"}}"#,
                ErrorKind::Stream,
            ),
            (r#"{"statusCode":500,"message":"no"}"#, ErrorKind::Stream),
            (r#"{"id":"c","choices":null,"error_message":"no"}"#, ErrorKind::Stream),
            (r#"{"id":"c","model":"m"}"#, ErrorKind::Decode),
            (r#"{"id":"c","choices":[{"index":0,"mess"#, ErrorKind::Truncated),
            ("{\"id\":\"c\",\"choices\":[}", ErrorKind::Decode),
        ] {
            let error = read(label, body).await.unwrap_err();
            assert_eq!(error.kind(), kind, "{label} {body}: {error}");
        }
    }
    let error = read("text/html", "<p>Sign in first</p>").await.unwrap_err();
    assert_eq!(
        (error.kind(), error.body_start()),
        (ErrorKind::Decode, Some("<p>Sign in first</p>"))
    );
}
