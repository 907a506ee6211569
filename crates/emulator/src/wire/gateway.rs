//! What happens to every request before and after its operation: credentials, `api-version`, headers, observation.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{Request, State as Shared};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::exchange::Exchange;
use crate::state::State;
use crate::wire::ServiceError;
use crate::wire::api_version::ApiVersion;

const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("x-ms-client-request-id");
pub(crate) const REMAINING_REQUESTS: HeaderName =
    HeaderName::from_static("x-ratelimit-remaining-requests");
pub(crate) const REMAINING_TOKENS: HeaderName =
    HeaderName::from_static("x-ratelimit-remaining-tokens");

/// The outermost layer of the router.
pub(crate) async fn pass(
    Shared(state): Shared<Arc<State>>,
    mut request: Request,
    next: Next,
) -> Response {
    let started = Instant::now();
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let client_id = request.headers().get(CLIENT_REQUEST_ID).cloned();
    let api_version = api_version(request.uri().query().unwrap_or_default());

    let admitted = state.credentials.check(request.headers()).and_then(|()| {
        let version = api_version.as_deref().and_then(ApiVersion::parse);
        version.ok_or_else(ServiceError::no_resource)
    });
    let mut response = match admitted {
        Ok(version) => {
            request.extensions_mut().insert(version);
            next.run(request).await
        }
        Err(error) => error.into_response(),
    };

    let request_id = uuid::Uuid::new_v4().to_string();
    identify(response.headers_mut(), &request_id, client_id);
    if let Some(observer) = &state.observer {
        let (status, elapsed) = (response.status(), started.elapsed());
        observer(&Exchange {
            method,
            path,
            api_version,
            status,
            request_id,
            elapsed,
        });
    }
    response
}

fn api_version(query: &str) -> Option<String> {
    form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == "api-version")
        .map(|(_, value)| value.into_owned())
}

/// Sets the headers that every answer has. `-1` is the service's word for "unknown".
fn identify(headers: &mut HeaderMap, request_id: &str, client_id: Option<HeaderValue>) {
    // A UUID is always a valid header value.
    if let Ok(id) = HeaderValue::from_str(request_id) {
        headers.insert("apim-request-id", id.clone());
        headers.insert(CLIENT_REQUEST_ID, client_id.unwrap_or(id));
    }
    if let Ok(id) = HeaderValue::from_str(&uuid::Uuid::new_v4().to_string()) {
        headers.insert("x-request-id", id);
    }
    headers.insert("x-ms-region", HeaderValue::from_static("Loopback"));
    for name in [REMAINING_REQUESTS, REMAINING_TOKENS] {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static("-1"));
    }
}
