//! `Files_Upload`: a form whose file goes to disk as it comes in.

use std::sync::Arc;

use axum::body::Body;
use axum::response::Response;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use multer::{Field, Multipart};
use tempfile::TempPath;
use tokio::fs::File;
use tokio::io::{AsyncWriteExt, BufWriter};

use super::{PIECE, describe};
use crate::operations::Call;
use crate::state::State;
use crate::state::files::NewFile;
use crate::wire::ServiceError;
use crate::wire::{body, disposition};

/// Purposes that a caller may upload for; the service itself writes the others.
const UPLOAD_PURPOSES: [&str; 3] = ["fine-tune", "assistants", "batch"];
/// Seconds: two weeks to thirty days.
const EXPIRY: std::ops::RangeInclusive<i64> = 1_209_600..=2_592_000;
/// The longest text field taken, in bytes. Longer ones can't be right.
const MAX_TEXT: usize = 1024;

/// What the form's parts hold, in whatever order they come.
#[derive(Default)]
struct UploadForm {
    file: Option<ReceivedFile>,
    purpose: Option<String>,
    anchor: Option<String>,
    seconds: Option<String>,
}

struct ReceivedFile {
    name: String,
    bytes: u64,
    content: TempPath,
}

pub(crate) async fn upload(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let version = call.query("api-version").unwrap_or_default();
    let form = read_form(state, call.parts.headers, call.body).await?;
    let expires_after = form.expires_after()?;
    let purpose = form.purpose.ok_or_else(|| missing("purpose"))?;
    if !UPLOAD_PURPOSES.contains(&purpose.as_str()) {
        let allowed = UPLOAD_PURPOSES.join(", ");
        return Err(ServiceError::invalid_payload(format!(
            "The purpose '{purpose}' is not one of: {allowed}."
        )));
    }
    let ReceivedFile {
        name,
        bytes,
        content,
    } = form.file.ok_or_else(|| missing("file"))?;
    let stored = state.files.add(NewFile {
        name,
        purpose,
        bytes,
        expires_after,
        content,
    });

    let mut response = body::json(StatusCode::CREATED, &describe(&stored))?;
    let location = format!(
        "{}/openai/files/{}?api-version={version}",
        state.endpoint, stored.id
    );
    let location = HeaderValue::try_from(location)
        .map_err(|error| ServiceError::internal(error.to_string()))?;
    response.headers_mut().insert(header::LOCATION, location);
    Ok(response)
}

/// Reads the whole form. A part that is wrong is reported when all has been read, because a client that is still sending
/// would not see the answer.
async fn read_form(
    state: &State,
    headers: HeaderMap,
    body: Body,
) -> Result<UploadForm, ServiceError> {
    let content_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let boundary = multer::parse_boundary(content_type).map_err(|_| {
        ServiceError::invalid_payload("The request must be multipart/form-data with a boundary.")
    })?;
    let mut parts = Multipart::new(body.into_data_stream(), boundary);
    let mut form = UploadForm::default();
    let mut wrong = None;
    while let Some(part) = parts.next_field().await.map_err(unreadable)? {
        if let Err(error) = form.read_part(state, part).await {
            wrong.get_or_insert(error);
        }
    }
    wrong.map_or(Ok(form), Err)
}

impl UploadForm {
    async fn read_part(&mut self, state: &State, part: Field<'_>) -> Result<(), ServiceError> {
        let name = part.name().unwrap_or_default().to_owned();
        let text = match name.as_str() {
            "file" if self.file.is_some() => {
                return Err(ServiceError::invalid_payload(
                    "The form holds more than one file.",
                ));
            }
            "file" => {
                self.file = Some(receive(state, part).await?);
                return Ok(());
            }
            "purpose" => &mut self.purpose,
            // What the dots stand for is also written as brackets by client libraries.
            "expires_after.anchor" | "expires_after[anchor]" => &mut self.anchor,
            "expires_after.seconds" | "expires_after[seconds]" => &mut self.seconds,
            // Unknown fields are left alone, as the service does.
            _ => return Ok(()),
        };
        *text = Some(read_text(part, &name).await?);
        Ok(())
    }

    fn expires_after(&self) -> Result<Option<i64>, ServiceError> {
        let (anchor, seconds) = match (self.anchor.as_deref(), self.seconds.as_deref()) {
            (None, None) => return Ok(None),
            (Some(_), None) => return Err(missing("expires_after.seconds")),
            (None, Some(_)) => return Err(missing("expires_after.anchor")),
            (Some(anchor), Some(seconds)) => (anchor, seconds),
        };
        if anchor != "created_at" {
            return Err(ServiceError::invalid_payload(format!(
                "The value '{anchor}' of expires_after.anchor is not created_at."
            )));
        }
        let seconds = seconds
            .parse()
            .ok()
            .filter(|seconds| EXPIRY.contains(seconds));
        let out_of_range = || {
            let (min, max) = (EXPIRY.start(), EXPIRY.end());
            ServiceError::invalid_payload(format!(
                "expires_after.seconds must be a number from {min} to {max}."
            ))
        };
        seconds.map(Some).ok_or_else(out_of_range)
    }
}

/// Writes a file part to disk.
async fn receive(state: &State, mut part: Field<'_>) -> Result<ReceivedFile, ServiceError> {
    if part.content_type().is_none() {
        return Err(ServiceError::invalid_payload(
            "The file has no or an empty content type specified.",
        ));
    }
    let name = disposition::file_name(part.headers()).ok_or_else(|| {
        ServiceError::invalid_payload("The file has no or an empty file name specified.")
    })?;
    let content = state.files.new_content().map_err(unwritable)?;
    let mut writer =
        BufWriter::with_capacity(PIECE, File::create_new(&content).await.map_err(unwritable)?);
    let mut bytes = 0;
    while let Some(piece) = part.chunk().await.map_err(unreadable)? {
        bytes += piece.len() as u64;
        writer.write_all(&piece).await.map_err(unwritable)?;
    }
    // A file that is dropped may still be writing: without this a reader could come too early.
    writer.flush().await.map_err(unwritable)?;
    Ok(ReceivedFile {
        name,
        bytes,
        content,
    })
}

async fn read_text(mut part: Field<'_>, name: &str) -> Result<String, ServiceError> {
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

fn missing(field: &str) -> ServiceError {
    ServiceError::invalid_payload(format!("The form field '{field}' is missing."))
}

fn unreadable(error: multer::Error) -> ServiceError {
    ServiceError::invalid_payload(format!("The form cannot be read: {error}."))
}

fn unwritable(error: std::io::Error) -> ServiceError {
    ServiceError::internal(format!("The file cannot be stored: {error}."))
}
