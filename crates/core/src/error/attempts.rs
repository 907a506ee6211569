//! What was tried before a request failed, and what that left at the service.

use std::fmt;
use std::time::Duration;

use http::StatusCode;

use super::kind::ErrorKind;
use super::{Error, verdict};
use crate::endpoint::Endpoint;

/// One attempt of a request that failed.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attempt {
    /// Where it went.
    pub endpoint: Endpoint,
    /// The step at which it failed.
    pub kind: ErrorKind,
    /// The HTTP status, if the service responded.
    pub status: Option<StatusCode>,
    /// The id of the request to give to Microsoft's support, if the service responded with one.
    pub request_id: Option<String>,
    /// Whether the service may have done what it was asked for, although the attempt failed.
    pub may_have_been_processed: bool,
    /// When it began, counted from the request's beginning.
    pub began: Duration,
    /// How long it took.
    pub took: Duration,
    /// How long was waited after it; zero where the next attempt followed at once, `None` where none followed.
    pub wait: Option<Duration>,
}

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

impl fmt::Debug for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Status or step, endpoint, when and how long, in one line.
impl fmt::Display for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.status {
            Some(status) if self.kind == ErrorKind::Status => write!(f, "{}", status.as_u16())?,
            _ => write!(f, "{:?}", self.kind)?,
        }
        write!(
            f,
            " of {} at {:?} after {:?}",
            self.endpoint.origin(),
            self.began,
            self.took
        )?;
        match self.wait {
            Some(wait) => write!(f, ", then waited {wait:?}"),
            None => Ok(()),
        }
    }
}

/// Why a request that failed for a reason that may pass was not retried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GaveUp {
    /// The retry policy allows no more attempts.
    Retries,
    /// The wait that the service asks for is longer than the retry policy allows.
    LongWait,
    /// The request's time is up, or would be before the wait is over.
    Deadline,
    /// The request creates something and may have been processed: a second attempt could create it twice.
    MayHaveBeenProcessed,
    /// The body is a stream that was read already.
    OneShotBody,
    /// The endpoint's retry budget is exhausted: too many retries failed recently.
    Throttled,
}

/// All attempts of a request, and why there was none more.
#[derive(Debug, Default)]
pub(crate) struct History {
    pub(crate) attempts: Vec<Attempt>,
    pub(crate) gave_up: Option<GaveUp>,
    pub(crate) elapsed: Duration,
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
