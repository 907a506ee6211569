//! Ingestion jobs and their runs.
//!
//! A job whose container, dataset or page has `emulator-fail` in its name fails; `emulator-warn` makes it warn.

mod job;
mod progress;

use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;
use serde_json::{Value, json};

use crate::call::{Call, lists};
use crate::state::State;
use crate::state::ingestion::{Page, Plan};
use crate::wire::{ServiceError, body};

/// Few, so that a client's paging is put to the test.
const PAGE: u64 = 10;
const SKIP: &str = "skiptoken";
const MANAGEMENT_TOKEN: &str = "mgmt-user-token";
const WORKSPACE_TOKEN: &str = "aml-user-token";

pub(crate) async fn list(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let page = state.ingestion.list(skipped(&call)?, PAGE);
    respond(state, &call, "ingestion/jobs", page)
}

pub(crate) async fn create(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let id = call.parameter("job-id").to_owned();
    let sent = call.json().await?;
    let plan = job::read(&id, sent)?;
    if plan.user_compute {
        for name in [MANAGEMENT_TOKEN, WORKSPACE_TOKEN] {
            needs_token(&call.parts.headers, name)?;
        }
    }
    let described = plan.described.clone();
    let run = state.ingestion.put(&id, plan).ok_or_else(|| {
        let message = format!("The ingestion job '{id}' exists and is of another kind.");
        ServiceError::new(StatusCode::CONFLICT, "conflict", message)
    })?;
    let path = format!("ingestion/jobs/{id}");
    let mut response = lists::created(state, &call, StatusCode::OK, &path, &described)?;
    let run = lists::link(call.url(state, &format!("{path}/runs/{run}")))?;
    response.headers_mut().insert("operation-location", run);
    Ok(response)
}

pub(crate) async fn get(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    body::json(StatusCode::OK, &find(state, &call)?.described)
}

pub(crate) async fn runs(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let id = readable(state, &call)?;
    let page = state.ingestion.runs(id, skipped(&call)?, PAGE);
    let page = page.ok_or_else(|| no_job(id))?;
    let described = page.items.iter().map(|run| progress::describe(id, run)).collect();
    let page = Page {
        items: described,
        next: page.next,
    };
    respond(state, &call, &format!("ingestion/jobs/{id}/runs"), page)
}

pub(crate) async fn run(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let id = readable(state, &call)?;
    let run = call.parameter("run-id");
    let found = state
        .ingestion
        .run(id, run)
        .ok_or_else(|| ServiceError::not_found(format!("The ingestion job '{id}' has no run '{run}'.")))?;
    body::json(StatusCode::OK, &progress::describe(id, &found))
}

/// A page as the document has it; the link is on the origin that the caller used.
fn respond(state: &State, call: &Call, path: &str, page: Page<Value>) -> Result<Response, ServiceError> {
    let mut list = json!({ "value": page.items });
    if let Some(next) = page.next {
        let link = format!("{}&{SKIP}={next}", call.url(state, path));
        list["nextLink"] = link.into();
    }
    body::json(StatusCode::OK, &list)
}

/// Where the page begins that a `nextLink` asks for.
fn skipped(call: &Call) -> Result<u64, ServiceError> {
    let Some(token) = call.query(SKIP) else {
        return Ok(0);
    };
    token
        .parse()
        .map_err(|_| lists::invalid_query(SKIP, &token, "that of a nextLink"))
}

fn find(state: &State, call: &Call) -> Result<Plan, ServiceError> {
    let id = call.parameter("job-id");
    state.ingestion.get(id).ok_or_else(|| no_job(id))
}

/// The id of a job whose runs the caller may see.
fn readable<'a>(state: &State, call: &'a Call) -> Result<&'a str, ServiceError> {
    if find(state, call)?.user_compute {
        needs_token(&call.parts.headers, MANAGEMENT_TOKEN)?;
    }
    Ok(call.parameter("job-id"))
}

fn needs_token(headers: &http::HeaderMap, name: &str) -> Result<(), ServiceError> {
    if headers.get(name).is_some_and(|token| !token.is_empty()) {
        return Ok(());
    }
    Err(ServiceError::new(
        StatusCode::UNAUTHORIZED,
        "unauthorized",
        format!("A job on user compute needs the header '{name}' with a token for its workspace."),
    )
    .with("target", name))
}

fn no_job(id: &str) -> ServiceError {
    lists::not_found("ingestion job", id)
}
