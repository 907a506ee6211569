//! One request for embeddings.

use azure_openai_core::{Json, RequestBuilder};
use azure_openai_inference::{
    CreateEmbeddingRequest, CreateEmbeddingResponse, EmbeddingEncodingFormat, EmbeddingInput,
};

use crate::deployment::Deployment;
use crate::options::{awaitable, request_type};

impl Deployment {
    /// Creates embeddings of a text, or of up to 2048 of them; [`embed_all`](Self::embed_all) takes any number.
    pub fn embed(&self, input: impl Into<EmbeddingInput>) -> EmbedRequest {
        self.embed_request(CreateEmbeddingRequest::new(input))
    }

    /// Creates embeddings from a whole request.
    pub fn embed_request(&self, request: CreateEmbeddingRequest) -> EmbedRequest {
        EmbedRequest::new(self, request)
    }
}

request_type! {
    /// A request for embeddings, to be awaited or [sent](Self::send). Vectors are requested as base64 unless
    /// [`with_encoding_format`](Self::with_encoding_format) says otherwise.
    #[derive(Clone)]
    EmbedRequest(CreateEmbeddingRequest) {
        with_user(impl Into<String>),
        with_input_type(impl Into<String>),
        with_encoding_format(impl Into<EmbeddingEncodingFormat>),
    } {
        with_dimensions
    }
}

impl EmbedRequest {
    /// Returns the request as core sends it.
    pub fn into_builder(mut self) -> RequestBuilder<Json<CreateEmbeddingResponse>> {
        let format = &mut self.request.encoding_format;
        format.get_or_insert(EmbeddingEncodingFormat::Base64);
        let operations = self.deployment.client.inference.embeddings();
        let builder = operations.create(&self.deployment.name, &self.request);
        builder.with_options(self.options)
    }
}

awaitable!(EmbedRequest, CreateEmbeddingResponse);
