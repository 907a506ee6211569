//! The authoring API of a client. Feature `authoring`.

use super::{Client, ClientBuilder};

impl Client {
    /// Returns the operations on files, uploads, batches, fine-tuning, stored completions, ingestion and models.
    pub fn authoring(&self) -> &azure_openai_authoring::Client {
        &self.authoring
    }
}

impl ClientBuilder {
    azure_openai_core::setters! {
        /// Sets the api-version of the authoring API alone: default
        /// [`authoring::API_VERSION`](crate::authoring::API_VERSION).
        pub fn with_authoring_api_version(self, api_version: impl Into<String>) =>
            authoring_api_version = Some(api_version.into());
    }
}
