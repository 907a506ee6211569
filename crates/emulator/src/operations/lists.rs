//! What the authoring side's creations and lists have in common.

use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use serde_json::{Value, json};

use crate::operations::Call;
use crate::state::State;
use crate::state::table::{Listed, Page, Table};
use crate::wire::ServiceError;
use crate::wire::body;

/// The most items on a page, where the document names no limit.
pub(crate) const MAX_PAGE: usize = 10_000;

/// An answer to a creation, with where to find what was created: `path` is relative to `/openai`.
pub(crate) fn created(
    state: &State,
    status: StatusCode,
    path: &str,
    version: &str,
    answer: &Value,
) -> Result<Response, ServiceError> {
    let mut response = body::json(status, answer)?;
    let version: String = form_urlencoded::byte_serialize(version.as_bytes()).collect();
    let location = format!("{}/openai/{path}?api-version={version}", state.endpoint);
    let location = HeaderValue::try_from(location)
        .map_err(|error| ServiceError::internal(error.to_string()))?;
    response.headers_mut().insert(header::LOCATION, location);
    Ok(response)
}

/// The query parameter `limit`.
pub(crate) fn limit(call: &Call, default: usize, max: usize) -> Result<usize, ServiceError> {
    let Some(text) = call.query("limit") else {
        return Ok(default);
    };
    match text.parse() {
        Ok(limit) if (1..=max).contains(&limit) => Ok(limit),
        _ => Err(invalid_query(
            "limit",
            &text,
            &format!("a number from 1 to {max}"),
        )),
    }
}

/// The page of a list that a request asks for by `after` and `limit`, the newest first.
pub(crate) fn newest<T: Clone>(
    call: &Call,
    table: &Table<T>,
    what: &str,
    default: usize,
) -> Result<Listed<T>, ServiceError> {
    let after = call.query("after");
    let page = Page {
        after: after.as_deref(),
        limit: limit(call, default, MAX_PAGE)?,
        oldest_first: false,
    };
    table
        .page(&page, |_| true)
        .ok_or_else(|| unknown_cursor(call, what))
}

/// A list with `has_more`.
pub(crate) fn describe(items: Vec<Value>, has_more: bool) -> Value {
    json!({"object": "list", "data": items, "has_more": has_more})
}

pub(crate) fn unknown_cursor(call: &Call, what: &str) -> ServiceError {
    let after = call.query("after").unwrap_or_default();
    invalid_query("after", &after, &format!("the id of a {what}"))
}

pub(crate) fn invalid_query(name: &str, value: &str, expected: &str) -> ServiceError {
    ServiceError::invalid_payload(format!(
        "The query parameter '{name}' is '{value}', but must be {expected}."
    ))
    .with("target", name)
}
