//! Both clients, made for a server of the tests.

use azure_openai_core::{Credential, Endpoint, Pipeline, PipelineBuilder};

/// The key that every client of the tests sends. It must be seen nowhere but in the header `api-key`.
pub const KEY: &str = "canary-5f0e1c9a7b3d-key";

/// The version of the document that the inference client is made from.
pub const INFERENCE_VERSION: &str = "2024-06-01";

/// The version of the document that the authoring client is made from.
pub const AUTHORING_VERSION: &str = "2025-03-01-preview";

/// The client of each document.
#[derive(Clone, Debug)]
pub struct Clients {
    /// Chat, completions, embeddings, images, audio.
    pub inference: azure_openai_inference::Client,
    /// Files, batches, fine-tuning, ingestion.
    pub authoring: azure_openai_authoring::Client,
}

/// Clients that share connections and send to the URL with [`KEY`].
pub fn clients(url: &str) -> Clients {
    let pipeline = builder(url)
        .api_version(INFERENCE_VERSION)
        .build()
        .unwrap();
    Clients {
        authoring: azure_openai_authoring::Client::new(
            pipeline.with_api_version(AUTHORING_VERSION),
        ),
        inference: azure_openai_inference::Client::new(pipeline),
    }
}

/// A pipeline to the URL with [`KEY`], still without an api-version.
pub fn builder(url: &str) -> PipelineBuilder {
    Pipeline::builder()
        .endpoint(Endpoint::parse(url).unwrap())
        .credential(Credential::api_key(KEY))
}
