//! Runs a fine-tuning job: reads its data, reports its steps, and makes a model.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::curve::{Curve, HEADER};
use super::data::{self, Dataset};
use super::events::{checkpoint, report, report_step, say};
use super::steps::ReportedSteps;
use crate::call::form;
use crate::clock::seconds;
use crate::state::State;
use crate::state::files::{Content, FileState, NewFile, StoredFile};
use crate::state::fine_tuning::{Hyperparameters, Job, JobProgress, JobStatus, Method, TunedModel};
use crate::state::models::Task;
use crate::state::schedule::Stopped;
use crate::tokens::Vocabulary;

/// How long each state takes, by the clock.
const PENDING: Duration = Duration::from_millis(400);
const SETTING_UP: Duration = Duration::from_secs(2);
const EXAMPLE: Duration = Duration::from_millis(5);
const MAX_TRAINING: Duration = Duration::from_secs(30);
const FINISHING: Duration = Duration::from_millis(300);
const DEFAULT_EPOCHS: u32 = 3;

/// Why a job does not succeed.
enum End {
    /// It was cancelled; the operation has added the event.
    Stopped,
    /// At this time, with a code, a message and the parameter at fault.
    Failed(Duration, Failure),
}

type Failure = (&'static str, String, Option<&'static str>);

impl From<Stopped> for End {
    fn from(Stopped: Stopped) -> Self {
        Self::Stopped
    }
}

pub(super) async fn run(
    state: Arc<State>,
    job: Arc<Job>,
    training: Arc<StoredFile>,
    validation: Option<Arc<StoredFile>>,
) {
    if let Err(End::Failed(time, failure)) = steps(&state, &job, &training, validation.as_deref()).await {
        let (code, message, param) = failure;
        let mut error = json!({"code": code, "message": message});
        if let Some(param) = param {
            error["param"] = param.into();
        }
        // A cancelled job stays cancelled.
        let _ = job.end(JobStatus::Failed, |progress| {
            progress.error = Some(error);
            report(&job, time, "error", &format!("Job failed: {message}"), None);
        });
    }
    job.schedule.finish();
}

async fn steps(
    state: &Arc<State>,
    job: &Arc<Job>,
    training: &StoredFile,
    validation: Option<&StoredFile>,
) -> Result<(), End> {
    let started = job.started + PENDING;
    job.schedule.until(started).await?;
    let fail = |failure| End::Failed(started, failure);
    let data = read(job, training, "training_file").await.map_err(fail)?;
    let validated = match validation {
        Some(file) => Some(read(job, file, "validation_file").await.map_err(fail)?),
        None => None,
    };
    let chosen = choose(job, data);
    let (epochs, size) = (
        u64::from(chosen.n_epochs.unwrap_or(1)),
        u64::from(chosen.batch_size.unwrap_or(1)),
    );
    let steps_an_epoch = data.examples.div_ceil(size);
    let steps = steps_an_epoch * epochs;
    let seed = job.order.seed.unwrap_or((data.hash >> 33) as i64);
    let curve = Curve::new(data.hash, seed, steps, validated.is_some());
    let examples = u32::try_from(data.examples * epochs).unwrap_or(u32::MAX);
    let training_time = (SETTING_UP + EXAMPLE.saturating_mul(examples)).min(MAX_TRAINING);
    let finish = started + training_time + FINISHING;
    job.change(|progress| {
        progress.status = JobStatus::Running;
        progress.hyperparameters = chosen;
        progress.seed = Some(seed);
        progress.estimated_finish = Some(seconds(finish));
        say(job, started, "Job started.");
    })?;

    let name = model_name(job);
    let reported = ReportedSteps { steps, steps_an_epoch };
    let mut table = HEADER.to_owned();
    for step in reported.steps() {
        let last = step == steps;
        let done = step as f64 / steps as f64;
        let time = started + training_time.mul_f64(done);
        job.schedule.until(time).await?;
        let point = curve.at(step);
        if reported.row(step) {
            table.push_str(&point.row());
        }
        job.change(|_| {
            if reported.event(step) {
                report_step(job, time, &point, steps);
            }
            if reported.epoch_end(step) {
                checkpoint(job, time, &point, (!last).then_some(step), &name);
            }
        })?;
    }

    job.schedule.until(finish).await?;
    let broken = |message| End::Failed(finish, ("internalFailure", message, None));
    let content = write(state, table).await.map_err(broken)?;
    let made = (content, name, finish, data.tokens * epochs);
    job.end(JobStatus::Succeeded, |progress| succeed(state, job, progress, made))?;
    Ok(())
}

/// All at once, so that a job is either cancelled or has a model.
fn succeed(
    state: &State,
    job: &Job,
    progress: &mut JobProgress,
    (content, name, time, tokens): (Content, String, Duration, u64),
) {
    let results = state.files.add(NewFile {
        id: None,
        name: "results.csv".to_owned(),
        purpose: "fine-tune-results".to_owned(),
        expires_after: None,
        content: Some(content),
        state: FileState::Processed,
    });
    state.fine_tuning.models.insert(&name, seconds(time), |created_at| {
        Arc::new(TunedModel {
            id: name.clone(),
            base: job.order.base,
            parent: job.order.model.clone(),
            job_id: job.id.clone(),
            created_at,
        })
    });
    progress.result_files = vec![results.id.clone()];
    progress.trained_tokens = Some(tokens);
    progress.finished_at = Some(seconds(time));
    say(job, time, &format!("New fine-tuned model created: {name}"));
    say(job, time, &format!("Completed results file: {}", results.id));
    say(job, time, "Job succeeded.");
    progress.fine_tuned_model = Some(name);
}

/// Reads a file's examples once it has been processed.
async fn read(job: &Job, file: &StoredFile, param: &'static str) -> Result<Dataset, Failure> {
    file.schedule.ended().await;
    let facts = file.facts();
    let failure = |code, message| (code, message, Some(param));
    let Some(content) = facts.content else {
        let details = facts.details.unwrap_or_default();
        return Err(failure("invalidPayload", details));
    };
    let vocabulary = match job.order.base.task {
        Task::Chat(model) => model.vocabulary,
        _ => Vocabulary::Cl100k,
    };
    let method = job.order.kind;
    let read = tokio::task::spawn_blocking(move || data::read(&content.path, method, vocabulary));
    match read.await {
        Ok(Ok(data)) => Ok(data),
        Ok(Err(wrong)) => {
            let message = format!("The {param} '{}' is invalid: {}.", file.id, wrong.trim_end_matches('.'));
            Err(failure("jsonlValidationFailed", message))
        }
        Err(error) => Err(failure("internalFailure", error.to_string())),
    }
}

/// The values that the service chooses where the caller left them open.
fn choose(job: &Job, data: Dataset) -> Hyperparameters {
    let given = job.order.hyperparameters;
    // A five-hundredth of the examples.
    let size = u32::try_from(data.examples / 500).unwrap_or(u32::MAX).clamp(1, 256);
    let rate = match job.order.kind {
        Method::Supervised => 1.0,
        Method::Dpo => 0.1,
    };
    Hyperparameters {
        n_epochs: given.n_epochs.or(Some(DEFAULT_EPOCHS)),
        batch_size: given.batch_size.or(Some(size)),
        learning_rate_multiplier: given.learning_rate_multiplier.or(Some(rate)),
    }
}

/// `gpt-4o-2024-08-06.ft-<hex>-suffix`
fn model_name(job: &Job) -> String {
    let base = job.order.base.id;
    let id = job.id.trim_start_matches("ftjob-");
    match &job.order.suffix {
        Some(suffix) => format!("{base}.ft-{id}-{suffix}"),
        None => format!("{base}.ft-{id}"),
    }
}

async fn write(state: &State, table: String) -> Result<Content, String> {
    let path = state.files.new_content().map_err(|error| error.to_string())?;
    let bytes = table.len() as u64;
    tokio::fs::write(&path, table)
        .await
        .map_err(|error| form::unwritable(error).message().to_owned())?;
    Ok(Content {
        path: Arc::new(path),
        bytes,
    })
}
