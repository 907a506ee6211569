//! Content is captured only on request, in the shape of the semantic conventions.

use azure_openai_core::{Error, Pipeline};
use azure_openai_inference::{self as inference, CreateChatCompletionRequest};
use serde_json::{Value, json};
use tests::clients::{KEY, pipeline};
use tests::server::{Reply, Server};

use super::spans::Spans;

fn capturing(server: &Server) -> inference::Client {
    let pipeline: Result<Pipeline, Error> = pipeline(server.url()).with_capture_content(true).build();
    inference::Client::new(pipeline.unwrap())
}

fn messages(value: &Value) -> Value {
    serde_json::from_str(value.as_str().unwrap()).unwrap()
}

#[tokio::test]
async fn chat_with_tools_is_captured_in_full() {
    let spans = Spans::collect();
    let call = json!({"id": "call_1", "type": "function",
                      "function": {"name": "weather", "arguments": "{\"place\":\"Paris\"}"}});
    let server = Server::start(Reply::json(&json!({
        "id": "c-1", "object": "chat.completion", "created": 1, "model": "gpt-4o",
        "choices": [{"index": 0, "finish_reason": "tool_calls",
                     "message": {"role": "assistant", "content": "Let me see.", "tool_calls": [call]}}]
    })))
    .await;
    let request: CreateChatCompletionRequest = serde_json::from_value(json!({
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": [
                {"type": "text", "text": "Where is it warm?"},
                {"type": "image_url", "image_url": {"url": "https://example.com/map.png"}},
                {"type": "image_url", "image_url": {"url": "data:image/png;base64,aGk="}}
            ]},
            {"role": "assistant", "tool_calls": [call]},
            {"role": "tool", "tool_call_id": "call_1", "content": "rain"}
        ],
        // Not part of the messages, so not captured.
        "data_sources": [{"key": "canary-search-key"}]
    }))
    .unwrap();
    let chats = capturing(&server).chat_completions();
    chats.create("gpt-4o", &request).await.unwrap();
    let (span, _) = spans.call();
    let tool_call = json!({"type": "tool_call", "id": "call_1", "name": "weather", "arguments": {"place": "Paris"}});
    assert_eq!(
        messages(span.get("gen_ai.input.messages")),
        json!([
            {"role": "system", "parts": [{"type": "text", "content": "Be brief."}]},
            {"role": "user", "parts": [
                {"type": "text", "content": "Where is it warm?"},
                {"type": "uri", "modality": "image", "uri": "https://example.com/map.png"},
                {"type": "image"}
            ]},
            {"role": "assistant", "parts": [tool_call]},
            {"role": "tool", "parts": [{"type": "tool_call_response", "id": "call_1", "response": "rain"}]}
        ])
    );
    assert_eq!(
        messages(span.get("gen_ai.output.messages")),
        json!([{"role": "assistant", "finish_reason": "tool_calls",
                "parts": [{"type": "text", "content": "Let me see."}, tool_call]}])
    );
}

#[tokio::test]
async fn stream_is_captured_as_one_message() {
    let spans = Spans::collect();
    let chunk = |delta: Value, reason: Option<&str>| {
        json!({"id": "c-1", "object": "chat.completion.chunk", "created": 1, "model": "gpt-4o",
               "choices": [{"index": 0, "delta": delta, "finish_reason": reason}]})
    };
    let call = |id: Option<&str>, name: Option<&str>, arguments: &str| json!({"tool_calls": [{"index": 0, "id": id, "function": {"name": name, "arguments": arguments}}]});
    let server = Server::start(Reply::events(&[
        chunk(json!({"content": "Let me "}), None),
        chunk(json!({"content": "see."}), None),
        chunk(call(Some("call_1"), Some("weather"), ""), None),
        chunk(call(None, None, "{\"place\":"), None),
        chunk(call(None, None, "\"Paris\"}"), Some("tool_calls")),
    ]))
    .await;
    let request = CreateChatCompletionRequest::new([inference::messages::user("Hi")]);
    let chats = capturing(&server).chat_completions();
    let mut stream = chats.create_stream("gpt-4o", &request).await.unwrap();
    while let Some(event) = stream.next().await {
        event.unwrap();
    }
    let (span, _) = spans.call();
    assert_eq!(
        messages(span.get("gen_ai.output.messages")),
        json!([{"role": "assistant", "finish_reason": "tool_calls", "parts": [
            {"type": "text", "content": "Let me see."},
            {"type": "tool_call", "id": "call_1", "name": "weather", "arguments": {"place": "Paris"}}
        ]}])
    );
}

#[tokio::test]
async fn secret_in_two_chunks_is_not_captured() {
    let spans = Spans::collect();
    let (start, end) = KEY.split_at(6);
    let events = [start, end].map(|content| {
        json!({"id": "c-1", "object": "chat.completion.chunk", "created": 1, "model": "gpt-4o",
               "choices": [{"index": 0, "delta": {"content": content}, "finish_reason": "stop"}]})
    });
    let server = Server::start(Reply::events(&events)).await;
    let request = CreateChatCompletionRequest::new([inference::messages::user("Hi")]);
    let chats = capturing(&server).chat_completions();
    let mut stream = chats.create_stream("gpt-4o", &request).await.unwrap();
    while let Some(event) = stream.next().await {
        event.unwrap();
    }
    let (span, _) = spans.call();
    assert_eq!(
        messages(span.get("gen_ai.output.messages")),
        json!([{"role": "assistant", "finish_reason": "stop", "parts": [{"type": "text", "content": "[redacted]"}]}])
    );
}

#[tokio::test]
async fn content_is_not_captured_by_default() {
    let spans = Spans::collect();
    let server = Server::start(Reply::json(&json!({
        "id": "c-1", "object": "chat.completion", "created": 1, "model": "gpt-4o",
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "canary-response"}}]
    })))
    .await;
    let request = CreateChatCompletionRequest::new([inference::messages::user("canary-prompt")]);
    let client = tests::clients::client(server.url());
    let chats = client.inference().chat_completions();
    chats.create("gpt-4o", &request).await.unwrap();
    let (span, attempts) = spans.call();
    let text = format!("{span:?} {attempts:?}");
    assert!(!text.contains("canary"), "{text}");
}
