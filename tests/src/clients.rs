//! A client of both APIs, made for a server of the tests.

use azure_openai::{Client, Credential, RetryPolicy};
use azure_openai_core::{Endpoint, Pipeline, PipelineBuilder};

/// The key that every client of the tests sends. It must be seen nowhere but in the header `api-key`.
pub const KEY: &str = "canary-5f0e1c9a7b3d-key";

/// The api-version that the inference client must send unasked: its document's.
pub const INFERENCE_VERSION: &str = "2024-06-01";

/// The api-version that the authoring client must send unasked: its document's.
pub const AUTHORING_VERSION: &str = "2025-03-01-preview";

/// A client that sends to the URL with [`KEY`], once.
pub fn client(url: &str) -> Client {
    crate::trace::start();
    Client::builder()
        .with_endpoint(url)
        .with_credential(Credential::api_key(KEY))
        .with_retry_policy(RetryPolicy::none())
        .build()
        .unwrap()
}

/// A pipeline to the URL with [`KEY`], without an api-version, that sends once.
pub fn pipeline(url: &str) -> PipelineBuilder {
    crate::trace::start();
    Pipeline::builder()
        .endpoint(Endpoint::parse(url).unwrap())
        .credential(Credential::api_key(KEY))
        .retry_policy(RetryPolicy::none())
}
