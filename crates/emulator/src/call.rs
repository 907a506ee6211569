//! A request that found its operation, and what the operations read from it.

pub(crate) mod compute;
pub(crate) mod form;
pub(crate) mod lists;

use std::sync::Arc;

use axum::body::Body;
use http::header;
use http::request::Parts;
use serde_json::Value;

use crate::catalogue::{Api, Operation, is_v1};
use crate::spec;
use crate::state::State;
use crate::state::deployments::Deployment;
use crate::wire::ServiceError;
use crate::wire::body;

/// A request that found its operation.
pub(crate) struct Call {
    pub(crate) operation: &'static Operation,
    /// The deployment in the path or the body, if the operation has one.
    pub(crate) deployment: Option<Arc<Deployment>>,
    /// The path's parameters, decoded.
    pub(crate) parameters: Vec<(&'static str, String)>,
    pub(crate) parts: Parts,
    pub(crate) body: Body,
    /// The JSON body, where it was read already.
    pub(crate) json: Option<Value>,
}

/// The tokens that a response cost, kept in its extensions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TokensUsed(pub(crate) u64);

impl Call {
    /// Refuses a request that the document does not allow, before anything is done.
    pub(crate) async fn check(&mut self, accept_unknown: bool) -> Result<(), ServiceError> {
        let key = self.operation.key;
        let query = self.parts.uri.query().unwrap_or_default();
        spec::check_parameters(key, query, &self.parts.headers)?;
        if spec::takes_json(key) {
            let bytes = body::read(std::mem::take(&mut self.body)).await?;
            if !(bytes.is_empty() && spec::body_is_optional(key)) {
                let mut value = body::parse(&bytes)?;
                // The document's `model` is a model, not the deployment that it is at the version-less base.
                if let Some(deployment) = self.deployment.as_ref().filter(|_| self.is_v1()) {
                    value["model"] = deployment.model.name.into();
                }
                if !accept_unknown && self.operation.api == Api::Inference && !self.unknown_version() {
                    spec::check_names(key, &value)?;
                }
                spec::check_body(key, &value, self.later_version())?;
                self.json = Some(value);
            }
        }
        Ok(())
    }

    /// The JSON body; it is read once.
    pub(crate) async fn json(&mut self) -> Result<Value, ServiceError> {
        match self.json.take() {
            Some(value) => Ok(value),
            None => body::parse(&body::read(std::mem::take(&mut self.body)).await?),
        }
    }

    /// Whether it came to the version-less base.
    fn is_v1(&self) -> bool {
        is_v1(self.parts.uri.path())
    }

    /// Whether the api-version is a later one than the document's.
    fn later_version(&self) -> bool {
        if self.is_v1() {
            return true;
        }
        let version = self.query("api-version").unwrap_or_default();
        match self.operation.api {
            Api::Inference => version.as_str() > "2024-06-01",
            Api::Authoring => version.as_str() > "2025-03-01-preview",
        }
    }

    /// Whether the api-version is a later one than any whose parameters the document has.
    fn unknown_version(&self) -> bool {
        let version = self.query("api-version").unwrap_or_default();
        version.starts_with('2') && version.as_str() > "2025-04-01-preview"
    }

    pub(crate) fn deployment(&self) -> Result<&Arc<Deployment>, ServiceError> {
        self.deployment.as_ref().ok_or_else(ServiceError::no_deployment)
    }

    /// A path parameter; the router has seen to it that the path has those of its template.
    pub(crate) fn parameter(&self, name: &str) -> &str {
        self.parameters
            .iter()
            .find(|(key, _)| *key == name)
            .map_or("", |(_, value)| value)
    }

    /// The origin of the request, which may be a name or a proxy.
    pub(crate) fn origin(&self, state: &State) -> String {
        let host = self.parts.headers.get(header::HOST);
        match host.and_then(|host| host.to_str().ok()) {
            Some(host) => format!("http://{host}"),
            None => state.endpoint.clone(),
        }
    }

    /// The URL of `path`, relative to `/openai`, on the caller's origin and with the caller's version.
    pub(crate) fn url(&self, state: &State, path: &str) -> String {
        let origin = self.origin(state);
        if self.is_v1() {
            return format!("{origin}/openai/v1/{path}");
        }
        let version = self.query("api-version").unwrap_or_default();
        let version: String = form_urlencoded::byte_serialize(version.as_bytes()).collect();
        format!("{origin}/openai/{path}?api-version={version}")
    }

    /// The first query parameter of this name.
    pub(crate) fn query(&self, name: &str) -> Option<String> {
        let query = self.parts.uri.query().unwrap_or_default();
        form_urlencoded::parse(query.as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    }
}
