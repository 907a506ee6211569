//! Batches: requests in a file that are run one after the other.

use std::sync::Arc;
use std::time::Duration;

use parking_lot::{Mutex, MutexGuard};
use serde_json::{Map, Value};
use strum::IntoStaticStr;

use crate::clock::Clock;
use crate::state::schedule::Schedule;
use crate::state::table::Table;

#[derive(Debug)]
pub(crate) struct Batches {
    pub(crate) table: Table<Arc<Batch>>,
    /// How long each line takes, if that was configured.
    pub(crate) line_time: Option<Duration>,
    /// The most tokens that may be enqueued at a time.
    pub(crate) enqueued_token_limit: u64,
}

impl Batches {
    pub(crate) fn new(line_time: Option<Duration>, enqueued_token_limit: u64) -> Self {
        Self {
            table: Table::default(),
            line_time,
            enqueued_token_limit,
        }
    }

    /// The tokens of all batches that aren't over.
    pub(crate) fn enqueued_tokens(&self) -> u64 {
        let batches = self.table.all();
        let tokens = batches.iter().map(|batch| {
            let progress = batch.progress();
            if progress.status.is_over() { 0 } else { progress.tokens }
        });
        tokens.sum()
    }
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
    progress: Mutex<Progress>,
}

/// The request.
#[derive(Clone, Debug)]
pub(crate) struct BatchOrder {
    /// As it was given.
    pub(crate) endpoint: String,
    pub(crate) window: String,
    pub(crate) input_file_id: String,
    pub(crate) metadata: Option<Map<String, Value>>,
    /// Seconds that the result files stay.
    pub(crate) output_expires_after: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(const_into_str, serialize_all = "snake_case")]
pub(crate) enum BatchStatus {
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

/// What changes while a batch runs.
#[derive(Debug)]
pub(crate) struct Progress {
    pub(crate) status: BatchStatus,
    /// When each state began, in their order, in seconds since 1970.
    pub(crate) since: Vec<(BatchStatus, i64)>,
    /// When its cancellation was asked for, by the clock.
    pub(crate) cancelling: Option<Duration>,
    pub(crate) errors: Vec<Value>,
    pub(crate) total: u64,
    pub(crate) completed: u64,
    pub(crate) failed: u64,
    pub(crate) tokens: u64,
    pub(crate) output_file_id: Option<String>,
    pub(crate) error_file_id: Option<String>,
}

impl Batch {
    pub(crate) fn new(id: String, order: BatchOrder, created_at: i64, clock: &Clock) -> Self {
        Self {
            id,
            order,
            created_at,
            started: clock.now(),
            schedule: Schedule::new(clock),
            progress: Mutex::new(Progress {
                status: BatchStatus::Validating,
                since: Vec::new(),
                cancelling: None,
                errors: Vec::new(),
                total: 0,
                completed: 0,
                failed: 0,
                tokens: 0,
                output_file_id: None,
                error_file_id: None,
            }),
        }
    }

    pub(crate) fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock()
    }

    /// Goes on to a state at this time, unless a cancellation came first.
    pub(crate) fn enter(&self, status: BatchStatus, time: Duration) -> bool {
        let mut progress = self.progress();
        if progress.status == BatchStatus::Cancelling && status != BatchStatus::Cancelled {
            return false;
        }
        progress.enter(status, time);
        true
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

impl Progress {
    fn enter(&mut self, status: BatchStatus, time: Duration) {
        self.status = status;
        let seconds = i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
        self.since.push((status, seconds));
    }
}
