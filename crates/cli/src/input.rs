//! What a command reads: standard input and files.

mod lines;

use std::io::{IsTerminal, Read};

use crate::failure::{Failure, Result};
pub(crate) use lines::Lines;

/// Text on standard input where that is a pipe or a file; `None` on a terminal and for no text.
pub(crate) async fn piped() -> Result<Option<String>> {
    if std::io::stdin().is_terminal() {
        return Ok(None);
    }
    let text = blocking(|| {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        Ok(bytes)
    })
    .await
    .map_err(|error| Failure::input(format!("cannot read standard input: {error}")))?;
    let text = text_of(text, "standard input")?;
    Ok((!text.trim().is_empty()).then_some(text))
}

/// Bytes as text; else says where they stop being text.
pub(crate) fn text_of(bytes: Vec<u8>, place: &str) -> Result<String> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let bytes = error.as_bytes();
        let line = 1 + bytes[..error.utf8_error().valid_up_to()]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count();
        Failure::input(format!("{place}, line {line}: not UTF-8 text")).advise("convert the file to UTF-8")
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

/// Work that may wait for a device, away from the tasks. Where the program ends first, it is left behind.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> std::io::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(std::io::Error::other)?
}
