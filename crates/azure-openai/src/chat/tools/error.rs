//! Errors of tools.

use std::fmt;
use std::time::Duration;

use azure_openai_core::Error;
use azure_openai_inference::{ChatCompletionMessage, ChatCompletionToolCall};

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// An error of a tool. By default its text is sent to the model, which continues with that; a [fatal](Self::fatal)
/// error ends the loop.
///
/// With `?` every error becomes one, and so does a text: its [`Display`](fmt::Display) is sent to the model, so it
/// should hold nothing that the model's user must not see. (This is why a `ToolError` itself has no `Display`.)
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

    /// Creates an error that ends the loop, see [`ToolLoopErrorKind::Tool`]. It is not sent to the model.
    pub fn fatal(error: impl Into<BoxError>) -> Self {
        let error = error.into();
        Self {
            message: error.to_string(),
            fatal: Some(error),
        }
    }

    /// Returns the text.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns whether it ends the loop.
    pub fn is_fatal(&self) -> bool {
        self.fatal.is_some()
    }

    /// Returns the text for the model, or the error that ends the loop.
    pub(super) fn into_message(self) -> Result<String, BoxError> {
        match self.fatal {
            None => Ok(format!("Error: {}", self.message)),
            Some(error) => Err(error),
        }
    }
}

impl<E: fmt::Display> From<E> for ToolError {
    fn from(error: E) -> Self {
        Self::new(error.to_string())
    }
}

/// An error of a [tool loop](super::ToolLoop), with the conversation so far.
#[derive(Debug)]
#[non_exhaustive]
pub struct ToolLoopError {
    /// What happened.
    pub kind: ToolLoopErrorKind,
    /// The conversation so far, without tool calls that have no result: it can be sent again as it is.
    pub messages: Vec<ChatCompletionMessage>,
}

/// What ended a [tool loop](super::ToolLoop).
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ToolLoopErrorKind {
    /// A chat completion failed.
    #[error("{0}")]
    Request(#[source] Error),
    /// The loop reached one of its limits, and the model had not responded.
    #[error("{}", limited(limit, tool_calls))]
    Limit {
        /// Which limit.
        limit: ToolLoopLimit,
        /// The tool calls that were not run to their end.
        tool_calls: Vec<ChatCompletionToolCall>,
    },
    /// A tool failed with a [fatal](ToolError::fatal) error.
    #[error("tool `{name}` failed: {source}")]
    Tool {
        /// The name of the function.
        name: String,
        /// The error.
        source: BoxError,
    },
}

/// A limit of a [tool loop](super::ToolLoop).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ToolLoopLimit {
    /// The number of rounds of tools: [`with_max_rounds`](super::ToolLoop::with_max_rounds).
    Rounds(usize),
    /// The tokens of all requests: [`with_max_total_tokens`](super::ToolLoop::with_max_total_tokens).
    Tokens(u64),
    /// The time of the whole loop: [`with_time_limit`](super::ToolLoop::with_time_limit).
    Time(Duration),
}

impl fmt::Display for ToolLoopLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rounds(rounds) => write!(f, "{rounds} rounds of tools"),
            Self::Tokens(tokens) => write!(f, "{tokens} tokens"),
            Self::Time(time) => write!(f, "{time:?}"),
        }
    }
}

fn limited(limit: &ToolLoopLimit, tool_calls: &[ChatCompletionToolCall]) -> String {
    if tool_calls.is_empty() {
        return format!("the model did not respond within {limit}: raise the limit");
    }
    let names: Vec<_> = tool_calls.iter().map(|call| &*call.function.name).collect();
    let names = names.join(", ");
    format!("the model still called {names} after {limit}: raise the limit, or instruct the model when to stop")
}

impl fmt::Display for ToolLoopError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl std::error::Error for ToolLoopError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.kind.source()
    }
}
