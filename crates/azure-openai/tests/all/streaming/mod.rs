//! Streams of typed events, and what is collected of them.

mod chat;
mod ends;
mod labels;
mod recorded;
mod tool_calls;

use azure_openai::chat::{ChatEvent, ChatStream};
use azure_openai::inference::ChatCompletionFinishReason;
use azure_openai::{Error, Value, user};
use serde_json::json;

use crate::support::streaming;

async fn read(events: &[Value], end: &str) -> (Vec<ChatEvent>, Option<Error>, ChatStream) {
    let (server, chat) = streaming(events, end).await;
    let mut stream = chat.chat([user("Hi")]).stream().await.unwrap().into_value();
    let body: Value = serde_json::from_slice(&server.last().body).unwrap();
    assert_eq!(body["stream"], true);
    let mut seen = Vec::new();
    loop {
        match stream.next().await {
            None => return (seen, None, stream),
            Some(Ok(event)) => seen.push(event),
            Some(Err(error)) => {
                assert!(stream.next().await.is_none(), "it goes on after an error");
                return (seen, Some(error), stream);
            }
        }
    }
}

fn choice(fields: Value) -> Value {
    json!({"id": "c-1", "object": "chat.completion.chunk", "created": 7, "model": "gpt-4o", "choices": [fields]})
}

fn delta(text: &str) -> Value {
    choice(json!({"index": 0, "delta": {"content": text}, "finish_reason": null, "content_filter_results": {}}))
}

fn finish(reason: &str) -> Value {
    choice(json!({"index": 0, "delta": {}, "finish_reason": reason}))
}

fn call(fields: Value) -> Value {
    choice(json!({"index": 0, "delta": {"tool_calls": [fields]}}))
}

fn text(text: &str) -> ChatEvent {
    ChatEvent::Text {
        choice: 0,
        text: text.to_owned(),
    }
}

fn finished(reason: ChatCompletionFinishReason) -> ChatEvent {
    ChatEvent::Finish { choice: 0, reason }
}

/// The calls seen whole, as ID, name and arguments.
fn whole_calls(events: &[ChatEvent]) -> Vec<(&str, &str, &str)> {
    let calls = events.iter().filter_map(|event| match event {
        ChatEvent::ToolCall { call, .. } => Some(call),
        _ => None,
    });
    calls
        .map(|call| (&*call.id, &*call.function.name, &*call.function.arguments))
        .collect()
}
