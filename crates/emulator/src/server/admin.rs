//! `/emulator/…`: settings and records for tests in other languages, while the emulator runs.
//!
//! Requires the key even where the service does not, and only serves loopback addresses under loopback names, so that a
//! web page cannot reach it through a name that resolves to 127.0.0.1.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, Request, State as Shared};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{Router, get, put};
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::faults::{Connection, Fault};
use crate::state::State;
use crate::state::credentials::BearerToken;
use crate::wire::ServiceError;
use crate::wire::body;

/// The largest step of the clock: some thirty years, so that times stay such as clients can read.
const MAX_STEP: f64 = 1e9;
const MAX_SPEED: f64 = 1e9;

pub(crate) fn router(state: Arc<State>) -> Router {
    let guard = middleware::from_fn_with_state(Arc::clone(&state), admit);
    let routes = Router::new()
        .route("/faults", get(faults).put(set_faults).delete(clear_faults))
        .route("/clock", get(clock).put(set_clock))
        .route("/requests", get(requests).delete(clear_requests))
        .route("/tokens", put(set_tokens))
        .route("/deployments/{name}", put(deploy).delete(remove_deployment))
        .method_not_allowed_fallback(async || {
            ServiceError::new(StatusCode::METHOD_NOT_ALLOWED, "405", "Method not allowed")
        })
        .fallback(async || {
            let message = "There are /emulator/faults, /emulator/clock, /emulator/requests, /emulator/tokens and \
                           /emulator/deployments/{name}.";
            ServiceError::new(StatusCode::NOT_FOUND, "404", message)
        })
        .layer(guard)
        .with_state(state);
    Router::new().nest("/emulator", routes)
}

async fn admit(Shared(state): Shared<Arc<State>>, request: Request, next: Next) -> Response {
    let peer = request
        .extensions()
        .get::<Connection>()
        .map(|connection| connection.peer);
    if !peer.is_some_and(|peer| peer.ip().is_loopback()) || !names_loopback(request.headers()) {
        let message = "The emulator is administered on loopback only, under the name 127.0.0.1 or localhost.";
        return ServiceError::new(StatusCode::FORBIDDEN, "403", message).into_response();
    }
    if !state.credentials.has_key(request.headers()) {
        let message = "The header api-key must hold the emulator's key.";
        return ServiceError::new(StatusCode::UNAUTHORIZED, "401", message).into_response();
    }
    next.run(request).await
}

/// Whether the request is for a loopback name, whatever the port (there may be a tunnel).
fn names_loopback(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let authority = host.and_then(|host| host.parse::<http::uri::Authority>().ok());
    authority.is_some_and(|authority| {
        let name = authority.host();
        name.eq_ignore_ascii_case("localhost") || name == "127.0.0.1" || name == "[::1]"
    })
}

type AdminResult = Result<Response, ServiceError>;

async fn faults(Shared(state): Shared<Arc<State>>) -> AdminResult {
    let list: Vec<Value> = state
        .faults
        .list()
        .iter()
        .map(|count| json!({"fault": count.fault.to_string(), "seen": count.seen, "fired": count.fired}))
        .collect();
    body::json(StatusCode::OK, &json!({ "faults": list }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewFaults {
    faults: Vec<String>,
}

async fn set_faults(Shared(state): Shared<Arc<State>>, request: Request) -> AdminResult {
    let new: NewFaults = read(request).await?;
    let mut list = Vec::with_capacity(new.faults.len());
    for (index, text) in new.faults.iter().enumerate() {
        let fault: Result<Fault, _> = text.parse();
        list.push(fault.map_err(|error| invalid(format!("/faults/{index}: {error}")))?);
    }
    // Each was checked when it was read.
    state.faults.set(list).map_err(|error| invalid(error.to_string()))?;
    faults(Shared(state)).await
}

async fn clear_faults(Shared(state): Shared<Arc<State>>) -> StatusCode {
    state.faults.clear();
    StatusCode::NO_CONTENT
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewClock {
    /// Seconds.
    advance: Option<f64>,
    speed: Option<f64>,
}

async fn clock(Shared(state): Shared<Arc<State>>) -> AdminResult {
    let (now, speed) = (state.clock.now().as_secs_f64(), state.clock.speed());
    body::json(StatusCode::OK, &json!({"now": now, "speed": speed}))
}

async fn set_clock(Shared(state): Shared<Arc<State>>, request: Request) -> AdminResult {
    let NewClock { advance, speed } = read(request).await?;
    let within = |name: &str, value: Option<f64>, max: f64| match value {
        Some(value) if !(0.0..=max).contains(&value) => {
            Err(invalid(format!("/{name}: must be a number from 0 to {max}")))
        }
        value => Ok(value),
    };
    let advance = within("advance", advance, MAX_STEP)?;
    if let Some(speed) = within("speed", speed, MAX_SPEED)? {
        state.clock.set_speed(speed);
    }
    if let Some(step) = advance {
        state.clock.advance(Duration::from_secs_f64(step));
    }
    clock(Shared(state)).await
}

async fn requests(Shared(state): Shared<Arc<State>>) -> AdminResult {
    let list: Vec<Value> = state
        .requests
        .list()
        .iter()
        .map(|record| {
            json!({
                "operation": record.operation,
                "deployment": record.deployment,
                "method": record.method.as_str(),
                "path": record.path,
                "status": record.status.map(|status| status.as_u16()),
                "headers": record.headers.iter().map(|(name, value)| {
                    (name.as_str().to_owned(), Value::from(String::from_utf8_lossy(value.as_bytes())))
                }).collect::<serde_json::Map<_, _>>(),
                "body": String::from_utf8_lossy(&record.body),
                "body_end": record.body_end.map(<&str>::from),
                "processed": record.processed,
                "fault": record.fault,
            })
        })
        .collect();
    let counts = state.requests.counts();
    body::json(StatusCode::OK, &json!({"counts": counts, "requests": list}))
}

async fn clear_requests(Shared(state): Shared<Arc<State>>) -> StatusCode {
    state.requests.clear();
    StatusCode::NO_CONTENT
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewTokens {
    tokens: Vec<NewToken>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewToken {
    token: String,
    /// Seconds.
    lifetime: Option<f64>,
    permitted: Option<bool>,
}

async fn set_tokens(Shared(state): Shared<Arc<State>>, request: Request) -> Result<StatusCode, ServiceError> {
    let new: NewTokens = read(request).await?;
    let mut tokens = Vec::with_capacity(new.tokens.len());
    for (index, new) in new.tokens.into_iter().enumerate() {
        let mut token = BearerToken::new(new.token);
        if let Some(seconds) = new.lifetime {
            let lifetime = Duration::try_from_secs_f64(seconds);
            let why = |_| invalid(format!("/tokens/{index}/lifetime: must be a number of seconds"));
            token = token.with_lifetime(lifetime.map_err(why)?);
        }
        if new.permitted == Some(false) {
            token = token.without_permission();
        }
        tokens.push(token);
    }
    state
        .credentials
        .set(tokens)
        .map_err(|error| invalid(error.to_string()))?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewDeployment {
    model: String,
}

async fn deploy(
    Shared(state): Shared<Arc<State>>,
    Path(name): Path<String>,
    request: Request,
) -> Result<StatusCode, ServiceError> {
    let NewDeployment { model } = read(request).await?;
    state
        .deploy(&name, &model)
        .map_err(|error| invalid(error.to_string()))?;
    Ok(StatusCode::NO_CONTENT)
}

async fn remove_deployment(Shared(state): Shared<Arc<State>>, Path(name): Path<String>) -> StatusCode {
    match state.deployments.remove(&name) {
        true => StatusCode::NO_CONTENT,
        false => StatusCode::NOT_FOUND,
    }
}

async fn read<T: for<'de> Deserialize<'de>>(request: Request) -> Result<T, ServiceError> {
    let value = body::parse(&body::read(request.into_body()).await?)?;
    serde_json::from_value(value).map_err(|error| invalid(error.to_string()))
}

fn invalid(message: String) -> ServiceError {
    ServiceError::new(StatusCode::BAD_REQUEST, "invalidPayload", message)
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue, header::HOST};

    #[test]
    fn only_loopback_names_are_accepted() {
        let named = |host: &'static [u8]| {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, HeaderValue::from_bytes(host).unwrap());
            super::names_loopback(&headers)
        };
        for host in [&b"127.0.0.1:8080"[..], b"localhost", b"LOCALHOST:1", b"[::1]:80"] {
            assert!(named(host), "{host:?}");
        }
        for host in [
            &b"example.com"[..],
            b"127.0.0.1.example.com",
            b"localhost.example.com:8080",
            b"x@example.com",
            b"10.0.0.1",
            b"",
            b"\xff",
        ] {
            assert!(!named(host), "{host:?}");
        }
        assert!(!super::names_loopback(&HeaderMap::new()));
    }
}
