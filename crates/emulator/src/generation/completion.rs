//! Completions of chats and of texts, before they are written as a whole or as chunks.

use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;
use twox_hash::XxHash64;
use uuid::Uuid;

use super::filter;
use super::finish::{self, Budget};
use super::logprobs;
use crate::reply::{Content, Reply};
use crate::state::models::TextModel;

/// A completion, streamed or not.
#[derive(Debug)]
pub(crate) struct Completion {
    pub(crate) kind: Kind,
    pub(crate) id: String,
    /// In seconds since 1970.
    pub(crate) created: i64,
    pub(crate) model: TextModel,
    pub(crate) model_id: Arc<str>,
    pub(crate) prompt_results: Value,
    pub(crate) choices: Vec<Choice>,
    pub(crate) usage: Usage,
    /// The number of alternatives to report for each token, if log probabilities are requested.
    pub(crate) logprobs: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Chat,
    Text,
}

#[derive(Debug)]
pub(crate) struct Choice {
    /// Always there in a completion of a text.
    pub(crate) content: Option<Content>,
    pub(crate) calls: Vec<ToolCall>,
    pub(crate) ending: Ending,
    /// Where the text starts, in characters from the start of the prompt.
    pub(crate) offset: usize,
}

#[derive(Debug)]
pub(crate) struct ToolCall {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) arguments: String,
}

/// How a choice ended.
#[derive(Debug)]
pub(crate) struct Ending {
    pub(crate) reason: String,
    /// The filter results of the text that passed.
    pub(crate) passed: Value,
    /// The filter results if the filter cut the choice.
    cut: Option<Value>,
}

/// Token counts, as in a response.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Usage {
    pub(crate) prompt_tokens: usize,
    pub(crate) completion_tokens: usize,
    pub(crate) total_tokens: usize,
    /// Of models that reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    completion_tokens_details: Option<CompletionDetails>,
}

#[derive(Clone, Copy, Debug, Default, Serialize)]
struct CompletionDetails {
    accepted_prediction_tokens: usize,
    audio_tokens: usize,
    reasoning_tokens: usize,
    rejected_prediction_tokens: usize,
}

impl Usage {
    pub(crate) fn new(prompt_tokens: usize, completion_tokens: usize) -> Self {
        Self {
            prompt_tokens,
            completion_tokens,
            total_tokens: prompt_tokens + completion_tokens,
            completion_tokens_details: None,
        }
    }

    /// The same, of which so many completion tokens were thoughts.
    pub(crate) fn with_reasoning(mut self, reasoning_tokens: usize) -> Self {
        self.completion_tokens_details = Some(CompletionDetails {
            reasoning_tokens,
            ..CompletionDetails::default()
        });
        self
    }
}

impl Completion {
    /// The `system_fingerprint`, the same for the same model.
    pub(crate) fn fingerprint(&self) -> String {
        let hash = XxHash64::oneshot(0, self.model_id.as_bytes()) >> 24;
        format!("fp_{hash:010x}")
    }

    /// The log probabilities of tokens that start `offset` characters into prompt and text; `null` unless requested.
    pub(crate) fn logprobs(&self, tokens: &[u32], offset: usize) -> Value {
        match (self.logprobs, self.kind) {
            (None, _) => Value::Null,
            (Some(top), Kind::Chat) => logprobs::chat(self.model.vocabulary, tokens, top),
            (Some(top), Kind::Text) => logprobs::completion(self.model.vocabulary, tokens, top, offset),
        }
    }
}

impl Choice {
    /// Makes a choice of a reply, ended by stop sequences, limits and the filter. `reason` is its `finish_reason` if it
    /// has tool calls.
    pub(crate) fn new(reply: Reply, stop: &[&str], cut_marker: &str, budget: &mut Budget, reason: &str) -> Self {
        let mut by_filter = None;
        let content = reply.content.map(|mut content| {
            (content.text, by_filter) = finish::end(content.text, stop, cut_marker, budget);
            content
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
            Some(content) => filter::completion_results(&content.text, &reply.filter_results),
            None => reply.filter_results.into_iter().collect(),
        };
        // A script's category cuts, unless the tokens ran out before, or else the marker that was found.
        let category = match reply.cut {
            Some(category) if !budget.cut => Some(category),
            _ => by_filter.map(str::to_owned),
        };
        let reason = match reply.finish_reason {
            _ if category.is_some() => "content_filter".to_owned(),
            Some(scripted) => scripted,
            None if budget.cut => "length".to_owned(),
            None if calls.is_empty() => "stop".to_owned(),
            None => reason.to_owned(),
        };
        Self {
            content,
            calls,
            ending: Ending {
                reason,
                cut: category.map(|category| filter::cut_results(&passed, &category)),
                passed,
            },
            offset: 0,
        }
    }

    /// The text; empty where there are tool calls only.
    pub(crate) fn text(&self) -> &str {
        self.content.as_ref().map_or("", |content| &content.text)
    }
}

impl Ending {
    /// The filter results of the whole choice.
    pub(crate) fn results(&self) -> &Value {
        self.cut.as_ref().unwrap_or(&self.passed)
    }
}
