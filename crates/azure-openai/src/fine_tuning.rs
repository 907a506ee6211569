//! Fine-tuning: jobs, their events, and their metrics.

mod check;
mod follow;
mod metrics;

use azure_openai_authoring::{
    self as authoring, FineTuningGetCheckpointsOptions, FineTuningGetEventsOptions, FineTuningJob,
    FineTuningJobCheckpointList, FineTuningJobCreation, FineTuningJobEventList, FineTuningJobList,
    FineTuningListOptions,
};
use azure_openai_core::paging::Items;
use azure_openai_core::{Error, Json, NoContent, Poller, RequestBuilder};

use crate::client::Client;

pub use check::{TrainingProblem, TrainingReport};
pub use follow::{TrainingUpdate, TrainingUpdates};
pub use metrics::{TrainingMetrics, TrainingStep};

/// A result file has a row per step; a larger one is not a result file.
const MAX_RESULT_FILE_BYTES: usize = 64 * 1024 * 1024;

impl Client {
    /// Returns the operations on fine-tuning jobs, their events and metrics.
    pub fn fine_tuning(&self) -> FineTuning {
        FineTuning {
            client: self.authoring.clone(),
        }
    }
}

/// Fine-tuning jobs, from [`Client::fine_tuning`](crate::Client::fine_tuning).
///
/// ```no_run
/// # use azure_openai::{Client, Error, authoring::FineTuningJobCreation, fine_tuning::TrainingUpdate};
/// # async fn run(client: Client, file_id: String) -> Result<(), Error> {
/// let fine_tuning = client.fine_tuning();
/// let job = fine_tuning.create(&FineTuningJobCreation::new("gpt-4o-mini", file_id)).await?;
/// let mut updates = fine_tuning.follow(&job.id);
/// while let Some(update) = updates.next().await {
///     match update? {
///         TrainingUpdate::Event(event) => println!("{}", event.message),
///         TrainingUpdate::Job(job) => println!("{:?} {:?}", job.status, job.fine_tuned_model),
///         _ => {}
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct FineTuning {
    client: authoring::Client,
}

impl FineTuning {
    /// Creates a job. `FineTuning_Create`.
    pub fn create(&self, job: &FineTuningJobCreation) -> RequestBuilder<Json<FineTuningJob>> {
        self.client.fine_tuning().create(job)
    }

    /// Gets a job. `FineTuning_Get`.
    pub fn get(&self, job_id: impl AsRef<str>) -> RequestBuilder<Json<FineTuningJob>> {
        self.client.fine_tuning().get(job_id)
    }

    /// Lists all jobs. `FineTuning_List`.
    pub fn list(&self) -> Items<FineTuningJobList> {
        self.list_with(FineTuningListOptions::new())
    }

    /// Lists the jobs that the options choose. Their `limit` is the size of a page. `FineTuning_List`.
    pub fn list_with(&self, options: FineTuningListOptions) -> Items<FineTuningJobList> {
        self.client.fine_tuning().list(options).items()
    }

    /// Lists the events of a job, in the service's order. `FineTuning_GetEvents`.
    pub fn events(&self, job_id: impl AsRef<str>) -> Items<FineTuningJobEventList> {
        self.events_with(job_id, FineTuningGetEventsOptions::new())
    }

    /// Lists the events that the options choose, in the service's order. `FineTuning_GetEvents`.
    pub fn events_with(
        &self,
        job_id: impl AsRef<str>,
        options: FineTuningGetEventsOptions,
    ) -> Items<FineTuningJobEventList> {
        self.client.fine_tuning().get_events(job_id, options).items()
    }

    /// Lists the checkpoints of a job. `FineTuning_GetCheckpoints`.
    pub fn checkpoints(&self, job_id: impl AsRef<str>) -> Items<FineTuningJobCheckpointList> {
        self.checkpoints_with(job_id, FineTuningGetCheckpointsOptions::new())
    }

    /// Lists the checkpoints that the options choose. `FineTuning_GetCheckpoints`.
    pub fn checkpoints_with(
        &self,
        job_id: impl AsRef<str>,
        options: FineTuningGetCheckpointsOptions,
    ) -> Items<FineTuningJobCheckpointList> {
        self.client.fine_tuning().get_checkpoints(job_id, options).items()
    }

    /// Waits until a job has succeeded. Polls every 10 to 60 seconds, for at most a week, unless set otherwise.
    /// Dropping the poller does not cancel the job: [`cancel`](Self::cancel) does.
    pub fn wait(&self, job_id: impl AsRef<str>) -> Poller<FineTuningJob> {
        Poller::new(self.get(job_id))
    }

    /// Waits as [`wait`](Self::wait) does, and returns what happens on the way: the job each time that it has moved on,
    /// and its events, each once and in the order in which they happened, before the end of the job.
    pub fn follow(&self, job_id: impl AsRef<str>) -> TrainingUpdates {
        let poller = self.wait(job_id.as_ref());
        self.follow_with(job_id, poller)
    }

    /// Follows a job as [`follow`](Self::follow) does, with a poller of the same job that was set up otherwise.
    pub fn follow_with(&self, job_id: impl AsRef<str>, poller: Poller<FineTuningJob>) -> TrainingUpdates {
        follow::follow(self.client.clone(), job_id.as_ref().to_owned(), poller)
    }

    /// Cancels a job. `FineTuning_Cancel`.
    pub fn cancel(&self, job_id: impl AsRef<str>) -> RequestBuilder<Json<FineTuningJob>> {
        self.client.fine_tuning().cancel(job_id)
    }

    /// Deletes a job. `FineTuning_Delete`.
    pub fn delete(&self, job_id: impl AsRef<str>) -> RequestBuilder<NoContent> {
        self.client.fine_tuning().delete(job_id)
    }

    /// Downloads the metrics of a finished job, from its result files in order.
    ///
    /// # Errors
    /// Any [`Error`] of a request; [`InvalidRequest`](crate::ErrorKind::InvalidRequest) where the job has no result
    /// file, [`Decode`](crate::ErrorKind::Decode) where a file is not a result file.
    pub async fn metrics(&self, job: &FineTuningJob) -> Result<TrainingMetrics, Error> {
        if job.result_files.is_empty() {
            return Err(Error::invalid_request(
                "the job has no result file: get the job again once it has succeeded",
            ));
        }
        let mut all = TrainingMetrics::default();
        for file_id in &job.result_files {
            let content = self.client.files().get_content(file_id).await?;
            let csv = content.into_value().bytes(MAX_RESULT_FILE_BYTES).await?;
            all.steps.extend(TrainingMetrics::from_csv(&csv)?.steps);
        }
        Ok(all)
    }
}
