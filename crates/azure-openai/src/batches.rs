//! Batches: from typed requests to typed responses, in sets that survive the process. See [the
//! guide](crate::guide::batches).

mod failure;
mod line;
mod reader;
mod request;
mod results;
mod set;

use std::path::PathBuf;

use azure_openai_authoring::{self as authoring, Batch, BatchCreateRequest, BatchListOptions, BatchesList};
use azure_openai_core::paging::Items;
use azure_openai_core::{Json, Poller, RequestBuilder};
use serde::de::DeserializeOwned;

use crate::client::Client;

pub use failure::{BatchFailure, BatchLineError};
pub use line::BatchResult;
pub use request::BatchRequest;
pub use results::BatchResults;
pub use set::{BatchPart, BatchSet, BatchSetBuilder, BatchSetEvent, BatchSetResult, BatchSetResults};

impl Client {
    /// Returns the operations on batches, from typed requests to typed results.
    pub fn batches(&self) -> Batches {
        Batches {
            client: self.authoring.clone(),
        }
    }
}

/// Batches of the resource, from [`Client::batches`](crate::Client::batches). Typed requests, however many, are a
/// [`set`](Self::set) of batches; the other methods are of one batch whose input file was uploaded.
///
/// ```no_run
/// # use azure_openai::{Client, Error, inference};
/// # async fn run(client: Client) -> Result<(), Error> {
/// let batches = client.batches();
/// let batch = batches.wait("batch_6457329d").await?;
/// let mut results = batches.results::<inference::CreateChatCompletionResponse>(&batch);
/// while let Some(result) = results.next().await {
///     let result = result?;
///     match result.outcome {
///         Ok(response) => println!("{}: {:?}", result.custom_id, response.text()),
///         Err(failure) => println!("{}: {failure}", result.custom_id),
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Batches {
    client: authoring::Client,
}

impl Batches {
    /// Returns a builder of a [`BatchSet`] in this directory, which is created, for a deployment, which must be a batch
    /// deployment. Where the endpoint of the client is [version-less](crate::Endpoint::is_v1), requests get the URLs of
    /// it, such as `/v1/chat/completions`.
    pub fn set<R: BatchRequest>(
        &self,
        directory: impl Into<PathBuf>,
        deployment: impl Into<String>,
    ) -> BatchSetBuilder<R> {
        let v1 = self.client.pipeline().endpoint().is_v1();
        BatchSetBuilder::new(directory.into(), deployment.into(), v1)
    }

    /// Creates a batch of a file that was uploaded. `Batch_Create`.
    pub fn create(&self, request: &BatchCreateRequest) -> RequestBuilder<Json<Batch>> {
        self.client.batch().create(request)
    }

    /// Gets a batch. `Batch_Get`.
    pub fn get(&self, batch_id: impl AsRef<str>) -> RequestBuilder<Json<Batch>> {
        self.client.batch().get(batch_id)
    }

    /// Lists all batches. `Batch_List`.
    pub fn list(&self) -> Items<BatchesList> {
        self.list_with(BatchListOptions::new())
    }

    /// Lists the batches that the options choose. Their `limit` is the size of a page. `Batch_List`.
    pub fn list_with(&self, options: BatchListOptions) -> Items<BatchesList> {
        self.client.batch().list(options).items()
    }

    /// Waits until a batch is completed. Changed counts of requests are progress too. Polls every 10 to 120 seconds,
    /// for at most two days, unless set otherwise. Dropping the poller does not cancel the batch:
    /// [`cancel`](Self::cancel) does.
    pub fn wait(&self, batch_id: impl AsRef<str>) -> Poller<Batch> {
        Poller::new(self.get(batch_id))
    }

    /// Cancels a batch, which may take ten minutes; requests that were completed before have results. `Batch_Cancel`.
    pub fn cancel(&self, batch_id: impl AsRef<str>) -> RequestBuilder<Json<Batch>> {
        self.client.batch().cancel(batch_id)
    }

    /// Returns the results of a batch that is completed, or of the completed part of one that is cancelled or expired.
    /// See [`BatchResults`].
    pub fn results<T: DeserializeOwned + Send + 'static>(&self, batch: &Batch) -> BatchResults<T> {
        BatchResults::new(&self.client, batch)
    }
}
