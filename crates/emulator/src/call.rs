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
                let refuses_unknown = self.refuses_unknown(accept_unknown);
                if refuses_unknown {
                    spec::check_names(key, &value)?;
                }
                spec::check_body(key, &value, self.later_version())?;
                if let Some(version) = self.dated_version().filter(|_| refuses_unknown) {
                    spec::check_version(key, &value, &version)?;
                }
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
    pub(crate) fn is_v1(&self) -> bool {
        is_v1(self.parts.uri.path())
    }

    /// Whether the api-version is a later one than any whose parameters and values the documents have.
    fn later_version(&self) -> bool {
        self.dated_version()
            .is_some_and(|version| version.as_str() > "2025-04-01-preview")
    }

    /// Whether parameters that the document does not have are refused.
    pub(crate) fn refuses_unknown(&self, accept_unknown: bool) -> bool {
        !accept_unknown && self.operation.api == Api::Inference && !self.later_version()
    }

    /// The api-version; none at the version-less base.
    pub(crate) fn dated_version(&self) -> Option<String> {
        self.query("api-version").filter(|_| !self.is_v1())
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
