//! What sends requests.

mod builder;
mod send;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;

use crate::credential::Credential;
use crate::endpoint::Endpoint;
pub use builder::PipelineBuilder;
pub(crate) use send::Limits;

/// Endpoint, credential, api-version and HTTP client: everything that calls have in common.
///
/// A clone shares all of it, connections included, and costs next to nothing.
#[derive(Clone)]
pub struct Pipeline(Arc<Settings>);

#[derive(Clone)]
struct Settings {
    endpoint: Endpoint,
    credential: Credential,
    api_version: Option<String>,
    client: reqwest::Client,
    headers: HeaderMap,
    timeout: Duration,
    idle_timeout: Duration,
    max_answer_bytes: usize,
}

impl Pipeline {
    /// A pipeline is built from at least an endpoint and a credential.
    pub fn builder() -> PipelineBuilder {
        PipelineBuilder::default()
    }

    /// The same pipeline, connections and all, with another api-version.
    #[must_use]
    pub fn with_api_version(&self, api_version: impl Into<String>) -> Self {
        Self(Arc::new(Settings {
            api_version: Some(api_version.into()),
            ..(*self.0).clone()
        }))
    }

    /// Where calls go.
    pub fn endpoint(&self) -> &Endpoint {
        &self.0.endpoint
    }

    /// The same pipeline, with this api-version where it has none yet. Generated clients call it with their document's.
    #[must_use]
    pub fn or_api_version(&self, api_version: &str) -> Self {
        match self.0.api_version {
            Some(_) => self.clone(),
            None => self.with_api_version(api_version),
        }
    }

    /// The version of the API, as sent in the query parameter `api-version`; none is sent where there is none.
    pub fn api_version(&self) -> Option<&str> {
        self.0.api_version.as_deref()
    }
}

impl fmt::Debug for Pipeline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pipeline")
            .field("endpoint", &self.0.endpoint)
            .field("credential", &self.0.credential)
            .field("api_version", &self.0.api_version)
            .field("timeout", &self.0.timeout)
            .field("idle_timeout", &self.0.idle_timeout)
            .finish_non_exhaustive()
    }
}
