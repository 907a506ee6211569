//! Reads a multipart form with files in it, which go to disk as they come in.

use std::sync::Arc;

use axum::body::Body;
use http::{StatusCode, header};
use multer::{Field, Multipart};
use serde_json::Value;
use tokio::fs::File;
use tokio::io::{AsyncWriteExt, BufWriter};

use crate::call::Call;
use crate::spec;
use crate::state::State;
use crate::state::files::{CHUNK, Content};
use crate::wire::ServiceError;
use crate::wire::disposition;

/// The longest text field taken, in bytes: a sample of a speaker's voice, ten seconds of it, is one.
const MAX_TEXT: usize = 4 * 1024 * 1024;
/// The most text fields taken.
const MAX_FIELDS: usize = 64;

/// A form read whole.
#[derive(Debug, Default)]
pub(crate) struct Form {
    /// By the names of their parts, without brackets.
    files: Vec<(&'static str, FormFile)>,
    /// The other fields as a JSON body has them, by the types of the operation's document.
    pub(crate) json: Value,
}

/// A file of a form.
#[derive(Debug)]
pub(crate) struct FormFile {
    /// As the part names it, which says nothing about any path.
    pub(crate) name: Option<String>,
    pub(crate) has_content_type: bool,
    /// Removed with the form, unless it is kept.
    pub(crate) content: Content,
}

impl Form {
    /// Reads a form whose files, the parts of these names, hold no more than `limit` bytes each. A name with brackets,
    /// as in `image[]`, may come several times, and stands for the name without them too.
    ///
    /// Errors are returned once everything has been read, because a client that is still sending would not see the
    /// response.
    pub(crate) async fn read(
        state: &State,
        call: &mut Call,
        names: &[&'static str],
        limit: u64,
    ) -> Result<Self, ServiceError> {
        let content_type = call
            .parts
            .headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let boundary = multer::parse_boundary(content_type)
            .map_err(|_| invalid("", "The request must be multipart/form-data with a boundary."))?;
        let body = std::mem::replace(&mut call.body, Body::empty());
        let mut parts = Multipart::new(body.into_data_stream(), boundary);
        let mut form = Self::default();
        let mut fields = Vec::new();
        let mut wrong = None;
        while let Some(part) = parts.next_field().await.map_err(unreadable)? {
            if let Err(error) = form.read_part(state, part, &mut fields, names, limit).await {
                wrong.get_or_insert(error);
            }
        }
        wrong.map_or(Ok(()), Err)?;
        let key = call.operation.key;
        let files: Vec<&str> = form.files.iter().map(|(name, _)| *name).collect();
        let sent = spec::read_form(key, &fields, &files);
        if state.config.validate {
            spec::check_form(key, &sent)?;
            if call.refuses_unknown(state.config.accept_unknown_parameters) {
                spec::check_names(key, &sent)?;
                let version = call.dated_version();
                version.map_or(Ok(()), |version| spec::check_version(key, &sent, &version))?;
            }
        }
        if let Value::Object(sent) = sent {
            let plain = |(name, value): (String, Value)| (name.trim_end_matches("[]").to_owned(), value);
            let fields = sent.into_iter().map(plain);
            form.json = fields.filter(|(name, _)| !files.contains(&name.as_str())).collect();
        }
        Ok(form)
    }

    /// Takes the file of this name, which must be there.
    pub(crate) fn take(&mut self, name: &str) -> Result<FormFile, ServiceError> {
        let found = self.files.iter().position(|(other, _)| *other == name);
        let at = found.ok_or_else(|| missing(name))?;
        Ok(self.files.swap_remove(at).1)
    }

    /// Takes all files, with their names without brackets.
    pub(crate) fn take_all(&mut self) -> Vec<(&'static str, FormFile)> {
        std::mem::take(&mut self.files)
    }

    /// The number of files of this name, without brackets.
    pub(crate) fn count(&self, name: &str) -> usize {
        self.files.iter().filter(|(other, _)| *other == name).count()
    }

    async fn read_part(
        &mut self,
        state: &State,
        part: Field<'_>,
        fields: &mut Vec<(String, String)>,
        names: &[&'static str],
        limit: u64,
    ) -> Result<(), ServiceError> {
        let name = part.name().unwrap_or_default().to_owned();
        let base = name.split('[').next().unwrap_or_default();
        let found = names.iter().find(|known| known.trim_end_matches("[]") == base);
        let Some(known) = found.filter(|known| name == base || known.ends_with("[]")) else {
            // A file under a name that nothing asks for is ignored, as the service does.
            if part.file_name().is_some() {
                return Ok(());
            }
            if fields.len() >= MAX_FIELDS {
                return Err(invalid("", format!("The form has more than {MAX_FIELDS} fields.")));
            }
            let value = read_text(part, &name).await?;
            fields.push((name, value));
            return Ok(());
        };
        let file = known.trim_end_matches("[]");
        let most = if known.ends_with("[]") { MAX_FIELDS } else { 1 };
        if self.count(file) >= most {
            let message = format!("The form holds more than one part '{file}'.");
            return Err(invalid(file, message));
        }
        let content = FormFile {
            name: disposition::file_name(part.headers()),
            has_content_type: part.content_type().is_some(),
            content: receive(state, part, limit).await?,
        };
        self.files.push((file, content));
        Ok(())
    }
}

async fn receive(state: &State, mut part: Field<'_>, limit: u64) -> Result<Content, ServiceError> {
    let path = state.files.new_content().map_err(unwritable)?;
    let mut writer = BufWriter::with_capacity(CHUNK, File::create_new(&path).await.map_err(unwritable)?);
    let mut bytes: u64 = 0;
    while let Some(chunk) = part.chunk().await.map_err(unreadable)? {
        bytes += chunk.len() as u64;
        if bytes <= limit {
            writer.write_all(&chunk).await.map_err(unwritable)?;
        }
    }
    if bytes > limit {
        let message = format!("Maximum content size limit ({limit}) exceeded ({bytes} bytes read)");
        return Err(ServiceError::new(StatusCode::PAYLOAD_TOO_LARGE, "413", message));
    }
    // A file that is dropped may still be writing: without this a reader could come too early.
    writer.flush().await.map_err(unwritable)?;
    Ok(Content {
        path: Arc::new(path),
        bytes,
    })
}

async fn read_text(mut part: Field<'_>, name: &str) -> Result<String, ServiceError> {
    let mut text = Vec::new();
    let mut too_long = false;
    while let Some(chunk) = part.chunk().await.map_err(unreadable)? {
        too_long |= text.len() + chunk.len() > MAX_TEXT;
        if !too_long {
            text.extend_from_slice(&chunk);
        }
    }
    if too_long {
        let message = format!("The field '{name}' is longer than {MAX_TEXT} bytes.");
        return Err(invalid(name, message));
    }
    String::from_utf8(text).map_err(|_| invalid(name, format!("The field '{name}' is not UTF-8 text.")))
}

/// A part that must be there.
fn missing(name: &str) -> ServiceError {
    let message = format!("The form field '{name}' is required.");
    ServiceError::invalid_request("missing_required_parameter", name, message)
}

fn invalid(field: &str, message: impl Into<String>) -> ServiceError {
    ServiceError::invalid_request("invalid_value", field, message)
}

fn unreadable(error: multer::Error) -> ServiceError {
    ServiceError::invalid_request("BadRequest", "", format!("The form cannot be read: {error}."))
}

/// The disk's refusal, which is nobody's mistake.
pub(crate) fn unwritable(error: std::io::Error) -> ServiceError {
    ServiceError::internal(format!("The file cannot be stored: {error}."))
}
