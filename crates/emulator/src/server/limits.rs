//! Rate limits on the wire: headers, and refusals.

use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

use crate::catalogue::Operation;
use crate::state::deployments::Deployment;
use crate::state::quota::{Quota, Remaining, UsedUp};
use crate::wire::ServiceError;
use crate::wire::gateway;

pub(super) const REMAINING_REQUESTS: HeaderName = HeaderName::from_static("x-ratelimit-remaining-requests");
pub(super) const REMAINING_TOKENS: HeaderName = HeaderName::from_static("x-ratelimit-remaining-tokens");

/// Counts a request to a deployment, or returns the refusal.
pub(super) fn admit(deployment: &Deployment, operation: &Operation, api_version: &str) -> Result<(), Box<Response>> {
    deployment.quota.admit().map_err(|(used_up, remaining)| {
        let what = match used_up {
            UsedUp::Requests => "call",
            UsedUp::Tokens => "token",
        };
        let wait = wait(&remaining);
        let message = format!(
            "Requests to the {} Operation under Azure OpenAI API version {api_version} have exceeded {what} rate limit of \
             your current OpenAI S0 pricing tier. Please retry after {wait} seconds. Please go here: \
             https://aka.ms/oai/quotaincrease if you would like to further increase the default rate limit.",
            operation.id
        );
        let mut response =
            ServiceError::new(StatusCode::TOO_MANY_REQUESTS, "429", message).into_response();
        let headers = response.headers_mut();
        headers.insert(header::RETRY_AFTER, wait.into());
        headers.insert("retry-after-ms", wait.saturating_mul(1000).into());
        describe(headers, deployment, &remaining);
        Box::new(response)
    })
}

/// Counts the tokens of a response, and adds the headers with what is left.
pub(super) fn spend(deployment: &Deployment, tokens: u64, headers: &mut HeaderMap) {
    let remaining = deployment.quota.spend(tokens);
    describe(headers, deployment, &remaining);
}

/// Counts a request against the gateway's limit, or returns the gateway's refusal.
pub(super) fn pass_gateway(quota: &Quota) -> Result<(), Box<Response>> {
    quota.admit().map_err(|(_, remaining)| {
        let wait = wait(&remaining);
        let mut response = gateway::error(StatusCode::TOO_MANY_REQUESTS, None, Some(wait));
        response.headers_mut().insert(header::RETRY_AFTER, wait.into());
        Box::new(response)
    })
}

/// Seconds until there is room again: at least one, as a client that waits none would only come again.
fn wait(remaining: &Remaining) -> u64 {
    remaining
        .reset
        .as_millis()
        .div_ceil(1000)
        .max(1)
        .try_into()
        .unwrap_or(u64::MAX)
}

fn describe(headers: &mut HeaderMap, deployment: &Deployment, remaining: &Remaining) {
    let wait = wait(remaining);
    for (name, value) in [
        (REMAINING_REQUESTS, remaining.requests),
        (REMAINING_TOKENS, remaining.tokens),
        (
            HeaderName::from_static("x-ratelimit-limit-requests"),
            remaining.limits.requests,
        ),
        (
            HeaderName::from_static("x-ratelimit-limit-tokens"),
            remaining.limits.tokens,
        ),
        (HeaderName::from_static("x-ratelimit-reset-requests"), wait),
        (HeaderName::from_static("x-ratelimit-reset-tokens"), wait),
    ] {
        headers.insert(name, value.into());
    }
    // A name that cannot be sent in a header is left out; the deployment still works.
    if let Ok(name) = HeaderValue::from_str(&deployment.name) {
        headers.insert("x-ms-deployment-name", name);
    }
}
