//! How streams end.

use std::time::Duration;

use azure_openai::chat::{ChatEvent, ChatStream};
use azure_openai::{ErrorKind, Value, user};
use serde_json::json;

use super::{choice, delta, finish, read, text, whole_calls};
use crate::server::{Server, open_head};
use crate::support::{DONE, client_of, streaming};

#[tokio::test]
async fn truncated_stream_is_an_error_and_keeps_what_came() {
    for end in ["", "data: {\"choices\":[{\"ind"] {
        let (events, error, stream) = read(&[delta("Hal"), delta("f")], end).await;
        assert_eq!(events, [text("Hal"), text("f")]);
        let error = error.unwrap();
        assert!(error.is_truncated() && error.request_id() == Some("r-1"), "{error:?}");
        assert_eq!(
            (stream.partial().text(), stream.partial().finish_reason()),
            ("Half", None)
        );
    }
}

#[tokio::test]
async fn error_event_is_a_typed_error() {
    let failed = json!({"error": {"code": "429", "message": "Slow down."}});
    let (events, error, stream) = read(&[delta("Hi"), failed, delta("never")], DONE).await;
    let error = error.unwrap();
    assert_eq!(
        (events.len(), error.kind(), error.code()),
        (1, ErrorKind::Stream, Some("429"))
    );
    assert!(error.is_rate_limited());
    assert_eq!(stream.partial().text(), "Hi");
}

#[tokio::test]
async fn stalled_stream_times_out() {
    let head = open_head("text/event-stream");
    let event = format!("data: {}\n\n", delta("H")).into_bytes();
    let server = Server::start_with(move |_, _| (vec![head.clone(), event.clone()], true)).await;
    let call = client_of(&server).deployment("d").chat([user("Hi")]);
    let mut stream = call
        .with_idle_timeout(Duration::from_millis(50))
        .stream()
        .await
        .unwrap();
    let error = stream.collect_response().await.unwrap_err();
    assert_eq!((error.kind(), stream.partial().text()), (ErrorKind::Timeout, "H"));
}

#[tokio::test]
async fn empty_finish_reasons_do_not_finish_a_choice() {
    for empty in ["", "null"] {
        let part =
            |fields: Value| choice(json!({"index": 0, "delta": {"tool_calls": [fields]}, "finish_reason": empty}));
        let chunks = [
            part(
                json!({"index": 0, "id": "call_9", "type": "function", "function": {"name": "find", "arguments": "{\"q\":"}}),
            ),
            part(json!({"index": 0, "function": {"arguments": "\"Voss\"}"}})),
        ];
        let whole = [chunks[0].clone(), chunks[1].clone(), finish("tool_calls")];
        let (events, error, stream) = read(&whole, DONE).await;
        assert!(error.is_none(), "{error:?}");
        let finishes = events.iter().filter(|event| matches!(event, ChatEvent::Finish { .. }));
        assert_eq!(finishes.count(), 1);
        assert_eq!(whole_calls(&events), [("call_9", "find", "{\"q\":\"Voss\"}")]);
        assert_eq!(tool_calls(&stream), owned(&[("call_9", "find", "{\"q\":\"Voss\"}")]));

        let (_, error, _) = read(&chunks, "").await;
        assert_eq!(error.unwrap().kind(), ErrorKind::Truncated);
    }
}

fn tool_calls(stream: &ChatStream) -> Vec<(String, String, String)> {
    let response = stream.partial();
    let calls = response.tool_calls().iter();
    calls
        .map(|call| {
            (
                call.id.clone(),
                call.function.name.clone(),
                call.function.arguments.clone(),
            )
        })
        .collect()
}

fn owned(calls: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    let owned = |(id, name, arguments): &(&str, &str, &str)| (id.to_string(), name.to_string(), arguments.to_string());
    calls.iter().map(owned).collect()
}

#[tokio::test]
async fn error_events_of_other_shapes_are_transient_where_they_say_so() {
    let flat =
        json!({"id": "c", "choices": null, "error_type": "BadRequest", "error_message": "full", "error_code": 400});
    let typed = json!({"error": {"message": "Too much to do. Send it again.", "type": "server_error", "code": null}});
    let gateway = json!({"code": "ServiceUnavailable", "message": "no backend"});
    for (failed, code, is_transient) in [
        (flat, Some("400"), false),
        (typed, None, true),
        (gateway, Some("ServiceUnavailable"), true),
    ] {
        for before in [&[][..], &[delta("Hi")]] {
            let events: Vec<_> = before.iter().cloned().chain([failed.clone()]).collect();
            let (seen, error, stream) = read(&events, DONE).await;
            let error = error.unwrap();
            assert_eq!(
                (seen.len(), error.kind(), error.code()),
                (before.len(), ErrorKind::Stream, code)
            );
            assert_eq!(
                (error.is_transient(), error.is_truncated()),
                (is_transient, false),
                "{error}"
            );
            assert_eq!(stream.partial().choices.len(), before.len());
        }
    }
}

#[tokio::test]
async fn comments_keep_a_stream_alive_that_has_no_events() {
    let events = [delta("4"), finish("stop")].map(|event| format!("data: {event}\n\n").into_bytes());
    let [first, last] = events;
    let mut chunks = vec![open_head("text/event-stream"), first];
    chunks.extend(std::iter::repeat_n(b": keep-alive\n\n".to_vec(), 10));
    chunks.extend([last, DONE.into()]);
    let server = Server::start_paced(chunks, Duration::from_millis(20), b": keep-alive\n\n").await;
    let chat = client_of(&server).deployment("d");
    let request = chat.chat([user("Hi")]).with_idle_timeout(Duration::from_millis(150));
    let mut stream = request.stream().await.unwrap();
    assert_eq!(stream.collect_response().await.unwrap().text(), "4");
}

#[tokio::test]
async fn usage_that_was_requested_belongs_to_the_whole_response() {
    let usage = json!({"choices": [], "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}});
    let events = [delta("Hi"), finish("stop"), usage];
    for (count, end, is_whole) in [(3, "", true), (2, DONE, true), (2, "", false)] {
        let (_server, chat) = streaming(&events[..count], end).await;
        let mut stream = chat.chat("Hi").with_usage().stream().await.unwrap();
        let response = stream.collect_response().await;
        assert_eq!(response.is_ok(), is_whole);
        assert!(response.is_ok() || stream.partial().text() == "Hi");
    }
    let (_server, chat) = streaming(&events[..2], "").await;
    assert!(chat.chat("Hi").stream().await.unwrap().collect_response().await.is_ok());
}

#[tokio::test]
async fn every_stream_that_broke_is_truncated() {
    let event = format!("data: {}\n\n", delta("Hi"));
    // The connection is closed before the announced length, or within the chunk of a chunked body.
    let short = format!("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: 900\r\n\r\n{event}");
    let chunked = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n{:x}\r\n{event}\r\n",
        event.len()
    );
    for (bytes, stalls) in [(short.clone(), false), (chunked, false), (short, true)] {
        let server = Server::start_with(move |_, _| (vec![bytes.clone().into_bytes()], stalls)).await;
        let request = client_of(&server).deployment("d").chat("Hi");
        let mut stream = request
            .with_idle_timeout(Duration::from_millis(100))
            .stream()
            .await
            .unwrap();
        let error = stream.collect_response().await.unwrap_err();
        assert!(error.is_truncated() && error.is_transient(), "{error:?}");
        assert_eq!(error.is_timeout(), stalls);
        assert_eq!(stream.partial().text(), "Hi");
    }
}
