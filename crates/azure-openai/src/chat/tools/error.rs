//! What can go wrong with tools.

use std::fmt;

use azure_openai_core::Error;

use azure_openai_inference::{ChatCompletionMessage, ChatCompletionToolCall};

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Why a tool gives no result. By default the model is told, and goes on with that; one that is
/// [fatal](Self::fatal) ends the loop.
///
/// Any error becomes one with `?`. Its text goes to the model, so it should hold nothing that the model's user must not
/// see.
#[derive(Debug)]
pub struct ToolError {
    message: String,
    fatal: Option<BoxError>,
}

impl ToolError {
    /// An error that the model is told in these words.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            fatal: None,
        }
    }

    /// An error that ends the loop, see [`ToolLoopError::Tool`]. The model is not told.
    pub fn fatal(error: impl Into<BoxError>) -> Self {
        let error = error.into();
        Self {
            message: error.to_string(),
            fatal: Some(error),
        }
    }

    /// What the model is told, or what ends the loop.
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

/// The model is told what the error displays as. (So `ToolError` itself cannot be a `std::error::Error`.)
impl<E: std::error::Error> From<E> for ToolError {
    fn from(error: E) -> Self {
        Self::new(error.to_string())
    }
}

/// Why a [loop over tools](super::ToolLoop) gave no answer.
///
/// Each has the conversation up to then, without calls of tools that were not answered: it can be sent again as it is.
#[derive(Debug)]
#[non_exhaustive]
pub enum ToolLoopError {
    /// A chat completion failed.
    Call {
        /// Why.
        source: Error,
        /// The conversation, as it was sent.
        messages: Vec<ChatCompletionMessage>,
    },
    /// The model wanted tools called still, after as many rounds as were allowed.
    TooManyRounds {
        /// How many that were.
        rounds: usize,
        /// What it wanted called next.
        wanted: Vec<ChatCompletionToolCall>,
        /// The conversation before that.
        messages: Vec<ChatCompletionMessage>,
    },
    /// A tool failed with a [fatal](ToolError::fatal) error.
    Tool {
        /// The function.
        name: String,
        /// Why.
        source: BoxError,
        /// The conversation before the model wanted it called.
        messages: Vec<ChatCompletionMessage>,
    },
}

impl ToolLoopError {
    /// The conversation up to then.
    pub fn messages(&self) -> &[ChatCompletionMessage] {
        match self {
            Self::Call { messages, .. } | Self::TooManyRounds { messages, .. } | Self::Tool { messages, .. } => {
                messages
            }
        }
    }

    /// The conversation up to then.
    pub fn into_messages(self) -> Vec<ChatCompletionMessage> {
        match self {
            Self::Call { messages, .. } | Self::TooManyRounds { messages, .. } | Self::Tool { messages, .. } => {
                messages
            }
        }
    }
}

impl fmt::Display for ToolLoopError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Call { source, .. } => source.fmt(f),
            Self::TooManyRounds { rounds, wanted, .. } => {
                let names: Vec<_> = wanted.iter().map(|call| &*call.function.name).collect();
                write!(
                    f,
                    "after {rounds} rounds of tools the model still wants {} called: allow more rounds, or tell it when \
                     to stop",
                    names.join(", ")
                )
            }
            Self::Tool { name, source, .. } => write!(f, "the tool `{name}` failed: {source}"),
        }
    }
}

impl std::error::Error for ToolLoopError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Call { source, .. } => Some(source),
            Self::TooManyRounds { .. } => None,
            Self::Tool { source, .. } => Some(&**source),
        }
    }
}
