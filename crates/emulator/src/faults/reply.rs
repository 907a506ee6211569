//! Responses that a fault makes.

use std::time::{Duration, UNIX_EPOCH};

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::{HeaderName, HeaderValue, StatusCode, header};

use super::fault::Fault;
use super::kinds::{FaultBody, RetryAfter};
use crate::clock::Clock;
use crate::wire::ServiceError;
use crate::wire::gateway::{self, FromGateway};

const RETRY_AFTER_MS: HeaderName = HeaderName::from_static("retry-after-ms");
const MS_RETRY_AFTER_MS: HeaderName = HeaderName::from_static("x-ms-retry-after-ms");
/// The last second of the year 9999, the last date that can be written.
const LAST_DATE: u64 = 253_402_300_799;

/// The response that a fault sends instead of the operation's, if it has one.
pub(super) fn make_up(fault: &Fault, clock: &Clock) -> Option<Response> {
    let redirect = fault.redirect.as_ref().map(|_| 307);
    // Checked when the fault was put to use.
    let status = StatusCode::from_u16(fault.status.or(redirect)?).ok()?;
    let wait = fault.retry_after.iter().find_map(seconds);
    let mut response = match fault.body.unwrap_or_default() {
        FaultBody::Service => {
            let (code, message) = usual(status, wait);
            let code = fault.code.as_deref().unwrap_or(&code);
            let message = fault.message.clone().unwrap_or(message);
            ServiceError::new(status, code, message).into_response()
        }
        FaultBody::Gateway => gateway::error(status, fault.message.clone(), wait),
        FaultBody::Html => html(status),
        FaultBody::Empty => (status, Body::empty()).into_response(),
    };
    if fault.body.is_some_and(|body| body != FaultBody::Service) {
        response.extensions_mut().insert(FromGateway);
    }
    let mut set = |name: HeaderName, value: String| {
        if let Ok(value) = HeaderValue::try_from(value) {
            response.headers_mut().insert(name, value);
        }
    };
    for retry_after in &fault.retry_after {
        match retry_after {
            RetryAfter::Seconds(seconds) => set(header::RETRY_AFTER, seconds.to_string()),
            RetryAfter::Date(seconds) => {
                let date = clock.now().as_secs().saturating_add(*seconds).min(LAST_DATE);
                let date = UNIX_EPOCH + Duration::from_secs(date);
                set(header::RETRY_AFTER, httpdate::fmt_http_date(date));
            }
            RetryAfter::Raw(value) => set(header::RETRY_AFTER, value.clone()),
            RetryAfter::Millis(millis) => set(RETRY_AFTER_MS, millis.to_string()),
            RetryAfter::MsMillis(millis) => set(MS_RETRY_AFTER_MS, millis.to_string()),
            RetryAfter::Text(_) => {}
        }
    }
    if let Some(url) = &fault.redirect {
        set(header::LOCATION, url.clone());
    }
    Some(response)
}

fn html(status: StatusCode) -> Response {
    let title = format!("{} {}", status.as_u16(), gateway::reason(status));
    let page = format!(
        "<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n\
         <hr><center>Microsoft-Azure-Application-Gateway/v2</center>\r\n</body>\r\n</html>\r\n"
    );
    (status, [(header::CONTENT_TYPE, "text/html")], page).into_response()
}

/// In whole seconds, rounded up.
fn seconds(retry_after: &RetryAfter) -> Option<u64> {
    match retry_after {
        RetryAfter::Seconds(seconds) | RetryAfter::Date(seconds) | RetryAfter::Text(seconds) => Some(*seconds),
        RetryAfter::Millis(millis) | RetryAfter::MsMillis(millis) => Some(millis.div_ceil(1000)),
        RetryAfter::Raw(_) => None,
    }
}

/// The code and message that the service mostly sends with a status.
fn usual(status: StatusCode, wait: Option<u64>) -> (String, String) {
    let (code, message) = match status.as_u16() {
        401 => (
            "401",
            "Access denied due to invalid subscription key or wrong API endpoint.",
        ),
        403 => (
            "AuthenticationTypeDisabled",
            "Key based authentication is disabled for this resource.",
        ),
        404 => ("404", "Resource not found"),
        408 => ("Timeout", "The operation was timeout."),
        409 => ("conflict", "The resource is being changed by another operation."),
        429 => {
            let message = format!(
                "Requests to this operation have exceeded call rate limit of your current OpenAI S0 pricing tier. Please \
                 retry after {} seconds.",
                wait.unwrap_or(1)
            );
            return ("429".to_owned(), message);
        }
        500 => ("InternalServerError", "Internal server error"),
        503 => (
            "ServiceUnavailable",
            "The service is temporarily unable to process your request. Please try again later.",
        ),
        _ => return (status.as_u16().to_string(), gateway::reason(status).to_owned()),
    };
    (code.to_owned(), message.to_owned())
}
