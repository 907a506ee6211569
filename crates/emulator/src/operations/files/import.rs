//! `Files_Import`: a file fetched from a URL, from hosts that the owner allowed and no others.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use axum::response::Response;
use reqwest::Url;
use reqwest::redirect::Policy;
use serde::Deserialize;
use serde_json::Value;
use tokio::fs::File;
use tokio::io::{AsyncWriteExt, BufWriter};

use crate::call::Call;
use crate::state::State;
use crate::state::files::{CHUNK, Content, FileState, NewFile};
use crate::storage::description::created;
use crate::storage::expiry::ExpiresAfter;
use crate::storage::processing;
use crate::wire::ServiceError;
use crate::wire::parameters;

/// How long a file is pending before it is fetched, by the clock.
const PENDING: Duration = Duration::from_millis(50);
/// In real time: to connect, and between two chunks.
const TIMEOUT: Duration = Duration::from_secs(20);
const MAX_REDIRECTS: usize = 5;

pub(crate) async fn import(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let request = call.json().await?;
    let (url, new) = read(state, &request)?;
    let file = state.files.add(new);
    let response = created(state, &call, &file);
    processing::expire_later(state, &file);
    let (state_kept, start) = (Arc::clone(state), state.clock.now());
    state.tasks.spawn(async move {
        file.schedule.surely_until(start + PENDING).await;
        file.set_state(FileState::Running, None);
        match fetch(&state_kept, url).await {
            Ok(content) => {
                file.set_content(content);
                processing::finish(&file).await;
            }
            Err(wrong) => {
                let details = format!("Import of file failed: {wrong}.");
                file.set_state(FileState::Error, Some(details));
                file.schedule.finish();
            }
        }
    });
    response
}

/// The body as it is sent.
#[derive(Deserialize)]
struct Body<'a> {
    purpose: String,
    filename: String,
    content_url: &'a str,
    expires_after: Option<ExpiresAfter>,
}

fn read(state: &State, request: &Value) -> Result<(Url, NewFile), ServiceError> {
    let body: Body<'_> = parameters::read(request)?;
    let refuse = |message: String| ServiceError::invalid_payload(message).with("target", "content_url");
    // The URL itself may hold a signature, so it is never repeated.
    let url =
        Url::parse(body.content_url).map_err(|error| refuse(format!("'content_url' is not a valid URL: {error}.")))?;
    if !matches!(url.scheme(), "http" | "https") {
        let message = format!(
            "'content_url' has the scheme '{}', but must have http or https.",
            url.scheme()
        );
        return Err(refuse(message));
    }
    state.config.import_hosts.check(&url).map_err(|message| {
        ServiceError::new(http::StatusCode::FORBIDDEN, "forbidden", message).with("target", "content_url")
    })?;
    let new = NewFile {
        id: None,
        name: body.filename,
        purpose: body.purpose,
        expires_after: ExpiresAfter::seconds(body.expires_after, "expires_after")?,
        content: None,
        state: FileState::Pending,
    };
    Ok((url, new))
}

/// Fetches to disk. Errors do not contain the URL, which may hold a signature.
async fn fetch(state: &Arc<State>, url: Url) -> Result<Content, Box<dyn Error + Send + Sync>> {
    let limit = state.config.max_file_size;
    let mut response = client(state)
        .map_err(innermost)?
        .get(url)
        .send()
        .await
        .map_err(innermost)?;
    if !response.status().is_success() {
        return Err(format!("the host responded with {}", response.status()).into());
    }
    let too_large = || format!("the file is larger than {limit} bytes");
    if response.content_length().is_some_and(|length| length > limit) {
        return Err(too_large().into());
    }
    let path = state.files.new_content()?;
    let mut writer = BufWriter::with_capacity(CHUNK, File::create_new(&path).await?);
    let mut bytes = 0;
    while let Some(chunk) = response.chunk().await.map_err(innermost)? {
        bytes += chunk.len() as u64;
        if bytes > limit {
            return Err(too_large().into());
        }
        writer.write_all(&chunk).await?;
    }
    writer.flush().await?;
    Ok(Content {
        path: Arc::new(path),
        bytes,
    })
}

/// A client of one import: it costs little against a download, and imports are rare.
fn client(state: &Arc<State>) -> reqwest::Result<reqwest::Client> {
    let state = Arc::clone(state);
    let policy = Policy::custom(move |attempt| {
        if attempt.previous().len() > MAX_REDIRECTS {
            return attempt.error("too many redirects");
        }
        match state.config.import_hosts.check(attempt.url()) {
            Ok(()) => attempt.follow(),
            Err(message) => attempt.error(message),
        }
    });
    reqwest::Client::builder()
        .redirect(policy)
        // A proxy could reach hosts that are not allowed, and cannot reach loopback.
        .no_proxy()
        .connect_timeout(TIMEOUT)
        .read_timeout(TIMEOUT)
        .build()
}

/// The innermost cause, which is the most specific.
fn innermost(error: reqwest::Error) -> String {
    let error = error.without_url();
    let mut cause: &dyn Error = &error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}
