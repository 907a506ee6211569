//! Handles every request before and after its operation: faults, credentials, `api-version`, headers, observation.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{Request, State as Shared};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};

use super::limits::{self, REMAINING_REQUESTS, REMAINING_TOKENS};
use super::{dispatch, named, recorded};
use crate::catalogue::{self, Route};
use crate::error::InvalidFault;
use crate::exchange::Exchange;
use crate::faults::{self, Facts, Served};
use crate::state::State;
use crate::wire::ServiceError;
use crate::wire::api_version::is_preview;
use crate::wire::gateway::FromGateway;

const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("x-ms-client-request-id");

/// Handles every request to the service.
pub(super) async fn pass(Shared(state): Shared<Arc<State>>, request: Request) -> Response {
    let started = Instant::now();
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let client_id = request.headers().get(CLIENT_REQUEST_ID).cloned();
    let api_version = api_version(request.uri());
    let version = is_preview(api_version.as_deref(), catalogue::is_v1(&path));
    let mut route = Route::find(&method, &path, matches!(version, Ok(true)));
    let ordered: Vec<HeaderValue> = request.headers().get_all(faults::HEADER).iter().cloned().collect();
    let (request, read) = named::find(&mut route, request).await;
    let (parts, body) = request.into_parts();
    let facts = Facts::new(&method, &path, &route);
    let operation = facts.operation;

    let chosen = state.faults.choose(&facts, ordered.iter().map(HeaderValue::as_bytes));
    let fault = chosen.as_ref().ok().and_then(Option::as_ref);
    let fault = fault.map(ToString::to_string);
    let number = state.requests.begin(facts, &parts.headers, fault.clone());
    let request = Request::from_parts(parts, recorded::request(body, &state, number));
    let serve = |request| async {
        let response = serve(&state, version.and(read), route, request).await;
        response.unwrap_or_else(IntoResponse::into_response)
    };
    let served = match chosen {
        Ok(None) => Served::responded(serve(request).await, true),
        Ok(Some(fault)) => faults::apply(&fault, &state.clock, request, serve).await,
        Err(error) => Served::responded(not_a_fault(&error), false),
    };

    let request_id = uuid::Uuid::new_v4().to_string();
    let status = served.status();
    state.requests.end(number, status, served.processed);
    if let Some(observer) = &state.config.observer {
        observer(&Exchange {
            method,
            path,
            api_version,
            operation,
            status,
            request_id: request_id.clone(),
            fault,
            elapsed: started.elapsed(),
        });
    }
    let mut response = served
        .response()
        .await
        .map(|body| recorded::response(body, &state, number));
    if response.extensions().get::<FromGateway>().is_none() {
        identify(response.headers_mut(), &request_id, client_id);
    }
    response
}

/// The service's response to a request that reached it.
async fn serve(
    state: &Arc<State>,
    checked: Result<(), ServiceError>,
    route: Route,
    request: Request,
) -> Result<Response, ServiceError> {
    if let Some(Err(refusal)) = state.gateway.as_ref().map(limits::pass_gateway) {
        return Ok(*refusal);
    }
    let operation = route.operation().map(|operation| operation.id);
    let v1 = catalogue::is_v1(request.uri().path());
    state.credentials.check(request.headers(), v1, operation)?;
    checked?;
    dispatch::serve(state, route, request).await
}

fn not_a_fault(error: &InvalidFault) -> Response {
    let message = format!("invalid header {}: {error}", faults::HEADER);
    ServiceError::new(StatusCode::BAD_REQUEST, "invalidFault", message).into_response()
}

/// The query parameter `api-version`, as it came.
fn api_version(uri: &Uri) -> Option<String> {
    form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes())
        .find(|(name, _)| name == "api-version")
        .map(|(_, value)| value.into_owned())
}

/// Sets the headers of every response. `-1` is the service's word for "unknown".
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
        headers.entry(name).or_insert(HeaderValue::from_static("-1"));
    }
}
