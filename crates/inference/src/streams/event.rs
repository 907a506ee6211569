//! What is new in a chunk, one thing at a time.

use std::sync::Arc;

use azure_openai_core::{ContentFilterResults, Extra};

use crate::{
    ChatCompletionFinishReason, ChatCompletionLogprobs, ChatCompletionToolCall, CompletionFinishReason,
    CompletionLogprobs, ContentFilterOffsets, PromptFilterResult, Usage,
};

/// One thing that a streamed chat completion tells.
///
/// `choice` is the index of the answer that it belongs to: 0 unless the request asks for several with `n`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChatEvent {
    /// A piece of the answer's text, never empty.
    Text {
        /// The index of the choice.
        choice: i64,
        /// The piece.
        text: String,
    },
    /// A piece of a tool call, as it came: for showing progress. What to act on is [`ToolCall`](Self::ToolCall).
    ToolCallPart {
        /// The index of the choice.
        choice: i64,
        /// Which tool call of the choice it is, from 0.
        index: i64,
        /// The call's ID; it comes with the first piece only, if at all.
        id: Option<String>,
        /// The function's name; it comes with the first piece only.
        name: Option<String>,
        /// A piece of the arguments' JSON; it can be empty.
        arguments: String,
    },
    /// A tool call that is whole. All of a choice come just before its finish reason, in order. One that was cut off by
    /// `length` or `content_filter` is not told.
    ToolCall {
        /// The index of the choice.
        choice: i64,
        /// The call.
        call: Box<ChatCompletionToolCall>,
    },
    /// What the content filter found in a prompt; it comes first.
    PromptFilter(Box<PromptFilterResult>),
    /// What the content filter found in the answer, where it found out anything.
    Filter(FilterAnnotation),
    /// Log probabilities of the tokens of the text that came with them.
    Logprobs {
        /// The index of the choice.
        choice: i64,
        /// The log probabilities.
        logprobs: Box<ChatCompletionLogprobs>,
    },
    /// Why the choice ended. What an asynchronous filter finds can come after it.
    Finish {
        /// The index of the choice.
        choice: i64,
        /// The reason.
        reason: ChatCompletionFinishReason,
    },
    /// How many tokens the call used, if asked for by `stream_options`; it comes last.
    Usage(Box<Usage>),
    /// Members of the message that this version of the crate does not know, such as a `refusal`.
    Other {
        /// The index of the choice.
        choice: i64,
        /// The members.
        members: Extra,
    },
}

impl ChatEvent {
    /// The text, if it is a piece of text, of whichever choice.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text { text, .. } => Some(text),
            _ => None,
        }
    }
}

/// One thing that a streamed text completion tells.
///
/// `choice` is the index of the answer that it belongs to: 0 unless there are several prompts, or several answers are
/// asked for with `n`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CompletionEvent {
    /// A piece of the text, never empty.
    Text {
        /// The index of the choice.
        choice: i64,
        /// The piece.
        text: String,
    },
    /// What the content filter found in a prompt; it comes first.
    PromptFilter(Box<PromptFilterResult>),
    /// What the content filter found in the answer, where it found out anything.
    Filter(FilterAnnotation),
    /// Log probabilities of the tokens of the text that came with them.
    Logprobs {
        /// The index of the choice.
        choice: i64,
        /// The log probabilities.
        logprobs: Box<CompletionLogprobs>,
    },
    /// Why the choice ended. What an asynchronous filter finds can come after it.
    Finish {
        /// The index of the choice.
        choice: i64,
        /// The reason.
        reason: CompletionFinishReason,
    },
    /// How many tokens the call used, if asked for by `stream_options`; it comes last.
    Usage(Box<Usage>),
}

impl CompletionEvent {
    /// The text, if it is a piece of text, of whichever choice.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text { text, .. } => Some(text),
            _ => None,
        }
    }
}

/// What the content filter found in a stretch of an answer.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FilterAnnotation {
    /// The index of the choice.
    pub choice: i64,
    /// What was found, by category.
    pub results: Arc<ContentFilterResults>,
    /// The stretch, where an asynchronous filter tells it; otherwise the text that came with it.
    pub offsets: Option<Box<ContentFilterOffsets>>,
}
