//! The output and error files of a batch, joined.

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use azure_openai_core::{Error, ErrorKind, HeaderMap, HeaderValue, StatusCode};
use futures_core::Stream;
use futures_util::StreamExt;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::failure::{BatchFailure, BatchLineError};
use super::reader::LineReader;
use azure_openai_authoring::{self as authoring, Batch};

/// What an error of a line is told to be an error of.
const OPERATION: &str = "Batch line";
const LINE_LIMIT: usize = 64 * 1024 * 1024;

/// What became of a request of a batch.
#[derive(Debug)]
#[non_exhaustive]
pub struct BatchResult<T> {
    /// The id that the request was given.
    pub custom_id: String,
    /// The HTTP status, if the request was run.
    pub status: Option<StatusCode>,
    /// The id of the request within the service, to give to Microsoft's support.
    pub request_id: Option<String>,
    /// The answer, or why there is none.
    pub outcome: Result<T, BatchFailure>,
}

/// The results of a batch, a [`Stream`]: first those of the output file, then those of the error file, in the order that
/// they stand there, which is any; then those that are missing, if it knows [what to expect](Self::expecting).
///
/// The files are read as the stream is, a line at a time. A line that is no result (broken JSON, no id, an id that came
/// before) is an error of its own, and the stream goes on behind it; it ends where the connection breaks, or a line is
/// longer than the limit or not UTF-8. What is missing is told only where both files were read whole.
#[must_use = "nothing is fetched before a result is asked for"]
pub struct BatchResults<T> {
    /// What is to be read; within the stream once that has begun.
    state: Option<State>,
    stream: Option<FoundStream>,
    answer: PhantomData<fn() -> T>,
}

type FoundStream = Pin<Box<dyn Stream<Item = Result<Found, Error>> + Send>>;

/// A line, still without the answer's type.
struct Found {
    custom_id: String,
    status: Option<StatusCode>,
    request_id: Option<String>,
    outcome: Result<Box<RawValue>, BatchFailure>,
    place: String,
}

struct State {
    client: authoring::Client,
    files: VecDeque<String>,
    reader: Option<LineReader>,
    limit: usize,
    seen: HashSet<String>,
    expected: VecDeque<String>,
}

impl<T: DeserializeOwned + Send + 'static> BatchResults<T> {
    pub(crate) fn new(client: &authoring::Client, batch: &Batch) -> Self {
        let files = [&batch.output_file_id, &batch.error_file_id];
        Self {
            state: Some(State {
                client: client.clone(),
                files: files
                    .into_iter()
                    .flatten()
                    .filter(|id| !id.is_empty())
                    .cloned()
                    .collect(),
                reader: None,
                limit: LINE_LIMIT,
                seen: HashSet::new(),
                expected: VecDeque::new(),
            }),
            stream: None,
            answer: PhantomData,
        }
    }

    /// The ids that results are expected of; those without one are told as [`BatchFailure::Missing`] at the end.
    pub fn expecting(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        if let Some(state) = &mut self.state {
            state.expected = ids.into_iter().map(Into::into).collect();
        }
        self
    }

    /// How long a line may be, in bytes, 64 MiB by default.
    pub fn with_line_limit(mut self, bytes: usize) -> Self {
        if let Some(state) = &mut self.state {
            state.limit = bytes;
        }
        self
    }

    /// The next result; `None` at the end.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] for a line that is no result, [`ErrorKind::TooLarge`] for one that is too long, and those of
    /// the call that gets the file.
    pub async fn next(&mut self) -> Option<Result<BatchResult<T>, Error>> {
        std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

impl State {
    /// What comes next, and whether anything can come after it; `None` at the end.
    async fn next(&mut self) -> Option<(Result<Found, Error>, bool)> {
        loop {
            let reader = match &mut self.reader {
                Some(reader) => reader,
                empty => {
                    let Some(file_id) = self.files.pop_front() else {
                        break;
                    };
                    match self.client.files().get_content(&file_id).await {
                        Ok(content) => {
                            let content = content.into_value();
                            empty.insert(LineReader::new(&file_id, content, self.limit))
                        }
                        Err(error) => return Some((Err(error), false)),
                    }
                }
            };
            match reader.next().await {
                Ok(Some(line)) => {
                    let place = reader.place();
                    let found = read(&line, place).and_then(|found| self.once(found));
                    return Some((found, true));
                }
                Ok(None) => self.reader = None,
                Err(error) => return Some((Err(error), false)),
            }
        }
        loop {
            let custom_id = self.expected.pop_front()?;
            if self.seen.insert(custom_id.clone()) {
                let missing = Found {
                    custom_id,
                    status: None,
                    request_id: None,
                    outcome: Err(BatchFailure::Missing),
                    place: String::new(),
                };
                return Some((Ok(missing), true));
            }
        }
    }

    fn once(&mut self, found: Found) -> Result<Found, Error> {
        if self.seen.insert(found.custom_id.clone()) {
            return Ok(found);
        }
        Err(Error::of_kind(
            ErrorKind::Decode,
            format!(
                "{} has the custom id `{}`, of which there was a result before",
                found.place,
                found.custom_id.escape_debug()
            ),
        ))
    }
}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    custom_id: Option<String>,
    #[serde(default)]
    response: Option<LineResponse>,
    #[serde(default)]
    error: Option<BatchLineError>,
}

#[derive(Deserialize)]
struct LineResponse {
    #[serde(default)]
    request_id: Option<String>,
    #[serde(default)]
    status_code: Option<u16>,
    #[serde(default)]
    body: Option<Box<RawValue>>,
}

fn read(line: &str, place: String) -> Result<Found, Error> {
    let bad = |what: &str| Error::of_kind(ErrorKind::Decode, format!("{place} {what}"));
    let line: Line = serde_json::from_str(line).map_err(|error| bad("is no result of a batch").caused_by(error))?;
    let custom_id = line
        .custom_id
        .filter(|id| !id.is_empty())
        .ok_or_else(|| bad("has no custom id"))?;
    let (status, request_id, body) = match line.response {
        Some(response) => (
            response.status_code.and_then(|code| StatusCode::from_u16(code).ok()),
            response.request_id.filter(|id| !id.is_empty()),
            response.body,
        ),
        None => (None, None, None),
    };
    let outcome = match (status, body, line.error) {
        (Some(status), Some(body), None) if status.is_success() => Ok(body),
        // Only the status tells what went wrong, and the body if there is one.
        (Some(status), body, _) if !status.is_success() => {
            let mut headers = HeaderMap::new();
            let id = request_id.as_deref().map(HeaderValue::from_str);
            if let Some(Ok(id)) = id {
                headers.insert("x-request-id", id);
            }
            let body = body.as_deref().map_or("", RawValue::get);
            Err(BatchFailure::Response(Error::from_response(
                OPERATION,
                status,
                headers,
                body.as_bytes(),
            )))
        }
        (_, _, Some(error)) => Err(BatchFailure::NotRun(error)),
        (_, _, None) => return Err(bad("has neither an answer nor an error")),
    };
    Ok(Found {
        custom_id,
        status,
        request_id,
        outcome,
        place,
    })
}

impl Found {
    fn typed<T: DeserializeOwned>(self) -> BatchResult<T> {
        let outcome = self.outcome.and_then(|body| {
            serde_json::from_str(body.get()).map_err(|error| {
                let what = format!("the answer on {} is not as expected", self.place);
                BatchFailure::Response(Error::of_kind(ErrorKind::Decode, what).caused_by(error))
            })
        });
        BatchResult {
            custom_id: self.custom_id,
            status: self.status,
            request_id: self.request_id,
            outcome,
        }
    }
}

impl<T: DeserializeOwned + Send + 'static> Stream for BatchResults<T> {
    type Item = Result<BatchResult<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let state = &mut this.state;
        let stream = this.stream.get_or_insert_with(|| {
            let found = futures_util::stream::unfold(state.take(), |state| async move {
                let mut state = state?;
                let (found, goes_on) = state.next().await?;
                Some((found, goes_on.then_some(state)))
            });
            Box::pin(found.fuse())
        });
        let found = std::task::ready!(stream.as_mut().poll_next(cx));
        Poll::Ready(found.map(|found| found.map(Found::typed)))
    }
}

impl<T> fmt::Debug for BatchResults<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchResults")
            .field("files", &self.state.as_ref().map(|state| &state.files))
            .finish_non_exhaustive()
    }
}
