//! Fine-tuning: jobs, what happens in them, and how well the model learns.

mod follow;
mod metrics;

use azure_openai_core::paging::Items;
use azure_openai_core::{Error, ErrorKind, Json, NoContent, Poller, RequestBuilder};

use crate::client::Client;
use azure_openai_authoring::{
    self as authoring, FineTuningGetCheckpointsOptions, FineTuningGetEventsOptions, FineTuningJob,
    FineTuningJobCheckpointList, FineTuningJobCreation, FineTuningJobEventList, FineTuningJobList,
    FineTuningListOptions,
};

pub use follow::{TrainingUpdate, TrainingUpdates};
pub use metrics::{TrainingMetrics, TrainingStep};

/// A result file has a row a step; one larger than this is none.
const RESULT_FILE_LIMIT: usize = 64 * 1024 * 1024;

/// Jobs of fine-tuning: see [`Client::fine_tuning`](crate::Client::fine_tuning).
///
/// ```no_run
/// # use azure_openai::{fine_tuning::TrainingUpdate, Client, Error, authoring::FineTuningJobCreation};
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

impl Client {
    /// Fine-tuning: jobs, what happens in them, their metrics.
    pub fn fine_tuning(&self) -> FineTuning {
        FineTuning::new(self.authoring.clone())
    }
}

impl FineTuning {
    pub(crate) fn new(client: authoring::Client) -> Self {
        Self { client }
    }

    /// Makes a job. `FineTuning_Create`.
    pub fn create(&self, job: &FineTuningJobCreation) -> RequestBuilder<Json<FineTuningJob>> {
        self.client.fine_tuning().create(job)
    }

    /// What is known of a job. `FineTuning_Get`.
    pub fn get(&self, job_id: impl AsRef<str>) -> RequestBuilder<Json<FineTuningJob>> {
        self.client.fine_tuning().get(job_id)
    }

    /// All jobs. The options' `limit` is the size of a page. `FineTuning_List`.
    pub fn list(&self, options: impl Into<Option<FineTuningListOptions>>) -> Items<FineTuningJobList> {
        self.client.fine_tuning().list(options).items()
    }

    /// The events of a job, in the service's order. `FineTuning_GetEvents`.
    pub fn events(
        &self,
        job_id: impl AsRef<str>,
        options: impl Into<Option<FineTuningGetEventsOptions>>,
    ) -> Items<FineTuningJobEventList> {
        self.client.fine_tuning().get_events(job_id, options).items()
    }

    /// The checkpoints of a job. `FineTuning_GetCheckpoints`.
    pub fn checkpoints(
        &self,
        job_id: impl AsRef<str>,
        options: impl Into<Option<FineTuningGetCheckpointsOptions>>,
    ) -> Items<FineTuningJobCheckpointList> {
        self.client.fine_tuning().get_checkpoints(job_id, options).items()
    }

    /// Waits until a job has succeeded. Polls after 10 to 60 seconds, for a week at most, unless set otherwise. Dropping
    /// it does not cancel the job: [`cancel`](Self::cancel) does.
    pub fn wait(&self, job_id: impl AsRef<str>) -> Poller<FineTuningJob> {
        Poller::new(self.get(job_id))
    }

    /// Waits as [`wait`](Self::wait) does, and tells what happens on the way: the job as it moves on, and its events, the
    /// oldest first and each once, before the job's end.
    pub fn follow(&self, job_id: impl AsRef<str>) -> TrainingUpdates {
        let wait = self.wait(job_id.as_ref());
        self.follow_with(job_id, wait)
    }

    /// As [`follow`](Self::follow), with a wait of the same job that was set up otherwise.
    pub fn follow_with(&self, job_id: impl AsRef<str>, wait: Poller<FineTuningJob>) -> TrainingUpdates {
        follow::follow(self.client.clone(), job_id.as_ref().to_owned(), wait)
    }

    /// Cancels a job. `FineTuning_Cancel`.
    pub fn cancel(&self, job_id: impl AsRef<str>) -> RequestBuilder<Json<FineTuningJob>> {
        self.client.fine_tuning().cancel(job_id)
    }

    /// Deletes a job. `FineTuning_Delete`.
    pub fn delete(&self, job_id: impl AsRef<str>) -> RequestBuilder<NoContent> {
        self.client.fine_tuning().delete(job_id)
    }

    /// The metrics of a job that is done, from its result file; of several files, all rows in order.
    ///
    /// # Errors
    /// Those of the call; [`ErrorKind::InvalidRequest`] where the job has no result file,
    /// [`ErrorKind::Decode`] where that is none.
    pub async fn metrics(&self, job: &FineTuningJob) -> Result<TrainingMetrics, Error> {
        if job.result_files.is_empty() {
            return Err(Error::of_kind(
                ErrorKind::InvalidRequest,
                "the job has no result file: ask for the job again once it has succeeded",
            ));
        }
        let mut all = TrainingMetrics::default();
        for file_id in &job.result_files {
            let content = self.client.files().get_content(file_id).await?;
            let csv = content.into_value().bytes(RESULT_FILE_LIMIT).await?;
            all.steps.extend(TrainingMetrics::from_csv(&csv)?.steps);
        }
        Ok(all)
    }
}
