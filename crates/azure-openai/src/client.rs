//! The client of a resource.

mod builder;
mod environment;

use azure_openai_core::Downloads;

pub use builder::ClientBuilder;

/// The two APIs of an Azure OpenAI resource. Cheap to clone; clones share their connections.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) inference: azure_openai_inference::Client,
    pub(crate) authoring: azure_openai_authoring::Client,
    pub(crate) downloads: Downloads,
}

impl Client {
    /// Chat, completions, embeddings, images, audio, models, deployments.
    pub fn inference(&self) -> &azure_openai_inference::Client {
        &self.inference
    }

    /// Files, uploads, batches, fine-tuning, stored completions, ingestion, models.
    pub fn authoring(&self) -> &azure_openai_authoring::Client {
        &self.authoring
    }
}

/// For fetching [images](crate::images).
impl AsRef<Downloads> for Client {
    fn as_ref(&self) -> &Downloads {
        &self.downloads
    }
}
