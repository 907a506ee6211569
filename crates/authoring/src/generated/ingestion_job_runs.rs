// Made by `cargo xtask codegen` from specs/authoring/swagger.yaml: Azure OpenAI API version 2025-03-01-preview.
// Do not edit: change the overlay or the generator, and run it again.

//! `IngestionJobRuns`: The operations `IngestionJobRuns_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Secret, Value,
};

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

/// Optional parameters of `IngestionJobRuns_List`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct IngestionJobRunsListOptions {
    /// The token used to access the workspace (needed only for user compute jobs).
    ///
    /// Serialized as `mgmt-user-token`.
    pub mgmt_user_token: Option<Secret>,
}

impl IngestionJobRunsListOptions {
    /// Creates options with every field unset.
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

/// Optional parameters of `IngestionJobRuns_Get`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct IngestionJobRunsGetOptions {
    /// The token used to access the workspace (needed only for user compute jobs).
    ///
    /// Serialized as `mgmt-user-token`.
    pub mgmt_user_token: Option<Secret>,
}

impl IngestionJobRunsGetOptions {
    /// Creates options with every field unset.
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
    )
    .without_v1();

pub(super) const INGESTION_JOB_RUNS_GET: &Operation = &Operation::new(
        "IngestionJobRuns_Get",
        Method::GET,
        "/ingestion/jobs/{job-id}/runs/{run-id}",
    )
    .without_v1();

/// The details of the ingestion error
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IngestionError {
    /// Message.
    pub message: Option<String>,
    /// Inner errors.
    ///
    /// Serialized as `innerErrors`.
    pub inner_errors: Vec<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    IngestionError { "message" => message : optional, "innerErrors" => inner_errors :
    collection, }
);

impl IngestionError {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            inner_errors: Default::default(),
            extra: Extra::default(),
        }
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
        self.inner_errors = self
            .extra
            .set("innerErrors", inner_errors.into_iter().map(Into::into).collect());
        self
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

impl Default for IngestionError {
    fn default() -> Self {
        Self::new()
    }
}

/// Ingestion job progress.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IngestionJobProgress {
    /// Stage progress.
    ///
    /// Serialized as `stageProgress`.
    pub stage_progress: Vec<IngestionJobStageProgress>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    IngestionJobProgress { "stageProgress" => stage_progress : required, }
);

impl IngestionJobProgress {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            stage_progress: Default::default(),
            extra: Extra::default(),
        }
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

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

impl Default for IngestionJobProgress {
    fn default() -> Self {
        Self::new()
    }
}

/// The details of a job run
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IngestionJobRun {
    /// Job id.
    ///
    /// Serialized as `jobId`.
    pub job_id: Option<String>,
    /// Run id.
    ///
    /// Serialized as `runId`.
    pub run_id: Option<String>,
    /// The state of a job or item.
    pub status: Option<OperationState>,
    /// The details of the ingestion error
    pub error: Option<IngestionError>,
    /// Warnings.
    pub warnings: Vec<String>,
    /// Progress.
    pub progress: Option<IngestionJobProgress>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    IngestionJobRun, response { "jobId" => job_id : optional, "runId" => run_id :
    optional, "status" => status : optional, "error" => error : optional, "warnings" =>
    warnings : collection, "progress" => progress : optional, }
);

impl IngestionJobRun {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            job_id: None,
            run_id: None,
            status: None,
            error: None,
            warnings: Default::default(),
            progress: None,
            extra: Extra::default(),
        }
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
        self.warnings = self
            .extra
            .set("warnings", warnings.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::progress`].
    #[must_use]
    pub fn with_progress(mut self, progress: impl Into<IngestionJobProgress>) -> Self {
        self.progress = Some(progress.into());
        self
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

impl Default for IngestionJobRun {
    fn default() -> Self {
        Self::new()
    }
}

/// Represents a list of ingestion job runs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IngestionJobRunList {
    /// The link to the next page.
    ///
    /// Serialized as `nextLink`.
    pub next_link: Option<String>,
    /// The list of items.
    pub value: Vec<IngestionJobRun>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    IngestionJobRunList, response { "nextLink" => next_link : optional, "value" => value
    : required, }
);

impl IngestionJobRunList {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            next_link: None,
            value: Default::default(),
            extra: Extra::default(),
        }
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

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

impl Default for IngestionJobRunList {
    fn default() -> Self {
        Self::new()
    }
}

/// Ingestion job stage progress.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IngestionJobStageProgress {
    /// Name.
    pub name: Option<String>,
    /// Total items.
    ///
    /// Serialized as `totalItems`.
    pub total_items: Option<i32>,
    /// Processed items.
    ///
    /// Serialized as `processedItems`.
    pub processed_items: Option<i32>,
    /// The state of a job or item.
    pub state: Option<OperationState>,
    /// Sub stage progress.
    ///
    /// Serialized as `subStageProgress`.
    pub sub_stage_progress: Vec<IngestionJobStageProgress>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    IngestionJobStageProgress { "name" => name : optional, "totalItems" => total_items :
    optional, "processedItems" => processed_items : optional, "state" => state :
    optional, "subStageProgress" => sub_stage_progress : collection, }
);

impl IngestionJobStageProgress {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            total_items: None,
            processed_items: None,
            state: None,
            sub_stage_progress: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`Self::total_items`].
    #[must_use]
    pub fn with_total_items(mut self, total_items: i32) -> Self {
        self.total_items = Some(total_items);
        self
    }

    /// Sets [`Self::processed_items`].
    #[must_use]
    pub fn with_processed_items(mut self, processed_items: i32) -> Self {
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
        self.sub_stage_progress = self
            .extra
            .set(
                "subStageProgress",
                sub_stage_progress.into_iter().map(Into::into).collect(),
            );
        self
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

impl Default for IngestionJobStageProgress {
    fn default() -> Self {
        Self::new()
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
    /// Serialized as `notRunning`.
    NotRunning,
    /// The operation has started to be processed.
    ///
    /// Serialized as `running`.
    Running,
    /// The operation has successfully be processed and is ready for consumption.
    ///
    /// Serialized as `succeeded`.
    Succeeded,
    /// The operation has completed processing with a failure and cannot be further consumed.
    ///
    /// Serialized as `failed`.
    Failed,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    OperationState { NotRunning = "notRunning", Running = "running", Succeeded =
    "succeeded", Failed = "failed", }
);
