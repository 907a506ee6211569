//! The errors that the crate returns: why an emulator does not start, and why a fault is invalid.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

/// An invalid fault: text that does not follow the grammar, or parts that exclude each other.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidFault(String);

impl InvalidFault {
    pub(crate) fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }
}

/// An error that keeps an emulator from starting, or a change of a running one from being made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The port cannot be listened on, mostly because another program does.
    #[error("cannot listen on {address}")]
    #[non_exhaustive]
    Listen {
        /// The requested address.
        address: SocketAddr,
        /// The error of the operating system.
        source: io::Error,
    },
    /// The temporary directory for file contents cannot be created.
    #[error("cannot create a temporary directory for files")]
    #[non_exhaustive]
    Storage {
        /// The error of the operating system.
        source: io::Error,
    },
    /// A deployment names a model that the emulator does not have.
    #[error("unknown model {model:?} of deployment {deployment:?}; known models: {known}")]
    #[non_exhaustive]
    UnknownModel {
        /// The deployment's name.
        deployment: String,
        /// The model's name.
        model: String,
        /// The names of the known models, separated by commas.
        known: String,
    },
    /// A rate limit or the asynchronous filter is set for a deployment that does not exist.
    #[error("unknown deployment {deployment:?} in the setting {setting}; add the deployment to the builder")]
    #[non_exhaustive]
    UnknownDeployment {
        /// The deployment's name.
        deployment: String,
        /// The method of the builder that named it.
        setting: &'static str,
    },
    /// A fault has no effect, or its parts exclude each other.
    #[error("invalid fault")]
    InvalidFault(#[from] InvalidFault),
    /// A deployment's name is empty.
    #[error("empty deployment name")]
    UnnamedDeployment,
    /// A file of scripted replies cannot be read.
    #[error("cannot read the script {}", path.display())]
    #[non_exhaustive]
    ScriptUnreadable {
        /// The file.
        path: PathBuf,
        /// The error of the operating system.
        source: io::Error,
    },
    /// A file of scripted replies does not have the format of [`Builder::with_script_file`](crate::Builder::with_script_file).
    #[error("invalid script {}: {problem}", path.display())]
    #[non_exhaustive]
    InvalidScript {
        /// The file.
        path: PathBuf,
        /// The place in the file and the problem there.
        problem: String,
    },
    /// The API key or a bearer token is empty or cannot be sent in a header.
    #[error("the {what} must be visible ASCII text, and not empty")]
    #[non_exhaustive]
    InvalidCredential {
        /// `API key` or `bearer token`.
        what: &'static str,
    },
}
