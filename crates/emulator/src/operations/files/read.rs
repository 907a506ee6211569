//! Files that exist: `Files_List`, `Files_Get`, `Files_GetContent`, `Files_Delete`.

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

use crate::call::Call;
use crate::call::lists::{self, MAX_PAGE};
use crate::state::State;
use crate::state::files::{CHUNK, Content, StoredFile};
use crate::state::table::Page;
use crate::storage::description::describe;
use crate::wire::ServiceError;
use crate::wire::body;

pub(crate) async fn list(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let purpose = call.query("purpose");
    let after = call.query("after");
    let page = Page {
        after: after.as_deref(),
        limit: lists::limit(&call, MAX_PAGE, MAX_PAGE)?,
        oldest_first: lists::oldest_first(&call, "desc")?,
    };
    let files = state.files.list(&page, purpose.as_deref());
    let files = files.ok_or_else(|| lists::unknown_cursor(&call, "file"))?;
    for file in &files.items {
        file.schedule.settled().await;
    }
    let data: Vec<Value> = files.items.iter().map(|file| describe(file)).collect();
    body::json(StatusCode::OK, &json!({"object": "list", "data": data}))
}

pub(crate) async fn get(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let file = find(state, &call)?;
    file.schedule.settled().await;
    body::json(StatusCode::OK, &describe(&file))
}

pub(crate) fn delete(state: &State, call: &Call) -> Result<Response, ServiceError> {
    let id = call.parameter("file-id");
    let removed = state.files.remove(id).ok_or_else(|| no_file(id))?;
    body::json(
        StatusCode::OK,
        &json!({"object": "file", "id": removed.id, "deleted": true}),
    )
}

pub(crate) async fn content(state: &State, call: Call) -> Result<Response, ServiceError> {
    let stored = find(state, &call)?;
    let content = stored.facts().content.ok_or_else(|| {
        let state = stored.facts().state.into_str();
        ServiceError::wrong_state(format!(
            "The file '{}' has no content in the state '{state}'.",
            stored.id
        ))
    })?;
    let file = File::open(&*content.path)
        .await
        .map_err(|error| ServiceError::internal(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_LENGTH, content.bytes.to_string()),
    ];
    let chunks = Body::from_stream(chunks(content, file));
    Ok((StatusCode::OK, headers, chunks).into_response())
}

/// The file in chunks; `content` keeps it on disk until the last one is read.
fn chunks(content: Content, file: File) -> impl Stream<Item = io::Result<Bytes>> {
    stream::try_unfold((content, file), |(content, mut file)| async move {
        let mut chunk = BytesMut::with_capacity(CHUNK);
        let read = file.read_buf(&mut chunk).await?;
        Ok((read > 0).then(|| (chunk.freeze(), (content, file))))
    })
}

fn find(state: &State, call: &Call) -> Result<Arc<StoredFile>, ServiceError> {
    let id = call.parameter("file-id");
    state.files.get(id).ok_or_else(|| no_file(id))
}

fn no_file(id: &str) -> ServiceError {
    ServiceError::not_found(format!("The specified file '{id}' cannot be found."))
}
