//! Files: upload, import, list, get, content, delete.

mod import;

use std::io;
use std::sync::Arc;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::{Bytes, BytesMut};
use futures_util::stream::{self, Stream};
use http::{StatusCode, header};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::fs::File;
use tokio::io::AsyncReadExt;

use crate::call::Call;
use crate::call::form::Form;
use crate::call::lists::{self, MAX_PAGE};
use crate::state::State;
use crate::state::files::{CHUNK, Content, FileState, NewFile, StoredFile};
use crate::storage::description::{created, describe};
use crate::storage::expiry::ExpiresAfter;
use crate::storage::processing;
use crate::wire::ServiceError;
use crate::wire::body;
use crate::wire::parameters::{self, Integer};

pub(crate) use import::import;

/// The fields of an upload's form.
#[derive(Deserialize)]
struct Fields {
    purpose: String,
    #[serde(rename = "expires_after.anchor")]
    anchor: Option<String>,
    #[serde(rename = "expires_after.seconds")]
    seconds: Option<Integer>,
}

pub(crate) async fn upload(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let mut form = Form::read(state, &mut call, &["file"], state.config.max_file_size).await?;
    let file = form.take("file")?;
    if !file.has_content_type {
        return Err(ServiceError::invalid_payload(
            "The file has no or an empty content type specified.",
        ));
    }
    let name = file
        .name
        .ok_or_else(|| ServiceError::invalid_payload("The file has no or an empty file name specified."))?;
    let fields: Fields = parameters::read(&form.json)?;
    let expires_after = ExpiresAfter::of_form(fields.anchor, fields.seconds);
    let expires_after = ExpiresAfter::seconds(expires_after, "expires_after")?;
    let stored = state.files.add(NewFile {
        id: None,
        name,
        purpose: fields.purpose,
        expires_after,
        content: Some(file.content),
        state: FileState::Pending,
    });
    let response = created(state, &call, &stored);
    processing::start(state, stored);
    response
}

pub(crate) async fn list(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let purpose = call.query("purpose");
    let page = lists::Paging::read(&call, MAX_PAGE, MAX_PAGE, lists::oldest_first(&call, "desc")?)?;
    let wanted = |file: &Arc<StoredFile>| {
        purpose.as_ref().is_none_or(|purpose| *purpose == file.purpose) && state.files.is_there(file)
    };
    let files = page.of(&state.files.table, "file", wanted)?;
    for file in &files.items {
        file.schedule.settled().await;
    }
    let data: Vec<Value> = files.items.iter().map(|file| describe(file)).collect();
    let mut list = json!({"object": "list", "data": data});
    if call.is_v1() {
        // The description of v1 has these fields, that of the dated versions has none of them.
        list["has_more"] = files.has_more.into();
        lists::add_ends(&mut list);
    }
    body::json(StatusCode::OK, &list)
}

pub(crate) async fn get(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let file = find(state, &call)?;
    file.schedule.settled().await;
    body::json(StatusCode::OK, &describe(&file))
}

pub(crate) fn delete(state: &State, call: &Call) -> Result<Response, ServiceError> {
    let id = call.parameter("file-id");
    let removed = state.files.remove(id).ok_or_else(|| no_file(id))?;
    lists::deleted("file", &removed.id)
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
    lists::not_found("specified file", id)
}
