//! Sends requests.

mod attempt;
mod attempts;
mod builder;
mod circuit;
mod failure;
mod layer;
mod pauses;
mod route;
mod send;
mod target;

use std::fmt;
use std::sync::Arc;

use crate::endpoint::Endpoint;
use crate::request::{RequestOptions, Warned};
use crate::retry::RetryPolicy;
pub use builder::PipelineBuilder;
pub(crate) use failure::not_sent;
pub(crate) use layer::Layers;
pub use layer::{Layer, LayerFuture, Next};
pub use target::Fallback;
use target::Target;

/// Endpoints, credentials, api-version, HTTP client and the [options](RequestOptions) of all requests.
///
/// A clone shares all of it, connections included, and is cheap.
#[derive(Clone)]
pub struct Pipeline(Arc<Settings>);

#[derive(Clone)]
struct Settings {
    /// The primary endpoint and then the fallbacks: never empty.
    targets: Arc<[Target]>,
    api_version: Option<String>,
    client: reqwest::Client,
    capture_content: bool,
    /// Shared with the same pipeline in other versions and with other options.
    warned: Arc<Warned>,
    options: RequestOptions,
}

impl Pipeline {
    /// The same pipeline, connections included, with another api-version.
    #[must_use]
    pub fn with_api_version(&self, api_version: impl Into<String>) -> Self {
        Self(Arc::new(Settings {
            api_version: Some(api_version.into()),
            ..(*self.0).clone()
        }))
    }

    /// The same pipeline, connections included, where `options` replace what it sets so far: for one deployment, say.
    #[must_use]
    pub fn with_options(&self, options: RequestOptions) -> Self {
        let mut settings = (*self.0).clone();
        settings.options = settings.options.with_options(options);
        Self(Arc::new(settings))
    }

    /// The endpoint that requests go to; with [fallbacks](Fallback), the one they go to first.
    pub fn endpoint(&self) -> &Endpoint {
        &self.0.targets[0].endpoint
    }

    /// Returns how failed requests are retried where they have no policy of their own.
    pub fn retry_policy(&self) -> RetryPolicy {
        self.0.options.get().retry_policy.unwrap_or_default()
    }

    pub(crate) fn captures_content(&self) -> bool {
        self.0.capture_content
    }

    /// The same pipeline, with this api-version if it has none yet. Generated clients call it with their document's.
    #[must_use]
    pub fn or_api_version(&self, api_version: &str) -> Self {
        match self.0.api_version {
            Some(_) => self.clone(),
            None => self.with_api_version(api_version),
        }
    }

    /// The version of the API, sent in the query parameter `api-version`; `None` sends no such parameter. A version of a day
    /// is not sent to a [version-less endpoint](Endpoint::is_v1).
    pub fn api_version(&self) -> Option<&str> {
        let version = self.0.api_version.as_deref();
        version.filter(|version| self.endpoint().takes_version(version))
    }
}

impl fmt::Debug for Pipeline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pipeline")
            .field("endpoint", self.endpoint())
            .field("credential", &self.0.targets[0].credential)
            .field("fallbacks", &(self.0.targets.len() - 1))
            .field("api_version", &self.0.api_version)
            .field("options", &self.0.options)
            .finish_non_exhaustive()
    }
}
