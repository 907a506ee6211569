//! A decoded response.

use azure_openai_core::Response;
use azure_openai_inference::CreateChatCompletionResponse;
use serde::de::DeserializeOwned;

use super::error::StructuredError;

/// A decoded response, from [`ChatRequest::parse`](crate::chat::ChatRequest::parse).
#[derive(Debug)]
#[non_exhaustive]
pub struct Parsed<T> {
    /// The value.
    pub value: T,
    /// The response that it is in, with usage, status, headers and request id.
    pub response: Response<CreateChatCompletionResponse>,
}

impl<T: DeserializeOwned> Parsed<T> {
    pub(super) fn of(response: Response<CreateChatCompletionResponse>) -> Result<Self, StructuredError> {
        match response.parsed() {
            Ok(value) => Ok(Self { value, response }),
            Err(source) => Err(StructuredError::Response {
                source,
                response: Box::new(response),
            }),
        }
    }
}
