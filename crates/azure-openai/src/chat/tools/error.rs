//! Errors of tools.

use std::fmt;

use azure_openai_core::Error;

use azure_openai_inference::{ChatCompletionMessage, ChatCompletionToolCall};

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// An error of a tool. By default its text is sent to the model, which continues with that; a [fatal](Self::fatal) error
/// ends the loop.
///
/// Any error becomes one with `?`. Its text is sent to the model, so it should hold nothing that the model's user must
/// not see.
#[derive(Debug)]
pub struct ToolError {
    message: String,
    fatal: Option<BoxError>,
}

impl ToolError {
    /// Creates an error with the text for the model.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            fatal: None,
        }
    }

    /// Creates an error that ends the loop, see [`ToolLoopError::Tool`]. It is not sent to the model.
    pub fn fatal(error: impl Into<BoxError>) -> Self {
        let error = error.into();
        Self {
            message: error.to_string(),
            fatal: Some(error),
        }
    }

    /// Returns the text for the model, or the error that ends the loop.
    pub(super) fn into_message(self) -> Result<String, BoxError> {
        match self.fatal {
            None => Ok(format!("Error: {}", self.message)),
            Some(error) => Err(error),
        }
    }
}

impl fmt::Display for ToolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// The text for the model is what the error displays as. (So `ToolError` itself cannot be a `std::error::Error`.)
impl<E: std::error::Error> From<E> for ToolError {
    fn from(error: E) -> Self {
        Self::new(error.to_string())
    }
}

/// An error of a [tool loop](super::ToolLoop).
///
/// It has the conversation so far, without tool calls that have no result: it can be sent again as it is.
#[derive(Debug)]
#[non_exhaustive]
pub enum ToolLoopError {
    /// A chat completion failed.
    Request {
        /// The error.
        source: Error,
        /// The conversation, as it was sent.
        messages: Vec<ChatCompletionMessage>,
    },
    /// The model still called tools after the allowed number of rounds.
    TooManyRounds {
        /// The number of rounds.
        rounds: usize,
        /// The tool calls that were not run.
        tool_calls: Vec<ChatCompletionToolCall>,
        /// The conversation before them.
        messages: Vec<ChatCompletionMessage>,
    },
    /// A tool failed with a [fatal](ToolError::fatal) error.
    Tool {
        /// The name of the function.
        name: String,
        /// The error.
        source: BoxError,
        /// The conversation before the tool call.
        messages: Vec<ChatCompletionMessage>,
    },
}

impl ToolLoopError {
    /// Returns the conversation so far.
    pub fn messages(&self) -> &[ChatCompletionMessage] {
        match self {
            Self::Request { messages, .. } | Self::TooManyRounds { messages, .. } | Self::Tool { messages, .. } => {
                messages
            }
        }
    }

    /// Returns the conversation so far.
    pub fn into_messages(self) -> Vec<ChatCompletionMessage> {
        match self {
            Self::Request { messages, .. } | Self::TooManyRounds { messages, .. } | Self::Tool { messages, .. } => {
                messages
            }
        }
    }
}

impl fmt::Display for ToolLoopError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request { source, .. } => source.fmt(f),
            Self::TooManyRounds { rounds, tool_calls, .. } => {
                let names: Vec<_> = tool_calls.iter().map(|call| &*call.function.name).collect();
                write!(
                    f,
                    "the model still called {} after {rounds} rounds of tools: allow more rounds, or tell it when to stop",
                    names.join(", ")
                )
            }
            Self::Tool { name, source, .. } => write!(f, "tool `{name}` failed: {source}"),
        }
    }
}

impl std::error::Error for ToolLoopError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Request { source, .. } => Some(source),
            Self::TooManyRounds { .. } => None,
            Self::Tool { source, .. } => Some(&**source),
        }
    }
}
