//! Failures of a command.

use std::fmt;
use std::path::Path;
use std::process::ExitCode;

/// Why a command failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The arguments are invalid: exit code 2.
    Usage(String),
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

    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Usage(_) => 2,
            Self::Document(_) | Self::Other(_) => 1,
        })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) => write!(f, "error: {message}\n\nTry `cargo xtask --help`."),
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
