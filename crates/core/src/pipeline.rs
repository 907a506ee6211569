//! What sends requests.

mod attempt;
mod attempts;
mod builder;
mod circuit;
mod failure;
mod route;
mod send;
mod target;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;

use crate::endpoint::Endpoint;
use crate::retry::RetryPolicy;
pub use builder::PipelineBuilder;
pub(crate) use failure::not_sent;
pub(crate) use send::Limits;
pub use target::Fallback;
pub(crate) use target::Target;

/// Endpoints, credentials, api-version and HTTP client: everything that calls have in common.
///
/// A clone shares all of it, connections included, and costs next to nothing.
#[derive(Clone)]
pub struct Pipeline(Arc<Settings>);

#[derive(Clone)]
struct Settings {
    /// The primary endpoint and then the fallbacks: never empty.
    targets: Arc<[Target]>,
    api_version: Option<String>,
    client: reqwest::Client,
    headers: HeaderMap,
    timeout: Duration,
    first_byte_timeout: Duration,
    idle_timeout: Duration,
    retry_policy: RetryPolicy,
    max_answer_bytes: usize,
    capture_content: bool,
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

    /// Where calls go; with [fallbacks](Fallback): where they go first.
    pub fn endpoint(&self) -> &Endpoint {
        &self.0.targets[0].endpoint
    }

    /// Returns how failed requests are retried where they have no policy of their own.
    pub fn retry_policy(&self) -> RetryPolicy {
        self.0.retry_policy
    }

    pub(crate) fn captures_content(&self) -> bool {
        self.0.capture_content
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
            .field("endpoint", self.endpoint())
            .field("credential", &self.0.targets[0].credential)
            .field("fallbacks", &(self.0.targets.len() - 1))
            .field("api_version", &self.0.api_version)
            .field("timeout", &self.0.timeout)
            .field("first_byte_timeout", &self.0.first_byte_timeout)
            .field("idle_timeout", &self.0.idle_timeout)
            .field("retry_policy", &self.0.retry_policy)
            .finish_non_exhaustive()
    }
}
