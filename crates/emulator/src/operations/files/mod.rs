//! Files: upload, list, get, content, delete.

mod upload;

use std::io;
use std::sync::Arc;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::{Bytes, BytesMut};
use futures_util::stream::{self, Stream};
use http::{StatusCode, header};
use serde_json::{Value, json};
use tokio::fs::File;
use tokio::io::AsyncReadExt;

use crate::operations::Call;
use crate::state::State;
use crate::state::files::{Page, StoredFile};
use crate::wire::ServiceError;
use crate::wire::body;

pub(super) use upload::upload;

/// The service's purposes.
const PURPOSES: [&str; 6] = [
    "fine-tune",
    "fine-tune-results",
    "assistants",
    "assistants_output",
    "batch",
    "batch_output",
];
const MAX_PAGE: usize = 10_000;
/// Read from and written to disk at a time: each goes through a blocking thread, so small pieces would cost dearly.
const PIECE: usize = 256 * 1024;

pub(super) fn list(state: &State, call: &Call) -> Result<Response, ServiceError> {
    let purpose = call.query("purpose");
    if let Some(purpose) = purpose
        .as_deref()
        .filter(|purpose| !PURPOSES.contains(purpose))
    {
        return Err(invalid_query(
            "purpose",
            purpose,
            &format!("one of {}", PURPOSES.join(", ")),
        ));
    }
    let limit = match call.query("limit") {
        None => MAX_PAGE,
        Some(text) => match text.parse() {
            Ok(limit) if (1..=MAX_PAGE).contains(&limit) => limit,
            _ => {
                return Err(invalid_query(
                    "limit",
                    &text,
                    &format!("a number from 1 to {MAX_PAGE}"),
                ));
            }
        },
    };
    let oldest_first = match call.query("order").as_deref() {
        None | Some("desc") => false,
        Some("asc") => true,
        Some(other) => return Err(invalid_query("order", other, "asc or desc")),
    };
    let after = call.query("after");
    let page = Page {
        purpose: purpose.as_deref(),
        after: after.as_deref(),
        limit,
        oldest_first,
    };
    let files = state.files.list(&page);
    let files = files.ok_or_else(|| {
        invalid_query(
            "after",
            after.as_deref().unwrap_or_default(),
            "the id of a file",
        )
    })?;
    let data: Vec<Value> = files.iter().map(|file| describe(file)).collect();
    body::json(StatusCode::OK, &json!({"object": "list", "data": data}))
}

pub(super) fn get(state: &State, call: &Call) -> Result<Response, ServiceError> {
    body::json(StatusCode::OK, &describe(&*find(state, call)?))
}

pub(super) fn delete(state: &State, call: &Call) -> Result<Response, ServiceError> {
    let id = call.parameter("file-id");
    let removed = state.files.remove(id).ok_or_else(|| no_file(id))?;
    body::json(
        StatusCode::OK,
        &json!({"object": "file", "id": removed.id, "deleted": true}),
    )
}

pub(super) async fn import(_state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    Err(ServiceError::not_emulated(call.operation))
}

pub(super) async fn content(state: &State, call: Call) -> Result<Response, ServiceError> {
    let stored = find(state, &call)?;
    let file = File::open(&stored.content)
        .await
        .map_err(|error| ServiceError::internal(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_LENGTH, stored.bytes.to_string()),
    ];
    Ok((
        StatusCode::OK,
        headers,
        Body::from_stream(pieces(stored, file)),
    )
        .into_response())
}

/// The file in pieces; `stored` keeps it on disk until the last one is read.
fn pieces(stored: Arc<StoredFile>, file: File) -> impl Stream<Item = io::Result<Bytes>> {
    stream::try_unfold((stored, file), |(stored, mut file)| async move {
        let mut piece = BytesMut::with_capacity(PIECE);
        let read = file.read_buf(&mut piece).await?;
        Ok((read > 0).then(|| (piece.freeze(), (stored, file))))
    })
}

/// A file as the document describes it.
fn describe(file: &StoredFile) -> Value {
    let mut value = json!({
        "id": file.id,
        "object": "file",
        "bytes": file.bytes,
        "created_at": file.created_at,
        "filename": file.name,
        "purpose": file.purpose,
        "status": "processed",
    });
    if let Some(expires_at) = file.expires_at {
        value["expires_at"] = expires_at.into();
    }
    value
}

fn find(state: &State, call: &Call) -> Result<Arc<StoredFile>, ServiceError> {
    let id = call.parameter("file-id");
    state.files.get(id).ok_or_else(|| no_file(id))
}

fn no_file(id: &str) -> ServiceError {
    ServiceError::not_found(format!("The specified file '{id}' cannot be found."))
}

fn invalid_query(name: &str, value: &str, expected: &str) -> ServiceError {
    ServiceError::invalid_payload(format!(
        "The query parameter '{name}' is '{value}', but must be {expected}."
    ))
}
