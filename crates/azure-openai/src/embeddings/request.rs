//! One request for embeddings.

use azure_openai_core::{Json, RequestBuilder};

use crate::deployment::Deployment;
use crate::settings::{CallSettings, awaitable, call_settings, request_setters};
use azure_openai_inference::{
    CreateEmbeddingRequest, CreateEmbeddingResponse, EmbeddingEncodingFormat, EmbeddingInput,
};

impl Deployment {
    /// Embeddings of a text, or of up to 2048 of them; [`embed_all`](Self::embed_all) takes any number.
    pub fn embed(&self, input: impl Into<EmbeddingInput>) -> EmbedRequest {
        self.embed_request(CreateEmbeddingRequest::new(input))
    }

    /// Embeddings from a whole request.
    pub fn embed_request(&self, request: CreateEmbeddingRequest) -> EmbedRequest {
        EmbedRequest::new(self.clone(), request)
    }
}

/// A request for embeddings that waits to be awaited or [sent](Self::send).
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is awaited"]
pub struct EmbedRequest {
    deployment: Deployment,
    request: CreateEmbeddingRequest,
    pub(super) settings: CallSettings,
}

impl EmbedRequest {
    pub(crate) fn new(deployment: Deployment, request: CreateEmbeddingRequest) -> Self {
        Self {
            deployment,
            request,
            settings: CallSettings::default(),
        }
    }

    request_setters!(CreateEmbeddingRequest {
        user = with_user(impl Into<String>),
        input_type = with_input_type(impl Into<String>),
        encoding_format = with_encoding_format(impl Into<EmbeddingEncodingFormat>),
        dimensions = with_dimensions(i64),
    });

    call_settings!();

    /// Core's call, for settings that are only there.
    pub fn into_builder(mut self) -> RequestBuilder<Json<CreateEmbeddingResponse>> {
        let format = &mut self.request.encoding_format;
        format.get_or_insert(EmbeddingEncodingFormat::Base64);
        let operations = self.deployment.client.embeddings();
        let call = operations.create(&self.deployment.name, &self.request);
        self.settings.apply(call)
    }
}

awaitable!(EmbedRequest, CreateEmbeddingResponse);
