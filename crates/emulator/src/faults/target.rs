//! The requests that a fault is for.

use http::Method;

use crate::catalogue::Route;

/// The requests that a fault is for. Unset conditions match every request.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Target {
    pub(super) operation: Option<String>,
    /// In any case.
    pub(super) method: Option<String>,
    pub(super) path: Option<String>,
    pub(super) deployment: Option<String>,
}

/// What is known of a request before it is served.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    pub(crate) operation: Option<&'static str>,
    pub(crate) deployment: Option<String>,
    pub(crate) method: Method,
    /// As it came.
    pub(crate) path: String,
}

impl Facts {
    pub(crate) fn new(method: &Method, path: &str, route: &Route) -> Self {
        Self {
            operation: route.operation().map(|operation| operation.id),
            deployment: route.deployment().map(str::to_owned),
            method: method.clone(),
            path: path.to_owned(),
        }
    }
}

impl Target {
    pub(super) fn covers(&self, facts: &Facts) -> bool {
        let operation = |id: &String| facts.operation == Some(id.as_str());
        let deployment = |name: &String| facts.deployment.as_deref() == Some(name.as_str());
        self.operation.as_ref().is_none_or(operation)
            && self
                .method
                .as_ref()
                .is_none_or(|method| method.eq_ignore_ascii_case(facts.method.as_str()))
            && self
                .path
                .as_ref()
                .is_none_or(|start| facts.path.starts_with(start.as_str()))
            && self.deployment.as_ref().is_none_or(deployment)
    }
}
