//! Batches: list, create, get, cancel.

mod endpoint;
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
use crate::state::batches::{Batch, BatchOrder, BatchStatus};
use crate::state::table::Page;
use crate::storage::expiry::ExpiresAfter;
use crate::wire::ServiceError;
use crate::wire::{body, metadata, parameters};
use endpoint::{Endpoint, WINDOW, WINDOW_SECONDS};

const DEFAULT_PAGE: usize = 20;

pub(crate) async fn create(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let request = call.json().await?;
    let order = read(&request)?;
    let refuse = |message| ServiceError::invalid_payload(message).with("target", "input_file_id");
    let input = state.files.get(&order.input_file_id).ok_or_else(|| {
        let id = &order.input_file_id;
        refuse(format!("The input file '{id}' cannot be found."))
    })?;
    if input.purpose != "batch" {
        let (id, purpose) = (&input.id, &input.purpose);
        return Err(refuse(format!(
            "The input file '{id}' has the purpose '{purpose}', but must have 'batch'."
        )));
    }
    let id = format!("batch_{}", uuid::Uuid::new_v4());
    let batch = state.batches.table.insert(&id, state.clock.seconds(), |created_at| {
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
    if Endpoint::find(&body.endpoint).is_none() {
        let known = Endpoint::ALL.map(Endpoint::path).join(", ");
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
        window: body.completion_window,
        input_file_id: body.input_file_id,
        metadata: body.metadata,
        output_expires_after: ExpiresAfter::seconds(body.output_expires_after, "output_expires_after")?,
    })
}

pub(crate) async fn list(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let query = query::read(&call)?;
    for batch in state.batches.table.all() {
        batch.schedule.settled().await;
    }
    let after = call.query("after");
    let page = Page {
        after: after.as_deref(),
        limit: lists::limit(&call, DEFAULT_PAGE, lists::MAX_PAGE)?,
        oldest_first: query.oldest_first,
    };
    let listed = state.batches.table.page(&page, |batch| query.wants(batch));
    let listed = listed.ok_or_else(|| lists::unknown_cursor(&call, "batch"))?;
    let data = listed.items.iter().map(|batch| describe(batch)).collect();
    let mut list = lists::describe(data, listed.has_more);
    lists::add_ends(&mut list);
    let mut response = body::json(StatusCode::OK, &list)?;
    for (name, tokens) in [
        ("deployment-enqueued-tokens", state.batches.enqueued_tokens()),
        ("deployment-maximum-enqueued-tokens", state.batches.enqueued_token_limit),
    ] {
        response.headers_mut().insert(name, HeaderValue::from(tokens));
    }
    Ok(response)
}

pub(crate) async fn get(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let batch = find(state, &call)?;
    batch.schedule.settled().await;
    body::json(StatusCode::OK, &describe(&batch))
}

pub(crate) async fn cancel(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let batch = find(state, &call)?;
    batch.schedule.settled().await;
    batch.cancel(state.clock.now()).map_err(|status| {
        let message = format!(
            "The batch '{}' cannot be cancelled, because it is {}.",
            batch.id,
            status.into_str()
        );
        ServiceError::wrong_state(message)
    })?;
    body::json(StatusCode::OK, &describe(&batch))
}

fn find(state: &State, call: &Call) -> Result<Arc<Batch>, ServiceError> {
    let id = call.parameter("batch-id");
    state
        .batches
        .table
        .get(id)
        .ok_or_else(|| ServiceError::not_found(format!("The specified batch '{id}' cannot be found.")))
}

/// A batch as the document describes it.
fn describe(batch: &Batch) -> Value {
    let progress = batch.progress();
    let order = &batch.order;
    let mut value = json!({
        "id": batch.id,
        "object": "batch",
        "endpoint": order.endpoint,
        "input_file_id": order.input_file_id,
        "completion_window": order.window,
        "status": progress.status.into_str(),
        "created_at": batch.created_at,
        "expires_at": batch.created_at + WINDOW_SECONDS,
        "request_counts": {
            "total": progress.total,
            "completed": progress.completed,
            "failed": progress.failed,
        },
    });
    for (status, time) in &progress.since {
        // The state before the others has begun when the batch was created.
        if *status != BatchStatus::Validating {
            value[format!("{}_at", status.into_str())] = (*time).into();
        }
    }
    let errors = || json!({"object": "list", "data": progress.errors});
    let optional = [
        ("output_file_id", progress.output_file_id.clone().map(Value::from)),
        ("error_file_id", progress.error_file_id.clone().map(Value::from)),
        ("errors", (!progress.errors.is_empty()).then(errors)),
        ("metadata", order.metadata.clone().map(Value::from)),
    ];
    body::add(&mut value, optional);
    value
}
