//! Standard output.

use std::io::{ErrorKind, Write as _};

use crate::failure::Failure;

/// Prints a command's result. A reader that closes the pipe early, such as `head`, is not an error.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Other(format!("cannot print: {error}"))),
        _ => Ok(()),
    }
}
