//! Uploads: start, part, complete, cancel.

mod complete;

use std::sync::Arc;
use std::time::Duration;

use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::call::form::Form;
use crate::call::{Call, lists};
use crate::state::State;
use crate::state::uploads::{Part, Upload, UploadProgress, UploadStatus};
use crate::storage::description;
use crate::wire::parameters::{self, Integer, within};
use crate::wire::{ServiceError, body};

pub(crate) use complete::complete;

/// 9 GB in all.
const MAX_BYTES: i64 = 9 * 1024 * 1024 * 1024;
/// Seconds: two hours.
const LIFETIME: i64 = 2 * 60 * 60;

pub(crate) async fn start(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let request = call.json().await?;
    let body: Body = parameters::read(&request)?;
    let Integer(bytes) = body.bytes;
    within("bytes", "integer", bytes, 1, MAX_BYTES)?;
    let id = format!("upload_{}", uuid::Uuid::new_v4().simple());
    let upload = state.uploads.insert(&id, state.clock.seconds(), |created_at| {
        // Not below 1.
        let bytes = bytes.unsigned_abs();
        Arc::new(Upload::new(
            id.clone(),
            body.filename,
            body.purpose,
            bytes,
            created_at,
            LIFETIME,
        ))
    });
    let (kept, weak) = (Arc::clone(state), Arc::downgrade(&upload));
    state.tasks.spawn(async move {
        // Frees the space; whoever looks before sees that it has expired all the same.
        kept.clock.sleep(Duration::from_secs(LIFETIME as u64)).await;
        if let Some(upload) = weak.upgrade() {
            drop(upload.progress(kept.clock.seconds()));
        }
    });
    let described = describe(&upload, &upload.progress(state.clock.seconds()));
    let path = format!("uploads/{}", upload.id);
    lists::created(state, &call, StatusCode::OK, &path, &described)
}

/// The body as it is sent.
#[derive(Deserialize)]
struct Body {
    purpose: String,
    filename: String,
    bytes: Integer,
}

pub(crate) async fn part(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let upload = find(state, &call)?;
    check_pending(&upload, &upload.progress(state.clock.seconds()), "take a part")?;
    let mut form = Form::read(state, &mut call, &["data"], state.config.max_file_size).await?;
    let content = form.take("data")?.content;
    if content.bytes == 0 {
        return Err(ServiceError::invalid_payload("The part is empty."));
    }

    let now = state.clock.seconds();
    let mut progress = upload.progress(now);
    check_pending(&upload, &progress, "take a part")?;
    // A part that is sent again after a broken connection is one more; the completion leaves it out.
    let received: u64 = progress.parts.iter().map(|part| part.content.bytes).sum();
    if content.bytes > upload.bytes || received + content.bytes > MAX_BYTES.unsigned_abs() {
        return Err(ServiceError::invalid_payload(format!(
            "The part holds more than the {} bytes that the upload was started with, or all parts more than {MAX_BYTES}.",
            upload.bytes
        )));
    }
    let part = Part {
        id: format!("part_{}", uuid::Uuid::new_v4().simple()),
        block_id: STANDARD.encode(uuid::Uuid::new_v4().as_bytes()),
        content,
    };
    let described = json!({
        "id": part.id,
        "object": "upload.part",
        "created_at": now,
        "upload_id": upload.id,
        "azure_block_id": part.block_id,
    });
    progress.parts.push(part);
    body::json(StatusCode::OK, &described)
}

pub(crate) async fn cancel(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let upload = find(state, &call)?;
    let mut progress = upload.progress(state.clock.seconds());
    check_pending(&upload, &progress, "be cancelled")?;
    progress.end(UploadStatus::Cancelled);
    body::json(StatusCode::OK, &describe(&upload, &progress))
}

fn find(state: &State, call: &Call) -> Result<Arc<Upload>, ServiceError> {
    lists::find(&state.uploads, call.parameter("upload-id"), "specified upload")
}

/// Only a pending upload can do `what`.
fn check_pending(upload: &Upload, progress: &UploadProgress, what: &str) -> Result<(), ServiceError> {
    let state = match progress.status {
        UploadStatus::Pending => return Ok(()),
        UploadStatus::Completing => "being completed",
        status => status.into_str(),
    };
    let id = &upload.id;
    Err(ServiceError::wrong_state(format!(
        "The upload '{id}' cannot {what}, because it is {state}."
    )))
}

/// An upload as the document describes it.
fn describe(upload: &Upload, progress: &UploadProgress) -> Value {
    let own = json!({
        "id": upload.id,
        "bytes": upload.bytes,
        "created_at": upload.created_at,
        "filename": upload.name,
        "purpose": upload.purpose,
        "status": progress.status.into_str(),
    });
    let file = match (&progress.file, progress.status) {
        (Some(file), _) => Some(description::describe(file)),
        // The file that it will be.
        (None, UploadStatus::Pending | UploadStatus::Completing) => {
            let mut file = own.clone();
            body::extend(&mut file, &json!({"id": upload.file_id, "object": "file"}));
            Some(file)
        }
        (None, _) => None,
    };
    let mut described = own;
    let rest = json!({"object": "upload", "expires_at": upload.expires_at, "file": file});
    body::extend(&mut described, &body::present(rest));
    described
}
