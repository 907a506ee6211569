//! Embeddings: texts as vectors.
//!
//! They are asked for as base64, which is a tenth of the work of JSON numbers on either side, and handed out as `f32`.
//!
//! ```no_run
//! # async fn run(deployment: azure_openai::Deployment) -> Result<(), azure_openai::Error> {
//! let answer = deployment.embed(["a cat", "a dog"]).dimensions(256).await?;
//! for vector in answer.vectors() {
//!     println!("{} numbers, the first is {}", vector.len(), vector[0]);
//! }
//! # Ok(())
//! # }
//! ```

mod all;
mod batches;

use azure_openai_core::{Json, RequestBuilder};

pub use all::{EmbedAll, EmbeddedBatch, Embeddings};
pub use batches::EmbeddingText;

use crate::Deployment;
use crate::inference::{CreateEmbeddingRequest, CreateEmbeddingResponse, EmbeddingEncodingFormat};
use crate::settings::{CallSettings, awaitable, call_settings, request_setters};

/// A request for embeddings that waits to be awaited or [sent](Self::send).
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is awaited"]
pub struct EmbedRequest {
    deployment: Deployment,
    request: CreateEmbeddingRequest,
    settings: CallSettings,
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
