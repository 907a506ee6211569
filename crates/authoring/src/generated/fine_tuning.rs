// Made by `cargo xtask codegen` from specs/authoring/swagger.yaml: Azure OpenAI API version 2025-03-01-preview.
// Do not edit: change the overlay or the generator, and run it again.

//! `FineTuning`: The operations `FineTuning_*`.

use azure_openai_core::{
    Extra, Json, Method, NoContent, Operation, Pipeline, Request, RequestBuilder,
    Timestamp, Value,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use super::shared::{FineTuningState, TypeDiscriminator};

/// The operations `FineTuning_*`.
#[derive(Clone, Debug)]
pub struct FineTuningClient {
    pub(super) pipeline: Pipeline,
}

impl FineTuningClient {
    /// Gets a list of all fine-tune jobs owned by the Azure OpenAI resource.
    /// The details that are returned for each fine-tune job contain besides its identifier
    /// the base model, training and validation files, hyper parameters, time stamps, status and events.
    /// Events are created when the job status changes, e.g. running or complete, and when results are uploaded.
    ///
    /// `FineTuning_List`: `GET /fine_tuning/jobs`.
    ///
    /// # Arguments
    /// - `options`: the optional parameters; `None` for none
    pub fn list(
        &self,
        options: impl Into<Option<FineTuningListOptions>>,
    ) -> RequestBuilder<Json<FineTuningJobList>> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(FINE_TUNING_LIST)
            .query("after", options.after.as_ref())
            .query("limit", options.limit.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Creates a job that fine-tunes a specified model from a given training file.
    /// Response includes details of the enqueued job including job status and hyper parameters.
    /// The name of the fine-tuned model is added to the response once complete.
    ///
    /// `FineTuning_Create`: `POST /fine_tuning/jobs`.
    ///
    /// # Response headers
    /// - `Location`: The location of the newly created item.
    ///
    /// # Arguments
    /// - `request`: The specification of the fine-tuned model to create.
    ///   Required parameters are the base model and the training file to use.
    ///   Optionally a validation file can be specified to compute validation metrics during training.
    ///   Hyper parameters will be set to default values or can be optionally specified.
    ///   These include batch size, learning rate multiplier, number of epochs and others.
    pub fn create(
        &self,
        request: &FineTuningJobCreation,
    ) -> RequestBuilder<Json<FineTuningJob>> {
        let call = Request::new(FINE_TUNING_CREATE).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Gets details for a single fine-tune job specified by the given fine-tune-id.
    /// The details contain the base model, training and validation files, hyper parameters, time stamps, status and events.
    /// Events are created when the job status changes, e.g. running or complete, and when results are uploaded.
    ///
    /// `FineTuning_Get`: `GET /fine_tuning/jobs/{fine-tuning-job-id}`.
    ///
    /// # Arguments
    /// - `fine_tuning_job_id`: The identifier of the fine-tune job.
    pub fn get(
        &self,
        fine_tuning_job_id: impl AsRef<str>,
    ) -> RequestBuilder<Json<FineTuningJob>> {
        let call = Request::new(FINE_TUNING_GET)
            .path("fine-tuning-job-id", fine_tuning_job_id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Deletes the fine-tune job specified by the given fine-tune-id.
    ///
    /// `FineTuning_Delete`: `DELETE /fine_tuning/jobs/{fine-tuning-job-id}`.
    ///
    /// # Arguments
    /// - `fine_tuning_job_id`: The identifier of the fine-tune job.
    pub fn delete(
        &self,
        fine_tuning_job_id: impl AsRef<str>,
    ) -> RequestBuilder<NoContent> {
        let call = Request::new(FINE_TUNING_DELETE)
            .path("fine-tuning-job-id", fine_tuning_job_id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Cancels the processing of the fine-tune job specified by the given fine-tune-id.
    ///
    /// `FineTuning_Cancel`: `POST /fine_tuning/jobs/{fine-tuning-job-id}/cancel`.
    ///
    /// # Arguments
    /// - `fine_tuning_job_id`: The identifier of the fine-tune job.
    pub fn cancel(
        &self,
        fine_tuning_job_id: impl AsRef<str>,
    ) -> RequestBuilder<Json<FineTuningJob>> {
        let call = Request::new(FINE_TUNING_CANCEL)
            .path("fine-tuning-job-id", fine_tuning_job_id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Gets the checkpoints for the fine-tune job specified by the given fine-tune-id.
    /// Checkpoints are created at the end of successful epochs during training.
    ///
    /// `FineTuning_GetCheckpoints`: `GET /fine_tuning/jobs/{fine-tuning-job-id}/checkpoints`.
    ///
    /// # Arguments
    /// - `fine_tuning_job_id`: The identifier of the fine-tune job.
    /// - `options`: the optional parameters; `None` for none
    pub fn get_checkpoints(
        &self,
        fine_tuning_job_id: impl AsRef<str>,
        options: impl Into<Option<FineTuningGetCheckpointsOptions>>,
    ) -> RequestBuilder<Json<FineTuningJobCheckpointList>> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(FINE_TUNING_GET_CHECKPOINTS)
            .path("fine-tuning-job-id", fine_tuning_job_id.as_ref())
            .query("after", options.after.as_ref())
            .query("limit", options.limit.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Gets the events for the fine-tune job specified by the given fine-tune-id.
    /// Events are created when the job status changes, e.g. running or complete, and when results are uploaded.
    ///
    /// `FineTuning_GetEvents`: `GET /fine_tuning/jobs/{fine-tuning-job-id}/events`.
    ///
    /// # Arguments
    /// - `fine_tuning_job_id`: The identifier of the fine-tune job.
    /// - `options`: the optional parameters; `None` for none
    pub fn get_events(
        &self,
        fine_tuning_job_id: impl AsRef<str>,
        options: impl Into<Option<FineTuningGetEventsOptions>>,
    ) -> RequestBuilder<Json<FineTuningJobEventList>> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(FINE_TUNING_GET_EVENTS)
            .path("fine-tuning-job-id", fine_tuning_job_id.as_ref())
            .query("after", options.after.as_ref())
            .query("limit", options.limit.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }
}

/// What is optional about the call; nothing is sent of what is not set.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FineTuningListOptions {
    /// Identifier for the last event from the previous pagination request.
    pub after: Option<String>,
    /// Number of events to retrieve. Defaults to 20.
    ///
    /// Default of the server: `20`.
    pub limit: Option<i64>,
}

impl FineTuningListOptions {
    /// Nothing set.
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
    pub fn with_limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }
}

/// What is optional about the call; nothing is sent of what is not set.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FineTuningGetCheckpointsOptions {
    /// Identifier for the last checkpoint ID from the previous pagination request.
    pub after: Option<String>,
    /// Number of checkpoints to retrieve. Defaults to 10.
    ///
    /// Default of the server: `10`.
    pub limit: Option<i64>,
}

impl FineTuningGetCheckpointsOptions {
    /// Nothing set.
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
    pub fn with_limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }
}

/// What is optional about the call; nothing is sent of what is not set.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FineTuningGetEventsOptions {
    /// Identifier for the last event from the previous pagination request.
    pub after: Option<String>,
    /// Number of events to retrieve. Defaults to 20.
    ///
    /// Default of the server: `20`.
    pub limit: Option<i64>,
}

impl FineTuningGetEventsOptions {
    /// Nothing set.
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
    pub fn with_limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }
}

pub(super) const FINE_TUNING_LIST: &Operation = &Operation::new(
    "FineTuning_List",
    Method::GET,
    "/fine_tuning/jobs",
);

pub(super) const FINE_TUNING_CREATE: &Operation = &Operation::new(
    "FineTuning_Create",
    Method::POST,
    "/fine_tuning/jobs",
);

pub(super) const FINE_TUNING_GET: &Operation = &Operation::new(
    "FineTuning_Get",
    Method::GET,
    "/fine_tuning/jobs/{fine-tuning-job-id}",
);

pub(super) const FINE_TUNING_DELETE: &Operation = &Operation::new(
    "FineTuning_Delete",
    Method::DELETE,
    "/fine_tuning/jobs/{fine-tuning-job-id}",
);

pub(super) const FINE_TUNING_CANCEL: &Operation = &Operation::new(
        "FineTuning_Cancel",
        Method::POST,
        "/fine_tuning/jobs/{fine-tuning-job-id}/cancel",
    )
    .idempotent();

pub(super) const FINE_TUNING_GET_CHECKPOINTS: &Operation = &Operation::new(
    "FineTuning_GetCheckpoints",
    Method::GET,
    "/fine_tuning/jobs/{fine-tuning-job-id}/checkpoints",
);

pub(super) const FINE_TUNING_GET_EVENTS: &Operation = &Operation::new(
    "FineTuning_GetEvents",
    Method::GET,
    "/fine_tuning/jobs/{fine-tuning-job-id}/events",
);

/// Hyperparameters for DPO method of finetuning
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DpoHyperparamsRequest {
    /// The number of epochs to train the model for. An epoch refers to one full cycle through the training dataset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n_epochs: Option<AutoOrInteger>,
    /// The batch size to use for training. The batch size is the number of training examples used to train a single forward and backward pass.
    /// In general, we've found that larger batch sizes tend to work better for larger datasets.
    /// The default value as well as the maximum value for this property are specific to a base model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch_size: Option<AutoOrInteger>,
    /// The learning rate multiplier to use for training. The fine-tuning learning rate is the original learning rate used for pre-training multiplied by this value.
    /// Larger learning rates tend to perform better with larger batch sizes.
    /// We recommend experimenting with values in the range 0.02 to 0.2 to see what produces the best results.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learning_rate_multiplier: Option<AutoOrNumber>,
    /// Dpo beta value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beta: Option<f64>,
    /// L2 regularization multiplier
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub l2_multiplier: Option<f64>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl DpoHyperparamsRequest {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::n_epochs`].
    #[must_use]
    pub fn with_n_epochs(mut self, n_epochs: impl Into<AutoOrInteger>) -> Self {
        self.n_epochs = Some(n_epochs.into());
        self
    }

    /// Sets [`Self::batch_size`].
    #[must_use]
    pub fn with_batch_size(mut self, batch_size: impl Into<AutoOrInteger>) -> Self {
        self.batch_size = Some(batch_size.into());
        self
    }

    /// Sets [`Self::learning_rate_multiplier`].
    #[must_use]
    pub fn with_learning_rate_multiplier(
        mut self,
        learning_rate_multiplier: impl Into<AutoOrNumber>,
    ) -> Self {
        self.learning_rate_multiplier = Some(learning_rate_multiplier.into());
        self
    }

    /// Sets [`Self::beta`].
    #[must_use]
    pub fn with_beta(mut self, beta: f64) -> Self {
        self.beta = Some(beta);
        self
    }

    /// Sets [`Self::l2_multiplier`].
    #[must_use]
    pub fn with_l2_multiplier(mut self, l2_multiplier: f64) -> Self {
        self.l2_multiplier = Some(l2_multiplier);
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

/// Request for DPO method finetuning
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DpoMethod {
    /// Type.
    ///
    /// Always `dpo`.
    ///
    /// On the wire: `type`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub type_: Option<FineTuningMethodType>,
    /// Configuration for dpo finetuning method. Includes DPO specific hyperparameters
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dpo: Option<DpoMethodConfigRequest>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl DpoMethod {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::type_`].
    #[must_use]
    pub fn with_type(mut self, type_: impl Into<FineTuningMethodType>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::dpo`].
    #[must_use]
    pub fn with_dpo(mut self, dpo: impl Into<DpoMethodConfigRequest>) -> Self {
        self.dpo = Some(dpo.into());
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

/// Configuration for dpo finetuning method. Includes DPO specific hyperparameters
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DpoMethodConfigRequest {
    /// Hyperparameters for DPO method of finetuning
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hyperparameters: Option<DpoHyperparamsRequest>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl DpoMethodConfigRequest {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::hyperparameters`].
    #[must_use]
    pub fn with_hyperparameters(
        mut self,
        hyperparameters: impl Into<DpoHyperparamsRequest>,
    ) -> Self {
        self.hyperparameters = Some(hyperparameters.into());
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

/// Request for DPO method finetuning
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DpoMethodRequest {
    /// Type.
    ///
    /// Always `dpo`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "DpoMethodRequest::constant_type",
        deserialize_with = "DpoMethodRequest::decode_type"
    )]
    pub type_: FineTuningMethodType,
    /// Configuration for dpo finetuning method. Includes DPO specific hyperparameters
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub dpo: DpoMethodConfigRequest,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl DpoMethodRequest {
    fn constant_type() -> FineTuningMethodType {
        FineTuningMethodType::from("dpo")
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<FineTuningMethodType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }
}

impl DpoMethodRequest {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(dpo: impl Into<DpoMethodConfigRequest>) -> Self {
        Self {
            type_: Self::constant_type(),
            dpo: dpo.into(),
            extra: Extra::default(),
        }
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

/// Defines the severity of a content filter result.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum EventType {
    /// Event only contains human readable messages.
    ///
    /// On the wire: `message`.
    Message,
    /// Event contains metrics.
    ///
    /// On the wire: `metrics`.
    Metrics,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(EventType { Message = "message", Metrics = "metrics", });

/// Fine tune method.
///
/// Told apart by `type`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum FineTuneMethod {
    /// `type` is `dpo`.
    Dpo(DpoMethod),
    /// `type` is `supervised`.
    Supervised(SupervisedMethod),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    FineTuneMethod, "type" { Dpo(DpoMethod) = "dpo", Supervised(SupervisedMethod) =
    "supervised", }
);

/// Fine tune method request.
///
/// Told apart by `type`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum FineTuneMethodRequest {
    /// `type` is `dpo`.
    Dpo(DpoMethodRequest),
    /// `type` is `supervised`.
    Supervised(SupervisedMethodRequest),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    FineTuneMethodRequest, "type" { Dpo(DpoMethodRequest) = "dpo",
    Supervised(SupervisedMethodRequest) = "supervised", }
);

/// The hyper parameter settings used in a fine tune job.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FineTuningHyperParameters {
    /// The number of epochs to train the model for. An epoch refers to one full cycle through the training dataset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n_epochs: Option<AutoOrInteger>,
    /// The batch size to use for training. The batch size is the number of training examples used to train a single forward and backward pass.
    /// In general, we've found that larger batch sizes tend to work better for larger datasets.
    /// The default value as well as the maximum value for this property are specific to a base model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch_size: Option<AutoOrInteger>,
    /// The learning rate multiplier to use for training. The fine-tuning learning rate is the original learning rate used for pre-training multiplied by this value.
    /// Larger learning rates tend to perform better with larger batch sizes.
    /// We recommend experimenting with values in the range 0.02 to 0.2 to see what produces the best results.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learning_rate_multiplier: Option<AutoOrNumber>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl FineTuningHyperParameters {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::n_epochs`].
    #[must_use]
    pub fn with_n_epochs(mut self, n_epochs: impl Into<AutoOrInteger>) -> Self {
        self.n_epochs = Some(n_epochs.into());
        self
    }

    /// Sets [`Self::batch_size`].
    #[must_use]
    pub fn with_batch_size(mut self, batch_size: impl Into<AutoOrInteger>) -> Self {
        self.batch_size = Some(batch_size.into());
        self
    }

    /// Sets [`Self::learning_rate_multiplier`].
    #[must_use]
    pub fn with_learning_rate_multiplier(
        mut self,
        learning_rate_multiplier: impl Into<AutoOrNumber>,
    ) -> Self {
        self.learning_rate_multiplier = Some(learning_rate_multiplier.into());
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

/// Defines the values of a fine tune job.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FineTuningJob {
    /// Defines the type of an object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<TypeDiscriminator>,
    /// A timestamp when this job or item was created (in unix epochs).
    ///
    /// Set by the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// The identity of this item.
    ///
    /// Set by the service.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub id: String,
    /// The state of a finetunes object or fine tuning job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<FineTuningState>,
    /// The identifier (model-id) of the base model used for the fine-tune.
    ///
    /// Not empty.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub model: String,
    /// The identifier (model-id) of the resulting fine tuned model. This property is only populated for successfully completed fine-tune runs.
    /// Use this identifier to create a deployment for inferencing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fine_tuned_model: Option<String>,
    /// The file which is used for training.
    ///
    /// Not empty.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub training_file: String,
    /// The file which is used to evaluate the fine tuned model during training.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validation_file: Option<String>,
    /// The result file identities (file-id) containing training and evaluation metrics in csv format.
    /// The file is only available for successfully completed fine-tune runs.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub result_files: Vec<String>,
    /// A timestamp when this job or item has finished successfully (in unix epochs).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<Timestamp>,
    /// The organisation id of this fine tune job. Unused on Azure OpenAI; compatibility for OpenAI only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation_id: Option<String>,
    /// The total number of billable tokens processed by this fine tuning job.
    ///
    /// Set by the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trained_tokens: Option<i64>,
    /// For fine-tuning jobs that have failed, this will contain more information on the cause of the failure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<FineTuningJobError>,
    /// The Unix timestamp (in seconds) for when the fine-tuning job is estimated to finish. The value will be null if the fine-tuning job is not running.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimated_finish: Option<Timestamp>,
    /// The hyper parameter settings used in a fine tune job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hyperparameters: Option<FineTuningHyperParameters>,
    /// The suffix used to identify the fine-tuned model. The suffix can contain up to 40 characters (a-z, A-Z, 0-9,- and _) that will be added to your fine-tuned model name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
    /// The seed used for the finetuning job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<i64>,
    /// A list configurations for integrations supporting the fine-tuning job.
    /// There are many integrations planned, so make sure to check and act on the integration type.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub integrations: Vec<WandBIntegrationRequestWrapper>,
    /// A configuration for finetuning method for the finetuning job. Currently "dpo" and "supervised" methods are supported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<FineTuneMethod>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl FineTuningJob {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::object`].
    #[must_use]
    pub fn with_object(mut self, object: impl Into<TypeDiscriminator>) -> Self {
        self.object = Some(object.into());
        self
    }

    /// Sets [`Self::created_at`].
    #[must_use]
    pub fn with_created_at(mut self, created_at: impl Into<Timestamp>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::status`].
    #[must_use]
    pub fn with_status(mut self, status: impl Into<FineTuningState>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Sets [`Self::model`].
    #[must_use]
    pub fn with_model(mut self, model: impl Into<String>) -> Self {
        self.model = model.into();
        self
    }

    /// Sets [`Self::fine_tuned_model`].
    #[must_use]
    pub fn with_fine_tuned_model(mut self, fine_tuned_model: impl Into<String>) -> Self {
        self.fine_tuned_model = Some(fine_tuned_model.into());
        self
    }

    /// Sets [`Self::training_file`].
    #[must_use]
    pub fn with_training_file(mut self, training_file: impl Into<String>) -> Self {
        self.training_file = training_file.into();
        self
    }

    /// Sets [`Self::validation_file`].
    #[must_use]
    pub fn with_validation_file(mut self, validation_file: impl Into<String>) -> Self {
        self.validation_file = Some(validation_file.into());
        self
    }

    /// Sets [`Self::result_files`].
    #[must_use]
    pub fn with_result_files(
        mut self,
        result_files: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.result_files = result_files.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::finished_at`].
    #[must_use]
    pub fn with_finished_at(mut self, finished_at: impl Into<Timestamp>) -> Self {
        self.finished_at = Some(finished_at.into());
        self
    }

    /// Sets [`Self::organisation_id`].
    #[must_use]
    pub fn with_organisation_id(mut self, organisation_id: impl Into<String>) -> Self {
        self.organisation_id = Some(organisation_id.into());
        self
    }

    /// Sets [`Self::trained_tokens`].
    #[must_use]
    pub fn with_trained_tokens(mut self, trained_tokens: i64) -> Self {
        self.trained_tokens = Some(trained_tokens);
        self
    }

    /// Sets [`Self::error`].
    #[must_use]
    pub fn with_error(mut self, error: impl Into<FineTuningJobError>) -> Self {
        self.error = Some(error.into());
        self
    }

    /// Sets [`Self::estimated_finish`].
    #[must_use]
    pub fn with_estimated_finish(
        mut self,
        estimated_finish: impl Into<Timestamp>,
    ) -> Self {
        self.estimated_finish = Some(estimated_finish.into());
        self
    }

    /// Sets [`Self::hyperparameters`].
    #[must_use]
    pub fn with_hyperparameters(
        mut self,
        hyperparameters: impl Into<FineTuningHyperParameters>,
    ) -> Self {
        self.hyperparameters = Some(hyperparameters.into());
        self
    }

    /// Sets [`Self::suffix`].
    #[must_use]
    pub fn with_suffix(mut self, suffix: impl Into<String>) -> Self {
        self.suffix = Some(suffix.into());
        self
    }

    /// Sets [`Self::seed`].
    #[must_use]
    pub fn with_seed(mut self, seed: i64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// Sets [`Self::integrations`].
    #[must_use]
    pub fn with_integrations(
        mut self,
        integrations: impl IntoIterator<Item = impl Into<WandBIntegrationRequestWrapper>>,
    ) -> Self {
        self.integrations = integrations.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::method`].
    #[must_use]
    pub fn with_method(mut self, method: impl Into<FineTuneMethod>) -> Self {
        self.method = Some(method.into());
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

/// Fine tuning job checkpoint.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FineTuningJobCheckpoint {
    /// Defines the type of an object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<TypeDiscriminator>,
    /// The identity of this checkpoint.
    ///
    /// Set by the service.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub id: String,
    /// The Unix timestamp (in seconds) for when the checkpoint was created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// The name of the fine-tuned checkpoint model that is created.
    ///
    /// Not empty.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub fine_tuned_model_checkpoint: String,
    /// The step number that the checkpoint was created at.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub step_number: i64,
    /// The metrics at the step number during the fine-tuning job.
    #[serde(default, deserialize_with = "azure_openai_core::decode::map_without_nulls")]
    pub metrics: BTreeMap<String, f64>,
    /// The name of the fine-tuning job that this checkpoint was created from..
    ///
    /// Not empty.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub fine_tuning_job_id: String,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl FineTuningJobCheckpoint {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::object`].
    #[must_use]
    pub fn with_object(mut self, object: impl Into<TypeDiscriminator>) -> Self {
        self.object = Some(object.into());
        self
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::created_at`].
    #[must_use]
    pub fn with_created_at(mut self, created_at: impl Into<Timestamp>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }

    /// Sets [`Self::fine_tuned_model_checkpoint`].
    #[must_use]
    pub fn with_fine_tuned_model_checkpoint(
        mut self,
        fine_tuned_model_checkpoint: impl Into<String>,
    ) -> Self {
        self.fine_tuned_model_checkpoint = fine_tuned_model_checkpoint.into();
        self
    }

    /// Sets [`Self::step_number`].
    #[must_use]
    pub fn with_step_number(mut self, step_number: i64) -> Self {
        self.step_number = step_number;
        self
    }

    /// Sets [`Self::metrics`].
    #[must_use]
    pub fn with_metrics(
        mut self,
        metrics: impl IntoIterator<Item = (impl Into<String>, impl Into<f64>)>,
    ) -> Self {
        self.metrics = metrics
            .into_iter()
            .map(|(key, value)| (key.into(), value.into()))
            .collect();
        self
    }

    /// Sets [`Self::fine_tuning_job_id`].
    #[must_use]
    pub fn with_fine_tuning_job_id(
        mut self,
        fine_tuning_job_id: impl Into<String>,
    ) -> Self {
        self.fine_tuning_job_id = fine_tuning_job_id.into();
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

/// Represents a list of checkpoints.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FineTuningJobCheckpointList {
    /// Defines the type of an object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<TypeDiscriminator>,
    /// The list of items.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub data: Vec<FineTuningJobCheckpoint>,
    /// A value indicating whether the list contains more elements than returned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub has_more: Option<bool>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl FineTuningJobCheckpointList {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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
        data: impl IntoIterator<Item = impl Into<FineTuningJobCheckpoint>>,
    ) -> Self {
        self.data = data.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::has_more`].
    #[must_use]
    pub fn with_has_more(mut self, has_more: bool) -> Self {
        self.has_more = Some(has_more);
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

/// Defines the values of a fine tune job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FineTuningJobCreation {
    /// The identifier (model-id) of the base model used for this fine-tune.
    ///
    /// Not empty.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub model: String,
    /// The file identity (file-id) that is used for training this fine tuned model.
    ///
    /// Not empty.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub training_file: String,
    /// The file identity (file-id) that is used to evaluate the fine tuned model during training.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validation_file: Option<String>,
    /// The hyper parameter settings used in a fine tune job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hyperparameters: Option<FineTuningHyperParameters>,
    /// The suffix used to identify the fine-tuned model. The suffix can contain up to 40 characters (a-z, A-Z, 0-9,- and _) that will be added to your fine-tuned model name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
    /// The seed used for the finetuning job. Passing in the same seed and job parameters should produce the same results, but may differ in rare cases. If a seed is not specified, one will be generated for you.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<i64>,
    /// A list configurations for integrations supporting the fine-tuning job.
    /// There are many integrations planned, so make sure to check and act on the integration type.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub integrations: Vec<WandBIntegrationRequestWrapper>,
    /// A configuration for finetuning method for the finetuning job. Currently "dpo" and "supervised" methods are supported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<FineTuneMethodRequest>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl FineTuningJobCreation {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(model: impl Into<String>, training_file: impl Into<String>) -> Self {
        Self {
            model: model.into(),
            training_file: training_file.into(),
            validation_file: None,
            hyperparameters: None,
            suffix: None,
            seed: None,
            integrations: Default::default(),
            method: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::validation_file`].
    #[must_use]
    pub fn with_validation_file(mut self, validation_file: impl Into<String>) -> Self {
        self.validation_file = Some(validation_file.into());
        self
    }

    /// Sets [`Self::hyperparameters`].
    #[must_use]
    pub fn with_hyperparameters(
        mut self,
        hyperparameters: impl Into<FineTuningHyperParameters>,
    ) -> Self {
        self.hyperparameters = Some(hyperparameters.into());
        self
    }

    /// Sets [`Self::suffix`].
    #[must_use]
    pub fn with_suffix(mut self, suffix: impl Into<String>) -> Self {
        self.suffix = Some(suffix.into());
        self
    }

    /// Sets [`Self::seed`].
    #[must_use]
    pub fn with_seed(mut self, seed: i64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// Sets [`Self::integrations`].
    #[must_use]
    pub fn with_integrations(
        mut self,
        integrations: impl IntoIterator<Item = impl Into<WandBIntegrationRequestWrapper>>,
    ) -> Self {
        self.integrations = integrations.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::method`].
    #[must_use]
    pub fn with_method(mut self, method: impl Into<FineTuneMethodRequest>) -> Self {
        self.method = Some(method.into());
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

/// For fine-tuning jobs that have failed, this will contain more information on the cause of the failure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FineTuningJobError {
    /// The machine-readable error code..
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The human-readable error message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The parameter that was invalid, usually training_file or validation_file. This field will be null if the failure was not parameter-specific.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub param: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl FineTuningJobError {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

/// Fine tuning job event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FineTuningJobEvent {
    /// Defines the type of an object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<TypeDiscriminator>,
    /// The identity of this event.
    ///
    /// Set by the service.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub id: String,
    /// A timestamp when this event was created (in unix epochs).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// The verbosity level of an event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<LogLevel>,
    /// The message describing the event. This can be a change of state, e.g., enqueued, started, failed or completed, or other events like uploaded results.
    ///
    /// Not empty.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub message: String,
    /// Defines the severity of a content filter result.
    ///
    /// On the wire: `type`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub type_: Option<EventType>,
    /// Machine readable data of this event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Value>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl FineTuningJobEvent {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::object`].
    #[must_use]
    pub fn with_object(mut self, object: impl Into<TypeDiscriminator>) -> Self {
        self.object = Some(object.into());
        self
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::created_at`].
    #[must_use]
    pub fn with_created_at(mut self, created_at: impl Into<Timestamp>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }

    /// Sets [`Self::level`].
    #[must_use]
    pub fn with_level(mut self, level: impl Into<LogLevel>) -> Self {
        self.level = Some(level.into());
        self
    }

    /// Sets [`Self::message`].
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = message.into();
        self
    }

    /// Sets [`Self::type_`].
    #[must_use]
    pub fn with_type(mut self, type_: impl Into<EventType>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::data`].
    #[must_use]
    pub fn with_data(mut self, data: impl Into<Value>) -> Self {
        self.data = Some(data.into());
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

/// Represents a list of events.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FineTuningJobEventList {
    /// Defines the type of an object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<TypeDiscriminator>,
    /// The list of items.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub data: Vec<FineTuningJobEvent>,
    /// A value indicating whether the list contains more elements than returned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub has_more: Option<bool>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl FineTuningJobEventList {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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
        data: impl IntoIterator<Item = impl Into<FineTuningJobEvent>>,
    ) -> Self {
        self.data = data.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::has_more`].
    #[must_use]
    pub fn with_has_more(mut self, has_more: bool) -> Self {
        self.has_more = Some(has_more);
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

/// Represents a list of fine tunes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FineTuningJobList {
    /// Defines the type of an object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<TypeDiscriminator>,
    /// The list of items.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub data: Vec<FineTuningJob>,
    /// A value indicating whether the list contains more elements than returned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub has_more: Option<bool>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl FineTuningJobList {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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
        data: impl IntoIterator<Item = impl Into<FineTuningJob>>,
    ) -> Self {
        self.data = data.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::has_more`].
    #[must_use]
    pub fn with_has_more(mut self, has_more: bool) -> Self {
        self.has_more = Some(has_more);
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

/// Fine tuning method type.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FineTuningMethodType {
    /// Finetunes using Dpo algorithm
    ///
    /// On the wire: `dpo`.
    Dpo,
    /// Finetunes using Supervised algorithm
    ///
    /// On the wire: `supervised`.
    Supervised,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    FineTuningMethodType { Dpo = "dpo", Supervised = "supervised", }
);

/// List of Fine Tune integrations available.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum IntegrationTypes {
    /// On the wire: `wandb`.
    Wandb,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(IntegrationTypes { Wandb = "wandb", });

/// The verbosity level of an event.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum LogLevel {
    /// This event is for information only.
    ///
    /// On the wire: `info`.
    Info,
    /// This event represents a mitigated issue.
    ///
    /// On the wire: `warning`.
    Warning,
    /// This message represents a non recoverable issue.
    ///
    /// On the wire: `error`.
    Error,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    LogLevel { Info = "info", Warning = "warning", Error = "error", }
);

/// Method used for supervised finetuning
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SupervisedMethod {
    /// Type.
    ///
    /// Always `supervised`.
    ///
    /// On the wire: `type`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub type_: Option<FineTuningMethodType>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl SupervisedMethod {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::type_`].
    #[must_use]
    pub fn with_type(mut self, type_: impl Into<FineTuningMethodType>) -> Self {
        self.type_ = Some(type_.into());
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

/// Method used for supervised finetuning
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SupervisedMethodRequest {
    /// Type.
    ///
    /// Always `supervised`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "SupervisedMethodRequest::constant_type",
        deserialize_with = "SupervisedMethodRequest::decode_type"
    )]
    pub type_: FineTuningMethodType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl SupervisedMethodRequest {
    fn constant_type() -> FineTuningMethodType {
        FineTuningMethodType::from("supervised")
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<FineTuningMethodType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }
}

impl SupervisedMethodRequest {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: Self::constant_type(),
            extra: Extra::default(),
        }
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

impl Default for SupervisedMethodRequest {
    fn default() -> Self {
        Self::new()
    }
}

/// Wand b integration request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WandBIntegrationRequest {
    /// Not empty.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub project: String,
    /// Name.
    ///
    /// Set by the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Entity.
    ///
    /// Set by the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Tags.
    ///
    /// Set by the service.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tags: Vec<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl WandBIntegrationRequest {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(project: impl Into<String>) -> Self {
        Self {
            project: project.into(),
            name: None,
            entity: None,
            tags: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`Self::entity`].
    #[must_use]
    pub fn with_entity(mut self, entity: impl Into<String>) -> Self {
        self.entity = Some(entity.into());
        self
    }

    /// Sets [`Self::tags`].
    #[must_use]
    pub fn with_tags(
        mut self,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.tags = tags.into_iter().map(Into::into).collect();
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

impl azure_openai_core::decode::Absent for WandBIntegrationRequest {
    fn absent() -> Self {
        Self {
            project: Default::default(),
            name: Default::default(),
            entity: Default::default(),
            tags: Default::default(),
            extra: Extra::default(),
        }
    }
}

/// Wand b integration request wrapper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WandBIntegrationRequestWrapper {
    /// List of Fine Tune integrations available.
    ///
    /// Always `wandb`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "WandBIntegrationRequestWrapper::constant_type",
        deserialize_with = "WandBIntegrationRequestWrapper::decode_type"
    )]
    pub type_: IntegrationTypes,
    /// Wandb.
    #[serde(
        default = "azure_openai_core::decode::absent",
        deserialize_with = "azure_openai_core::decode::or_absent",
        skip_serializing_if = "azure_openai_core::decode::is_absent"
    )]
    pub wandb: WandBIntegrationRequest,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl WandBIntegrationRequestWrapper {
    fn constant_type() -> IntegrationTypes {
        IntegrationTypes::from("wandb")
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<IntegrationTypes, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }
}

impl WandBIntegrationRequestWrapper {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(wandb: impl Into<WandBIntegrationRequest>) -> Self {
        Self {
            type_: Self::constant_type(),
            wandb: wandb.into(),
            extra: Extra::default(),
        }
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

/// Auto.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Auto {
    /// On the wire: `auto`.
    Auto,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(Auto { Auto = "auto", });

/// Auto or integer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum AutoOrInteger {
    /// Integer.
    Integer(i64),
    /// Auto.
    Auto(Auto),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

impl From<i64> for AutoOrInteger {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<Auto> for AutoOrInteger {
    fn from(value: Auto) -> Self {
        Self::Auto(value)
    }
}

impl From<&str> for AutoOrInteger {
    fn from(value: &str) -> Self {
        Self::Auto(value.into())
    }
}

/// The learning rate multiplier to use for training. The fine-tuning learning rate is the original learning rate used for pre-training multiplied by this value.
/// Larger learning rates tend to perform better with larger batch sizes.
/// We recommend experimenting with values in the range 0.02 to 0.2 to see what produces the best results.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum AutoOrNumber {
    /// Number.
    Number(f64),
    /// Auto.
    Auto(Auto),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

impl From<f64> for AutoOrNumber {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl From<Auto> for AutoOrNumber {
    fn from(value: Auto) -> Self {
        Self::Auto(value)
    }
}

impl From<&str> for AutoOrNumber {
    fn from(value: &str) -> Self {
        Self::Auto(value.into())
    }
}
