//! The results of a set of batches, joined to its requests.

use std::collections::VecDeque;
use std::path::PathBuf;

use azure_openai_authoring as authoring;
use azure_openai_core::{Error, ResultStream, StatusCode};
use bytes::Bytes;
use futures_util::StreamExt;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::index::{self, Index};
use super::inner::Inner;
use super::manifest::BatchPart;
use crate::batches::failure::{BatchFailure, BatchLineError};
use crate::batches::request::BatchRequest;
use crate::batches::results::BatchResults;
use crate::client::Client;
use crate::state_file;

/// The result of a request of a set.
#[derive(Debug)]
#[non_exhaustive]
pub struct BatchSetResult<T> {
    /// The custom id of the request.
    pub custom_id: String,
    /// The number of the request in the set, from 0.
    pub number: u64,
    /// The HTTP status, if the request was run.
    pub status: Option<StatusCode>,
    /// The id of the request within the service, to give to Microsoft's support.
    pub request_id: Option<String>,
    /// The response, or why there is none.
    pub outcome: Result<T, BatchFailure>,
    line: Bytes,
}

impl<T> BatchSetResult<T> {
    /// Decodes the request.
    ///
    /// # Errors
    /// [`Decode`](crate::ErrorKind::Decode) where it is not one of this type.
    pub fn request<R: DeserializeOwned>(&self) -> Result<R, Error> {
        #[derive(Deserialize)]
        struct Line<R> {
            body: R,
        }
        let line: Result<Line<R>, _> = serde_json::from_slice(&self.line);
        line.map(|line| line.body).map_err(|error| {
            Error::decode(format!("cannot decode the request `{}`", self.custom_id.escape_debug())).with_source(error)
        })
    }
}

/// The results of a set of batches, a [`Stream`](futures_core::Stream): batch by batch, each as
/// [`BatchResults`](crate::batches::BatchResults) has them, joined to the requests. Each request of a batch that has
/// ended comes once: one without a line is [`BatchFailure::Missing`], or [`BatchFailure::NotRun`] where the batch was
/// not completed.
///
/// Memory holds a line and an index of one batch, however many requests there are.
///
/// Errors are those of [`BatchResults::next`](crate::batches::BatchResults::next);
/// [`Decode`](crate::ErrorKind::Decode) for a line with a custom id that no request has;
/// [`File`](crate::ErrorKind::File) where an input file is gone, after which the stream ends.
pub type BatchSetResults<R> = ResultStream<BatchSetResult<<R as BatchRequest>::Response>>;

type Item<T> = Result<BatchSetResult<T>, Error>;

pub(super) fn results<R: BatchRequest>(client: &Client, set: &Inner) -> BatchSetResults<R> {
    let mut first = 0;
    let mut parts = VecDeque::new();
    for part in &set.manifest.parts {
        if part.has_ended() {
            parts.push_back((first, part.clone()));
        }
        first += part.requests;
    }
    let state: Results<R::Response> = Results {
        client: client.authoring().clone(),
        directory: set.directory.clone(),
        parts,
        current: None,
    };
    let results = futures_util::stream::unfold(Some(state), |state| async move {
        let mut state = state?;
        let (result, goes_on) = state.next().await?;
        Some((result, goes_on.then_some(state)))
    });
    ResultStream::new(results.fuse())
}

struct Results<T> {
    client: authoring::Client,
    directory: PathBuf,
    /// The batches that are left, each with the number of its first request.
    parts: VecDeque<(u64, BatchPart)>,
    current: Option<Current<T>>,
}

struct Current<T> {
    first: u64,
    part: BatchPart,
    index: Index,
    results: BatchResults<T>,
    /// Where to look for the next request without a line, once all lines are read.
    missing: Option<usize>,
}

impl<T: DeserializeOwned + Send + 'static> Results<T> {
    /// Returns the next result, and whether any can follow it.
    async fn next(&mut self) -> Option<(Item<T>, bool)> {
        loop {
            if self.current.is_none() {
                let (first, part) = self.parts.pop_front()?;
                let path = self.directory.join(&part.input);
                match state_file::blocking(move || Index::of(&path)).await {
                    Ok(index) => {
                        let files = [&part.output_file_id, &part.error_file_id];
                        self.current = Some(Current {
                            first,
                            results: BatchResults::of_files(&self.client, files),
                            part,
                            index,
                            missing: None,
                        });
                    }
                    Err(error) => return Some((Err(error), false)),
                }
            }
            let current = self.current.as_mut()?;
            match current.next().await {
                Some(result) => {
                    // A file that cannot be downloaded ends the stream: nothing of it is missing.
                    let goes_on = result.is_ok() || !current.results.is_broken();
                    return Some((result, goes_on));
                }
                None => self.current = None,
            }
        }
    }
}

impl<T: DeserializeOwned + Send + 'static> Current<T> {
    async fn next(&mut self) -> Option<Item<T>> {
        let missing = match self.missing {
            Some(missing) => missing,
            None => match self.results.next().await {
                Some(Ok(result)) => {
                    let Some(place) = self.index.find(&result.custom_id) else {
                        return Some(Err(Error::decode(format!(
                            "result with the custom id `{}`, which no request of `{}` has",
                            result.custom_id.escape_debug(),
                            self.part.input
                        ))));
                    };
                    return Some(self.index.line(place).map(|line| BatchSetResult {
                        custom_id: result.custom_id,
                        number: self.first + place as u64,
                        status: result.status,
                        request_id: result.request_id,
                        outcome: result.outcome,
                        line,
                    }));
                }
                Some(Err(error)) => return Some(Err(error)),
                None => 0,
            },
        };
        let place = self.index.missing_from(missing)?;
        self.missing = Some(place + 1);
        Some(self.not_run(place))
    }

    fn not_run(&mut self, place: usize) -> Item<T> {
        let failure = match &self.part.problem {
            Some(problem) => BatchFailure::NotRun(BatchLineError {
                code: self.part.status.clone(),
                message: Some(format!("the batch was not completed: {problem}")),
                ..BatchLineError::default()
            }),
            None => BatchFailure::Missing,
        };
        let line = self.index.line(place)?;
        let Some(custom_id) = index::custom_id(&line) else {
            return Err(Error::invalid_request(format!("`{}` was changed", self.part.input)));
        };
        Ok(BatchSetResult {
            custom_id,
            number: self.first + place as u64,
            status: None,
            request_id: None,
            outcome: Err(failure),
            line,
        })
    }
}
