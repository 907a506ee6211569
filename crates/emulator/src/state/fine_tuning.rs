//! Fine-tuning jobs and the models that came of them.

use std::sync::Arc;
use std::time::Duration;

use parking_lot::{Mutex, MutexGuard};
use serde::Deserialize;
use serde_json::Value;
use strum::IntoStaticStr;

use crate::clock::Clock;
use crate::state::models::Model;
use crate::state::schedule::Schedule;
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

/// The request.
#[derive(Clone, Debug)]
pub(crate) struct JobOrder {
    pub(crate) base: &'static Model,
    /// The id of the model to train.
    pub(crate) model: String,
    pub(crate) training_file: String,
    pub(crate) validation_file: Option<String>,
    pub(crate) method: Method,
    /// As it was given.
    pub(crate) method_given: Option<Value>,
    pub(crate) hyperparameters: Hyperparameters,
    pub(crate) suffix: Option<String>,
    pub(crate) seed: Option<i64>,
    /// As they were given.
    pub(crate) integrations: Option<Value>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Method {
    Supervised,
    Dpo,
}

/// `None` leaves the choice to the service.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Hyperparameters {
    pub(crate) n_epochs: Option<u32>,
    pub(crate) batch_size: Option<u32>,
    pub(crate) learning_rate_multiplier: Option<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(const_into_str, serialize_all = "snake_case")]
pub(crate) enum JobStatus {
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

/// What changes while a job runs.
#[derive(Debug)]
pub(crate) struct JobProgress {
    pub(crate) status: JobStatus,
    pub(crate) hyperparameters: Hyperparameters,
    pub(crate) seed: Option<i64>,
    pub(crate) fine_tuned_model: Option<String>,
    pub(crate) result_files: Vec<String>,
    pub(crate) trained_tokens: Option<u64>,
    pub(crate) estimated_finish: Option<i64>,
    pub(crate) finished_at: Option<i64>,
    pub(crate) error: Option<Value>,
}

impl Job {
    pub(crate) fn new(id: String, order: JobOrder, created_at: i64, clock: &Clock) -> Self {
        let progress = JobProgress {
            status: JobStatus::Pending,
            hyperparameters: order.hyperparameters,
            seed: order.seed,
            fine_tuned_model: None,
            result_files: Vec::new(),
            trained_tokens: None,
            estimated_finish: None,
            finished_at: None,
            error: None,
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
    pub(crate) fn change(&self, change: impl FnOnce(&mut JobProgress)) -> bool {
        let mut progress = self.progress();
        if progress.status.is_over() {
            return false;
        }
        change(&mut progress);
        true
    }
}
