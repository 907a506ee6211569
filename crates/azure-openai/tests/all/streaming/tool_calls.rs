//! Tool calls in parts.

use azure_openai::chat::ChatEvent;
use azure_openai::inference::ChatCompletionFinishReason;
use serde_json::json;

use super::{call, choice, finish, finished, read, whole_calls};
use crate::support::DONE;

#[tokio::test]
async fn tool_calls_come_in_parts_and_whole() {
    let (events, error, stream) = read(
        &[
            choice(json!({"index": 0, "delta": {"role": "assistant", "content": ""}})),
            call(json!({"index": 0, "id": "a", "type": "function", "function": {"name": "f", "arguments": ""}})),
            call(json!({"index": 1, "id": "b", "type": "function", "function": {"name": "g", "arguments": "{"}})),
            // Mixed, without IDs, and one with the name repeated.
            call(json!({"index": 0, "function": {"arguments": "{\"x\""}})),
            call(json!({"index": 1, "id": "", "function": {"name": "g", "arguments": "}"}})),
            call(json!({"index": 0, "function": {"arguments": ":1}"}})),
            finish("tool_calls"),
        ],
        DONE,
    )
    .await;
    assert!(error.is_none());
    assert_eq!(whole_calls(&events), [("a", "f", "{\"x\":1}"), ("b", "g", "{}")]);
    let parts = events
        .iter()
        .filter(|event| matches!(event, ChatEvent::ToolCallPart { .. }));
    assert_eq!(parts.count(), 5);
    assert_eq!(events.last(), Some(&finished(ChatCompletionFinishReason::ToolCalls)));
    let whole = stream.partial();
    assert_eq!((whole.tool_calls().len(), whole.content()), (2, None));
}

#[tokio::test]
async fn tool_calls_without_index_are_distinguished_by_their_ids() {
    let part = |id: &str, arguments: &str| call(json!({"id": id, "function": {"name": "f", "arguments": arguments}}));
    let (events, error, _) = read(
        &[part("a", "{}"), part("b", "{\"x\""), part("b", ":2}"), finish("stop")],
        DONE,
    )
    .await;
    assert!(error.is_none());
    assert_eq!(whole_calls(&events), [("a", "f", "{}"), ("b", "f", "{\"x\":2}")]);
}

#[tokio::test]
async fn cut_tool_call_is_not_an_event() {
    let events = [
        call(json!({"index": 0, "id": "a", "function": {"name": "f", "arguments": "{}"}})),
        call(json!({"index": 1, "id": "b", "function": {"name": "g", "arguments": "{\"x"}})),
    ];
    for (last, end) in [(Some(finish("length")), DONE), (None, "")] {
        let all: Vec<_> = events.iter().cloned().chain(last.clone()).collect();
        let (seen, error, stream) = read(&all, end).await;
        let expected: &[_] = if last.is_some() { &[("a", "f", "{}")] } else { &[] };
        assert_eq!(whole_calls(&seen), expected);
        assert_eq!(error.is_some(), last.is_none());
        assert_eq!(stream.partial().tool_calls()[1].function.arguments, "{\"x");
    }
    // `[DONE]` without a reason: nothing says that they are not whole.
    let (seen, error, _) = read(&events[..1], DONE).await;
    assert_eq!((whole_calls(&seen).len(), error.is_none()), (1, true));
}

#[tokio::test]
async fn parts_of_a_tool_call_under_a_drifting_index_stay_together() {
    let parts = [
        call(json!({"index": 0, "id": "call_1", "type": "function", "function": {"name": "sun", "arguments": ""}})),
        call(json!({"index": 0, "function": {"arguments": "{\"at\":\"no"}})),
        call(json!({"index": 2, "function": {"arguments": "on\"}"}})),
        finish("tool_calls"),
    ];
    let (events, error, _) = read(&parts, DONE).await;
    assert!(error.is_none());
    assert_eq!(whole_calls(&events), [("call_1", "sun", "{\"at\":\"noon\"}")]);
}

#[tokio::test]
async fn tool_calls_without_ids_are_distinguished_by_their_names() {
    let part = |name: &str, arguments: &str| {
        call(json!({"index": 0, "type": "function", "function": {"name": name, "arguments": arguments}}))
    };
    let parts = [
        part("open", "{\"file\":\"x\"}"),
        part("close", "{\"file\":\"y\"}"),
        finish("tool_calls"),
    ];
    let (events, error, _) = read(&parts, DONE).await;
    assert!(error.is_none());
    assert_eq!(
        whole_calls(&events),
        [("", "open", "{\"file\":\"x\"}"), ("", "close", "{\"file\":\"y\"}")]
    );
}
