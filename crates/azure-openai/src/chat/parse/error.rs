//! Errors of structured output.

use std::fmt;

use azure_openai_core::{Error, Response};
use azure_openai_inference::{CreateChatCompletionResponse, ParseError};

/// Why a response gave no value of the type.
#[derive(Debug)]
#[non_exhaustive]
pub enum StructuredError {
    /// The request failed, or the type has no strict schema and nothing was sent.
    Request(Error),
    /// There is a response, but it is not a value of the type: a refusal, the content filter, the limit of tokens, tool
    /// calls, or JSON that does not decode.
    Response {
        /// Which of these.
        source: ParseError,
        /// The response.
        response: Box<Response<CreateChatCompletionResponse>>,
    },
    /// The stream broke off.
    Interrupted {
        /// The error.
        source: Error,
        /// The response so far.
        response: Box<Response<CreateChatCompletionResponse>>,
    },
}

impl StructuredError {
    /// Returns the response, where there is one: text, tool calls, usage, headers.
    pub fn response(&self) -> Option<&Response<CreateChatCompletionResponse>> {
        match self {
            Self::Request(_) => None,
            Self::Response { response, .. } | Self::Interrupted { response, .. } => Some(response),
        }
    }

    /// Returns what the model wrote: its text, as far as it came, or its refusal.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Request(_) => None,
            Self::Response { source, .. } => source.text(),
            Self::Interrupted { response, .. } => response.content(),
        }
    }

    /// Returns the request id, for Microsoft's support.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Request(error) => error.request_id(),
            _ => self.response()?.head().request_id(),
        }
    }
}

impl From<Error> for StructuredError {
    fn from(error: Error) -> Self {
        Self::Request(error)
    }
}

impl fmt::Display for StructuredError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request(source) | Self::Interrupted { source, .. } => return source.fmt(f),
            Self::Response { source, .. } => source.fmt(f)?,
        }
        match self.request_id() {
            Some(id) => write!(f, " [request id {id}]"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for StructuredError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(match self {
            Self::Request(source) | Self::Interrupted { source, .. } => source,
            Self::Response { source, .. } => source,
        })
    }
}
