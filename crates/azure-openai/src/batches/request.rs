//! What can be a request of a batch, and what its response is.

use azure_openai_core::Value;
use azure_openai_inference as inference;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A request of a batch, which knows its endpoint and the type of its response.
pub trait BatchRequest: Serialize + 'static {
    /// The response of such a request.
    type Response: DeserializeOwned + Send + 'static;
    /// The endpoint, such as `/chat/completions`; `None` where it has to be set.
    const ENDPOINT: Option<&'static str>;
}

impl BatchRequest for inference::CreateChatCompletionRequest {
    type Response = inference::CreateChatCompletionResponse;
    const ENDPOINT: Option<&'static str> = Some("/chat/completions");
}

#[cfg(feature = "completions")]
impl BatchRequest for inference::CreateCompletionRequest {
    type Response = inference::CreateCompletionResponse;
    const ENDPOINT: Option<&'static str> = Some("/completions");
}

#[cfg(feature = "embeddings")]
impl BatchRequest for inference::CreateEmbeddingRequest {
    type Response = inference::CreateEmbeddingResponse;
    const ENDPOINT: Option<&'static str> = Some("/embeddings");
}

/// Requests of any endpoint, as JSON.
impl BatchRequest for Value {
    type Response = Value;
    const ENDPOINT: Option<&'static str> = None;
}
