//! Fine-tuning jobs and the models that came of them.

use std::sync::Arc;
use std::time::Duration;

use parking_lot::{Mutex, MutexGuard};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use strum::IntoStaticStr;

use crate::clock::Clock;
use crate::state::models::Model;
use crate::state::schedule::{Schedule, Stopped};
use crate::state::table::Table;

#[derive(Debug, Default)]
pub(crate) struct FineTuning {
    pub(crate) jobs: Table<Arc<Job>>,
    pub(crate) models: Table<Arc<TunedModel>>,
}

/// A model that a job made.
#[derive(Debug)]
pub(crate) struct TunedModel {
    pub(crate) id: String,
    pub(crate) base: &'static Model,
    /// What it was trained from: the base model, or a model that was trained before.
    pub(crate) parent: String,
    pub(crate) job_id: String,
    /// In seconds since 1970.
    pub(crate) created_at: i64,
}

/// The request, as in responses.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct JobOrder {
    #[serde(skip)]
    pub(crate) base: &'static Model,
    /// The id of the model to train.
    pub(crate) model: String,
    pub(crate) training_file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) validation_file: Option<String>,
    #[serde(skip)]
    pub(crate) kind: Method,
    /// As it was given.
    pub(crate) method: Value,
    #[serde(skip)]
    pub(crate) hyperparameters: Hyperparameters,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) suffix: Option<String>,
    #[serde(skip)]
    pub(crate) seed: Option<i64>,
    /// As they were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) integrations: Option<Value>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(const_into_str, serialize_all = "snake_case")]
pub(crate) enum Method {
    #[default]
    Supervised,
    Dpo,
}

/// `None` leaves the choice to the service, and is -1 in responses as long as it has not chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Hyperparameters {
    pub(crate) n_epochs: Option<u32>,
    pub(crate) batch_size: Option<u32>,
    pub(crate) learning_rate_multiplier: Option<f64>,
}

impl Serialize for Hyperparameters {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let count = |chosen: Option<u32>| chosen.map_or(json!(-1), Value::from);
        let fields = json!({
            "n_epochs": count(self.n_epochs),
            "batch_size": count(self.batch_size),
            "learning_rate_multiplier": self.learning_rate_multiplier.map_or(json!(-1), Value::from),
        });
        fields.serialize(serializer)
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, IntoStaticStr, Serialize)]
#[strum(const_into_str, serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub(crate) enum JobStatus {
    #[default]
    Pending,
    Running,
    Succeeded,
    Cancelled,
    Failed,
}

impl JobStatus {
    pub(crate) fn is_over(self) -> bool {
        !matches!(self, Self::Pending | Self::Running)
    }
}

#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) id: String,
    pub(crate) order: JobOrder,
    /// In seconds since 1970.
    pub(crate) created_at: i64,
    /// The same, exactly.
    pub(crate) started: Duration,
    pub(crate) schedule: Schedule,
    /// As in responses.
    pub(crate) events: Table<Arc<Value>>,
    pub(crate) checkpoints: Table<Arc<Value>>,
    progress: Mutex<JobProgress>,
}

/// What changes while a job runs, as in responses.
#[derive(Debug, Default, Serialize)]
pub(crate) struct JobProgress {
    pub(crate) status: JobStatus,
    pub(crate) hyperparameters: Hyperparameters,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) seed: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) fine_tuned_model: Option<String>,
    pub(crate) result_files: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) trained_tokens: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) estimated_finish: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) finished_at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<Value>,
}

impl Job {
    pub(crate) fn new(id: String, order: JobOrder, created_at: i64, clock: &Clock) -> Self {
        let progress = JobProgress {
            hyperparameters: order.hyperparameters,
            seed: order.seed,
            ..JobProgress::default()
        };
        Self {
            id,
            order,
            created_at,
            started: clock.now(),
            schedule: Schedule::new(clock),
            events: Table::default(),
            checkpoints: Table::default(),
            progress: Mutex::new(progress),
        }
    }

    pub(crate) fn progress(&self) -> MutexGuard<'_, JobProgress> {
        self.progress.lock()
    }

    /// Changes it unless it has ended: a cancelled job stays cancelled.
    pub(crate) fn change(&self, change: impl FnOnce(&mut JobProgress)) -> Result<(), Stopped> {
        let mut progress = self.progress();
        if progress.status.is_over() {
            return Err(Stopped);
        }
        change(&mut progress);
        Ok(())
    }

    /// Ends it, if it has not ended.
    pub(crate) fn end(&self, status: JobStatus, change: impl FnOnce(&mut JobProgress)) -> Result<(), Stopped> {
        self.change(|progress| {
            progress.status = status;
            progress.estimated_finish = None;
            change(progress);
        })
    }
}
