//! Reads a multipart form with one file in it, which goes to disk as it comes in.

use axum::body::Body;
use http::{HeaderMap, StatusCode, header};
use multer::{Field, Multipart};
use tempfile::TempPath;
use tokio::fs::File;
use tokio::io::{AsyncWriteExt, BufWriter};

use crate::state::State;
use crate::wire::ServiceError;

/// Written to disk at a time.
const PIECE: usize = 256 * 1024;
/// The longest text field taken, in bytes.
const MAX_TEXT: usize = 64 * 1024;
/// The most text fields taken.
const MAX_FIELDS: usize = 64;

/// A form read whole.
#[derive(Debug, Default)]
pub(crate) struct Form {
    /// Where the file's content is; removed with the form.
    pub(crate) file: Option<TempPath>,
    /// The text fields, in the order in which they came.
    fields: Vec<(String, String)>,
}

impl Form {
    /// Reads a form whose part `file` holds no more than `limit` bytes.
    ///
    /// What is wrong is told when all has been read, because a client that is still sending would not see the answer.
    pub(crate) async fn read(
        state: &State,
        headers: &HeaderMap,
        body: Body,
        limit: u64,
    ) -> Result<Self, ServiceError> {
        let content_type = headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let boundary = multer::parse_boundary(content_type).map_err(|_| {
            invalid(
                "",
                "The request must be multipart/form-data with a boundary.",
            )
        })?;
        let mut parts = Multipart::new(body.into_data_stream(), boundary);
        let mut form = Self::default();
        let mut wrong = None;
        while let Some(part) = parts.next_field().await.map_err(unreadable)? {
            if let Err(error) = form.read_part(state, part, limit).await {
                wrong.get_or_insert(error);
            }
        }
        wrong.map_or(Ok(form), Err)
    }

    /// The last field of this name; an empty one counts as absent.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().rev().find(|(key, _)| key == name);
        found
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// All fields of a list, written `name`, `name[]` or `name[0]`.
    pub(crate) fn list(&self, name: &str) -> Vec<&str> {
        let of_list = |key: &str| {
            key.strip_prefix(name)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('[') && rest.ends_with(']'))
        };
        let fields = self.fields.iter().filter(|(key, _)| of_list(key));
        fields.map(|(_, value)| value.as_str()).collect()
    }

    async fn read_part(
        &mut self,
        state: &State,
        part: Field<'_>,
        limit: u64,
    ) -> Result<(), ServiceError> {
        let name = part.name().unwrap_or_default().to_owned();
        if name != "file" {
            if self.fields.len() >= MAX_FIELDS {
                return Err(invalid(
                    "",
                    format!("The form has more than {MAX_FIELDS} fields."),
                ));
            }
            let value = read_text(part, &name).await?;
            self.fields.push((name, value));
            return Ok(());
        }
        if self.file.is_some() {
            return Err(invalid("file", "The form holds more than one file."));
        }
        self.file = Some(receive(state, part, limit).await?);
        Ok(())
    }
}

async fn receive(state: &State, mut part: Field<'_>, limit: u64) -> Result<TempPath, ServiceError> {
    let content = state.files.new_content().map_err(unwritable)?;
    let mut writer =
        BufWriter::with_capacity(PIECE, File::create_new(&content).await.map_err(unwritable)?);
    let mut bytes: u64 = 0;
    while let Some(piece) = part.chunk().await.map_err(unreadable)? {
        bytes += piece.len() as u64;
        if bytes <= limit {
            writer.write_all(&piece).await.map_err(unwritable)?;
        }
    }
    if bytes > limit {
        let message = format!("Maximum content size limit ({limit}) exceeded ({bytes} bytes read)");
        return Err(ServiceError::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "413",
            message,
        ));
    }
    // A file that is dropped may still be writing: without this a reader could come too early.
    writer.flush().await.map_err(unwritable)?;
    Ok(content)
}

async fn read_text(mut part: Field<'_>, name: &str) -> Result<String, ServiceError> {
    let mut text = Vec::new();
    let mut too_long = false;
    while let Some(piece) = part.chunk().await.map_err(unreadable)? {
        too_long |= text.len() + piece.len() > MAX_TEXT;
        if !too_long {
            text.extend_from_slice(&piece);
        }
    }
    if too_long {
        let message = format!("The field '{name}' is longer than {MAX_TEXT} bytes.");
        return Err(invalid(name, message));
    }
    String::from_utf8(text)
        .map_err(|_| invalid(name, format!("The field '{name}' is not UTF-8 text.")))
}

fn invalid(field: &str, message: impl Into<String>) -> ServiceError {
    ServiceError::invalid_request("invalid_value", field, message)
}

fn unreadable(error: multer::Error) -> ServiceError {
    ServiceError::invalid_request(
        "BadRequest",
        "",
        format!("The form cannot be read: {error}."),
    )
}

fn unwritable(error: std::io::Error) -> ServiceError {
    ServiceError::internal(format!("The file cannot be stored: {error}."))
}
