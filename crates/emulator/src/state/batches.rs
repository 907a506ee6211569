//! Batches: requests in a file that are run one after the other.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::{Mutex, MutexGuard};
use serde::Serialize;
use serde_json::{Map, Value};
use strum::IntoStaticStr;

use crate::clock::{Clock, seconds};
use crate::state::schedule::{Schedule, Stopped};
use crate::state::table::Table;

/// The tokens of all batches that aren't over.
pub(crate) fn enqueued_tokens(batches: &Table<Arc<Batch>>) -> u64 {
    let batches = batches.all();
    let tokens = batches.iter().map(|batch| {
        let progress = batch.progress();
        if progress.status.is_over() { 0 } else { progress.tokens }
    });
    tokens.sum()
}

#[derive(Debug)]
pub(crate) struct Batch {
    pub(crate) id: String,
    pub(crate) order: BatchOrder,
    /// In seconds since 1970.
    pub(crate) created_at: i64,
    /// The same, exactly.
    pub(crate) started: Duration,
    pub(crate) schedule: Schedule,
    progress: Mutex<BatchProgress>,
}

/// The request, as in responses.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct BatchOrder {
    pub(crate) endpoint: String,
    pub(crate) completion_window: String,
    pub(crate) input_file_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) metadata: Option<Map<String, Value>>,
    /// Seconds that the result files stay.
    #[serde(skip)]
    pub(crate) output_expires_after: Option<i64>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, IntoStaticStr, Serialize)]
#[strum(const_into_str, serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub(crate) enum BatchStatus {
    #[default]
    Validating,
    Failed,
    InProgress,
    Finalizing,
    Completed,
    Expired,
    Cancelling,
    Cancelled,
}

impl BatchStatus {
    pub(crate) fn is_over(self) -> bool {
        matches!(self, Self::Failed | Self::Completed | Self::Expired | Self::Cancelled)
    }
}

/// What changes while a batch runs, as in responses.
#[derive(Debug, Default, Serialize)]
pub(crate) struct BatchProgress {
    pub(crate) status: BatchStatus,
    /// When each state after the first began, as in `completed_at`, in seconds since 1970.
    #[serde(flatten)]
    times: BTreeMap<String, i64>,
    pub(crate) request_counts: Counts,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) output_file_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error_file_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) errors: Option<Value>,
    /// When its cancellation was asked for, by the clock.
    #[serde(skip)]
    pub(crate) cancelling: Option<Duration>,
    #[serde(skip)]
    pub(crate) tokens: u64,
}

#[derive(Debug, Default, Serialize)]
pub(crate) struct Counts {
    pub(crate) total: u64,
    pub(crate) completed: u64,
    pub(crate) failed: u64,
}

impl Batch {
    pub(crate) fn new(id: String, order: BatchOrder, created_at: i64, clock: &Clock) -> Self {
        Self {
            id,
            order,
            created_at,
            started: clock.now(),
            schedule: Schedule::new(clock),
            progress: Mutex::default(),
        }
    }

    pub(crate) fn progress(&self) -> MutexGuard<'_, BatchProgress> {
        self.progress.lock()
    }

    /// Goes on to a state at this time, unless a cancellation came first.
    pub(crate) fn enter(&self, status: BatchStatus, time: Duration) -> Result<(), Stopped> {
        let mut progress = self.progress();
        if progress.status == BatchStatus::Cancelling && status != BatchStatus::Cancelled {
            return Err(Stopped);
        }
        progress.enter(status, time);
        Ok(())
    }

    /// Requests its cancellation, or returns the state in which it has already ended.
    pub(crate) fn cancel(&self, now: Duration) -> Result<(), BatchStatus> {
        let mut progress = self.progress();
        match progress.status {
            status if status.is_over() => return Err(status),
            BatchStatus::Cancelling => return Ok(()),
            _ => {}
        }
        progress.enter(BatchStatus::Cancelling, now);
        progress.cancelling = Some(now);
        drop(progress);
        self.schedule.stop();
        Ok(())
    }
}

impl BatchProgress {
    fn enter(&mut self, status: BatchStatus, time: Duration) {
        self.status = status;
        self.times.insert(format!("{}_at", status.into_str()), seconds(time));
    }
}
