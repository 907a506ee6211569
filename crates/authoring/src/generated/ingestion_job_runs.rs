// Made by `cargo xtask codegen` from specs/authoring/swagger.yaml: Azure OpenAI API version 2025-03-01-preview.
// Do not edit: change the overlay or the generator, and run it again.

//! `IngestionJobRuns`: The operations `IngestionJobRuns_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Secret, Value,
};
use serde::{Deserialize, Serialize};

/// The operations `IngestionJobRuns_*`.
#[derive(Clone, Debug)]
pub struct IngestionJobRunsClient {
    pub(super) pipeline: Pipeline,
}

impl IngestionJobRunsClient {
    /// Lists the runs of the specified job id.
    ///
    /// `IngestionJobRuns_List`: `GET /ingestion/jobs/{job-id}/runs`.
    ///
    /// # Arguments
    /// - `job_id`: The id of the job.
    /// - `options`: the optional parameters; `None` for none
    pub fn list(
        &self,
        job_id: impl AsRef<str>,
        options: impl Into<Option<IngestionJobRunsListOptions>>,
    ) -> RequestBuilder<Json<IngestionJobRunList>> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(INGESTION_JOB_RUNS_LIST)
            .path("job-id", job_id.as_ref())
            .header("mgmt-user-token", options.mgmt_user_token.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Gets the details of the specified run id as part of the specified job id.
    ///
    /// `IngestionJobRuns_Get`: `GET /ingestion/jobs/{job-id}/runs/{run-id}`.
    ///
    /// # Arguments
    /// - `job_id`: The id of the job.
    /// - `run_id`: The id of the run.
    /// - `options`: the optional parameters; `None` for none
    pub fn get(
        &self,
        job_id: impl AsRef<str>,
        run_id: impl AsRef<str>,
        options: impl Into<Option<IngestionJobRunsGetOptions>>,
    ) -> RequestBuilder<Json<IngestionJobRun>> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(INGESTION_JOB_RUNS_GET)
            .path("job-id", job_id.as_ref())
            .path("run-id", run_id.as_ref())
            .header("mgmt-user-token", options.mgmt_user_token.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }
}

/// What is optional about the call; nothing is sent of what is not set.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct IngestionJobRunsListOptions {
    /// The token used to access the workspace (needed only for user compute jobs).
    ///
    /// On the wire: `mgmt-user-token`.
    pub mgmt_user_token: Option<Secret>,
}

impl IngestionJobRunsListOptions {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::mgmt_user_token`].
    #[must_use]
    pub fn with_mgmt_user_token(mut self, mgmt_user_token: impl Into<Secret>) -> Self {
        self.mgmt_user_token = Some(mgmt_user_token.into());
        self
    }
}

/// What is optional about the call; nothing is sent of what is not set.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct IngestionJobRunsGetOptions {
    /// The token used to access the workspace (needed only for user compute jobs).
    ///
    /// On the wire: `mgmt-user-token`.
    pub mgmt_user_token: Option<Secret>,
}

impl IngestionJobRunsGetOptions {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::mgmt_user_token`].
    #[must_use]
    pub fn with_mgmt_user_token(mut self, mgmt_user_token: impl Into<Secret>) -> Self {
        self.mgmt_user_token = Some(mgmt_user_token.into());
        self
    }
}

pub(super) const INGESTION_JOB_RUNS_LIST: &Operation = &Operation::new(
    "IngestionJobRuns_List",
    Method::GET,
    "/ingestion/jobs/{job-id}/runs",
);

pub(super) const INGESTION_JOB_RUNS_GET: &Operation = &Operation::new(
    "IngestionJobRuns_Get",
    Method::GET,
    "/ingestion/jobs/{job-id}/runs/{run-id}",
);

/// The details of the ingestion error
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IngestionError {
    /// Message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Inner errors.
    ///
    /// On the wire: `innerErrors`.
    #[serde(
        rename = "innerErrors",
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub inner_errors: Vec<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl IngestionError {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::message`].
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Sets [`Self::inner_errors`].
    #[must_use]
    pub fn with_inner_errors(
        mut self,
        inner_errors: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.inner_errors = inner_errors.into_iter().map(Into::into).collect();
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Ingestion job progress.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IngestionJobProgress {
    /// Stage progress.
    ///
    /// On the wire: `stageProgress`.
    #[serde(
        rename = "stageProgress",
        default,
        deserialize_with = "azure_openai_core::decode::or_default"
    )]
    pub stage_progress: Vec<IngestionJobStageProgress>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl IngestionJobProgress {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::stage_progress`].
    #[must_use]
    pub fn with_stage_progress(
        mut self,
        stage_progress: impl IntoIterator<Item = impl Into<IngestionJobStageProgress>>,
    ) -> Self {
        self.stage_progress = stage_progress.into_iter().map(Into::into).collect();
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// The details of a job run
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IngestionJobRun {
    /// Job id.
    ///
    /// On the wire: `jobId`.
    #[serde(rename = "jobId", default, skip_serializing_if = "Option::is_none")]
    pub job_id: Option<String>,
    /// Run id.
    ///
    /// On the wire: `runId`.
    #[serde(rename = "runId", default, skip_serializing_if = "Option::is_none")]
    pub run_id: Option<String>,
    /// The state of a job or item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<OperationState>,
    /// The details of the ingestion error
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<IngestionError>,
    /// Warnings.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub warnings: Vec<String>,
    /// Progress.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<IngestionJobProgress>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl IngestionJobRun {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::job_id`].
    #[must_use]
    pub fn with_job_id(mut self, job_id: impl Into<String>) -> Self {
        self.job_id = Some(job_id.into());
        self
    }

    /// Sets [`Self::run_id`].
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<String>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`Self::status`].
    #[must_use]
    pub fn with_status(mut self, status: impl Into<OperationState>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Sets [`Self::error`].
    #[must_use]
    pub fn with_error(mut self, error: impl Into<IngestionError>) -> Self {
        self.error = Some(error.into());
        self
    }

    /// Sets [`Self::warnings`].
    #[must_use]
    pub fn with_warnings(
        mut self,
        warnings: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.warnings = warnings.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::progress`].
    #[must_use]
    pub fn with_progress(mut self, progress: impl Into<IngestionJobProgress>) -> Self {
        self.progress = Some(progress.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Represents a list of ingestion job runs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IngestionJobRunList {
    /// The link to the next page.
    ///
    /// On the wire: `nextLink`.
    #[serde(rename = "nextLink", default, skip_serializing_if = "Option::is_none")]
    pub next_link: Option<String>,
    /// The list of items.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub value: Vec<IngestionJobRun>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl IngestionJobRunList {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::next_link`].
    #[must_use]
    pub fn with_next_link(mut self, next_link: impl Into<String>) -> Self {
        self.next_link = Some(next_link.into());
        self
    }

    /// Sets [`Self::value`].
    #[must_use]
    pub fn with_value(
        mut self,
        value: impl IntoIterator<Item = impl Into<IngestionJobRun>>,
    ) -> Self {
        self.value = value.into_iter().map(Into::into).collect();
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Ingestion job stage progress.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IngestionJobStageProgress {
    /// Name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Total items.
    ///
    /// On the wire: `totalItems`.
    #[serde(rename = "totalItems", default, skip_serializing_if = "Option::is_none")]
    pub total_items: Option<i64>,
    /// Processed items.
    ///
    /// On the wire: `processedItems`.
    #[serde(rename = "processedItems", default, skip_serializing_if = "Option::is_none")]
    pub processed_items: Option<i64>,
    /// The state of a job or item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<OperationState>,
    /// Sub stage progress.
    ///
    /// On the wire: `subStageProgress`.
    #[serde(
        rename = "subStageProgress",
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub sub_stage_progress: Vec<IngestionJobStageProgress>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl IngestionJobStageProgress {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`Self::total_items`].
    #[must_use]
    pub fn with_total_items(mut self, total_items: i64) -> Self {
        self.total_items = Some(total_items);
        self
    }

    /// Sets [`Self::processed_items`].
    #[must_use]
    pub fn with_processed_items(mut self, processed_items: i64) -> Self {
        self.processed_items = Some(processed_items);
        self
    }

    /// Sets [`Self::state`].
    #[must_use]
    pub fn with_state(mut self, state: impl Into<OperationState>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// Sets [`Self::sub_stage_progress`].
    #[must_use]
    pub fn with_sub_stage_progress(
        mut self,
        sub_stage_progress: impl IntoIterator<
            Item = impl Into<IngestionJobStageProgress>,
        >,
    ) -> Self {
        self.sub_stage_progress = sub_stage_progress
            .into_iter()
            .map(Into::into)
            .collect();
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// The state of a job or item.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum OperationState {
    /// The operation is not yet queued to be processed in the future.
    ///
    /// On the wire: `notRunning`.
    NotRunning,
    /// The operation has started to be processed.
    ///
    /// On the wire: `running`.
    Running,
    /// The operation has successfully be processed and is ready for consumption.
    ///
    /// On the wire: `succeeded`.
    Succeeded,
    /// The operation has completed processing with a failure and cannot be further consumed.
    ///
    /// On the wire: `failed`.
    Failed,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    OperationState { NotRunning = "notRunning", Running = "running", Succeeded =
    "succeeded", Failed = "failed", }
);
