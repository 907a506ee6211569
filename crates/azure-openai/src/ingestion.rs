//! Ingestion: jobs that bring documents into a search index, and their runs.

mod builder;

use azure_openai_authoring::{
    self as authoring, IngestionJob, IngestionJobList, IngestionJobRun, IngestionJobRunList,
    IngestionJobRunsGetOptions, IngestionJobRunsListOptions, IngestionJobsCreateOptions, IngestionJobsListOptions,
};
use azure_openai_core::paging::Items;
use azure_openai_core::{Error, Json, Poller, RequestBuilder};

use crate::client::Client;
pub use builder::IngestionJobBuilder;

impl Client {
    /// Returns the operations on ingestion jobs and their runs.
    pub fn ingestion(&self) -> Ingestion {
        Ingestion {
            client: self.authoring.clone(),
        }
    }
}

/// Ingestion jobs and their runs, from [`Client::ingestion`](crate::Client::ingestion).
#[derive(Clone, Debug)]
pub struct Ingestion {
    client: authoring::Client,
}

impl Ingestion {
    /// Creates a job under an id of your own: [`IngestionJobBuilder`] makes one. `IngestionJobs_Create`.
    pub fn create(
        &self,
        job_id: impl AsRef<str>,
        job: &IngestionJob,
        options: impl Into<Option<IngestionJobsCreateOptions>>,
    ) -> RequestBuilder<Json<IngestionJob>> {
        self.client.ingestion_jobs().create(job_id, job, options)
    }

    /// Gets a job. `IngestionJobs_Get`.
    pub fn get(&self, job_id: impl AsRef<str>) -> RequestBuilder<Json<IngestionJob>> {
        self.client.ingestion_jobs().get(job_id)
    }

    /// Lists all jobs. `IngestionJobs_List`.
    pub fn list(&self) -> Items<IngestionJobList> {
        self.list_with(IngestionJobsListOptions::new())
    }

    /// Lists the jobs that the options choose. `IngestionJobs_List`.
    pub fn list_with(&self, options: IngestionJobsListOptions) -> Items<IngestionJobList> {
        self.client.ingestion_jobs().list(options).items()
    }

    /// Lists all runs of a job. `IngestionJobRuns_List`.
    pub fn runs(&self, job_id: impl AsRef<str>) -> Items<IngestionJobRunList> {
        self.runs_with(job_id, IngestionJobRunsListOptions::new())
    }

    /// Lists the runs of a job that the options choose. `IngestionJobRuns_List`.
    pub fn runs_with(
        &self,
        job_id: impl AsRef<str>,
        options: IngestionJobRunsListOptions,
    ) -> Items<IngestionJobRunList> {
        self.client.ingestion_job_runs().list(job_id, options).items()
    }

    /// Gets the newest run of a job; `None` before the first. `IngestionJobRuns_List`.
    ///
    /// # Errors
    /// Any [`Error`] of a request.
    pub async fn latest_run(&self, job_id: impl AsRef<str>) -> Result<Option<IngestionJobRun>, Error> {
        let mut runs = self.runs(job_id);
        let mut latest = None;
        while let Some(run) = runs.next().await {
            latest = Some(run?);
        }
        Ok(latest)
    }

    /// Waits until a run has succeeded; its [stages](IngestionJobRun::stages) are progress. Polls every 5 to 60
    /// seconds, for at most three days, unless set otherwise.
    pub fn wait_for_run(
        &self,
        job_id: impl AsRef<str>,
        run_id: impl AsRef<str>,
        options: impl Into<Option<IngestionJobRunsGetOptions>>,
    ) -> Poller<IngestionJobRun> {
        Poller::new(self.client.ingestion_job_runs().get(job_id, run_id, options))
    }
}
