//! A managed identity endpoint as App Service has it, and a service that accepts its tokens.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;
use tokio::net::TcpListener;

/// The secret that a process must send to get a token, from the variable `IDENTITY_HEADER`.
pub(crate) const HEADER: &str = "canary-identity-header-71c3";
/// The prefix of every issued token.
pub(crate) const TOKEN: &str = "canary-token-2f8e";

/// Token requests by identity.
#[derive(Clone, Default)]
pub(crate) struct RequestCounts(Arc<Mutex<HashMap<String, usize>>>);

impl RequestCounts {
    pub(crate) fn times(&self, identity: &str) -> usize {
        let counts = self.0.lock().unwrap();
        counts.get(identity).copied().unwrap_or(0)
    }

    fn count(&self, identity: &str) -> usize {
        let mut counts = self.0.lock().unwrap();
        let count = counts.entry(identity.to_owned()).or_default();
        *count += 1;
        *count
    }
}

async fn serve(router: Router) -> String {
    tests::trace::start();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

/// The endpoint in `IDENTITY_ENDPOINT`. The identity's name selects its behavior.
pub(crate) async fn start() -> (String, RequestCounts) {
    let counts = RequestCounts::default();
    let router = Router::new().route("/msi/token", get(token)).with_state(counts.clone());
    (format!("{}/msi/token", serve(router).await), counts)
}

async fn token(
    State(counts): State<RequestCounts>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Response {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let resource = query.get("resource").map(String::as_str);
    if text("x-identity-header") != Some(HEADER)
        || query.get("api-version").map(String::as_str) != Some("2019-08-01")
        || resource != Some("https://cognitiveservices.azure.com")
    {
        return (StatusCode::IM_A_TEAPOT, "not as App Service wants it").into_response();
    }
    let identity = query.get("client_id").map_or("system", String::as_str);
    let count = counts.count(identity);
    // Long enough for every request to be waiting.
    tokio::time::sleep(Duration::from_millis(50)).await;
    let lives = match identity {
        // Echoes the secret, as some endpoints do.
        "unknown" => {
            let body = json!({"statusCode": 403, "message": format!("no such identity for {HEADER}")});
            return (StatusCode::FORBIDDEN, Json(body)).into_response();
        }
        // The first renewal fails.
        "recovering" if count == 2 => {
            return (StatusCode::FORBIDDEN, "later").into_response();
        }
        "recovering" if count == 1 => 4,
        "short" if count == 1 => 2,
        _ => 24 * 3600,
    };
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Json(json!({
        "access_token": format!("{TOKEN}-{identity}-{count}"),
        "expires_on": (now.as_secs() + lives).to_string(),
        "resource": resource,
        "token_type": "Bearer",
        "client_id": identity,
    }))
    .into_response()
}

/// A service that records bearer tokens and rejects the first token of the identity `revoked` with 401.
pub(crate) async fn start_service() -> (String, Arc<Mutex<Vec<String>>>) {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let router = Router::new().fallback(service).with_state(Arc::clone(&seen));
    (serve(router).await, seen)
}

async fn service(State(seen): State<Arc<Mutex<Vec<String>>>>, request: Request) -> Response {
    let bearer = request.headers().get("authorization");
    let bearer = bearer.and_then(|value| value.to_str().ok()).unwrap_or("");
    let Some(token) = bearer.strip_prefix("Bearer ") else {
        return StatusCode::IM_A_TEAPOT.into_response();
    };
    seen.lock().unwrap().push(token.to_owned());
    if token.ends_with("revoked-1") {
        // Long enough for every request to be sent.
        tokio::time::sleep(Duration::from_millis(50)).await;
        let body = json!({"error": {"code": "401", "message": "Access token is revoked."}});
        return (StatusCode::UNAUTHORIZED, Json(body)).into_response();
    }
    Json(json!({"object": "list", "data": []})).into_response()
}
