//! Runs a batch: validating, in progress, finalizing, and each way that it ends.

use std::io;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use http::{Method, Request};
use serde_json::{Value, json};
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt};

use super::endpoint::WINDOW_SECONDS;
use super::input::{self, Place, Plan};
use super::output::Output;
use crate::call::Call;
use crate::spec;
use crate::state::State;
use crate::state::batches::{Batch, BatchStatus};
use crate::state::files::{Content, StoredFile};
use crate::state::schedule::Woken;
use crate::wire::ServiceError;

/// How long each state takes, by the clock.
const VALIDATING: Duration = Duration::from_millis(600);
const FINALIZING: Duration = Duration::from_millis(400);
const CANCELLING: Duration = Duration::from_millis(500);
/// A line, unless configured or there are so many that they would take longer than `LINES` in all.
const LINE: Duration = Duration::from_millis(60);
const LINES: Duration = Duration::from_secs(20);
const WINDOW: Duration = Duration::from_secs(WINDOW_SECONDS as u64);
/// The largest response to a line, in bytes.
const MAX_RESPONSE: usize = 256 * 1024 * 1024;

/// The results so far.
#[derive(Default)]
struct Results {
    output: Output,
    errors: Output,
}

/// How a batch ends, and when.
enum End {
    Completed(Duration),
    Expired(Duration),
    Failed(Duration, Vec<Value>),
    Cancelled,
}

pub(super) async fn run(state: Arc<State>, batch: Arc<Batch>, input: Arc<StoredFile>) {
    let mut results = Results::default();
    let end = match steps(&state, &batch, &input, &mut results).await {
        Ok(end) => end,
        Err(problem) => End::Failed(state.clock.now(), broken(&problem)),
    };
    drop(input);
    close(&state, &batch, results, end).await;
    batch.schedule.finish();
}

/// The emulator's own failure, such as a full disk.
fn broken(problem: &io::Error) -> Vec<Value> {
    let message = format!("The batch failed: {problem}.");
    vec![input::error("internal_error", &message, None, None)]
}

async fn steps(
    state: &Arc<State>,
    batch: &Arc<Batch>,
    input: &Arc<StoredFile>,
    results: &mut Results,
) -> io::Result<End> {
    let validated = batch.started + VALIDATING;
    let expires = batch.started + WINDOW;
    if batch.schedule.until(validated).await == Woken::Stopped {
        return Ok(End::Cancelled);
    }
    // Created before the batch, so it is mostly done; an import may take longer.
    input.schedule.ended().await;
    let Some(content) = input.facts().content else {
        let message = "The input file has no content, because its import failed.";
        let error = input::error("invalid_request", message, Some("input_file_id"), None);
        return Ok(End::Failed(validated, vec![error]));
    };
    let plan = match check(state, batch, &content).await {
        Ok(plan) => plan,
        Err(errors) => return Ok(End::Failed(validated, errors)),
    };
    {
        let mut progress = batch.progress();
        progress.total = plan.lines.len() as u64;
        progress.tokens = plan.tokens;
    }
    let limit = state.batches.enqueued_token_limit;
    if state.batches.enqueued_tokens() > limit {
        let message = format!("More than {limit} tokens would be enqueued.");
        let error = input::error("token_limit_exceeded", &message, None, None);
        return Ok(End::Failed(validated, vec![error]));
    }
    if !batch.enter(BatchStatus::InProgress, validated) {
        return Ok(End::Cancelled);
    }

    let count = u32::try_from(plan.lines.len()).unwrap_or(u32::MAX);
    let line_time = state
        .batches
        .line_time
        .unwrap_or_else(|| LINE.min(LINES / count.max(1)));
    let mut file = File::open(&*content.path).await?;
    let mut due = validated;
    for (index, place) in plan.lines.iter().enumerate() {
        due = due.saturating_add(line_time);
        if batch.schedule.until(due.min(expires)).await == Woken::Stopped {
            return Ok(End::Cancelled);
        }
        if due > expires {
            for place in plan.lines.iter().skip(index) {
                let line = read(&mut file, *place).await?;
                results.expire(state, batch, &line).await?;
            }
            return Ok(End::Expired(expires));
        }
        let line = read(&mut file, *place).await?;
        results.run(state, batch, &plan, line).await?;
    }
    if !batch.enter(BatchStatus::Finalizing, due) {
        return Ok(End::Cancelled);
    }
    let end = due + FINALIZING;
    match batch.schedule.until(end).await {
        Woken::Due => Ok(End::Completed(end)),
        Woken::Stopped => Ok(End::Cancelled),
    }
}

async fn check(state: &Arc<State>, batch: &Arc<Batch>, content: &Content) -> Result<Plan, Vec<Value>> {
    let (state, batch, content) = (Arc::clone(state), Arc::clone(batch), content.clone());
    let checked = tokio::task::spawn_blocking(move || input::check(&state, &batch.order.endpoint, &content));
    let panicked = |error: tokio::task::JoinError| Err(broken(&io::Error::other(error)));
    checked.await.unwrap_or_else(panicked)
}

/// Stores the results, and sets the final state.
async fn close(state: &Arc<State>, batch: &Batch, results: Results, end: End) {
    let (status, time, mut errors) = match end {
        End::Completed(time) => (BatchStatus::Completed, time, Vec::new()),
        End::Expired(time) => (BatchStatus::Expired, time, Vec::new()),
        End::Failed(time, errors) => (BatchStatus::Failed, time, errors),
        End::Cancelled => (BatchStatus::Cancelled, Duration::ZERO, Vec::new()),
    };
    let output = results.output.store(state, batch, "output").await;
    let error = results.errors.store(state, batch, "error").await;
    {
        let mut progress = batch.progress();
        for (stored, id) in [(output, "output"), (error, "error")] {
            let target = match id {
                "output" => &mut progress.output_file_id,
                _ => &mut progress.error_file_id,
            };
            match stored {
                Ok(id) => *target = id,
                Err(problem) => errors.extend(broken(&problem)),
            }
        }
        if status == BatchStatus::Failed {
            progress.errors = errors;
        }
    }
    // A cancellation may have come at the last moment.
    if status == BatchStatus::Cancelled || !batch.enter(status, time) {
        let asked = batch.progress().cancelling;
        let cancelled = asked.unwrap_or_else(|| state.clock.now()) + CANCELLING;
        batch.schedule.surely_until(cancelled).await;
        batch.enter(BatchStatus::Cancelled, cancelled);
    }
}

async fn read(file: &mut File, place: Place) -> io::Result<Value> {
    file.seek(io::SeekFrom::Start(place.offset)).await?;
    let mut line = vec![0; place.length];
    file.read_exact(&mut line).await?;
    // Found valid before.
    Ok(serde_json::from_slice(&line)?)
}

impl Results {
    /// Runs one line and writes what came of it.
    async fn run(&mut self, state: &Arc<State>, batch: &Batch, plan: &Plan, mut line: Value) -> io::Result<()> {
        let custom_id = line["custom_id"].take();
        let (status, body) = respond(state, plan, line["body"].take()).await;
        let request_id = uuid::Uuid::new_v4().to_string();
        let result = json!({
            "custom_id": custom_id,
            "response": {"request_id": request_id, "status_code": status, "body": body},
            "error": null,
        });
        let success = (200..300).contains(&status);
        match success {
            true => self.output.write(state, &result).await?,
            false => self.errors.write(state, &result).await?,
        }
        let mut progress = batch.progress();
        match success {
            true => progress.completed += 1,
            false => progress.failed += 1,
        }
        Ok(())
    }

    /// Writes that a line was not run in time.
    async fn expire(&mut self, state: &State, batch: &Batch, line: &Value) -> io::Result<()> {
        let message = "This request could not be executed before the completion window expired.";
        let result = json!({
            "custom_id": line["custom_id"],
            "response": null,
            "error": {"code": "batch_expired", "message": message},
        });
        self.errors.write(state, &result).await?;
        batch.progress().failed += 1;
        Ok(())
    }
}

/// The response to a line, by the operation that serves it over HTTP.
async fn respond(state: &Arc<State>, plan: &Plan, body: Value) -> (u16, Value) {
    let response = if body["stream"] == true {
        let message = "'stream' is not supported in a batch.";
        ServiceError::invalid_request("unsupported_parameter", "stream", message).into_response()
    } else {
        let response = AssertUnwindSafe(dispatch(state, plan, body)).catch_unwind();
        let panicked = |_| Err(ServiceError::internal("The operation failed."));
        response
            .await
            .unwrap_or_else(panicked)
            .unwrap_or_else(IntoResponse::into_response)
    };
    let status = response.status().as_u16();
    let body = match axum::body::to_bytes(response.into_body(), MAX_RESPONSE).await {
        Ok(bytes) => {
            serde_json::from_slice(&bytes).unwrap_or_else(|_| Value::from(String::from_utf8_lossy(&bytes).into_owned()))
        }
        Err(_) => Value::Null,
    };
    (status, body)
}

async fn dispatch(state: &Arc<State>, plan: &Plan, body: Value) -> Result<Response, ServiceError> {
    let key = plan.endpoint.key();
    if state.validate {
        spec::check_body(key, &body, false)?;
    }
    let request = Request::builder()
        .method(Method::POST)
        .uri("/?api-version=2024-06-01")
        .body(())
        .map_err(|error| ServiceError::internal(error.to_string()))?;
    let (parts, ()) = request.into_parts();
    let call = Call {
        operation: key.operation(),
        deployment: Some(Arc::clone(&plan.deployment)),
        parameters: Vec::new(),
        parts,
        body: Body::empty(),
        json: Some(body),
    };
    plan.endpoint.run(state, call).await
}
