//! What happens in a tool loop.

use azure_openai_inference::{ChatCompletionToolCall, ChatEvent, Usage};
use serde::Serialize;

/// An event of a [tool loop](super::ToolLoop). Serialized with its kind as `type`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum ToolEvent {
    /// A tool was started.
    ToolStart {
        /// The tool call.
        call: ChatCompletionToolCall,
    },
    /// A tool has ended.
    ToolResult {
        /// The tool call.
        call: ChatCompletionToolCall,
        /// The text for the model.
        result: String,
        /// Whether it failed, which the model sees.
        failed: bool,
    },
    /// All tools of a round have ended, and their results are sent next.
    Round {
        /// The number of the round, from 1.
        round: usize,
        /// The tokens of all requests so far.
        usage: Box<Usage>,
    },
    /// An event of a response of the model, where the loop is [streamed](super::ToolLoop::streamed). Serialized as it
    /// is.
    #[serde(untagged)]
    Chat(ChatEvent),
}

impl ToolEvent {
    /// Returns the text of a text event.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Chat(event) => event.text(),
            _ => None,
        }
    }
}
