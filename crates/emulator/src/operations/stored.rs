//! Stored completions: list, get, update, delete, messages.

mod query;

use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::call::Call;
use crate::call::lists::{self, Paging};
use crate::state::State;
use crate::state::stored::StoredCompletion;
use crate::state::table::{Listed, Table};
use crate::wire::ServiceError;
use crate::wire::{body, metadata, parameters};
use query::Filter;

const COMPLETION: &str = "stored completion";
const DEFAULT_LIMIT: usize = 20;
/// The document's type is a 32-bit integer.
const MAX_LIMIT: usize = i32::MAX as usize;

pub(crate) async fn list(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let filter = Filter::read(&call)?;
    let page = Paging::read(&call, DEFAULT_LIMIT, MAX_LIMIT, lists::oldest_first(&call, "desc")?)?;
    let listed = page.of(&state.stored, COMPLETION, |one| filter.finds(one))?;
    respond(&listed, |one| one.described.clone())
}

pub(crate) async fn get(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    body::json(StatusCode::OK, &find(state, &call)?.described)
}

/// The body of an update.
#[derive(Deserialize)]
struct Body {
    metadata: Map<String, Value>,
}

pub(crate) async fn update(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    // An unknown id is reported before an invalid body.
    find(state, &call)?;
    let sent = call.json().await?;
    let Body { metadata } = parameters::read(&sent)?;
    metadata::check(&metadata)?;
    let id = id(&call);
    let updated = state.stored.update(id, |stored| {
        Arc::make_mut(stored).described["metadata"] = metadata.into();
    });
    let updated = updated.ok_or_else(|| lists::not_found(COMPLETION, id))?;
    body::json(StatusCode::OK, &updated.described)
}

pub(crate) async fn delete(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let id = id(&call);
    let removed = state.stored.remove(id);
    removed.ok_or_else(|| lists::not_found(COMPLETION, id))?;
    lists::deleted("chat.completion.deleted", id)
}

/// The messages of the request.
pub(crate) async fn messages(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let stored = find(state, &call)?;
    let messages = Table::default();
    for (place, message) in stored.messages.iter().enumerate() {
        let id = format!("{}-{place}", id(&call));
        messages.insert(&id, 0, |_| describe_message(&id, message));
    }
    let page = Paging::read(&call, DEFAULT_LIMIT, MAX_LIMIT, lists::oldest_first(&call, "asc")?)?;
    let listed = page.of(&messages, "message of this completion", |_| true)?;
    respond(&listed, Value::clone)
}

/// A message as it was sent, except that `content` is always a string; parts are in `content_parts`.
fn describe_message(id: &str, message: &Value) -> Value {
    let mut described = body::present(message.clone());
    if let Some(Value::Array(parts)) = message.get("content") {
        let texts = parts.iter().filter_map(|part| part.get("text")?.as_str());
        described["content"] = texts.collect::<Vec<_>>().join("\n").into();
        described["content_parts"] = parts.clone().into();
    }
    described["id"] = id.into();
    described
}

fn id(call: &Call) -> &str {
    call.parameter("stored-completion-id")
}

fn find(state: &State, call: &Call) -> Result<Arc<StoredCompletion>, ServiceError> {
    lists::find(&state.stored, id(call), COMPLETION)
}

fn respond<T>(listed: &Listed<T>, describe: impl Fn(&T) -> Value) -> Result<Response, ServiceError> {
    let data = listed.items.iter().map(describe).collect();
    let mut page = lists::describe(data, listed.has_more);
    page["total"] = json!(listed.total);
    lists::add_ends(&mut page);
    body::json(StatusCode::OK, &page)
}
