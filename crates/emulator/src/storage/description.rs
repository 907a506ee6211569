//! Files as responses describe them.

use axum::response::Response;
use http::StatusCode;
use serde_json::{Value, json};

use crate::call::{Call, lists};
use crate::state::State;
use crate::state::files::StoredFile;
use crate::wire::{ServiceError, body};

/// A file as the document describes it.
pub(crate) fn describe(file: &StoredFile) -> Value {
    let facts = file.facts();
    body::present(json!({
        "id": file.id,
        "object": "file",
        "created_at": file.created_at,
        "filename": file.name,
        "purpose": file.purpose,
        "status": facts.state.into_str(),
        "bytes": facts.content.map(|content| content.bytes),
        "expires_at": file.expires_at,
        "status_details": facts.details,
    }))
}

/// The response to the creation of a file.
pub(crate) fn created(state: &State, call: &Call, file: &StoredFile) -> Result<Response, ServiceError> {
    let path = format!("files/{}", file.id);
    lists::created(state, call, StatusCode::CREATED, &path, &describe(file))
}
