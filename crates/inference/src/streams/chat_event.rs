//! What is new in a chunk of a chat completion.

use azure_openai_core::Extra;
use serde::Serialize;

use super::filter::FilterAnnotation;
use crate::{
    ChatCompletionAudio, ChatCompletionContext, ChatCompletionFinishReason, ChatCompletionFunctionCall,
    ChatCompletionLogprobs, ChatCompletionToolCall, PromptFilterResult, Usage,
};

/// An event of a streamed chat completion. Serialized with its kind as `type`: `{"type": "text", "choice": 0, …}`.
///
/// `choice` is the index of the choice that it belongs to: 0 unless the request has `n` of 2 or more.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChatEvent {
    /// Text that is appended to the response, never empty.
    Text {
        /// The index of the choice.
        choice: i64,
        /// The text.
        text: String,
    },
    /// Text that is appended to the model's refusal, never empty.
    Refusal {
        /// The index of the choice.
        choice: i64,
        /// The text.
        text: String,
    },
    /// Text that is appended to the model's reasoning, never empty.
    Reasoning {
        /// The index of the choice.
        choice: i64,
        /// The text.
        text: String,
    },
    /// A part of the spoken response: its `data` and `transcript` are appended.
    Audio {
        /// The index of the choice.
        choice: i64,
        /// The part.
        audio: Box<ChatCompletionAudio>,
    },
    /// What the data sources contributed.
    Context {
        /// The index of the choice.
        choice: i64,
        /// The citations and the intent.
        context: Box<ChatCompletionContext>,
    },
    /// A part of a call of a function, from before there were tools.
    FunctionCallPart {
        /// The index of the choice.
        choice: i64,
        /// The part: the name comes first, the arguments are appended.
        call: Box<ChatCompletionFunctionCall>,
    },
    /// A part of a tool call, as received: for showing progress. What to act on is [`ToolCall`](Self::ToolCall).
    ToolCallPart {
        /// The index of the choice.
        choice: i64,
        /// The index of the tool call, as the service counts.
        index: i64,
        /// The ID of the tool call; it comes with the first part only, if at all.
        id: Option<String>,
        /// The name of the function; it comes with the first part only.
        name: Option<String>,
        /// A part of the arguments' JSON; it can be empty.
        arguments: String,
    },
    /// A tool call that is whole. All tool calls of a choice come just before its finish reason, in order. One that was
    /// cut by `length` or `content_filter` does not come.
    ToolCall {
        /// The index of the choice.
        choice: i64,
        /// The tool call.
        call: Box<ChatCompletionToolCall>,
    },
    /// The content filter results of a prompt; they come first.
    PromptFilter(Box<PromptFilterResult>),
    /// The content filter results of the response, unless they are empty.
    Filter(FilterAnnotation),
    /// Log probabilities of the tokens of the text that came with them.
    Logprobs {
        /// The index of the choice.
        choice: i64,
        /// The log probabilities.
        logprobs: Box<ChatCompletionLogprobs>,
    },
    /// The finish reason of a choice. Results of an asynchronous filter can follow it.
    Finish {
        /// The index of the choice.
        choice: i64,
        /// The reason.
        reason: ChatCompletionFinishReason,
    },
    /// The token usage, if requested by `stream_options`; it comes last.
    Usage(Box<Usage>),
    /// Fields of the message that this version of the crate does not know, such as ones of later api-versions.
    Other {
        /// The index of the choice.
        choice: i64,
        /// The fields.
        fields: Extra,
    },
}

impl ChatEvent {
    /// Returns the text of a text event, of whichever choice.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text { text, .. } => Some(text),
            _ => None,
        }
    }
}
