//! Why a request of a batch has no answer.

use std::fmt;

use azure_openai_core::{Error, Value};
use serde::Deserialize;

/// Why a request of a batch has no answer.
#[derive(Debug)]
#[non_exhaustive]
pub enum BatchFailure {
    /// The service answered with a status that is no success, or with a body that is not as expected. The error has
    /// status, code and message as that of a call, content filter included.
    Response(Error),
    /// The request was not run, as the line says: the batch expired or was cancelled, or the line was not valid.
    NotRun(BatchLineError),
    /// There is no line of this id, in neither file.
    Missing,
}

/// What a line says where its request was not run.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct BatchLineError {
    /// A code, such as `batch_expired`.
    #[serde(default)]
    pub code: Option<String>,
    /// What happened.
    #[serde(default)]
    pub message: Option<String>,
    /// Everything else.
    #[serde(flatten)]
    pub extra: serde_json::Map<String, Value>,
}

impl BatchFailure {
    /// The error of the answer, if there was an answer.
    pub fn error(&self) -> Option<&Error> {
        match self {
            Self::Response(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for BatchFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Response(error) => error.fmt(f),
            Self::NotRun(error) => {
                f.write_str("the request was not run")?;
                for text in [&error.message, &error.code].into_iter().flatten() {
                    write!(f, ": {}", text.escape_debug())?;
                }
                Ok(())
            }
            Self::Missing => f.write_str("the batch has no result of this id"),
        }
    }
}

impl std::error::Error for BatchFailure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Response(error) => Some(error),
            _ => None,
        }
    }
}
