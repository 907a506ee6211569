//! Fine-tuning jobs: list, create, get, delete, cancel, checkpoints, events.

mod curve;
mod data;
mod events;
mod request;
mod run;
mod steps;

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde_json::{Value, json};

use crate::call::{Call, lists};
use crate::state::State;
use crate::state::fine_tuning::{Job, JobStatus};
use crate::state::table::Table;
use crate::wire::ServiceError;
use crate::wire::body;

/// The path's parameter.
const ID: &str = "fine-tuning-job-id";
const JOB: &str = "specified fine-tuning job";
const DEFAULT_JOBS: usize = 20;
const DEFAULT_EVENTS: usize = 20;
const DEFAULT_CHECKPOINTS: usize = 10;

pub(crate) async fn create(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let request = call.json().await?;
    let order = request::read(state, &request)?;
    let file = |name, id: &String| state.files.of_purpose(id, name, name, "fine-tune");
    let training = file("training_file", &order.training_file)?;
    let validation = order.validation_file.as_ref();
    let validation = validation.map(|id| file("validation_file", id)).transpose()?;
    let id = format!("ftjob-{}", uuid::Uuid::new_v4().simple());
    let now = state.clock.seconds();
    let job = state.fine_tuning.jobs.insert(&id, now, |created_at| {
        Arc::new(Job::new(id.clone(), order, created_at, &state.clock))
    });
    events::say(&job, job.started, "Job enqueued. Waiting for jobs ahead to complete.");
    let path = format!("fine_tuning/jobs/{id}");
    let response = lists::created(state, &call, StatusCode::CREATED, &path, &describe(&job));
    state
        .tasks
        .spawn(run::run(Arc::clone(state), job, training, validation));
    response
}

pub(crate) async fn list(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let page = lists::Paging::read(&call, DEFAULT_JOBS, lists::MAX_PAGE, false)?;
    let listed = page.of(&state.fine_tuning.jobs, "fine-tuning job", |_| true)?;
    for job in &listed.items {
        job.schedule.settled().await;
    }
    let data = listed.items.iter().map(|job| describe(job)).collect();
    body::json(StatusCode::OK, &lists::describe(data, listed.has_more))
}

pub(crate) async fn get(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    body::json(StatusCode::OK, &describe(&*find(state, call.parameter(ID)).await?))
}

pub(crate) async fn cancel(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let job = find(state, call.parameter(ID)).await?;
    job.end(JobStatus::Cancelled, |_| {})
        .map_err(|_| wrong_state(&job, "cancelled"))?;
    events::say(&job, state.clock.now(), "Job cancelled.");
    job.schedule.stop();
    body::json(StatusCode::OK, &describe(&job))
}

/// Removes the job with its events and checkpoints. The model that it made stays, as do the files.
pub(crate) async fn delete(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let job = find(state, call.parameter(ID)).await?;
    if !job.progress().status.is_over() {
        return Err(wrong_state(&job, "deleted before it is cancelled"));
    }
    let removed = state.fine_tuning.jobs.remove(&job.id);
    removed.ok_or_else(|| lists::not_found(JOB, &job.id))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

pub(crate) async fn checkpoints(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let job = find(state, call.parameter(ID)).await?;
    rows(&call, &job.checkpoints, "checkpoint", DEFAULT_CHECKPOINTS)
}

pub(crate) async fn events(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let job = find(state, call.parameter(ID)).await?;
    rows(&call, &job.events, "event", DEFAULT_EVENTS)
}

fn rows(call: &Call, table: &Table<Arc<Value>>, what: &str, default: usize) -> Result<Response, ServiceError> {
    let page = lists::Paging::read(call, default, lists::MAX_PAGE, false)?;
    let listed = page.of(table, what, |_| true)?;
    let data = listed.items.iter().map(|row| (**row).clone()).collect();
    body::json(StatusCode::OK, &lists::describe(data, listed.has_more))
}

/// A job with all that was due by now.
async fn find(state: &State, id: &str) -> Result<Arc<Job>, ServiceError> {
    let job = lists::find(&state.fine_tuning.jobs, id, JOB)?;
    job.schedule.settled().await;
    Ok(job)
}

fn wrong_state(job: &Job, what: &str) -> ServiceError {
    let (id, status) = (&job.id, job.progress().status.into_str());
    ServiceError::wrong_state(format!(
        "The fine-tuning job '{id}' cannot be {what}, because it is {status}."
    ))
}

/// A job as the document describes it.
fn describe(job: &Job) -> Value {
    let mut value = json!({"id": job.id, "object": "fine_tuning.job", "created_at": job.created_at});
    body::extend(&mut value, &job.order);
    body::extend(&mut value, &*job.progress());
    value
}
