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

use super::input::{self, BatchError, Plan, Position, WINDOW_SECONDS};
use super::output::Output;
use crate::call::Call;
use crate::catalogue::OperationKey;
use crate::operations::{chat, completions, embeddings};
use crate::spec;
use crate::state::State;
use crate::state::batches::{self, Batch, BatchStatus};
use crate::state::files::{Content, StoredFile};
use crate::state::schedule::Stopped;
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

/// Why a batch does not complete.
enum End {
    Cancelled,
    Failed(Vec<BatchError>),
    /// The emulator's own failure, such as a full disk.
    Broken(io::Error),
    Expired,
}

impl From<Stopped> for End {
    fn from(Stopped: Stopped) -> Self {
        Self::Cancelled
    }
}

impl From<io::Error> for End {
    fn from(error: io::Error) -> Self {
        Self::Broken(error)
    }
}

fn broken(problem: &impl std::fmt::Display) -> BatchError {
    BatchError::new("internal_error", format!("The batch failed: {problem}."))
}

pub(super) async fn run(state: Arc<State>, batch: Arc<Batch>, input: Arc<StoredFile>) {
    let mut results = Results::default();
    let (status, time, errors) = match steps(&state, &batch, &input, &mut results).await {
        Ok(time) => (BatchStatus::Completed, time, Vec::new()),
        Err(End::Expired) => (BatchStatus::Expired, batch.started + WINDOW, Vec::new()),
        Err(End::Failed(errors)) => (BatchStatus::Failed, batch.started + VALIDATING, errors),
        Err(End::Broken(error)) => (BatchStatus::Failed, state.clock.now(), vec![broken(&error)]),
        Err(End::Cancelled) => (BatchStatus::Cancelled, Duration::ZERO, Vec::new()),
    };
    drop(input);
    close(&state, &batch, results, errors).await;
    // A cancellation may have come at the last moment.
    if status == BatchStatus::Cancelled || batch.enter(status, time).is_err() {
        let asked = batch.progress().cancelling;
        let cancelled = asked.unwrap_or_else(|| state.clock.now()) + CANCELLING;
        batch.schedule.surely_until(cancelled).await;
        // Nothing comes before this one.
        let _ = batch.enter(BatchStatus::Cancelled, cancelled);
    }
    batch.schedule.finish();
}

/// Runs to the end, and returns when that is.
async fn steps(
    state: &Arc<State>,
    batch: &Arc<Batch>,
    input: &Arc<StoredFile>,
    results: &mut Results,
) -> Result<Duration, End> {
    let validated = batch.started + VALIDATING;
    let expires = batch.started + WINDOW;
    batch.schedule.until(validated).await?;
    // Created before the batch, so it is mostly done; an import may take longer.
    input.schedule.ended().await;
    let Some(content) = input.facts().content else {
        let message = "The input file has no content, because its import failed.";
        let error = BatchError::new("invalid_request", message).param("input_file_id");
        return Err(End::Failed(vec![error]));
    };
    let plan = check(state, batch, &content).await.map_err(End::Failed)?;
    {
        let mut progress = batch.progress();
        progress.request_counts.total = plan.lines.len() as u64;
        progress.tokens = plan.tokens;
    }
    let limit = state.config.enqueued_token_limit;
    if batches::enqueued_tokens(&state.batches) > limit {
        let message = format!("More than {limit} tokens would be enqueued.");
        return Err(End::Failed(vec![BatchError::new("token_limit_exceeded", message)]));
    }
    batch.enter(BatchStatus::InProgress, validated)?;

    let count = u32::try_from(plan.lines.len()).unwrap_or(u32::MAX);
    let line_time = state
        .config
        .batch_line_time
        .unwrap_or_else(|| LINE.min(LINES / count.max(1)));
    let mut file = File::open(&*content.path).await?;
    let mut due = validated;
    for (index, line) in plan.lines.iter().enumerate() {
        due = due.saturating_add(line_time);
        batch.schedule.until(due.min(expires)).await?;
        if due > expires {
            for line in plan.lines.iter().skip(index) {
                let line = read(&mut file, *line).await?;
                results.expire(state, batch, &line).await?;
            }
            return Err(End::Expired);
        }
        let line = read(&mut file, *line).await?;
        results.run(state, batch, &plan, line).await?;
    }
    batch.enter(BatchStatus::Finalizing, due)?;
    let end = due + FINALIZING;
    batch.schedule.until(end).await?;
    Ok(end)
}

async fn check(state: &Arc<State>, batch: &Arc<Batch>, content: &Content) -> Result<Plan, Vec<BatchError>> {
    let (state, batch, content) = (Arc::clone(state), Arc::clone(batch), content.clone());
    let checked = tokio::task::spawn_blocking(move || input::check(&state, &batch.order.endpoint, &content));
    checked.await.unwrap_or_else(|error| Err(vec![broken(&error)]))
}

/// Stores the results, and the errors of a batch that failed.
async fn close(state: &Arc<State>, batch: &Batch, results: Results, mut errors: Vec<BatchError>) {
    let output = results.output.store(state, batch, "output").await;
    let error = results.errors.store(state, batch, "error").await;
    let mut stored = |stored: io::Result<Option<String>>| {
        stored.unwrap_or_else(|problem| {
            errors.push(broken(&problem));
            None
        })
    };
    let (output, error) = (stored(output), stored(error));
    let mut progress = batch.progress();
    progress.output_file_id = output;
    progress.error_file_id = error;
    if !errors.is_empty() {
        progress.errors = Some(json!({"object": "list", "data": errors}));
    }
}

async fn read(file: &mut File, line: Position) -> io::Result<Value> {
    file.seek(io::SeekFrom::Start(line.offset)).await?;
    let mut text = vec![0; line.length];
    file.read_exact(&mut text).await?;
    // Found valid before.
    Ok(serde_json::from_slice(&text)?)
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
        let file = if success { &mut self.output } else { &mut self.errors };
        file.write(state, &result).await?;
        let counts = &mut batch.progress().request_counts;
        match success {
            true => counts.completed += 1,
            false => counts.failed += 1,
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
        batch.progress().request_counts.failed += 1;
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
        let response = response.await.unwrap_or_else(panicked);
        response.unwrap_or_else(IntoResponse::into_response)
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
    if state.config.validate {
        spec::check_body(plan.operation, &body, false)?;
    }
    let request = Request::builder()
        .method(Method::POST)
        .uri("/?api-version=2024-06-01")
        .body(())
        .map_err(|error| ServiceError::internal(error.to_string()))?;
    let (parts, ()) = request.into_parts();
    let call = Call {
        operation: plan.operation.operation(),
        deployment: Some(Arc::clone(&plan.deployment)),
        parameters: Vec::new(),
        parts,
        body: Body::empty(),
        json: Some(body),
    };
    match plan.operation {
        OperationKey::CompletionsCreate => completions::create(state, call).await,
        OperationKey::EmbeddingsCreate => embeddings::create(state, call).await,
        _ => chat::create(state, call).await,
    }
}
