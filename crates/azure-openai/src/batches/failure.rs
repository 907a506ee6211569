//! Why a request of a batch has no response.

use azure_openai_core::{Error, StatusCode, Value};
use serde::Deserialize;

/// Why a request of a batch has no response.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BatchFailure {
    /// The service responded with an error status, or with a body that does not decode. The error has status, code and
    /// message as that of a single request, content filter results included.
    #[error("{0}")]
    Response(#[source] Error),
    /// The request was not run: the batch expired or was cancelled, or the line was invalid.
    #[error("request not run{}", .0.texts())]
    NotRun(BatchLineError),
    /// The line of the request does not decode, apart from its custom id.
    #[error("{0}")]
    Unreadable(#[source] Error),
    /// Neither the output file nor the error file has a line of this id.
    #[error("no result with this custom id in the batch")]
    Missing,
}

/// The error on the line of a request that was not run.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct BatchLineError {
    /// A code, such as `batch_expired`.
    #[serde(default)]
    pub code: Option<String>,
    /// The message.
    #[serde(default)]
    pub message: Option<String>,
    /// Other fields.
    #[serde(flatten)]
    pub extra: serde_json::Map<String, Value>,
}

impl BatchLineError {
    fn texts(&self) -> String {
        let texts = [&self.message, &self.code].into_iter().flatten();
        texts.map(|text| format!(": {}", text.escape_debug())).collect()
    }
}

impl BatchFailure {
    /// Returns the error of the response or of its line, if there was one.
    pub fn error(&self) -> Option<&Error> {
        match self {
            Self::Response(error) | Self::Unreadable(error) => Some(error),
            _ => None,
        }
    }

    /// Returns the status of the request's response, where it has an error status.
    pub fn status(&self) -> Option<StatusCode> {
        self.error()?.status()
    }

    /// Returns the service's code: that of the response's error, or of the line of a request that was not run, such as
    /// `batch_expired`.
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::NotRun(error) => error.code.as_deref(),
            _ => self.error()?.code(),
        }
    }
}
