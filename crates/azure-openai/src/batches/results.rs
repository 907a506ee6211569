//! The output and error files of a batch, joined.

use std::collections::VecDeque;
use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::pin::Pin;
use std::task::{Context, Poll};

use azure_openai_authoring::{self as authoring, Batch};
use azure_openai_core::Error;
use futures_core::Stream;
use futures_util::StreamExt;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use serde::de::DeserializeOwned;

use super::failure::BatchFailure;
use super::line::{self, BatchResult};
use super::reader::LineReader;

const LINE_LIMIT: usize = 64 * 1024 * 1024;

/// The results of a batch, a [`Stream`]: those of the output file, then those of the error file, in the order of the
/// files, which is any; then those that are missing, where [the ids are known](Self::with_expected_ids).
///
/// The files are read as the stream is, a line at a time. A line that does not decode is the failure of that request
/// ([`BatchFailure::Unreadable`]), or, where its custom id cannot be read either, an error of its own; so is a line
/// whose custom id came before, and one longer than the limit. The other lines follow. The stream ends early only where
/// a file cannot be downloaded.
#[must_use = "nothing is downloaded until a result is read"]
pub struct BatchResults<T> {
    /// What is to be read; moved into the stream once that has begun, and boxed, since it moves for every line.
    state: Option<Box<State>>,
    stream: Option<ResultStream<T>>,
    broken: bool,
}

/// Results, each with whether others can follow it.
type ResultStream<T> = Pin<Box<dyn Stream<Item = Found<T>> + Send>>;
type Found<T> = (Result<BatchResult<Box<T>>, Error>, bool);

struct State {
    client: authoring::Client,
    files: VecDeque<String>,
    reader: Option<LineReader>,
    limit: usize,
    seen: SeenIds,
    expected: VecDeque<String>,
}

/// The custom ids that came, by 128 bits of hash, a fraction of their memory. Two of a million ids share theirs with a
/// probability of 10⁻²⁷, and no file can be written for it, since the hashes have random keys.
#[derive(Default)]
struct SeenIds {
    keys: [RandomState; 2],
    hashes: HashTable<[u64; 2]>,
}

impl SeenIds {
    /// Adds an id, and returns whether it is new.
    fn insert(&mut self, id: &str) -> bool {
        let hash = self.keys.each_ref().map(|key| key.hash_one(id));
        match self.hashes.entry(hash[0], |other| *other == hash, |other| other[0]) {
            Entry::Occupied(_) => false,
            Entry::Vacant(vacant) => {
                vacant.insert(hash);
                true
            }
        }
    }
}

impl<T: DeserializeOwned + Send + 'static> BatchResults<T> {
    pub(super) fn new(client: &authoring::Client, batch: &Batch) -> Self {
        Self::of_files(client, [&batch.output_file_id, &batch.error_file_id])
    }

    pub(super) fn of_files(client: &authoring::Client, files: [&Option<String>; 2]) -> Self {
        let files = files.into_iter().flatten();
        Self {
            state: Some(Box::new(State {
                client: client.clone(),
                files: files.filter(|id| !id.is_empty()).cloned().collect(),
                reader: None,
                limit: LINE_LIMIT,
                seen: SeenIds::default(),
                expected: VecDeque::new(),
            })),
            stream: None,
            broken: false,
        }
    }

    /// Whether a file could not be downloaded to its end, so that lines may be missing.
    pub(super) fn is_broken(&self) -> bool {
        self.broken
    }

    /// Sets the custom ids that results are expected for; those without a line are [`BatchFailure::Missing`], at the
    /// end.
    pub fn with_expected_ids(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        if let Some(state) = &mut self.state {
            state.expected = ids.into_iter().map(Into::into).collect();
        }
        self
    }

    /// Sets how long a line may be, in bytes. Default: 64 MiB.
    pub fn with_line_limit(mut self, bytes: usize) -> Self {
        if let Some(state) = &mut self.state {
            state.limit = bytes;
        }
        self
    }

    /// Returns the next result; `None` at the end.
    ///
    /// # Errors
    /// [`Decode`](crate::ErrorKind::Decode) for a line without a readable custom id or with one that came before,
    /// [`TooLarge`](crate::ErrorKind::TooLarge) for a line that is too long, and any [`Error`] of the request for a
    /// file.
    pub async fn next(&mut self) -> Option<Result<BatchResult<T>, Error>> {
        StreamExt::next(self).await
    }
}

impl State {
    /// Returns the next result, and whether any can follow it; `None` at the end.
    async fn next<T: DeserializeOwned>(&mut self) -> Option<Found<T>> {
        loop {
            let reader = match &mut self.reader {
                Some(reader) => reader,
                empty => {
                    let Some(file_id) = self.files.pop_front() else {
                        break;
                    };
                    match self.client.files().get_content(&file_id).await {
                        Ok(content) => empty.insert(LineReader::new(&file_id, content.into_value(), self.limit)),
                        Err(error) => return Some((Err(error), false)),
                    }
                }
            };
            match reader.next().await {
                Ok(Some(bytes)) => {
                    let result = line::read::<T>(&bytes, || reader.place());
                    let result = match result {
                        Ok(result) if !self.seen.insert(&result.custom_id) => Err(Error::decode(format!(
                            "second result for the custom id `{}`, on {}",
                            result.custom_id.escape_debug(),
                            reader.place()
                        ))),
                        result => result,
                    };
                    return Some((result, true));
                }
                Ok(None) => self.reader = None,
                Err((error, goes_on)) => return Some((Err(error), goes_on)),
            }
        }
        loop {
            let custom_id = self.expected.pop_front()?;
            if self.seen.insert(&custom_id) {
                return Some((Ok(BatchResult::failed(custom_id, BatchFailure::Missing)), true));
            }
        }
    }
}

impl<T: DeserializeOwned + Send + 'static> Stream for BatchResults<T> {
    type Item = Result<BatchResult<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let state = &mut this.state;
        let stream = this.stream.get_or_insert_with(|| {
            let results = futures_util::stream::unfold(state.take(), |state| async move {
                let mut state = state?;
                let (result, goes_on) = state.next().await?;
                Some(((result, goes_on), goes_on.then_some(state)))
            });
            Box::pin(results.fuse())
        });
        let Some((result, goes_on)) = std::task::ready!(stream.as_mut().poll_next(cx)) else {
            return Poll::Ready(None);
        };
        this.broken = !goes_on;
        Poll::Ready(Some(result.map(BatchResult::unboxed)))
    }
}

impl<T> fmt::Debug for BatchResults<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchResults")
            .field("files", &self.state.as_ref().map(|state| &state.files))
            .finish_non_exhaustive()
    }
}
