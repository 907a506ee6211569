//! The set of batches as a user has it.

use std::fmt;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::time::Duration;

use azure_openai_core::{Error, Value};

use super::drive::Goal;
use super::inner::Inner;
use super::manifest::{self, BatchPart, Manifest};
use super::progress::BatchSetEvent;
use super::results::{self, BatchSetResults};
use crate::batches::request::BatchRequest;
use crate::client::Client;
use crate::state_file;

/// Any number of requests in a directory, as input files of as many batches as it takes, with a manifest of what was
/// submitted.
///
/// [`Batches::set`](crate::batches::Batches::set) checks the requests and writes them; nothing is sent.
/// [`submit`](Self::submit), [`wait`](Self::wait) and [`run`](Self::run) go on from wherever the manifest stands: after
/// a kill at any point, [`open`](Self::open) the directory and call them again. Nothing is submitted twice: where the
/// response to a submission was lost, the input file is found by its name and the batch by its metadata. Where the
/// service refuses a batch for the quota of enqueued tokens, it is submitted again once an earlier one has ended.
///
/// The directory holds the requests (`input-0001.jsonl`, …) and `manifest.json`, which has ids and no keys; the format
/// of the manifest has a version, and another version is an error. One process at a time works on a set.
///
/// ```no_run
/// # use azure_openai::{Client, Error, batches::BatchSet, inference::CreateChatCompletionRequest};
/// # async fn run(client: Client, requests: Vec<(String, CreateChatCompletionRequest)>) -> Result<(), Error> {
/// let directory = std::path::Path::new("reviews");
/// let mut set = match BatchSet::exists(directory) {
///     true => BatchSet::open(directory)?, // goes on
///     false => client.batches().set(directory, "gpt-4o-batch").create(requests)?,
/// };
/// let mut results = set.run(&client).await?;
/// while let Some(result) = results.next().await {
///     let result = result?;
///     match result.outcome {
///         Ok(response) => println!("{}: {}", result.custom_id, response.text()),
///         Err(failure) => println!("{}: {failure}", result.custom_id),
///     }
/// }
/// # Ok(())
/// # }
/// ```
pub struct BatchSet<R = Value> {
    pub(super) inner: Inner,
    requests: PhantomData<fn(R)>,
}

impl<R: BatchRequest> BatchSet<R> {
    /// Opens the set in a directory. Nothing is sent.
    ///
    /// # Errors
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) where there is none, or one of another version or of
    /// requests of another endpoint; [`File`](crate::ErrorKind::File) where it cannot be read.
    pub fn open(directory: impl Into<PathBuf>) -> Result<Self, Error> {
        let directory = directory.into();
        let path = directory.join(manifest::FILE_NAME);
        let Some(stored) = state_file::read::<Manifest>(&path, manifest::FORMAT)? else {
            return Err(Error::invalid_request(format!(
                "`{}` has no set of batches: create one",
                directory.display()
            )));
        };
        match R::ENDPOINT {
            Some(endpoint)
                if Some(endpoint)
                    != stored
                        .state
                        .endpoint
                        .strip_prefix("/v1")
                        .or(Some(&stored.state.endpoint)) =>
            {
                Err(Error::invalid_request(format!(
                    "set of batches in `{}` has requests for `{}`, not for `{endpoint}`",
                    directory.display(),
                    stored.state.endpoint
                )))
            }
            _ => Ok(Self::of(Inner::new(directory, stored.resource, stored.state))),
        }
    }

    pub(super) fn of(inner: Inner) -> Self {
        Self {
            inner,
            requests: PhantomData,
        }
    }

    /// Submits all batches that were not submitted yet, one after the other. Where the service refuses one for the
    /// quota of enqueued tokens, waits until an earlier one has ended.
    ///
    /// # Errors
    /// Any [`Error`] of a request; [`File`](crate::ErrorKind::File) where an input file is gone or changed, or the
    /// manifest cannot be written; [`InvalidRequest`](crate::ErrorKind::InvalidRequest) for a client of another
    /// resource. After any of them, the set can be submitted again, and goes on.
    pub async fn submit(&mut self, client: &Client) -> Result<(), Error> {
        self.inner.drive(client, Goal::Submitted).await
    }

    /// Submits what was not submitted yet, and waits until all batches have ended. A batch that failed, expired or was
    /// cancelled is not an error: see [`BatchPart::problem`]. Its requests are failures of the
    /// [results](Self::results).
    ///
    /// # Errors
    /// Those of [`submit`](Self::submit).
    pub async fn wait(&mut self, client: &Client) -> Result<(), Error> {
        self.inner.drive(client, Goal::Ended).await
    }

    /// [Waits](Self::wait), and returns the results.
    ///
    /// # Errors
    /// Those of [`submit`](Self::submit).
    pub async fn run(&mut self, client: &Client) -> Result<BatchSetResults<R>, Error> {
        self.wait(client).await?;
        Ok(self.results(client))
    }

    /// Returns the results of the batches that have ended, batch by batch: each request of them once, a failed or
    /// missing one as a failure. Nothing is downloaded until they are read.
    pub fn results(&self, client: &Client) -> BatchSetResults<R> {
        results::results::<R>(client, &self.inner)
    }

    /// Cancels all batches that have not ended, and submits no more. [`wait`](Self::wait) then waits until they are
    /// cancelled; requests that were completed before have results.
    ///
    /// # Errors
    /// Those of [`submit`](Self::submit).
    pub async fn cancel(&mut self, client: &Client) -> Result<(), Error> {
        self.inner.cancel(client).await
    }

    azure_openai_core::setters! {
        /// Sets how often batches are polled: at first, and at most. Default: every 10 to 120 seconds.
        #[must_use]
        pub fn with_interval(self, first: Duration, longest: Duration) => inner.interval = Some((first, longest));
        /// Sets how long a file or batch whose submission may have been lost is looked for before it is submitted
        /// again. Default: 5 seconds, for a list that is behind.
        #[must_use]
        pub fn with_settle_time(self, time: Duration) => inner.settle_time = time;
        /// Sets what is called for each event of [`submit`](Self::submit) and [`wait`](Self::wait).
        #[must_use]
        pub fn with_progress(self, on_event: impl FnMut(BatchSetEvent) + Send + Sync + 'static) =>
            inner.on_event = Some(Box::new(on_event));
    }
}

impl BatchSet {
    /// Returns whether there is a set in this directory.
    pub fn exists(directory: impl AsRef<Path>) -> bool {
        directory.as_ref().join(manifest::FILE_NAME).exists()
    }
}

impl<R> BatchSet<R> {
    /// Returns the id of the set, which is in the metadata of its batches (`batch_set`) and the names of its input
    /// files.
    pub fn id(&self) -> &str {
        &self.inner.manifest.id
    }

    /// Returns the directory of the set.
    pub fn directory(&self) -> &Path {
        &self.inner.directory
    }

    /// Returns the endpoint of the requests, such as `/chat/completions`.
    pub fn endpoint(&self) -> &str {
        &self.inner.manifest.endpoint
    }

    /// Returns the deployment of the requests.
    pub fn deployment(&self) -> &str {
        &self.inner.manifest.deployment
    }

    /// Returns the batches, in order of their requests.
    pub fn parts(&self) -> &[BatchPart] {
        &self.inner.manifest.parts
    }

    /// Returns the number of requests.
    pub fn len(&self) -> u64 {
        self.parts().iter().map(|part| part.requests).sum()
    }

    /// Returns whether there are no requests; a set has at least one.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<R> fmt::Debug for BatchSet<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchSet")
            .field("directory", &self.inner.directory)
            .field("manifest", &self.inner.manifest)
            .finish_non_exhaustive()
    }
}
