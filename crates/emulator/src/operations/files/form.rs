//! Forms whose file goes to disk as it comes in.

use std::sync::Arc;

use axum::body::Body;
use http::{HeaderMap, header};
use multer::{Field, Multipart};
use tokio::fs::File;
use tokio::io::{AsyncWriteExt, BufWriter};

use super::PIECE;
use crate::state::State;
use crate::state::files::Content;
use crate::wire::ServiceError;
use crate::wire::disposition;

/// The longest text field taken, in bytes. Longer ones can't be right.
const MAX_TEXT: usize = 1024;

/// The parts of a form, in whatever order they come.
pub(crate) fn parts(headers: &HeaderMap, body: Body) -> Result<Multipart<'static>, ServiceError> {
    let content_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let boundary = multer::parse_boundary(content_type).map_err(|_| {
        ServiceError::invalid_payload("The request must be multipart/form-data with a boundary.")
    })?;
    Ok(Multipart::new(body.into_data_stream(), boundary))
}

/// The name and the type of a file part, which the service asks for.
pub(crate) fn file_name(part: &Field<'_>) -> Result<String, ServiceError> {
    if part.content_type().is_none() {
        return Err(ServiceError::invalid_payload(
            "The file has no or an empty content type specified.",
        ));
    }
    disposition::file_name(part.headers()).ok_or_else(|| {
        ServiceError::invalid_payload("The file has no or an empty file name specified.")
    })
}

/// Writes a part to disk, `limit` bytes at most.
pub(crate) async fn receive(
    state: &State,
    mut part: Field<'_>,
    limit: u64,
) -> Result<Content, ServiceError> {
    let path = state.files.new_content().map_err(unwritable)?;
    let mut writer =
        BufWriter::with_capacity(PIECE, File::create_new(&path).await.map_err(unwritable)?);
    let mut bytes = 0;
    while let Some(piece) = part.chunk().await.map_err(unreadable)? {
        bytes += piece.len() as u64;
        if bytes > limit {
            return Err(ServiceError::file_too_large(limit));
        }
        writer.write_all(&piece).await.map_err(unwritable)?;
    }
    // A file that is dropped may still be writing: without this a reader could come too early.
    writer.flush().await.map_err(unwritable)?;
    Ok(Content {
        path: Arc::new(path),
        bytes,
    })
}

pub(crate) async fn read_text(mut part: Field<'_>, name: &str) -> Result<String, ServiceError> {
    let mut text = Vec::new();
    while let Some(piece) = part.chunk().await.map_err(unreadable)? {
        text.extend_from_slice(&piece);
        if text.len() > MAX_TEXT {
            return Err(ServiceError::invalid_payload(format!(
                "The field '{name}' is longer than {MAX_TEXT} bytes."
            )));
        }
    }
    String::from_utf8(text).map_err(|_| {
        ServiceError::invalid_payload(format!("The field '{name}' is not UTF-8 text."))
    })
}

pub(crate) fn missing(field: &str) -> ServiceError {
    ServiceError::invalid_payload(format!("The form field '{field}' is missing."))
}

pub(crate) fn unreadable(error: multer::Error) -> ServiceError {
    ServiceError::invalid_payload(format!("The form cannot be read: {error}."))
}

pub(crate) fn unwritable(error: std::io::Error) -> ServiceError {
    ServiceError::internal(format!("The file cannot be stored: {error}."))
}
