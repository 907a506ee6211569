//! Batches: their lines, from typed requests, and their results, as typed responses.

mod failure;
mod lines;
mod reader;
mod results;

use azure_openai_core::paging::Items;
use azure_openai_core::{Error, FilePart, Json, Poller, RequestBuilder, Response};
use serde::de::DeserializeOwned;

use crate::client::Client;
use azure_openai_authoring::{
    self as authoring, Batch, BatchCreateRequest, BatchListOptions, BatchesList, FilesUploadForm, Purpose,
};

pub use failure::{BatchFailure, BatchLineError};
pub use lines::BatchLines;
pub use results::{BatchResult, BatchResults};

/// The service knows no other time to complete a batch in.
const COMPLETION_WINDOW: &str = "24h";

/// Batches of the resource: see [`Client::batches`](crate::Client::batches).
///
/// ```no_run
/// # use azure_openai::{batches::BatchLines, Client, Error, inference};
/// # async fn run(client: Client, requests: Vec<inference::CreateChatCompletionRequest>) -> Result<(), Error> {
/// let mut lines = BatchLines::chat("gpt-4o-batch")?;
/// for (number, request) in requests.iter().enumerate() {
///     lines.push(format!("request-{number}"), request)?;
/// }
/// let batches = client.batches();
/// let batch = batches.submit(&mut lines).await?;
/// let batch = batches.wait(&batch.id).await?;
/// let mut results = batches
///     .results::<inference::CreateChatCompletionResponse>(&batch)
///     .expecting(lines.ids());
/// while let Some(result) = results.next().await {
///     let result = result?;
///     match result.outcome {
///         Ok(answer) => println!("{}: {:?}", result.custom_id, answer.text()),
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

impl Client {
    /// Batches: from typed requests to typed results.
    pub fn batches(&self) -> Batches {
        Batches::new(self.authoring.clone())
    }
}

impl Batches {
    pub(crate) fn new(client: authoring::Client) -> Self {
        Self { client }
    }

    /// Uploads the lines as a file, waits until it can be used, and makes a batch of it. Where that fails, the file is
    /// deleted again; where this is dropped before its end, the file may stay.
    ///
    /// # Errors
    /// Those of the calls; [`ErrorKind::Job`](crate::ErrorKind::Job) where the service does not take the file.
    pub async fn submit(&self, lines: &mut BatchLines) -> Result<Response<Batch>, Error> {
        let endpoint = lines.endpoint().to_owned();
        let part = FilePart::from_path(lines.finish()?).with_file_name("batch.jsonl");
        let form = FilesUploadForm::new(Purpose::Batch, part);
        let file = self.client.files().upload(form).await?;
        let made = async {
            Poller::new(self.client.files().get(&file.id)).await?;
            let request = BatchCreateRequest::new(&file.id, endpoint, COMPLETION_WINDOW);
            self.create(&request).await
        };
        match made.await {
            Ok(batch) => Ok(batch),
            Err(error) => {
                // The failure matters more than the file: it is deleted where that works.
                let _ = self.client.files().delete(&file.id).await;
                Err(error)
            }
        }
    }

    /// Submits the lines, waits for the batch, and gives its results; a line without a result is told as missing. For
    /// batches that are waited for where they are made; else see [`submit`](Self::submit).
    ///
    /// # Errors
    /// Those of [`submit`](Self::submit), and [`ErrorKind::Job`](crate::ErrorKind::Job) where the batch fails, with the
    /// [`PollError`](crate::PollError) as source.
    pub async fn run<T: DeserializeOwned + Send + 'static>(
        &self,
        lines: &mut BatchLines,
    ) -> Result<BatchResults<T>, Error> {
        let batch = self.submit(lines).await?;
        let batch = self.wait(&batch.id).await?;
        Ok(self.results(&batch).expecting(lines.ids()))
    }

    /// Makes a batch of a file that was uploaded. `Batch_Create`.
    pub fn create(&self, request: &BatchCreateRequest) -> RequestBuilder<Json<Batch>> {
        self.client.batch().create(request)
    }

    /// What is known of a batch. `Batch_Get`.
    pub fn get(&self, batch_id: impl AsRef<str>) -> RequestBuilder<Json<Batch>> {
        self.client.batch().get(batch_id)
    }

    /// All batches, or those that the options choose. Their `limit` is the size of a page. `Batch_List`.
    pub fn list(&self, options: impl Into<Option<BatchListOptions>>) -> Items<BatchesList> {
        self.client.batch().list(options).items()
    }

    /// Waits until a batch is completed. Changed counts of requests are progress too. Polls after 10 to 120 seconds, for
    /// two days at most, unless set otherwise. Dropping it does not cancel the batch: [`cancel`](Self::cancel) does.
    pub fn wait(&self, batch_id: impl AsRef<str>) -> Poller<Batch> {
        Poller::new(self.get(batch_id))
    }

    /// Begins to cancel a batch, which may take ten minutes; what was done until then has results. `Batch_Cancel`.
    pub fn cancel(&self, batch_id: impl AsRef<str>) -> RequestBuilder<Json<Batch>> {
        self.client.batch().cancel(batch_id)
    }

    /// The results of a batch that is done: completed, or cancelled or expired with a part of them. See [`BatchResults`].
    pub fn results<T: DeserializeOwned + Send + 'static>(&self, batch: &Batch) -> BatchResults<T> {
        BatchResults::new(&self.client, batch)
    }
}
