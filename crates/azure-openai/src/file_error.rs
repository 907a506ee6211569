//! Errors about files.

use std::path::Path;

use azure_openai_core::{Error, ErrorKind};

/// An error about a file: `what` could not be done with it.
pub(crate) fn file_error(what: &str, path: &Path, error: std::io::Error) -> Error {
    Error::new(ErrorKind::File, format!("cannot {what} `{}`", path.display())).with_source(error)
}
