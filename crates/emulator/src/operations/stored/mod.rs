//! Stored completions: list, get, update, delete, messages.

mod messages;
mod query;

use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;
use serde_json::{Map, Value, json};

use crate::operations::Call;
use crate::state::State;
use crate::state::stored::{Filter, StoredCompletion};
use crate::wire::ServiceError;
use crate::wire::parameters::Object;
use crate::wire::{body, metadata};

pub(super) use messages::list as messages;

pub(super) async fn list(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let paging = query::read_paging(&call, "desc")?;
    let model = call.query("model");
    let filter = Filter {
        model: model.as_deref(),
        metadata: query::read_metadata(&call)?,
        after: paging.after.as_deref(),
        limit: paging.limit,
        oldest_first: paging.ascending,
    };
    let page = state.stored.list(&filter);
    let page = page.ok_or_else(|| paging.unknown_after("a stored completion"))?;
    let data: Vec<Value> = page.found.iter().map(|one| describe(one)).collect();
    body::json(
        StatusCode::OK,
        &query::page(data, page.total, page.has_more),
    )
}

pub(super) async fn get(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    body::json(StatusCode::OK, &describe(&*find(state, &call)?))
}

pub(super) async fn update(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    // What is not there is told before what is wrong with the body.
    find(state, &call)?;
    let id = call.parameter("stored-completion-id").to_owned();
    let sent = body::read_json(call.body).await;
    let sent = sent.map_err(ServiceError::authoring)?;
    let read = || {
        let request = Object::new("", &sent)?;
        let metadata = request.required("metadata", request.get("metadata"))?;
        metadata::read(Some(metadata))
    };
    let metadata = read().map_err(ServiceError::authoring)?;
    let updated = state
        .stored
        .update(&id, metadata)
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
