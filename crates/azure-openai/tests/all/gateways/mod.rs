//! Habits of gateways, proxies and compatible servers, in tables: what was sent, and what the caller gets.

mod errors;
mod responses;
mod streams;

use azure_openai::{Deployment, Value};
use serde_json::json;

use crate::server::Server;
use crate::support::replying;

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
