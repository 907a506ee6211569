//! `StoredCompletion_List`, `StoredCompletion_Get`, `StoredCompletion_Update`, `StoredCompletion_Delete`.

use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::completion::{describe, find, unknown};
use super::query::{self, Filter};
use crate::call::{Call, lists};
use crate::state::State;
use crate::state::table::Page;
use crate::wire::ServiceError;
use crate::wire::{body, metadata, parameters};

pub(crate) async fn list(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
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

pub(crate) async fn get(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    body::json(StatusCode::OK, &describe(&*find(state, &call)?))
}

/// The body of an update.
#[derive(Deserialize)]
struct Body {
    metadata: Map<String, Value>,
}

pub(crate) async fn update(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    // An unknown id is reported before an invalid body.
    find(state, &call)?;
    let id = call.parameter("stored-completion-id").to_owned();
    let sent = call.json().await?;
    let Body { metadata } = parameters::read(&sent)?;
    metadata::check(&metadata)?;
    let updated = state
        .stored
        .update(&id, |stored| Arc::make_mut(stored).metadata = metadata)
        .ok_or_else(|| unknown(&id))?;
    body::json(StatusCode::OK, &describe(&updated))
}

pub(crate) async fn delete(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let id = call.parameter("stored-completion-id");
    let removed = state.stored.remove(id).ok_or_else(|| unknown(id))?;
    let described = json!({"object": "chat.completion.deleted", "id": removed.id, "deleted": true});
    body::json(StatusCode::OK, &described)
}
