//! `Files_Upload`.

use std::sync::Arc;

use axum::response::Response;

use crate::call::Call;
use crate::call::form::{self, Form};
use crate::state::State;
use crate::state::files::{FileState, NewFile};
use crate::storage::description::created;
use crate::storage::expiry::ExpiresAfter;
use crate::storage::processing;
use crate::wire::ServiceError;

pub(crate) async fn upload(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let mut form = Form::read(state, &mut call, &["file"], state.files.max_bytes).await?;
    let file = form.take("file")?;
    if !file.has_content_type {
        return Err(ServiceError::invalid_payload(
            "The file has no or an empty content type specified.",
        ));
    }
    let name = file
        .name
        .ok_or_else(|| ServiceError::invalid_payload("The file has no or an empty file name specified."))?;
    // Client libraries write brackets instead of the dots.
    let either = |dots, brackets| form.text(dots).or_else(|| form.text(brackets));
    let expires_after = ExpiresAfter::of_form(
        either("expires_after.anchor", "expires_after[anchor]"),
        either("expires_after.seconds", "expires_after[seconds]"),
    );
    let expires_after = ExpiresAfter::seconds(expires_after, "expires_after")?;
    let purpose = form.text("purpose").ok_or_else(|| form::missing("purpose"))?;
    let stored = state.files.add(NewFile {
        id: None,
        name,
        purpose: purpose.to_owned(),
        expires_after,
        content: Some(file.content),
        state: FileState::Pending,
    });
    let response = created(state, &call, &stored);
    processing::start(state, stored);
    response
}
