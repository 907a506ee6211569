//! Stored completions: list, get, update, delete, messages.

mod messages;
mod query;

use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;
use serde_json::{Map, Value, json};

use crate::operations::{Call, lists};
use crate::state::State;
use crate::state::stored::StoredCompletion;
use crate::state::table::Page;
use crate::wire::ServiceError;
use crate::wire::parameters::Object;
use crate::wire::{body, metadata};
use query::Filter;

pub(super) use messages::list as messages;

pub(super) async fn list(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let filter = Filter::read(&call)?;
    let after = call.query("after");
    let page = Page {
        after: after.as_deref(),
        limit: query::limit(&call)?,
        oldest_first: lists::oldest_first(&call, "desc")?,
    };
    let listed = state.stored.page(&page, |one| filter.finds(one));
    let listed = listed.ok_or_else(|| lists::unknown_cursor(&call, "stored completion"))?;
    let data = listed.items.iter().map(|one| describe(one)).collect();
    body::json(StatusCode::OK, &query::page(data, listed.total, listed.has_more))
}

pub(super) async fn get(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    body::json(StatusCode::OK, &describe(&*find(state, &call)?))
}

pub(super) async fn update(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    // What is not there is told before what is wrong with the body.
    find(state, &call)?;
    let id = call.parameter("stored-completion-id").to_owned();
    let sent = call.json().await?;
    let request = Object::new("", &sent)?;
    let metadata = request.required("metadata", request.get("metadata"))?;
    let metadata = metadata::read(Some(metadata))?;
    let updated = state
        .stored
        .update(&id, |stored| Arc::make_mut(stored).metadata = metadata)
        .ok_or_else(|| unknown(&id))?;
    body::json(StatusCode::OK, &describe(&updated))
}

pub(super) async fn delete(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let id = call.parameter("stored-completion-id");
    let removed = state.stored.remove(id).ok_or_else(|| unknown(id))?;
    let answer = json!({"object": "chat.completion.deleted", "id": removed.id, "deleted": true});
    body::json(StatusCode::OK, &answer)
}

fn find(state: &State, call: &Call) -> Result<Arc<StoredCompletion>, ServiceError> {
    let id = call.parameter("stored-completion-id");
    state.stored.get(id).ok_or_else(|| unknown(id))
}

fn unknown(id: &str) -> ServiceError {
    ServiceError::not_found(format!("The stored completion '{id}' cannot be found."))
}

/// A stored completion as the document describes it.
fn describe(stored: &StoredCompletion) -> Value {
    let mut members = Map::new();
    members.insert("id".to_owned(), stored.id.clone().into());
    members.insert("created".to_owned(), stored.created.into());
    let kept = stored.members.iter();
    members.extend(kept.map(|(name, value)| (name.clone(), value.clone())));
    members.insert("metadata".to_owned(), stored.metadata.clone().into());
    members.into()
}
