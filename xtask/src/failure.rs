//! Failures of a command.

use std::fmt;
use std::path::Path;

/// Why a command failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A document that cannot be turned into a client.
    Document(codegen::Error),
    /// Any other failure, as a message.
    Other(String),
}

impl Failure {
    /// Describes a failed file operation.
    pub(crate) fn io(action: &str, path: &Path, error: &std::io::Error) -> Self {
        Self::Other(format!("cannot {action} {}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document(error) => write!(f, "{error}"),
            Self::Other(message) => write!(f, "error: {message}"),
        }
    }
}

impl From<codegen::Error> for Failure {
    fn from(error: codegen::Error) -> Self {
        Self::Document(error)
    }
}
