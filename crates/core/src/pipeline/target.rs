//! The endpoints that calls go to, each with what belongs to it.

use std::collections::BTreeMap;
use std::fmt;

use super::circuit::Circuits;
use crate::credential::Credential;
use crate::endpoint::Endpoint;
use crate::retry::Throttle;

/// Another endpoint that can answer inference calls where the [pipeline's own](crate::PipelineBuilder::endpoint) cannot:
/// a resource in another region, or pay-as-you-go deployments behind provisioned ones. It has its own credential, and its
/// deployments may have other names.
///
/// ```
/// use azure_openai_core::{Credential, Fallback};
///
/// let fallback = Fallback::new("https://my-west.openai.azure.com".parse()?, Credential::api_key("key-of-my-west"))
///     .with_deployment("gpt-4o", "gpt-4o-payg");
/// # Ok::<(), azure_openai_core::Error>(())
/// ```
#[derive(Clone)]
pub struct Fallback {
    pub(super) endpoint: Endpoint,
    pub(super) credential: Credential,
    deployments: BTreeMap<String, String>,
}

impl Fallback {
    /// An endpoint whose deployments have the names that calls use.
    pub fn new(endpoint: Endpoint, credential: Credential) -> Self {
        Self {
            endpoint,
            credential,
            deployments: BTreeMap::new(),
        }
    }

    /// At this endpoint, the deployment that calls name `name` is named `here`.
    #[must_use]
    pub fn with_deployment(mut self, name: impl Into<String>, here: impl Into<String>) -> Self {
        self.deployments.insert(name.into(), here.into());
        self
    }
}

impl fmt::Debug for Fallback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fallback")
            .field("endpoint", &self.endpoint)
            .field("credential", &self.credential)
            .field("deployments", &self.deployments)
            .finish()
    }
}

/// An endpoint and what is known of how it does.
pub(crate) struct Target {
    pub(crate) endpoint: Endpoint,
    pub(crate) credential: Credential,
    deployments: BTreeMap<String, String>,
    pub(super) throttle: Throttle,
    pub(super) circuits: Circuits,
}

impl Target {
    pub(super) fn new(fallback: Fallback, throttle: Throttle, circuits: Circuits) -> Self {
        Self {
            endpoint: fallback.endpoint,
            credential: fallback.credential,
            deployments: fallback.deployments,
            throttle,
            circuits,
        }
    }

    /// What the deployment is called here.
    pub(crate) fn deployment<'a>(&'a self, name: &'a str) -> &'a str {
        self.deployments.get(name).map_or(name, String::as_str)
    }
}
