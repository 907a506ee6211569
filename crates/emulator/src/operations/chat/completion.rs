//! Makes a completion of replies: stop sequences, limits, filter, usage.

use uuid::Uuid;

use super::request::ChatRequest;
use super::tools::ToolChoice;
use crate::generation::completion::{self, Ending};
use crate::generation::filter;
use crate::generation::finish::{self, Budget};
use crate::generation::model::{TextModel, Usage};
use crate::generation::text_parts::Text;
use crate::reply::Reply;

pub(super) type Completion = completion::Completion<Choice>;

#[derive(Debug)]
pub(super) struct Choice {
    pub(super) content: Option<Text>,
    pub(super) calls: Vec<ToolCall>,
    pub(super) ending: Ending,
}

#[derive(Debug)]
pub(super) struct ToolCall {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) arguments: String,
}

/// Makes `n` choices, each from its `reply`.
pub(super) fn complete(
    request: &ChatRequest<'_>,
    model: TextModel,
    prompt_tokens: usize,
    created: i64,
    cut_marker: &str,
    reply: impl Fn(usize) -> Reply,
) -> Completion {
    // Without a limit of the caller, the context and the model limit the completion.
    let limit = request
        .max_tokens
        .unwrap_or_else(|| model.output.min(model.context - prompt_tokens));
    let (mut completion_tokens, mut reasoning_tokens) = (0, 0);
    let mut choices = Vec::with_capacity(request.n);
    for index in 0..request.n {
        let mut budget = Budget::new(model, limit);
        reasoning_tokens += budget.think(request.reasoning_tokens);
        choices.push(choice(request, reply(index), cut_marker, &mut budget));
        completion_tokens += budget.spent();
    }
    let usage = Usage::new(prompt_tokens, completion_tokens);
    Completion {
        id: format!("chatcmpl-{}", Uuid::new_v4().simple()),
        created,
        model,
        prompt_results: vec![filter::prompt_results(0, request.texts())].into(),
        choices,
        usage: match model.reasoning {
            true => usage.with_reasoning(reasoning_tokens),
            false => usage,
        },
        logprobs: request.logprobs,
    }
}

fn choice(request: &ChatRequest<'_>, reply: Reply, cut_marker: &str, budget: &mut Budget) -> Choice {
    let mut by_filter = None;
    let content = reply.content.map(|content| {
        let ended = finish::end(content, &request.stop, cut_marker, budget);
        by_filter = ended.by_filter;
        ended.text
    });
    let mut calls = Vec::with_capacity(reply.tool_calls.len());
    // After a cut by the filter there are no tool calls.
    let wanted = reply.tool_calls.into_iter().filter(|_| by_filter.is_none());
    for call in wanted {
        let name = budget.spend(call.name);
        // A tool call without its whole name is dropped.
        if budget.cut {
            break;
        }
        calls.push(ToolCall {
            id: format!("call_{}", Uuid::new_v4().simple()),
            name,
            arguments: budget.spend(call.arguments),
        });
    }
    // Tool calls are not filtered.
    let passed = match &content {
        Some(text) => filter::completion_results(&text.text, &reply.filter_results),
        None => reply.filter_results.into_iter().collect(),
    };
    // As in the service, a forced tool call ends with `stop`.
    let reason = if calls.is_empty() || matches!(request.tool_choice, ToolChoice::Function(_)) {
        "stop"
    } else {
        "tool_calls"
    };
    Choice {
        content,
        calls,
        ending: Ending::new(passed, reply.cut, by_filter, reply.finish_reason, budget, reason),
    }
}
