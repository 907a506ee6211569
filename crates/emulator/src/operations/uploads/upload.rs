//! An upload: found by its id, checked for its state, described.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::call::Call;
use crate::state::State;
use crate::state::uploads::{Progress, Upload, UploadStatus};
use crate::storage::description;
use crate::wire::ServiceError;

pub(super) fn find(state: &State, call: &Call) -> Result<Arc<Upload>, ServiceError> {
    let id = call.parameter("upload-id");
    state
        .uploads
        .get(id)
        .ok_or_else(|| ServiceError::not_found(format!("The specified upload '{id}' cannot be found.")))
}

/// Only a pending upload can do `what`.
pub(super) fn check_pending(upload: &Upload, progress: &Progress, what: &str) -> Result<(), ServiceError> {
    let state = match progress.status {
        UploadStatus::Pending => return Ok(()),
        UploadStatus::Completing => "being completed",
        status => status.into_str(),
    };
    Err(ServiceError::wrong_state(format!(
        "The upload '{}' cannot {what}, because it is {state}.",
        upload.id
    )))
}

/// An upload as the document describes it.
pub(super) fn describe(upload: &Upload, progress: &Progress) -> Value {
    let mut value = json!({
        "id": upload.id,
        "object": "upload",
        "bytes": upload.bytes,
        "created_at": upload.created_at,
        "filename": upload.name,
        "purpose": upload.purpose,
        "status": progress.status.into_str(),
        "expires_at": upload.expires_at,
    });
    match (&progress.file, progress.status) {
        (Some(file), _) => value["file"] = description::describe(file),
        // The file that it will be.
        (None, UploadStatus::Pending | UploadStatus::Completing) => {
            value["file"] = json!({
                "id": upload.file_id,
                "object": "file",
                "bytes": upload.bytes,
                "created_at": upload.created_at,
                "filename": upload.name,
                "purpose": upload.purpose,
                "status": "pending",
            });
        }
        (None, _) => {}
    }
    value
}
