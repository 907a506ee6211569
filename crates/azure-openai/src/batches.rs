//! Batches: from typed requests to typed responses, in sets that survive the process. See [the guide](crate::guide::batches).

mod encoder;
mod failure;
mod find;
mod line;
mod lines;
mod reader;
mod request;
mod results;
mod set;

use std::path::PathBuf;

use azure_openai_authoring::{
    self as authoring, Batch, BatchCreateRequest, BatchListOptions, BatchesList, FilesUploadForm, Purpose,
};
use azure_openai_core::paging::Items;
use azure_openai_core::{Error, FilePart, Json, Poller, RequestBuilder, Response};
use azure_openai_inference::CreateChatCompletionRequest;
use serde::de::DeserializeOwned;

use crate::client::Client;

pub use failure::{BatchFailure, BatchLineError};
pub use line::BatchResult;
pub use lines::BatchLines;
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

/// Batches of the resource, from [`Client::batches`](crate::Client::batches).
///
/// ```no_run
/// # use azure_openai::{Client, Error, inference};
/// # async fn run(client: Client, requests: Vec<inference::CreateChatCompletionRequest>) -> Result<(), Error> {
/// let batches = client.batches();
/// let mut lines = batches.chat_lines("gpt-4o-batch")?;
/// for (number, request) in requests.iter().enumerate() {
///     lines.push(format!("request-{number}"), request)?;
/// }
/// let batch = batches.submit(&mut lines).await?;
/// let batch = batches.wait(&batch.id).await?;
/// let mut results = batches
///     .results::<inference::CreateChatCompletionResponse>(&batch)
///     .with_expected_ids(lines.ids());
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
    /// Returns a builder of a [`BatchSet`] as [`BatchSet::builder`] does, for the endpoint of this client: where that is
    /// [version-less](crate::Endpoint::is_v1), requests get the URLs of it, such as `/v1/chat/completions`.
    pub fn set<R: BatchRequest>(
        &self,
        directory: impl Into<PathBuf>,
        deployment: impl Into<String>,
    ) -> BatchSetBuilder<R> {
        BatchSet::builder(directory, deployment).with_v1(self.client.pipeline().endpoint().is_v1())
    }

    /// Creates lines for chat completions of a batch deployment, whose URLs are those of the client's endpoint:
    /// `/chat/completions`, or `/v1/chat/completions` where it is [version-less](crate::Endpoint::is_v1).
    ///
    /// # Errors
    /// Those of [`BatchLines::new`].
    pub fn chat_lines(&self, deployment: impl Into<String>) -> Result<BatchLines<CreateChatCompletionRequest>, Error> {
        match self.client.pipeline().endpoint().is_v1() {
            true => BatchLines::new("/v1/chat/completions", deployment),
            false => BatchLines::chat(deployment),
        }
    }

    /// Uploads the lines as a file, waits until the file can be used, and creates a batch of it. Where the response to the
    /// creation is lost, the batch is looked for by its input file.
    ///
    /// On failure the input file is deleted again, unless the batch may exist all the same: then the file is in use. Where
    /// the file is left, [`Error::left_behind`] names it. If this is dropped before its end, the file may be left too. What
    /// survives the end of the process is a [`BatchSet`].
    ///
    /// # Errors
    /// Any [`Error`] of a request; [`ErrorKind::Job`](crate::ErrorKind::Job) where the service refuses the file.
    pub async fn submit<R: BatchRequest>(&self, lines: &mut BatchLines<R>) -> Result<Response<Batch>, Error> {
        let part = FilePart::from_path(lines.finish()?).with_file_name(&lines.file_name);
        let form = FilesUploadForm::new(Purpose::Batch, part);
        let file = self.client.files().upload(form).await?;
        if let Err(error) = Poller::new(self.client.files().get(&file.id)).await {
            return Err(self.without_file(&file.id, error.into()).await);
        }
        let mut request = lines.request.clone();
        request.input_file_id.clone_from(&file.id);
        let error = match self.create(&request).await {
            Ok(batch) => return Ok(batch),
            Err(error) => error,
        };
        if !error.may_have_been_processed() {
            return Err(self.without_file(&file.id, error).await);
        }
        match find::batch(&self.client, |batch| batch.input_file_id == file.id).await {
            Ok(Some(batch)) => self.get(&batch.id).await,
            Ok(None) | Err(_) => Err(error.leaving_behind(format!(
                "input file `{}`, in use if the batch was created: look for it in the list of batches",
                file.id
            ))),
        }
    }

    /// Deletes an input file that no batch uses. Where that fails, the error that led to it names the file.
    async fn without_file(&self, file_id: &str, error: Error) -> Error {
        match self.client.files().delete(file_id).await {
            Ok(_) => error,
            Err(_) => error.leaving_behind(format!("input file `{file_id}`, which could not be deleted")),
        }
    }

    /// Submits the lines, waits for the batch, and returns its results; a line without a result is
    /// [`BatchFailure::Missing`]. For batches that are created and waited for in one place; otherwise see
    /// [`submit`](Self::submit).
    ///
    /// # Errors
    /// Those of [`submit`](Self::submit), and [`ErrorKind::Job`](crate::ErrorKind::Job) where the batch fails, with the
    /// [`PollError`](crate::PollError) as source.
    pub async fn run<R: BatchRequest>(&self, lines: &mut BatchLines<R>) -> Result<BatchResults<R::Response>, Error> {
        let batch = self.submit(lines).await?;
        let batch = self.wait(&batch.id).await?;
        Ok(self.results(&batch).with_expected_ids(lines.ids()))
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

    /// Waits until a batch is completed. Changed counts of requests are progress too. Polls every 10 to 120 seconds, for
    /// at most two days, unless set otherwise. Dropping the poller does not cancel the batch: [`cancel`](Self::cancel)
    /// does.
    pub fn wait(&self, batch_id: impl AsRef<str>) -> Poller<Batch> {
        Poller::new(self.get(batch_id))
    }

    /// Cancels a batch, which may take ten minutes; requests that were completed before have results. `Batch_Cancel`.
    pub fn cancel(&self, batch_id: impl AsRef<str>) -> RequestBuilder<Json<Batch>> {
        self.client.batch().cancel(batch_id)
    }

    /// Returns the results of a batch that is completed, or of the completed part of one that is cancelled or expired. See
    /// [`BatchResults`].
    pub fn results<T: DeserializeOwned + Send + 'static>(&self, batch: &Batch) -> BatchResults<T> {
        BatchResults::new(&self.client, batch)
    }
}
