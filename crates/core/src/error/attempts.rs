//! What was tried before a call failed.

use std::fmt;
use std::time::Duration;

use http::StatusCode;

use super::verdict::{Verdict, judge};
use super::{Error, ErrorKind};
use crate::endpoint::Endpoint;
pub use crate::retry::GaveUp;

/// One attempt of a call that failed.
#[derive(Clone, PartialEq, Eq)]
pub struct Attempt {
    endpoint: Endpoint,
    kind: ErrorKind,
    status: Option<StatusCode>,
    request_id: Option<String>,
    may_have_been_processed: bool,
    began: Duration,
    took: Duration,
    pub(crate) wait: Option<Duration>,
}

impl Attempt {
    pub(crate) fn new(error: &Error, endpoint: &Endpoint, began: Duration, took: Duration) -> Self {
        Self {
            endpoint: endpoint.clone(),
            kind: error.kind(),
            status: error.status(),
            request_id: error.request_id().map(str::to_owned),
            may_have_been_processed: judge(error) == Verdict::MayHaveActed,
            began,
            took,
            wait: None,
        }
    }

    /// Where it went.
    pub fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// The step at which it failed.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The HTTP status, if the service answered.
    pub fn status(&self) -> Option<StatusCode> {
        self.status
    }

    /// The id of the request to give to Microsoft's support, if the service answered with one.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Whether the service may have done what it was asked for, although the attempt failed.
    pub fn may_have_been_processed(&self) -> bool {
        self.may_have_been_processed
    }

    /// When it began, counted from the call's beginning.
    pub fn began(&self) -> Duration {
        self.began
    }

    /// How long it took.
    pub fn took(&self) -> Duration {
        self.took
    }

    /// How long was waited after it; zero where the next attempt followed at once, `None` where none followed.
    pub fn wait(&self) -> Option<Duration> {
        self.wait
    }
}

impl fmt::Debug for Attempt {
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

/// All attempts of a call, and why there was none more.
#[derive(Debug, Default)]
pub(crate) struct History {
    pub(crate) attempts: Vec<Attempt>,
    pub(crate) gave_up: Option<GaveUp>,
    pub(crate) elapsed: Duration,
}

impl Error {
    /// The attempts that were made, in order; empty where the call failed before the first one.
    pub fn attempts(&self) -> &[Attempt] {
        self.0.history.as_ref().map_or(&[], |history| &history.attempts)
    }

    /// Why there was no further attempt, where the failure is one that may pass. `None` where another attempt would have
    /// failed alike.
    pub fn gave_up(&self) -> Option<GaveUp> {
        self.0.history.as_ref()?.gave_up
    }

    /// How long the call took, waits included, until it failed; `None` where it failed before the first attempt.
    pub fn elapsed(&self) -> Option<Duration> {
        self.0.history.as_ref().map(|history| history.elapsed)
    }

    /// Whether the service may have done what it was asked for, in any attempt, although the call failed. Before a call
    /// that creates something is made once more, look whether it is there already. After a deletion, this together with
    /// [`is_not_found`](Self::is_not_found) says that an earlier attempt may have been the one that deleted it.
    pub fn may_have_been_processed(&self) -> bool {
        self.attempts().iter().any(Attempt::may_have_been_processed)
    }

    pub(crate) fn with_history(mut self, history: History) -> Self {
        self.0.history = Some(Box::new(history));
        self
    }

    /// Sets what [`retry_after`](Self::retry_after) tells.
    pub(crate) fn with_wait(mut self, wait: Duration) -> Self {
        self.0.wait = Some(wait);
        self
    }
}
