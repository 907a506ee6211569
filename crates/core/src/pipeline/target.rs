//! The endpoints that requests go to, each with what belongs to it.

use std::fmt;
use std::sync::Arc;

use super::circuit::Circuits;
use super::pauses::Pauses;
use crate::credential::{Authorization, Credential};
use crate::endpoint::{Endpoint, EndpointError};
use crate::error::Error;
use crate::retry::Throttle;

/// Another endpoint for inference where the [pipeline's own](crate::PipelineBuilder::with_endpoint) fails: a resource in
/// another region, or pay-as-you-go deployments behind provisioned ones. It has its own credential, and its deployments
/// may have other names.
///
/// ```
/// use azure_openai_core::{Credential, Fallback};
///
/// let fallback = Fallback::new("https://my-west.openai.azure.com", Credential::api_key("key-of-my-west"))
///     .with_deployment("gpt-4o", "gpt-4o-payg");
/// # let _ = fallback;
/// ```
#[derive(Clone)]
#[must_use = "a fallback is used by a pipeline"]
pub struct Fallback {
    endpoint: Result<Endpoint, EndpointError>,
    credential: Credential,
    /// Their names in requests, and here.
    deployments: Vec<(String, String)>,
}

impl Fallback {
    /// Creates a fallback from an [`Endpoint`] or its text, whose deployments have the names that requests use. Invalid
    /// text is reported when the pipeline is built.
    pub fn new<E: TryInto<Endpoint>>(endpoint: E, credential: Credential) -> Self
    where
        E::Error: Into<EndpointError>,
    {
        Self::of(endpoint.try_into().map_err(Into::into), credential)
    }

    pub(super) fn of(endpoint: Result<Endpoint, EndpointError>, credential: Credential) -> Self {
        Self {
            endpoint,
            credential,
            deployments: Vec::new(),
        }
    }

    /// At this endpoint, the deployment `name` of requests is named `here`.
    pub fn with_deployment(mut self, name: impl Into<String>, here: impl Into<String>) -> Self {
        self.deployments.push((name.into(), here.into()));
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

/// An endpoint with its credential and its record of failures.
pub(super) struct Target {
    pub(super) endpoint: Endpoint,
    pub(super) credential: Credential,
    /// What the credential sends where it asks no provider.
    pub(super) fixed: Option<Arc<Authorization>>,
    deployments: Vec<(String, String)>,
    pub(super) throttle: Throttle,
    pub(super) circuits: Circuits,
    pub(super) pauses: Pauses,
}

impl Target {
    pub(super) fn new(fallback: Fallback, throttle: Throttle, circuits: Circuits) -> Result<Self, Error> {
        let fixed = fallback.credential.fixed()?;
        Ok(Self {
            endpoint: fallback.endpoint?,
            credential: fallback.credential,
            fixed: fixed.map(Arc::new),
            deployments: fallback.deployments,
            throttle,
            circuits,
            pauses: Pauses::default(),
        })
    }

    /// The deployment's name at this endpoint.
    pub(super) fn deployment<'a>(&'a self, name: &'a str) -> &'a str {
        let mut deployments = self.deployments.iter().rev();
        deployments
            .find(|(requested, _)| requested == name)
            .map_or(name, |(_, here)| here)
    }
}
