//! Why polling ended without a result.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use super::job::Job;
use crate::error::display::Line;
use crate::error::{Error, ErrorKind};

/// How much of a job's problem is shown.
const LONGEST: usize = 1000;

/// Why polling a job ended without its success.
#[derive(Debug)]
#[non_exhaustive]
pub enum PollError<T> {
    /// The job is done and has not succeeded: it failed, expired, was cancelled or deleted.
    #[non_exhaustive]
    Failed {
        /// The job as last received, its own errors in it.
        job: Box<T>,
    },
    /// The job was not done by the deadline. It runs on.
    #[non_exhaustive]
    TimedOut {
        /// The job as last received, if it was.
        job: Option<Box<T>>,
        /// How long it was polled.
        waited: Duration,
    },
    /// A poll failed, retries included.
    #[non_exhaustive]
    Request {
        /// The failure of the poll.
        error: Error,
        /// The job as last received, if it was.
        job: Option<Box<T>>,
    },
}

impl<T> PollError<T> {
    /// A poll that failed, of code that polls in its own way.
    pub fn request(error: Error, job: Option<T>) -> Self {
        Self::Request {
            error,
            job: job.map(Box::new),
        }
    }

    /// The job as last received.
    pub fn job(&self) -> Option<&T> {
        match self {
            Self::Failed { job } => Some(job),
            Self::TimedOut { job, .. } | Self::Request { job, .. } => job.as_deref(),
        }
    }

    /// The job as last received.
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

impl<T: Job> From<PollError<T>> for Error {
    /// The error of the poll itself where that is what failed; else an error with the [`PollError`] as its source.
    fn from(error: PollError<T>) -> Self {
        let (kind, text) = match error {
            PollError::Request { error, .. } => return error,
            PollError::Failed { .. } => (ErrorKind::Job, "the job did not succeed"),
            PollError::TimedOut { .. } => (ErrorKind::Timeout, "timed out polling the job"),
        };
        Self::new(kind, text).with_source(error)
    }
}

impl<T: Job> fmt::Display for PollError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed { job } => {
                describe(job.as_ref(), f)?;
                let problem = job.problem();
                match problem.as_ref() {
                    "" => Ok(()),
                    problem => write!(f, ": {}", Line(problem, LONGEST)),
                }
            }
            Self::TimedOut { job, waited } => {
                match job {
                    Some(job) => describe(job.as_ref(), f)?,
                    None => write!(f, "the {} was not received", T::NAME)?,
                }
                write!(f, " after {waited:?}; it runs on and can be polled again")
            }
            Self::Request { error, job } => {
                write!(f, "cannot poll the {}", T::NAME)?;
                if let Some(job) = job {
                    write!(f, " {}", job.id())?;
                }
                write!(f, ": {error}")
            }
        }
    }
}

fn describe<T: Job>(job: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let state = match job.state() {
        "" => "without a state",
        state => state,
    };
    write!(f, "the {} {} is {}", T::NAME, job.id(), Line(state, LONGEST))
}

impl<T: Job> StdError for PollError<T> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Request { error, .. } => Some(error),
            _ => None,
        }
    }
}
