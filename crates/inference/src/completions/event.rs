//! What is new in a chunk of a text completion.

use serde::Serialize;

use crate::{CompletionFinishReason, CompletionLogprobs, FilterAnnotation, PromptFilterResult, Usage};

/// An event of a streamed text completion. Serialized with its kind as `type`: `{"type": "text", "choice": 0, …}`.
///
/// `choice` is the index of the choice that it belongs to: 0 unless the request has several prompts or an `n` of 2 or
/// more.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum CompletionEvent {
    /// Text that is appended, never empty.
    Text {
        /// The index of the choice.
        choice: i64,
        /// The text.
        text: String,
    },
    /// The content filter results of a prompt; they come first.
    PromptFilter(Box<PromptFilterResult>),
    /// The content filter results of the text, unless they are empty.
    Filter(FilterAnnotation),
    /// Log probabilities of the tokens of the text that came with them.
    Logprobs {
        /// The index of the choice.
        choice: i64,
        /// The log probabilities.
        logprobs: Box<CompletionLogprobs>,
    },
    /// The finish reason of a choice. Results of an asynchronous filter can follow it.
    Finish {
        /// The index of the choice.
        choice: i64,
        /// The reason.
        reason: CompletionFinishReason,
    },
    /// The token usage, if requested by `stream_options`; it comes last.
    Usage(Box<Usage>),
}

impl CompletionEvent {
    /// Returns the text of a text event, of whichever choice.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text { text, .. } => Some(text),
            _ => None,
        }
    }
}
