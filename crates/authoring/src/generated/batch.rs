// Made by `cargo xtask codegen` from specs/authoring/swagger.yaml: Azure OpenAI API version 2025-03-01-preview.
// Do not edit: change the overlay or the generator, and run it again.

//! `Batch`: The operations `Batch_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Timestamp, Value,
};
use std::collections::BTreeMap;
use super::shared::{FileExpiresAfter, TypeDiscriminator};

/// The operations `Batch_*`.
#[derive(Clone, Debug)]
pub struct BatchClient {
    pub(super) pipeline: Pipeline,
}

impl BatchClient {
    /// Gets a list of all batches owned by the Azure OpenAI resource.
    ///
    /// `Batch_List`: `GET /batches`.
    ///
    /// # Response headers
    /// - `deployment-enqueued-tokens`: Sum of enqueued tokens of all jobs that target to the deployment.
    /// - `deployment-maximum-enqueued-tokens`: Maximum enqueued tokens of the deployment.
    ///
    /// # Arguments
    /// - `options`: the optional parameters; `None` for none
    pub fn list(
        &self,
        options: impl Into<Option<BatchListOptions>>,
    ) -> RequestBuilder<Json<BatchesList>> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(BATCH_LIST)
            .query("after", options.after.as_ref())
            .query("limit", options.limit.as_ref())
            .query("$filter", options.filter.as_ref())
            .query("$orderby", options.orderby.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Creates and executes a batch from an uploaded file of requests.
    /// Response includes details of the enqueued job including job status.
    /// The ID of the result file is added to the response once complete.
    ///
    /// `Batch_Create`: `POST /batches`.
    ///
    /// # Arguments
    /// - `request`: The specification of the batch to create and execute.
    pub fn create(&self, request: &BatchCreateRequest) -> RequestBuilder<Json<Batch>> {
        let call = Request::new(BATCH_CREATE).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Gets details for a single batch specified by the given batch-id.
    ///
    /// `Batch_Get`: `GET /batches/{batch-id}`.
    ///
    /// # Arguments
    /// - `batch_id`: The identifier of the batch.
    pub fn get(&self, batch_id: impl AsRef<str>) -> RequestBuilder<Json<Batch>> {
        let call = Request::new(BATCH_GET).path("batch-id", batch_id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Cancels the processing of the batch specified by the given batch-id.
    ///
    /// `Batch_Cancel`: `POST /batches/{batch-id}/cancel`.
    ///
    /// # Arguments
    /// - `batch_id`: The identifier of the batch.
    pub fn cancel(&self, batch_id: impl AsRef<str>) -> RequestBuilder<Json<Batch>> {
        let call = Request::new(BATCH_CANCEL).path("batch-id", batch_id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }
}

/// Optional parameters of `Batch_List`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BatchListOptions {
    /// Identifier for the last event from the previous pagination request.
    pub after: Option<String>,
    /// Number of batches to retrieve. Defaults to 20.
    ///
    /// Default of the server: `20`.
    pub limit: Option<i32>,
    /// The OData expression to describe the filtering conditions.
    ///
    /// Serialized as `$filter`.
    pub filter: Option<String>,
    /// The OData expression to describe the sorting order.
    ///
    /// Serialized as `$orderby`.
    pub orderby: Option<String>,
}

impl BatchListOptions {
    /// Creates options with every field unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::after`].
    #[must_use]
    pub fn with_after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }

    /// Sets [`Self::limit`].
    #[must_use]
    pub fn with_limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets [`Self::filter`].
    #[must_use]
    pub fn with_filter(mut self, filter: impl Into<String>) -> Self {
        self.filter = Some(filter.into());
        self
    }

    /// Sets [`Self::orderby`].
    #[must_use]
    pub fn with_orderby(mut self, orderby: impl Into<String>) -> Self {
        self.orderby = Some(orderby.into());
        self
    }
}

pub(super) const BATCH_LIST: &Operation = &Operation::new(
    "Batch_List",
    Method::GET,
    "/batches",
);

pub(super) const BATCH_CREATE: &Operation = &Operation::new(
    "Batch_Create",
    Method::POST,
    "/batches",
);

pub(super) const BATCH_GET: &Operation = &Operation::new(
    "Batch_Get",
    Method::GET,
    "/batches/{batch-id}",
);

pub(super) const BATCH_CANCEL: &Operation = &Operation::new(
        "Batch_Cancel",
        Method::POST,
        "/batches/{batch-id}/cancel",
    )
    .idempotent();

/// Defines the values of a batch.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Batch {
    /// The identity of this item.
    pub id: String,
    /// Defines the type of an object.
    pub object: Option<TypeDiscriminator>,
    /// The API endpoint used by the batch.
    ///
    /// Set by the service.
    pub endpoint: Option<String>,
    /// For batches that have failed, this will contain more information on the cause of the failures.
    pub errors: Option<BatchErrors>,
    /// The ID of the input file for the batch.
    ///
    /// Not empty.
    pub input_file_id: String,
    /// The time frame within which the batch should be processed.
    pub completion_window: Option<String>,
    /// The status of a batch.
    pub status: Option<BatchStatus>,
    /// The ID of the file containing outputs of successfully executed requests.
    pub output_file_id: Option<String>,
    /// The ID of the file containing outputs of requests with errors.
    pub error_file_id: Option<String>,
    /// A timestamp when this batch was created (in unix epochs).
    ///
    /// Set by the service.
    pub created_at: Option<Timestamp>,
    /// A timestamp when this batch started progressing (in unix epochs).
    ///
    /// Set by the service.
    pub in_progress_at: Option<Timestamp>,
    /// A timestamp when this batch will expire (in unix epochs).
    ///
    /// Set by the service.
    pub expires_at: Option<Timestamp>,
    /// A timestamp when this batch started finalizing (in unix epochs).
    ///
    /// Set by the service.
    pub finalizing_at: Option<Timestamp>,
    /// A timestamp when this batch was completed (in unix epochs).
    ///
    /// Set by the service.
    pub completed_at: Option<Timestamp>,
    /// A timestamp when this batch failed (in unix epochs).
    ///
    /// Set by the service.
    pub failed_at: Option<Timestamp>,
    /// A timestamp when this batch expired (in unix epochs).
    ///
    /// Set by the service.
    pub expired_at: Option<Timestamp>,
    /// A timestamp when this batch started cancelling (in unix epochs).
    ///
    /// Set by the service.
    pub cancelling_at: Option<Timestamp>,
    /// A timestamp when this batch was cancelled (in unix epochs).
    ///
    /// Set by the service.
    pub cancelled_at: Option<Timestamp>,
    /// The request counts for different statuses within the batch.
    pub request_counts: Option<BatchRequestCounts>,
    /// A set of key-value pairs that can be attached to the batch. This can be useful for storing additional infomration about the batch in a structured format.
    pub metadata: BTreeMap<String, String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Batch, response { "id" => id : required, "object" => object : optional, "endpoint" =>
    endpoint : optional, "errors" => errors : optional, "input_file_id" => input_file_id
    : required, "completion_window" => completion_window : optional, "status" => status :
    optional, "output_file_id" => output_file_id : optional, "error_file_id" =>
    error_file_id : optional, "created_at" => created_at : optional, "in_progress_at" =>
    in_progress_at : optional, "expires_at" => expires_at : optional, "finalizing_at" =>
    finalizing_at : optional, "completed_at" => completed_at : optional, "failed_at" =>
    failed_at : optional, "expired_at" => expired_at : optional, "cancelling_at" =>
    cancelling_at : optional, "cancelled_at" => cancelled_at : optional, "request_counts"
    => request_counts : optional, "metadata" => metadata : collection, }
);

impl Batch {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: Default::default(),
            object: None,
            endpoint: None,
            errors: None,
            input_file_id: Default::default(),
            completion_window: None,
            status: None,
            output_file_id: None,
            error_file_id: None,
            created_at: None,
            in_progress_at: None,
            expires_at: None,
            finalizing_at: None,
            completed_at: None,
            failed_at: None,
            expired_at: None,
            cancelling_at: None,
            cancelled_at: None,
            request_counts: None,
            metadata: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::object`].
    #[must_use]
    pub fn with_object(mut self, object: impl Into<TypeDiscriminator>) -> Self {
        self.object = Some(object.into());
        self
    }

    /// Sets [`Self::endpoint`].
    #[must_use]
    pub fn with_endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.endpoint = Some(endpoint.into());
        self
    }

    /// Sets [`Self::errors`].
    #[must_use]
    pub fn with_errors(mut self, errors: impl Into<BatchErrors>) -> Self {
        self.errors = Some(errors.into());
        self
    }

    /// Sets [`Self::input_file_id`].
    #[must_use]
    pub fn with_input_file_id(mut self, input_file_id: impl Into<String>) -> Self {
        self.input_file_id = input_file_id.into();
        self
    }

    /// Sets [`Self::completion_window`].
    #[must_use]
    pub fn with_completion_window(
        mut self,
        completion_window: impl Into<String>,
    ) -> Self {
        self.completion_window = Some(completion_window.into());
        self
    }

    /// Sets [`Self::status`].
    #[must_use]
    pub fn with_status(mut self, status: impl Into<BatchStatus>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Sets [`Self::output_file_id`].
    #[must_use]
    pub fn with_output_file_id(mut self, output_file_id: impl Into<String>) -> Self {
        self.output_file_id = Some(output_file_id.into());
        self
    }

    /// Sets [`Self::error_file_id`].
    #[must_use]
    pub fn with_error_file_id(mut self, error_file_id: impl Into<String>) -> Self {
        self.error_file_id = Some(error_file_id.into());
        self
    }

    /// Sets [`Self::created_at`].
    #[must_use]
    pub fn with_created_at(mut self, created_at: impl Into<Timestamp>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }

    /// Sets [`Self::in_progress_at`].
    #[must_use]
    pub fn with_in_progress_at(mut self, in_progress_at: impl Into<Timestamp>) -> Self {
        self.in_progress_at = Some(in_progress_at.into());
        self
    }

    /// Sets [`Self::expires_at`].
    #[must_use]
    pub fn with_expires_at(mut self, expires_at: impl Into<Timestamp>) -> Self {
        self.expires_at = Some(expires_at.into());
        self
    }

    /// Sets [`Self::finalizing_at`].
    #[must_use]
    pub fn with_finalizing_at(mut self, finalizing_at: impl Into<Timestamp>) -> Self {
        self.finalizing_at = Some(finalizing_at.into());
        self
    }

    /// Sets [`Self::completed_at`].
    #[must_use]
    pub fn with_completed_at(mut self, completed_at: impl Into<Timestamp>) -> Self {
        self.completed_at = Some(completed_at.into());
        self
    }

    /// Sets [`Self::failed_at`].
    #[must_use]
    pub fn with_failed_at(mut self, failed_at: impl Into<Timestamp>) -> Self {
        self.failed_at = Some(failed_at.into());
        self
    }

    /// Sets [`Self::expired_at`].
    #[must_use]
    pub fn with_expired_at(mut self, expired_at: impl Into<Timestamp>) -> Self {
        self.expired_at = Some(expired_at.into());
        self
    }

    /// Sets [`Self::cancelling_at`].
    #[must_use]
    pub fn with_cancelling_at(mut self, cancelling_at: impl Into<Timestamp>) -> Self {
        self.cancelling_at = Some(cancelling_at.into());
        self
    }

    /// Sets [`Self::cancelled_at`].
    #[must_use]
    pub fn with_cancelled_at(mut self, cancelled_at: impl Into<Timestamp>) -> Self {
        self.cancelled_at = Some(cancelled_at.into());
        self
    }

    /// Sets [`Self::request_counts`].
    #[must_use]
    pub fn with_request_counts(
        mut self,
        request_counts: impl Into<BatchRequestCounts>,
    ) -> Self {
        self.request_counts = Some(request_counts.into());
        self
    }

    /// Sets [`Self::metadata`].
    #[must_use]
    pub fn with_metadata(
        mut self,
        metadata: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.metadata = self
            .extra
            .set(
                "metadata",
                metadata
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.into()))
                    .collect(),
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

impl Default for Batch {
    fn default() -> Self {
        Self::new()
    }
}

/// Defines the request to create a batch.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BatchCreateRequest {
    /// The ID if the input file for the batch.
    ///
    /// Not empty.
    pub input_file_id: String,
    /// The API endpoint used by the batch.
    pub endpoint: String,
    /// The time frame within which the batch should be processed.
    pub completion_window: String,
    /// A set of key-value pairs that can be attached to the batch. This can be useful for storing additional infomration about the batch in a structured format.
    pub metadata: BTreeMap<String, String>,
    /// Gets or sets the expiration for the output and error files relative to create time.
    pub output_expires_after: Option<FileExpiresAfter>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    BatchCreateRequest, sent { "input_file_id" => input_file_id : required, "endpoint" =>
    endpoint : required, "completion_window" => completion_window : required, "metadata"
    => metadata : collection, "output_expires_after" => output_expires_after : optional,
    }
);

impl BatchCreateRequest {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(
        input_file_id: impl Into<String>,
        endpoint: impl Into<String>,
        completion_window: impl Into<String>,
    ) -> Self {
        Self {
            input_file_id: input_file_id.into(),
            endpoint: endpoint.into(),
            completion_window: completion_window.into(),
            metadata: Default::default(),
            output_expires_after: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::metadata`].
    #[must_use]
    pub fn with_metadata(
        mut self,
        metadata: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.metadata = self
            .extra
            .set(
                "metadata",
                metadata
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.into()))
                    .collect(),
            );
        self
    }

    /// Sets [`Self::output_expires_after`].
    #[must_use]
    pub fn with_output_expires_after(
        mut self,
        output_expires_after: impl Into<FileExpiresAfter>,
    ) -> Self {
        self.output_expires_after = Some(output_expires_after.into());
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

/// Error information for a failure in batch.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BatchErrorData {
    /// An error code identifying the error type.
    pub code: Option<String>,
    /// A human-readable message providing more details about the error.
    pub message: Option<String>,
    /// The name of the parameter that caused the error, if applicable (can be null).
    pub param: Option<String>,
    /// The line number of the input file where the error occurred, if applicable (can be null).
    pub line: Option<BatchErrorLine>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    BatchErrorData { "code" => code : optional, "message" => message : optional, "param"
    => param : optional, "line" => line : optional, }
);

impl BatchErrorData {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            code: None,
            message: None,
            param: None,
            line: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::code`].
    #[must_use]
    pub fn with_code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Sets [`Self::message`].
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Sets [`Self::param`].
    #[must_use]
    pub fn with_param(mut self, param: impl Into<String>) -> Self {
        self.param = Some(param.into());
        self
    }

    /// Sets [`Self::line`].
    #[must_use]
    pub fn with_line(mut self, line: impl Into<BatchErrorLine>) -> Self {
        self.line = Some(line.into());
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

impl Default for BatchErrorData {
    fn default() -> Self {
        Self::new()
    }
}

/// For batches that have failed, this will contain more information on the cause of the failures.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BatchErrors {
    /// The type of the errors object. This is always "list".
    pub object: Option<String>,
    /// The errors.
    pub data: Vec<BatchErrorData>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    BatchErrors { "object" => object : optional, "data" => data : collection, }
);

impl BatchErrors {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: None,
            data: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::object`].
    #[must_use]
    pub fn with_object(mut self, object: impl Into<String>) -> Self {
        self.object = Some(object.into());
        self
    }

    /// Sets [`Self::data`].
    #[must_use]
    pub fn with_data(
        mut self,
        data: impl IntoIterator<Item = impl Into<BatchErrorData>>,
    ) -> Self {
        self.data = self.extra.set("data", data.into_iter().map(Into::into).collect());
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

impl Default for BatchErrors {
    fn default() -> Self {
        Self::new()
    }
}

/// The request counts for different statuses within the batch.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BatchRequestCounts {
    /// The total number of requests in the batch.
    pub total: Option<i64>,
    /// The number of requests in the batch that have been completed successfully.
    pub completed: Option<i64>,
    /// The number of requests in the batch that have failed.
    pub failed: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    BatchRequestCounts { "total" => total : optional, "completed" => completed :
    optional, "failed" => failed : optional, }
);

impl BatchRequestCounts {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            total: None,
            completed: None,
            failed: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::total`].
    #[must_use]
    pub fn with_total(mut self, total: i64) -> Self {
        self.total = Some(total);
        self
    }

    /// Sets [`Self::completed`].
    #[must_use]
    pub fn with_completed(mut self, completed: i64) -> Self {
        self.completed = Some(completed);
        self
    }

    /// Sets [`Self::failed`].
    #[must_use]
    pub fn with_failed(mut self, failed: i64) -> Self {
        self.failed = Some(failed);
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

impl Default for BatchRequestCounts {
    fn default() -> Self {
        Self::new()
    }
}

/// The status of a batch.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum BatchStatus {
    /// The input file is being validated before the batch can begin.
    ///
    /// Serialized as `validating`.
    Validating,
    /// The input file has failed the validation process.
    ///
    /// Serialized as `failed`.
    Failed,
    /// The input file was successfully validated and the batch is currently being executed.
    ///
    /// Serialized as `in_progress`.
    InProgress,
    /// The batch has completed and the results are being prepared.
    ///
    /// Serialized as `finalizing`.
    Finalizing,
    /// The batch has been completed and the results are ready.
    ///
    /// Serialized as `completed`.
    Completed,
    /// The batch was not able to complete within the 24-hour time window.
    ///
    /// Serialized as `expired`.
    Expired,
    /// Cancellation of the batch has been initiated.
    ///
    /// Serialized as `cancelling`.
    Cancelling,
    /// The batch was cancelled.
    ///
    /// Serialized as `cancelled`.
    Cancelled,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    BatchStatus { Validating = "validating", Failed = "failed", InProgress =
    "in_progress", Finalizing = "finalizing", Completed = "completed", Expired =
    "expired", Cancelling = "cancelling", Cancelled = "cancelled", }
);

/// Represents a list of batches.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BatchesList {
    /// Defines the type of an object.
    pub object: Option<TypeDiscriminator>,
    /// The list of items.
    pub data: Vec<Batch>,
    /// The id of the first batch in the list of batches returned.
    pub first_id: Option<String>,
    /// The id of the last batch in the list of batches returned.
    pub last_id: Option<String>,
    /// A value indicating whether the list contains more elements than returned.
    pub has_more: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    BatchesList, response { "object" => object : optional, "data" => data : required,
    "first_id" => first_id : optional, "last_id" => last_id : optional, "has_more" =>
    has_more : optional, }
);

impl BatchesList {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: None,
            data: Default::default(),
            first_id: None,
            last_id: None,
            has_more: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::object`].
    #[must_use]
    pub fn with_object(mut self, object: impl Into<TypeDiscriminator>) -> Self {
        self.object = Some(object.into());
        self
    }

    /// Sets [`Self::data`].
    #[must_use]
    pub fn with_data(
        mut self,
        data: impl IntoIterator<Item = impl Into<Batch>>,
    ) -> Self {
        self.data = data.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::first_id`].
    #[must_use]
    pub fn with_first_id(mut self, first_id: impl Into<String>) -> Self {
        self.first_id = Some(first_id.into());
        self
    }

    /// Sets [`Self::last_id`].
    #[must_use]
    pub fn with_last_id(mut self, last_id: impl Into<String>) -> Self {
        self.last_id = Some(last_id.into());
        self
    }

    /// Sets [`Self::has_more`].
    #[must_use]
    pub fn with_has_more(mut self, has_more: bool) -> Self {
        self.has_more = Some(has_more);
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

impl Default for BatchesList {
    fn default() -> Self {
        Self::new()
    }
}

/// The line number of the input file where the error occurred, if applicable (can be null).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BatchErrorLine {
    /// Integer.
    Integer(i64),
    /// String.
    String(String),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(BatchErrorLine { Integer(i64), String(String), });

impl From<i64> for BatchErrorLine {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for BatchErrorLine {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for BatchErrorLine {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}
