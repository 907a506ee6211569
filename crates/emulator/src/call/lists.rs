//! What the authoring side's creations and lists have in common.

use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use serde_json::{Value, json};

use crate::call::Call;
use crate::state::State;
use crate::state::table::{Listed, Page, Table};
use crate::wire::ServiceError;
use crate::wire::body;

/// The most items on a page, where the document names no limit.
pub(crate) const MAX_PAGE: usize = 10_000;

/// A response to a creation, with its `Location`: `path` is relative to `/openai`.
pub(crate) fn created(
    state: &State,
    call: &Call,
    status: StatusCode,
    path: &str,
    value: &Value,
) -> Result<Response, ServiceError> {
    let mut response = body::json(status, value)?;
    let location = link(call.url(state, path))?;
    response.headers_mut().insert(header::LOCATION, location);
    Ok(response)
}

/// The response to a deletion.
pub(crate) fn deleted(object: &str, id: &str) -> Result<Response, ServiceError> {
    body::json(StatusCode::OK, &json!({"object": object, "id": id, "deleted": true}))
}

/// A URL in a header.
pub(crate) fn link(url: String) -> Result<HeaderValue, ServiceError> {
    HeaderValue::try_from(url).map_err(|error| ServiceError::internal(error.to_string()))
}

/// The query parameter `limit`.
pub(crate) fn limit(call: &Call, default: usize, max: usize) -> Result<usize, ServiceError> {
    let Some(text) = call.query("limit") else {
        return Ok(default);
    };
    match text.parse() {
        Ok(limit) if (1..=max).contains(&limit) => Ok(limit),
        _ => Err(invalid_query("limit", &text, &format!("a number from 1 to {max}"))),
    }
}

/// The query parameter `order`.
pub(crate) fn oldest_first(call: &Call, default: &str) -> Result<bool, ServiceError> {
    match call.query("order").as_deref().unwrap_or(default) {
        "asc" => Ok(true),
        "desc" => Ok(false),
        other => Err(invalid_query("order", other, "asc or desc")),
    }
}

/// The page of a list that a request asks for by `after` and `limit`.
pub(crate) struct Paging {
    after: Option<String>,
    limit: usize,
    oldest_first: bool,
}

impl Paging {
    pub(crate) fn read(call: &Call, default: usize, max: usize, oldest_first: bool) -> Result<Self, ServiceError> {
        Ok(Self {
            after: call.query("after"),
            limit: limit(call, default, max)?,
            oldest_first,
        })
    }

    /// The items of the page that are `wanted`; `what` says what they are.
    pub(crate) fn of<T: Clone>(
        &self,
        table: &Table<T>,
        what: &str,
        wanted: impl Fn(&T) -> bool,
    ) -> Result<Listed<T>, ServiceError> {
        let page = Page {
            after: self.after.as_deref(),
            limit: self.limit,
            oldest_first: self.oldest_first,
        };
        let unknown = || invalid_query("after", page.after.unwrap_or_default(), &format!("the id of a {what}"));
        table.page(&page, wanted).ok_or_else(unknown)
    }
}

/// The item of this id; `what` says what it is.
pub(crate) fn find<T: Clone>(table: &Table<T>, id: &str, what: &str) -> Result<T, ServiceError> {
    table.get(id).ok_or_else(|| not_found(what, id))
}

pub(crate) fn not_found(what: &str, id: &str) -> ServiceError {
    ServiceError::not_found(format!("The {what} '{id}' cannot be found."))
}

/// A list with `has_more`.
pub(crate) fn describe(items: Vec<Value>, has_more: bool) -> Value {
    json!({"object": "list", "data": items, "has_more": has_more})
}

/// Adds the first and the last id of a list's `data`, unless it is empty.
pub(crate) fn add_ends(list: &mut Value) {
    let data = list["data"].as_array();
    let (first, last) = data.map_or((None, None), |data| (data.first(), data.last()));
    let id = |item: Option<&Value>| item.and_then(|item| item.get("id")).cloned();
    for (name, id) in [("first_id", id(first)), ("last_id", id(last))] {
        if let Some(id) = id {
            list[name] = id;
        }
    }
}

pub(crate) fn invalid_query(name: &str, value: &str, expected: &str) -> ServiceError {
    ServiceError::invalid_payload(format!(
        "The query parameter '{name}' is '{value}', but must be {expected}."
    ))
    .with("target", name)
}
