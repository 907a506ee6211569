//! Ingestion.

use azure_openai_core::paging::Items;
use azure_openai_core::{Json, Poller, RequestBuilder};

use azure_openai_authoring::{
    self as authoring, IngestionJob, IngestionJobList, IngestionJobRun, IngestionJobRunList,
    IngestionJobRunsGetOptions, IngestionJobRunsListOptions, IngestionJobsCreateOptions, IngestionJobsListOptions,
};

use crate::client::Client;

/// Ingestion jobs and their runs: see [`Client::ingestion`](crate::Client::ingestion).
#[derive(Clone, Debug)]
pub struct Ingestion {
    client: authoring::Client,
}

impl Client {
    /// Ingestion: jobs and their runs.
    pub fn ingestion(&self) -> Ingestion {
        Ingestion::new(self.authoring.clone())
    }
}

impl Ingestion {
    pub(crate) fn new(client: authoring::Client) -> Self {
        Self { client }
    }

    /// Makes a job, under an id of the caller's. `IngestionJobs_Create`.
    pub fn create(
        &self,
        job_id: impl AsRef<str>,
        job: &IngestionJob,
        options: impl Into<Option<IngestionJobsCreateOptions>>,
    ) -> RequestBuilder<Json<IngestionJob>> {
        self.client.ingestion_jobs().create(job_id, job, options)
    }

    /// What is known of a job. `IngestionJobs_Get`.
    pub fn get(&self, job_id: impl AsRef<str>) -> RequestBuilder<Json<IngestionJob>> {
        self.client.ingestion_jobs().get(job_id)
    }

    /// All jobs. `IngestionJobs_List`.
    pub fn list(&self, options: impl Into<Option<IngestionJobsListOptions>>) -> Items<IngestionJobList> {
        self.client.ingestion_jobs().list(options).items()
    }

    /// All runs of a job. `IngestionJobRuns_List`.
    pub fn runs(
        &self,
        job_id: impl AsRef<str>,
        options: impl Into<Option<IngestionJobRunsListOptions>>,
    ) -> Items<IngestionJobRunList> {
        self.client.ingestion_job_runs().list(job_id, options).items()
    }

    /// Waits until a run is done; its stages are told on the way. Polls after 5 to 60 seconds, for three days at most,
    /// unless set otherwise.
    pub fn wait_for_run(
        &self,
        job_id: impl AsRef<str>,
        run_id: impl AsRef<str>,
        options: impl Into<Option<IngestionJobRunsGetOptions>>,
    ) -> Poller<IngestionJobRun> {
        Poller::new(self.client.ingestion_job_runs().get(job_id, run_id, options))
    }
}
