//! Clients of both APIs for the test servers.

use azure_openai::{Client, Credential, RetryPolicy};
use azure_openai_core::{Pipeline, PipelineBuilder};

/// The key that every test client sends. It must appear nowhere but in the `api-key` header.
pub const KEY: &str = "canary-5f0e1c9a7b3d-key";

/// The default api-version of the inference client, from its specification.
pub const INFERENCE_VERSION: &str = "2024-06-01";

/// The latest api-version whose parameters are typed.
pub const NEWEST_VERSION: &str = "2025-04-01-preview";

/// The default api-version of the authoring client, from its specification.
pub const AUTHORING_VERSION: &str = "2025-03-01-preview";

/// Creates a client that sends to the URL with [`KEY`] and does not retry.
pub fn client(url: &str) -> Client {
    crate::trace::start();
    Client::builder()
        .with_endpoint(url)
        .with_credential(Credential::api_key(KEY))
        .with_retry_policy(RetryPolicy::none())
        .build()
        .unwrap()
}

/// Creates a pipeline to the URL with [`KEY`], without an api-version and without retries.
pub fn pipeline(url: &str) -> PipelineBuilder {
    crate::trace::start();
    Pipeline::builder()
        .with_endpoint(url)
        .with_credential(Credential::api_key(KEY))
        .with_retry_policy(RetryPolicy::none())
}
