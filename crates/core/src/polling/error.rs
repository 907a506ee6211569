//! Why waiting ended without a result.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use super::job::Job;
use crate::error::{Error, ErrorKind};

/// How much of what a job says went wrong is shown in one line.
const LONGEST: usize = 1000;

/// Why waiting for a job ended without its success.
#[derive(Debug)]
#[non_exhaustive]
pub enum PollError<T> {
    /// The job is done and has not succeeded: it failed, expired, was cancelled or deleted.
    #[non_exhaustive]
    Failed {
        /// The job as the service last reported it, its own errors in it.
        job: Box<T>,
    },
    /// The job was not done within the time set for waiting. It goes on all the same.
    #[non_exhaustive]
    TimedOut {
        /// The job as the service last reported it, if it reported anything.
        job: Option<Box<T>>,
        /// How long it was waited for.
        waited: Duration,
    },
    /// Asking for the job failed: for good, or too often in a row.
    #[non_exhaustive]
    Request {
        /// The last failure.
        error: Error,
        /// The job as the service last reported it, if it reported anything.
        job: Option<Box<T>>,
        /// How many polls in a row failed.
        failures: u32,
    },
}

impl<T> PollError<T> {
    /// A request that failed for good, of code that waits in its own way.
    pub fn request(error: Error, job: Option<T>) -> Self {
        Self::Request {
            error,
            job: job.map(Box::new),
            failures: 1,
        }
    }

    /// The job as the service last reported it.
    pub fn job(&self) -> Option<&T> {
        match self {
            Self::Failed { job } => Some(job),
            Self::TimedOut { job, .. } | Self::Request { job, .. } => job.as_deref(),
        }
    }

    /// The job as the service last reported it.
    pub fn into_job(self) -> Option<T> {
        match self {
            Self::Failed { job } => Some(*job),
            Self::TimedOut { job, .. } | Self::Request { job, .. } => job.map(|job| *job),
        }
    }

    /// Whether the job itself has failed; else it may still succeed.
    pub fn is_failed(&self) -> bool {
        matches!(self, Self::Failed { .. })
    }
}

impl<T: Job> PollError<T> {
    pub(super) fn into_error(self) -> Error {
        let (kind, text) = match self {
            Self::Request { error, .. } => return error,
            Self::Failed { .. } => (ErrorKind::Job, "what was waited for did not succeed"),
            Self::TimedOut { .. } => (ErrorKind::Timeout, "the time set for waiting passed"),
        };
        Error::new(kind, text).with_source(self)
    }
}

impl<T: Job> fmt::Display for PollError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed { job } => {
                describe(job.as_ref(), f)?;
                let problem = job.problem();
                if !problem.is_empty() {
                    f.write_str(": ")?;
                    one_line(&problem, f)?;
                }
                Ok(())
            }
            Self::TimedOut { job, waited } => {
                match job {
                    Some(job) => describe(job.as_ref(), f)?,
                    None => write!(f, "the {} did not respond", T::NAME)?,
                }
                write!(
                    f,
                    " after {waited:?} of waiting; it goes on, and can be waited for again"
                )
            }
            Self::Request { error, job, failures } => {
                match job {
                    Some(job) => write!(f, "asking for the {} {}", T::NAME, job.id())?,
                    None => write!(f, "asking for the {}", T::NAME)?,
                }
                match failures {
                    0 | 1 => write!(f, " failed: {error}"),
                    _ => write!(f, " failed {failures} times in a row: {error}"),
                }
            }
        }
    }
}

fn describe<T: Job>(job: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let state = match job.state() {
        "" => "without a state",
        state => state,
    };
    write!(f, "the {} {} is ", T::NAME, job.id())?;
    one_line(state, f)
}

fn one_line(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    use fmt::Write;
    for c in text.chars().take(LONGEST) {
        f.write_char(if c.is_control() { ' ' } else { c })?;
    }
    if text.chars().nth(LONGEST).is_some() {
        f.write_char('…')?;
    }
    Ok(())
}

impl<T: Job> StdError for PollError<T> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Request { error, .. } => Some(error),
            _ => None,
        }
    }
}
