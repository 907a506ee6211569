//! What was tried before a request failed, and what that left at the service.

use std::time::Duration;

use super::Error;
use super::attempts::{Attempt, GaveUp, History};
use super::verdict;
use crate::endpoint::Endpoint;

impl Attempt {
    pub(crate) fn new(error: &Error, endpoint: &Endpoint, began: Duration, took: Duration) -> Self {
        Self {
            endpoint: endpoint.clone(),
            kind: error.kind(),
            status: error.status(),
            request_id: error.request_id().map(str::to_owned),
            may_have_been_processed: verdict::may_have_been_processed(error),
            began,
            took,
            wait: None,
        }
    }
}

impl Error {
    /// The attempts that were made, in order; empty where the request failed before the first one.
    pub fn attempts(&self) -> &[Attempt] {
        self.0.history.as_ref().map_or(&[], |history| &history.attempts)
    }

    /// Why there was no further attempt, where the failure is one that may pass. `None` where another attempt would have
    /// failed alike.
    pub fn gave_up(&self) -> Option<GaveUp> {
        self.0.history.as_ref()?.gave_up
    }

    /// How long the request took, waits included, until it failed; `None` where it failed before the first attempt.
    pub fn elapsed(&self) -> Option<Duration> {
        self.0.history.as_ref().map(|history| history.elapsed)
    }

    /// Whether the request may have been processed, in any attempt, although it failed: after a timeout or a broken
    /// connection, a redirect, a status such as 408, 499, 500, 503 or 524, or a success whose body could not be read.
    /// Before a request that creates something is sent again, look whether it is there already. After a deletion, this
    /// together with [`is_not_found`](Self::is_not_found) says that an earlier attempt may have been the one that deleted
    /// it.
    pub fn may_have_been_processed(&self) -> bool {
        // A success whose body could not be read has no failed attempt.
        self.attempts().iter().any(|attempt| attempt.may_have_been_processed)
            || self.0.response.is_some() && verdict::may_have_been_processed(self)
    }

    pub(crate) fn with_history(mut self, history: History) -> Self {
        self.0.history = Some(Box::new(history));
        self
    }

    /// Sets what [`retry_after`](Self::retry_after) returns.
    pub(crate) fn with_wait(mut self, wait: Duration) -> Self {
        self.0.wait = Some(wait);
        self
    }

    /// Notes what the failed operation left at the service, for operations of several requests.
    #[must_use]
    pub fn leaving_behind(mut self, what: impl Into<String>) -> Self {
        self.0.left_behind = Some(what.into());
        self
    }

    /// Returns what the failed operation left at the service, such as an input file that may be in use, with its id.
    pub fn left_behind(&self) -> Option<&str> {
        self.0.left_behind.as_deref()
    }
}
