//! Errors of a gateway in front of the service, as API Management sends them.

use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use serde_json::json;

/// Marks a response of a gateway, which has none of the service's headers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FromGateway;

/// API Management's own error, as for requests beyond a limit.
pub(crate) fn error(status: StatusCode, message: Option<String>, wait: Option<u64>) -> Response {
    let message = message.unwrap_or_else(|| match status {
        StatusCode::TOO_MANY_REQUESTS => {
            format!("Rate limit is exceeded. Try again in {} seconds.", wait.unwrap_or(1))
        }
        StatusCode::UNAUTHORIZED => "Access denied due to missing subscription key. Make sure to include subscription \
             key when making requests to an API."
            .to_owned(),
        _ => reason(status).to_owned(),
    });
    let body = json!({"statusCode": status.as_u16(), "message": message}).to_string();
    let content_type = [(header::CONTENT_TYPE, "application/json")];
    let mut response = (status, content_type, body).into_response();
    response.extensions_mut().insert(FromGateway);
    response
}

pub(crate) fn reason(status: StatusCode) -> &'static str {
    status.canonical_reason().unwrap_or("Unknown")
}
