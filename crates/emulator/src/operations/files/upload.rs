//! `Files_Upload`.

use std::sync::Arc;

use axum::response::Response;
use multer::Field;

use super::form;
use super::{PURPOSES, created, expiry, processing};
use crate::operations::Call;
use crate::state::State;
use crate::state::files::{Content, FileState, NewFile};
use crate::wire::ServiceError;

#[derive(Default)]
struct UploadForm {
    file: Option<(String, Content)>,
    purpose: Option<String>,
    anchor: Option<String>,
    seconds: Option<String>,
}

pub(crate) async fn upload(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let version = call.query("api-version").unwrap_or_default();
    let mut parts = form::parts(&call.parts.headers, call.body)?;
    let mut form = UploadForm::default();
    // A part that is wrong is reported when all has been read, because a client that is still sending would not see the
    // answer.
    let mut wrong = None;
    while let Some(part) = parts.next_field().await.map_err(form::unreadable)? {
        if let Err(error) = form.read_part(state, part).await {
            wrong.get_or_insert(error);
        }
    }
    wrong.map_or(Ok(()), Err)?;

    let expires_after = expiry::of_form(form.anchor.as_deref(), form.seconds.as_deref())?;
    let purpose = form.purpose.ok_or_else(|| form::missing("purpose"))?;
    if !PURPOSES.contains(&purpose.as_str()) {
        let allowed = PURPOSES.join(", ");
        return Err(ServiceError::invalid_payload(format!(
            "The purpose '{purpose}' is not one of: {allowed}."
        )));
    }
    let (name, content) = form.file.ok_or_else(|| form::missing("file"))?;
    let stored = state.files.add(NewFile {
        id: None,
        name,
        purpose,
        expires_after,
        content: Some(content),
        state: FileState::Pending,
    });
    let answer = created(state, &stored, &version);
    processing::start(state, stored);
    answer
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
                let name = form::file_name(&part)?;
                let content = form::receive(state, part, state.files.max_bytes).await?;
                self.file = Some((name, content));
                return Ok(());
            }
            "purpose" => &mut self.purpose,
            // What the dots stand for is also written as brackets by client libraries.
            "expires_after.anchor" | "expires_after[anchor]" => &mut self.anchor,
            "expires_after.seconds" | "expires_after[seconds]" => &mut self.seconds,
            // Unknown fields are left alone, as the service does.
            _ => return Ok(()),
        };
        *text = Some(form::read_text(part, &name).await?);
        Ok(())
    }
}
