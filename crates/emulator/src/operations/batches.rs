//! Batches: list, create, get, cancel.

mod input;
mod output;
mod query;
mod run;

use std::sync::Arc;

use axum::response::Response;
use http::{HeaderValue, StatusCode};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::call::{Call, lists};
use crate::state::State;
use crate::state::batches::{self, Batch, BatchOrder};
use crate::storage::expiry::ExpiresAfter;
use crate::wire::ServiceError;
use crate::wire::{body, metadata, parameters};
use input::{ENDPOINTS, WINDOW_SECONDS, endpoint};

/// The path's parameter.
const ID: &str = "batch-id";
const DEFAULT_PAGE: usize = 20;
const WINDOW: &str = "24h";

pub(crate) async fn create(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let request = call.json().await?;
    let order = read(&request)?;
    let input = state
        .files
        .of_purpose(&order.input_file_id, "input_file_id", "input file", "batch")?;
    let id = format!("batch_{}", uuid::Uuid::new_v4());
    let batch = state.batches.insert(&id, state.clock.seconds(), |created_at| {
        Arc::new(Batch::new(id.clone(), order, created_at, &state.clock))
    });
    let path = format!("batches/{id}");
    let response = lists::created(state, &call, StatusCode::CREATED, &path, &describe(&batch));
    state.tasks.spawn(run::run(Arc::clone(state), batch, input));
    response
}

/// The body as it is sent.
#[derive(Deserialize)]
struct Body {
    input_file_id: String,
    endpoint: String,
    completion_window: String,
    metadata: Option<Map<String, Value>>,
    output_expires_after: Option<ExpiresAfter>,
}

fn read(request: &Value) -> Result<BatchOrder, ServiceError> {
    let body: Body = parameters::read(request)?;
    if endpoint(&body.endpoint).is_none() {
        let known = ENDPOINTS.map(|(path, _)| path).join(", ");
        let message = format!("The endpoint '{}' is not one of: {known}.", body.endpoint);
        return Err(ServiceError::invalid_payload(message).with("target", "endpoint"));
    }
    if body.completion_window != WINDOW {
        let message = format!("The completion_window '{}' is not '{WINDOW}'.", body.completion_window);
        return Err(ServiceError::invalid_payload(message).with("target", "completion_window"));
    }
    body.metadata.as_ref().map_or(Ok(()), metadata::check)?;
    Ok(BatchOrder {
        endpoint: body.endpoint,
        completion_window: body.completion_window,
        input_file_id: body.input_file_id,
        metadata: body.metadata,
        output_expires_after: ExpiresAfter::seconds(body.output_expires_after, "output_expires_after")?,
    })
}

pub(crate) async fn list(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let query = query::read(&call)?;
    for batch in state.batches.all() {
        batch.schedule.settled().await;
    }
    let page = lists::Paging::read(&call, DEFAULT_PAGE, lists::MAX_PAGE, query.oldest_first)?;
    let listed = page.of(&state.batches, "batch", |batch| query.wants(batch))?;
    let data = listed.items.iter().map(|batch| describe(batch)).collect();
    let mut list = lists::describe(data, listed.has_more);
    lists::add_ends(&mut list);
    let mut response = body::json(StatusCode::OK, &list)?;
    for (name, tokens) in [
        ("deployment-enqueued-tokens", batches::enqueued_tokens(&state.batches)),
        ("deployment-maximum-enqueued-tokens", state.config.enqueued_token_limit),
    ] {
        response.headers_mut().insert(name, HeaderValue::from(tokens));
    }
    Ok(response)
}

pub(crate) async fn get(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    body::json(StatusCode::OK, &describe(&*find(state, call.parameter(ID)).await?))
}

pub(crate) async fn cancel(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let batch = find(state, call.parameter(ID)).await?;
    batch.cancel(state.clock.now()).map_err(|status| {
        let (id, status) = (&batch.id, status.into_str());
        ServiceError::wrong_state(format!("The batch '{id}' cannot be cancelled, because it is {status}."))
    })?;
    body::json(StatusCode::OK, &describe(&batch))
}

/// A batch with all that was due by now.
async fn find(state: &State, id: &str) -> Result<Arc<Batch>, ServiceError> {
    let batch = lists::find(&state.batches, id, "specified batch")?;
    batch.schedule.settled().await;
    Ok(batch)
}

/// A batch as the document describes it.
fn describe(batch: &Batch) -> Value {
    let mut value = json!({
        "id": batch.id,
        "object": "batch",
        "created_at": batch.created_at,
        "expires_at": batch.created_at + WINDOW_SECONDS,
    });
    body::extend(&mut value, &batch.order);
    body::extend(&mut value, &*batch.progress());
    value
}
