//! `UploadFile_Complete`: puts the parts together.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::sync::Arc;

use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;
use serde::Deserialize;

use super::{check_pending, describe, find};
use crate::call::Call;
use crate::call::compute::compute;
use crate::call::form;
use crate::state::State;
use crate::state::files::{CHUNK, Content, FileState, NewFile};
use crate::state::uploads::{Part, Upload, UploadStatus};
use crate::storage::processing;
use crate::wire::ServiceError;
use crate::wire::body;
use crate::wire::parameters;

type Sum = [u8; 16];

pub(crate) async fn complete(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let upload = find(state, &call)?;
    let request = call.json().await?;
    let request: Body<'_> = parameters::read(&request)?;
    let sum = request.sum()?;

    let parts = {
        let mut progress = upload.progress(state.clock.seconds());
        check_pending(&upload, &progress, "be completed")?;
        let parts = choose(&upload, &progress.parts, &request.part_ids)?;
        progress.status = UploadStatus::Completing;
        parts
    };
    // Goes on to its end even if the caller goes away, so that an upload is never left half completed.
    let state = Arc::clone(state);
    let runtime = tokio::runtime::Handle::current();
    compute(move || {
        let _entered = runtime.enter();
        let joined = join(&state, &parts, sum);
        let mut progress = upload.progress(state.clock.seconds());
        let content = match joined {
            Ok(content) => content,
            Err(error) => {
                progress.status = UploadStatus::Pending;
                return Err(error);
            }
        };
        let file = state.files.add(NewFile {
            id: Some(upload.file_id.clone()),
            name: upload.name.clone(),
            purpose: upload.purpose.clone(),
            expires_after: None,
            content: Some(content),
            state: FileState::Pending,
        });
        progress.end(UploadStatus::Completed);
        progress.file = Some(Arc::clone(&file));
        let described = describe(&upload, &progress);
        processing::start(&state, file);
        body::json(StatusCode::OK, &described)
    })
    .await
}

/// The body as it is sent.
#[derive(Deserialize)]
struct Body<'a> {
    #[serde(borrow)]
    part_ids: Vec<&'a str>,
    md5: Option<&'a str>,
}

impl Body<'_> {
    fn sum(&self) -> Result<Option<Sum>, ServiceError> {
        let sum = self.md5.filter(|text| !text.is_empty()).map(|text| {
            read_sum(text).ok_or_else(|| {
                let message = "'md5' must be 32 hexadecimal digits, or their bytes in base64.";
                ServiceError::invalid_payload(message).with("target", "md5")
            })
        });
        sum.transpose()
    }
}

/// In hexadecimal digits, or in base64 as storage accounts write it.
fn read_sum(text: &str) -> Option<Sum> {
    if text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return u128::from_str_radix(text, 16).ok().map(u128::to_be_bytes);
    }
    STANDARD.decode(text).ok()?.try_into().ok()
}

/// The parts of these ids, their own or their blocks', in this order.
fn choose(upload: &Upload, parts: &[Part], ids: &[&str]) -> Result<Vec<Part>, ServiceError> {
    let refuse = |message: String| ServiceError::invalid_payload(message).with("target", "part_ids");
    let mut chosen: Vec<Part> = Vec::with_capacity(ids.len());
    for id in ids {
        let part = parts
            .iter()
            .find(|part| part.block_id == *id || part.id == *id)
            .ok_or_else(|| refuse(format!("The upload has no part '{id}'.")))?;
        if chosen.iter().any(|other| other.id == part.id) {
            return Err(refuse(format!("The part '{id}' is named twice.")));
        }
        chosen.push(part.clone());
    }
    let bytes: u64 = chosen.iter().map(|part| part.content.bytes).sum();
    if bytes != upload.bytes {
        return Err(refuse(format!(
            "The parts hold {bytes} bytes, but the upload was started with {}.",
            upload.bytes
        )));
    }
    Ok(chosen)
}

/// Copies the parts one behind the other, by the operating system where no sum is asked for.
fn join(state: &State, parts: &[Part], sum: Option<Sum>) -> Result<Content, ServiceError> {
    let path = state.files.new_content().map_err(form::unwritable)?;
    let bytes = parts.iter().map(|part| part.content.bytes).sum();
    let found = copy(&path, parts, sum.is_some()).map_err(form::unwritable)?;
    if sum.is_some() && found != sum {
        let message = "The MD5 sum of the parts is not the one given.";
        return Err(ServiceError::invalid_payload(message).with("target", "md5"));
    }
    Ok(Content {
        path: Arc::new(path),
        bytes,
    })
}

fn copy(path: &std::path::Path, parts: &[Part], sum: bool) -> io::Result<Option<Sum>> {
    let mut whole = File::create_new(path)?;
    let mut digest = md5::Context::new();
    for part in parts {
        let mut file = File::open(&*part.content.path)?;
        if !sum {
            io::copy(&mut file, &mut whole)?;
            continue;
        }
        let mut reader = BufReader::with_capacity(CHUNK, file);
        loop {
            let chunk = reader.fill_buf()?;
            if chunk.is_empty() {
                break;
            }
            digest.consume(chunk);
            whole.write_all(chunk)?;
            let read = chunk.len();
            reader.consume(read);
        }
    }
    Ok(sum.then(|| digest.finalize().into()))
}
