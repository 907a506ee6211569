//! Jobs that can be polled: what their states mean, and what the service reports of their failures.

use std::borrow::Cow;
use std::fmt::Write;
use std::time::Duration;

use azure_openai_core::polling::{Interval, Job, Phase};

use crate::generated::{
    Batch, BatchErrorData, BatchErrorLine, BatchStatus, File, FileState, FineTuningJob, FineTuningState,
    IngestionJobRun, OperationState,
};

const fn seconds(first: u64, longest: u64) -> Interval {
    Interval::new(Duration::from_secs(first), Duration::from_secs(longest))
}

const fn hours(hours: u64) -> Duration {
    Duration::from_secs(hours * 3600)
}

/// A file is polled until it can be used.
impl Job for File {
    const NAME: &'static str = "file";
    const INTERVAL: Interval = seconds(1, 5);
    const DEADLINE: Duration = hours(1);

    fn id(&self) -> &str {
        &self.id
    }

    fn state(&self) -> &str {
        self.status.as_ref().map_or("", FileState::as_str)
    }

    fn phase(&self) -> Phase {
        match self.status {
            Some(FileState::Processed) => Phase::Succeeded,
            Some(FileState::Error | FileState::Deleted) => Phase::Failed,
            _ => Phase::Running,
        }
    }

    fn problem(&self) -> Cow<'_, str> {
        self.status_details.as_deref().unwrap_or("").into()
    }
}

/// A batch is polled until it is completed. One that was cancelled or has expired is a failure; the job in it has the
/// files of what was completed.
impl Job for Batch {
    const NAME: &'static str = "batch";
    const INTERVAL: Interval = seconds(10, 120);
    // A day to complete, and time to finish.
    const DEADLINE: Duration = hours(48);

    fn id(&self) -> &str {
        &self.id
    }

    fn state(&self) -> &str {
        self.status.as_ref().map_or("", BatchStatus::as_str)
    }

    fn phase(&self) -> Phase {
        match self.status {
            Some(BatchStatus::Completed) => Phase::Succeeded,
            Some(BatchStatus::Failed | BatchStatus::Expired | BatchStatus::Cancelled) => Phase::Failed,
            _ => Phase::Running,
        }
    }

    fn has_moved(&self, earlier: &Self) -> bool {
        self.status != earlier.status || self.request_counts != earlier.request_counts
    }

    fn problem(&self) -> Cow<'_, str> {
        const SHOWN: usize = 5;
        let errors = self.errors.as_ref().map_or(&[][..], |errors| &errors.data);
        let mut text = errors
            .iter()
            .take(SHOWN)
            .map(batch_error)
            .collect::<Vec<_>>()
            .join("; ");
        if errors.len() > SHOWN {
            let _ = write!(text, "; and {} more", errors.len() - SHOWN);
        }
        if let Some(counts) = self.request_counts.as_ref().filter(|_| errors.is_empty()) {
            let count = |count: Option<i64>| count.unwrap_or_default();
            let _ = write!(
                text,
                "{} of {} requests were completed, {} failed",
                count(counts.completed),
                count(counts.total),
                count(counts.failed)
            );
        }
        text.into()
    }
}

fn batch_error(error: &BatchErrorData) -> String {
    let mut text = String::new();
    match &error.line {
        Some(BatchErrorLine::Integer(line)) => drop(write!(text, "line {line}: ")),
        Some(BatchErrorLine::String(line)) => drop(write!(text, "line {line}: ")),
        _ => {}
    }
    let message = error.message.as_deref().unwrap_or("");
    text.push_str(message);
    match (&error.code, message) {
        (Some(code), "") => text.push_str(code),
        (Some(code), _) => drop(write!(text, " ({code})")),
        (None, _) => {}
    }
    if let Some(parameter) = &error.param {
        let _ = write!(text, ", parameter `{parameter}`");
    }
    text
}

/// A fine-tuning job is polled until its model exists.
impl Job for FineTuningJob {
    const NAME: &'static str = "fine-tuning job";
    const INTERVAL: Interval = seconds(10, 60);
    const DEADLINE: Duration = hours(7 * 24);

    fn id(&self) -> &str {
        &self.id
    }

    fn state(&self) -> &str {
        self.status.as_ref().map_or("", FineTuningState::as_str)
    }

    fn phase(&self) -> Phase {
        match self.status {
            Some(FineTuningState::Succeeded) => Phase::Succeeded,
            Some(FineTuningState::Failed | FineTuningState::Cancelled) => Phase::Failed,
            _ => Phase::Running,
        }
    }

    fn has_moved(&self, earlier: &Self) -> bool {
        self.status != earlier.status
            || self.estimated_finish != earlier.estimated_finish
            || self.trained_tokens != earlier.trained_tokens
    }

    fn problem(&self) -> Cow<'_, str> {
        let Some(error) = &self.error else {
            return "".into();
        };
        let mut text = error.message.clone().unwrap_or_default();
        match (&error.code, text.is_empty()) {
            (Some(code), true) => text.push_str(code),
            (Some(code), false) => drop(write!(text, " ({code})")),
            (None, _) => {}
        }
        if let Some(parameter) = &error.param {
            let _ = write!(text, ", parameter `{parameter}`");
        }
        text.into()
    }
}

/// A run of an ingestion job is polled until everything is in the index.
impl Job for IngestionJobRun {
    const NAME: &'static str = "ingestion run";
    const INTERVAL: Interval = seconds(5, 60);
    const DEADLINE: Duration = hours(3 * 24);

    fn id(&self) -> &str {
        self.run_id.as_deref().unwrap_or("")
    }

    fn state(&self) -> &str {
        self.status.as_ref().map_or("", OperationState::as_str)
    }

    fn phase(&self) -> Phase {
        match self.status {
            Some(OperationState::Succeeded) => Phase::Succeeded,
            Some(OperationState::Failed) => Phase::Failed,
            _ => Phase::Running,
        }
    }

    fn has_moved(&self, earlier: &Self) -> bool {
        self.status != earlier.status || self.progress != earlier.progress
    }

    fn problem(&self) -> Cow<'_, str> {
        let Some(error) = &self.error else {
            return "".into();
        };
        let message = error.message.iter();
        message
            .chain(&error.inner_errors)
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("; ")
            .into()
    }
}
