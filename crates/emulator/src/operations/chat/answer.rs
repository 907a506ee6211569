//! From replies to the answer's body: stop sequences, limits, usage, annotations.

use serde_json::{Value, json};
use twox_hash::XxHash64;
use uuid::Uuid;

use super::ChatModel;
use super::filter;
use super::request::ChatRequest;
use super::tools::ToolChoice;
use crate::reply::Reply;

/// The body, and the tokens of prompt and completions together.
pub(super) fn answer(
    request: &ChatRequest<'_>,
    model: ChatModel,
    prompt_tokens: usize,
    created: i64,
    reply: impl Fn(usize) -> Reply,
) -> (Value, usize) {
    // What the context leaves, or the model can do, bounds an answer for which the caller set no limit.
    let limit = request
        .max_tokens
        .unwrap_or_else(|| model.output.min(model.context - prompt_tokens));
    let mut completion_tokens = 0;
    let mut choices = Vec::with_capacity(request.n);
    for index in 0..request.n {
        let (choice, tokens) = finish(request, model, limit, reply(index), index);
        completion_tokens += tokens;
        choices.push(choice);
    }
    let total_tokens = prompt_tokens + completion_tokens;
    let fingerprint = XxHash64::oneshot(0, model.id.as_bytes()) >> 24;
    let body = json!({
        "id": format!("chatcmpl-{}", Uuid::new_v4().simple()),
        "object": "chat.completion",
        "created": created,
        "model": model.id,
        "system_fingerprint": format!("fp_{fingerprint:010x}"),
        "prompt_filter_results": filter::prompt_results(),
        "choices": choices,
        "usage": {"prompt_tokens": prompt_tokens, "completion_tokens": completion_tokens, "total_tokens": total_tokens},
    });
    (body, total_tokens)
}

/// One choice, and its tokens.
fn finish(
    request: &ChatRequest<'_>,
    model: ChatModel,
    limit: usize,
    reply: Reply,
    index: usize,
) -> (Value, usize) {
    let mut budget = Budget {
        model,
        left: limit,
        cut: false,
    };
    let content = reply
        .content
        .map(|text| budget.spend(stop_at(text, &request.stop)));
    let mut calls = Vec::with_capacity(reply.tool_calls.len());
    for call in reply.tool_calls {
        let name = budget.spend(call.name);
        // A call without its whole name is no call.
        if budget.cut {
            break;
        }
        let arguments = budget.spend(call.arguments);
        let id = format!("call_{}", Uuid::new_v4().simple());
        calls.push(json!({"id": id, "type": "function", "function": {"name": name, "arguments": arguments}}));
    }
    let reason = match reply.finish_reason {
        Some(reason) => reason,
        None if budget.cut => "length".to_owned(),
        // As the service has it: a call that the caller ordered is no reason of the model's own.
        None if calls.is_empty() || matches!(request.tool_choice, ToolChoice::Function(_)) => {
            "stop".to_owned()
        }
        None => "tool_calls".to_owned(),
    };
    let results = filter::completion_results(content.is_some());
    let mut message = json!({"role": "assistant", "content": content});
    if !calls.is_empty() {
        message["tool_calls"] = calls.into();
    }
    let choice = json!({
        "index": index,
        "finish_reason": reason,
        "logprobs": null,
        "message": message,
        "content_filter_results": results,
    });
    (choice, limit - budget.left)
}

/// The text up to the first stop sequence. An empty one stops nothing.
fn stop_at(mut text: String, stop: &[&str]) -> String {
    let ends = stop
        .iter()
        .filter(|stop| !stop.is_empty())
        .filter_map(|stop| text.find(stop));
    if let Some(end) = ends.min() {
        text.truncate(end);
    }
    text
}

/// The tokens that a choice may still use.
struct Budget {
    model: ChatModel,
    left: usize,
    /// Whether something did not fit.
    cut: bool,
}

impl Budget {
    /// Takes the tokens of a text, and cuts it where they run out.
    fn spend(&mut self, text: String) -> String {
        let vocabulary = self.model.vocabulary;
        match vocabulary.cut(&text, self.left) {
            Some(kept) => {
                self.cut = true;
                self.left = 0;
                kept
            }
            None => {
                self.left -= vocabulary.count(&text);
                text
            }
        }
    }
}
