//! What was tried before a request failed.

use std::fmt;
use std::time::Duration;

use http::StatusCode;

use super::kind::ErrorKind;
use crate::endpoint::Endpoint;
pub use crate::retry::GaveUp;

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

/// All attempts of a request, and why there was none more.
#[derive(Debug, Default)]
pub(crate) struct History {
    pub(crate) attempts: Vec<Attempt>,
    pub(crate) gave_up: Option<GaveUp>,
    pub(crate) elapsed: Duration,
}
