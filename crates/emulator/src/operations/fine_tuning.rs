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
use crate::state::fine_tuning::{Job, JobStatus, Method};
use crate::state::table::Table;
use crate::wire::ServiceError;
use crate::wire::body;

/// The path's parameter.
const ID: &str = "fine-tuning-job-id";
const DEFAULT_JOBS: usize = 20;
const DEFAULT_EVENTS: usize = 20;
const DEFAULT_CHECKPOINTS: usize = 10;

pub(crate) async fn create(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let request = call.json().await?;
    let order = request::read(state, &request)?;
    let training = request::file(state, "training_file", &order.training_file)?;
    let validation = match &order.validation_file {
        Some(id) => Some(request::file(state, "validation_file", id)?),
        None => None,
    };
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
    let jobs = &state.fine_tuning.jobs;
    let listed = lists::newest(&call, jobs, "fine-tuning job", DEFAULT_JOBS)?;
    for job in &listed.items {
        job.schedule.settled().await;
    }
    let data = listed.items.iter().map(|job| describe(job)).collect();
    body::json(StatusCode::OK, &lists::describe(data, listed.has_more))
}

pub(crate) async fn get(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let job = find(state, call.parameter(ID)).await?;
    body::json(StatusCode::OK, &describe(&job))
}

pub(crate) async fn cancel(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let job = find(state, call.parameter(ID)).await?;
    if !job.change(|progress| {
        progress.status = JobStatus::Cancelled;
        progress.estimated_finish = None;
    }) {
        return Err(wrong_state(&job, "cancelled"));
    }
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
    removed.ok_or_else(|| no_job(&job.id))?;
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
    let listed = lists::newest(call, table, what, default)?;
    let data = listed.items.iter().map(|row| (**row).clone()).collect();
    body::json(StatusCode::OK, &lists::describe(data, listed.has_more))
}

/// A job with all that was due by now.
async fn find(state: &State, id: &str) -> Result<Arc<Job>, ServiceError> {
    let job = state.fine_tuning.jobs.get(id).ok_or_else(|| no_job(id))?;
    job.schedule.settled().await;
    Ok(job)
}

fn no_job(id: &str) -> ServiceError {
    ServiceError::not_found(format!("The specified fine-tuning job '{id}' cannot be found."))
}

fn wrong_state(job: &Job, what: &str) -> ServiceError {
    let status = job.progress().status.into_str();
    ServiceError::wrong_state(format!(
        "The fine-tuning job '{}' cannot be {what}, because it is {status}.",
        job.id
    ))
}

/// A job as the document describes it.
fn describe(job: &Job) -> Value {
    let (progress, order) = (job.progress(), &job.order);
    // -1 as long as the service has not chosen.
    let count = |chosen: Option<u32>| chosen.map_or(json!(-1), Value::from);
    let rate = progress.hyperparameters.learning_rate_multiplier;
    let hyperparameters = json!({
        "n_epochs": count(progress.hyperparameters.n_epochs),
        "batch_size": count(progress.hyperparameters.batch_size),
        "learning_rate_multiplier": rate.map_or(json!(-1), Value::from),
    });
    let method = order.method_given.clone().unwrap_or_else(|| match order.method {
        Method::Supervised => json!({"type": "supervised"}),
        Method::Dpo => json!({"type": "dpo", "dpo": {}}),
    });
    let mut value = json!({
        "id": job.id,
        "object": "fine_tuning.job",
        "created_at": job.created_at,
        "status": progress.status.into_str(),
        "model": order.model,
        "training_file": order.training_file,
        "hyperparameters": hyperparameters,
        "method": method,
        "result_files": progress.result_files,
    });
    let optional = [
        ("validation_file", order.validation_file.clone().map(Value::from)),
        ("suffix", order.suffix.clone().map(Value::from)),
        ("seed", progress.seed.map(Value::from)),
        ("integrations", order.integrations.clone()),
        ("fine_tuned_model", progress.fine_tuned_model.clone().map(Value::from)),
        ("trained_tokens", progress.trained_tokens.map(Value::from)),
        ("estimated_finish", progress.estimated_finish.map(Value::from)),
        ("finished_at", progress.finished_at.map(Value::from)),
        ("error", progress.error.clone()),
    ];
    body::add(&mut value, optional);
    value
}
