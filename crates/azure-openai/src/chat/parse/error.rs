//! Errors of structured output.

use azure_openai_core::{Error, Response};
use azure_openai_inference::{CreateChatCompletionResponse, ParseError};

/// Why a response gave no value of the type.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StructuredError {
    /// The request failed, or the type has no strict schema and nothing was sent.
    #[error("{0}")]
    Request(#[source] Error),
    /// There is a response, but it is not a value of the type: a refusal, the content filter, the limit of tokens, tool
    /// calls, or JSON that does not decode.
    #[error("{source}{}", request_id(response))]
    Response {
        /// Which of these.
        source: ParseError,
        /// The response.
        response: Box<Response<CreateChatCompletionResponse>>,
    },
    /// The stream broke off.
    #[error("{source}")]
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
/// The request id, at the end of a message.
fn request_id(response: &Response<CreateChatCompletionResponse>) -> String {
    let id = response.head().request_id();
    id.map(|id| format!(" [request id {id}]")).unwrap_or_default()
}
