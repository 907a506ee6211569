// Made by `cargo xtask codegen` from specs/authoring/swagger.yaml: Azure OpenAI API version 2025-03-01-preview.
// Do not edit: change the overlay or the generator, and run it again.

//! `FineTuning`: The operations `FineTuning_*`.

use azure_openai_core::{
    Extra, Json, Method, NoContent, Operation, Pipeline, Request, RequestBuilder,
    Timestamp, Value,
};
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

/// Optional parameters of `FineTuning_List`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FineTuningListOptions {
    /// Identifier for the last event from the previous pagination request.
    pub after: Option<String>,
    /// Number of events to retrieve. Defaults to 20.
    ///
    /// Default of the server: `20`.
    pub limit: Option<i32>,
}

impl FineTuningListOptions {
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
}

/// Optional parameters of `FineTuning_GetCheckpoints`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FineTuningGetCheckpointsOptions {
    /// Identifier for the last checkpoint ID from the previous pagination request.
    pub after: Option<String>,
    /// Number of checkpoints to retrieve. Defaults to 10.
    ///
    /// Default of the server: `10`.
    pub limit: Option<i32>,
}

impl FineTuningGetCheckpointsOptions {
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
}

/// Optional parameters of `FineTuning_GetEvents`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FineTuningGetEventsOptions {
    /// Identifier for the last event from the previous pagination request.
    pub after: Option<String>,
    /// Number of events to retrieve. Defaults to 20.
    ///
    /// Default of the server: `20`.
    pub limit: Option<i32>,
}

impl FineTuningGetEventsOptions {
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
    )
    .without_v1();

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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DpoHyperparamsRequest {
    /// The number of epochs to train the model for. An epoch refers to one full cycle through the training dataset.
    pub n_epochs: Option<AutoOrInteger>,
    /// The batch size to use for training. The batch size is the number of training examples used to train a single forward and backward pass.
    /// In general, we've found that larger batch sizes tend to work better for larger datasets.
    /// The default value as well as the maximum value for this property are specific to a base model.
    pub batch_size: Option<AutoOrInteger>,
    /// The learning rate multiplier to use for training. The fine-tuning learning rate is the original learning rate used for pre-training multiplied by this value.
    /// Larger learning rates tend to perform better with larger batch sizes.
    /// We recommend experimenting with values in the range 0.02 to 0.2 to see what produces the best results.
    pub learning_rate_multiplier: Option<AutoOrNumber>,
    /// Dpo beta value.
    pub beta: Option<f64>,
    /// L2 regularization multiplier
    pub l2_multiplier: Option<f64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    DpoHyperparamsRequest, sent { "n_epochs" => n_epochs : optional, "batch_size" =>
    batch_size : optional, "learning_rate_multiplier" => learning_rate_multiplier :
    optional, "beta" => beta : optional, "l2_multiplier" => l2_multiplier : optional, }
);

impl DpoHyperparamsRequest {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            n_epochs: None,
            batch_size: None,
            learning_rate_multiplier: None,
            beta: None,
            l2_multiplier: None,
            extra: Extra::default(),
        }
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

impl Default for DpoHyperparamsRequest {
    fn default() -> Self {
        Self::new()
    }
}

/// Request for DPO method finetuning
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DpoMethod {
    /// Type.
    ///
    /// Always `dpo`.
    ///
    /// Serialized as `type`.
    pub type_: Option<FineTuningMethodType>,
    /// Configuration for dpo finetuning method. Includes DPO specific hyperparameters
    pub dpo: Option<DpoMethodConfigRequest>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    DpoMethod { "type" => type_ : optional, "dpo" => dpo : optional, }
);

impl DpoMethod {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: None,
            dpo: None,
            extra: Extra::default(),
        }
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

impl Default for DpoMethod {
    fn default() -> Self {
        Self::new()
    }
}

/// Configuration for dpo finetuning method. Includes DPO specific hyperparameters
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DpoMethodConfigRequest {
    /// Hyperparameters for DPO method of finetuning
    pub hyperparameters: Option<DpoHyperparamsRequest>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    DpoMethodConfigRequest, sent { "hyperparameters" => hyperparameters : optional, }
);

impl DpoMethodConfigRequest {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            hyperparameters: None,
            extra: Extra::default(),
        }
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

impl Default for DpoMethodConfigRequest {
    fn default() -> Self {
        Self::new()
    }
}

/// Request for DPO method finetuning
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DpoMethodRequest {
    /// Type.
    ///
    /// Always `dpo`.
    ///
    /// Serialized as `type`.
    pub type_: FineTuningMethodType,
    /// Configuration for dpo finetuning method. Includes DPO specific hyperparameters
    pub dpo: DpoMethodConfigRequest,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    DpoMethodRequest, sent { "type" => type_ : constant("dpo"), "dpo" => dpo : required,
    }
);

impl DpoMethodRequest {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(dpo: impl Into<DpoMethodConfigRequest>) -> Self {
        Self {
            type_: "dpo".into(),
            dpo: dpo.into(),
            extra: Extra::default(),
        }
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

/// Defines the severity of a content filter result.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum EventType {
    /// Event only contains human readable messages.
    ///
    /// Serialized as `message`.
    Message,
    /// Event contains metrics.
    ///
    /// Serialized as `metrics`.
    Metrics,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(EventType { Message = "message", Metrics = "metrics", });

/// Fine tune method.
///
/// Distinguished by `type`.
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
/// Distinguished by `type`.
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FineTuningHyperParameters {
    /// The number of epochs to train the model for. An epoch refers to one full cycle through the training dataset.
    pub n_epochs: Option<AutoOrInteger>,
    /// The batch size to use for training. The batch size is the number of training examples used to train a single forward and backward pass.
    /// In general, we've found that larger batch sizes tend to work better for larger datasets.
    /// The default value as well as the maximum value for this property are specific to a base model.
    pub batch_size: Option<AutoOrInteger>,
    /// The learning rate multiplier to use for training. The fine-tuning learning rate is the original learning rate used for pre-training multiplied by this value.
    /// Larger learning rates tend to perform better with larger batch sizes.
    /// We recommend experimenting with values in the range 0.02 to 0.2 to see what produces the best results.
    pub learning_rate_multiplier: Option<AutoOrNumber>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    FineTuningHyperParameters, sent { "n_epochs" => n_epochs : optional, "batch_size" =>
    batch_size : optional, "learning_rate_multiplier" => learning_rate_multiplier :
    optional, }
);

impl FineTuningHyperParameters {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            n_epochs: None,
            batch_size: None,
            learning_rate_multiplier: None,
            extra: Extra::default(),
        }
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

impl Default for FineTuningHyperParameters {
    fn default() -> Self {
        Self::new()
    }
}

/// Defines the values of a fine tune job.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FineTuningJob {
    /// Defines the type of an object.
    pub object: Option<TypeDiscriminator>,
    /// A timestamp when this job or item was created (in unix epochs).
    ///
    /// Set by the service.
    pub created_at: Option<Timestamp>,
    /// The identity of this item.
    ///
    /// Set by the service.
    pub id: String,
    /// The state of a finetunes object or fine tuning job.
    pub status: Option<FineTuningState>,
    /// The identifier (model-id) of the base model used for the fine-tune.
    ///
    /// Not empty.
    pub model: String,
    /// The identifier (model-id) of the resulting fine tuned model. This property is only populated for successfully completed fine-tune runs.
    /// Use this identifier to create a deployment for inferencing.
    pub fine_tuned_model: Option<String>,
    /// The file which is used for training.
    ///
    /// Not empty.
    pub training_file: String,
    /// The file which is used to evaluate the fine tuned model during training.
    pub validation_file: Option<String>,
    /// The result file identities (file-id) containing training and evaluation metrics in csv format.
    /// The file is only available for successfully completed fine-tune runs.
    pub result_files: Vec<String>,
    /// A timestamp when this job or item has finished successfully (in unix epochs).
    pub finished_at: Option<Timestamp>,
    /// The organisation id of this fine tune job. Unused on Azure OpenAI; compatibility for OpenAI only.
    pub organisation_id: Option<String>,
    /// The total number of billable tokens processed by this fine tuning job.
    ///
    /// Set by the service.
    pub trained_tokens: Option<i32>,
    /// For fine-tuning jobs that have failed, this will contain more information on the cause of the failure.
    pub error: Option<FineTuningJobError>,
    /// The Unix timestamp (in seconds) for when the fine-tuning job is estimated to finish. The value will be null if the fine-tuning job is not running.
    pub estimated_finish: Option<Timestamp>,
    /// The hyper parameter settings used in a fine tune job.
    pub hyperparameters: Option<FineTuningHyperParameters>,
    /// The suffix used to identify the fine-tuned model. The suffix can contain up to 40 characters (a-z, A-Z, 0-9,- and _) that will be added to your fine-tuned model name.
    pub suffix: Option<String>,
    /// The seed used for the finetuning job.
    pub seed: Option<i32>,
    /// A list configurations for integrations supporting the fine-tuning job.
    /// There are many integrations planned, so make sure to check and act on the integration type.
    pub integrations: Vec<WandBIntegrationRequestWrapper>,
    /// A configuration for finetuning method for the finetuning job. Currently "dpo" and "supervised" methods are supported.
    pub method: Option<FineTuneMethod>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    FineTuningJob, response { "object" => object : optional, "created_at" => created_at :
    optional, "id" => id : required, "status" => status : optional, "model" => model :
    required, "fine_tuned_model" => fine_tuned_model : optional, "training_file" =>
    training_file : required, "validation_file" => validation_file : optional,
    "result_files" => result_files : collection, "finished_at" => finished_at : optional,
    "organisation_id" => organisation_id : optional, "trained_tokens" => trained_tokens :
    optional, "error" => error : optional, "estimated_finish" => estimated_finish :
    optional, "hyperparameters" => hyperparameters : optional, "suffix" => suffix :
    optional, "seed" => seed : optional, "integrations" => integrations : collection,
    "method" => method : optional, }
);

impl FineTuningJob {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: None,
            created_at: None,
            id: Default::default(),
            status: None,
            model: Default::default(),
            fine_tuned_model: None,
            training_file: Default::default(),
            validation_file: None,
            result_files: Default::default(),
            finished_at: None,
            organisation_id: None,
            trained_tokens: None,
            error: None,
            estimated_finish: None,
            hyperparameters: None,
            suffix: None,
            seed: None,
            integrations: Default::default(),
            method: None,
            extra: Extra::default(),
        }
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
        self.result_files = self
            .extra
            .set("result_files", result_files.into_iter().map(Into::into).collect());
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
    pub fn with_trained_tokens(mut self, trained_tokens: i32) -> Self {
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
    pub fn with_seed(mut self, seed: i32) -> Self {
        self.seed = Some(seed);
        self
    }

    /// Sets [`Self::integrations`].
    #[must_use]
    pub fn with_integrations(
        mut self,
        integrations: impl IntoIterator<Item = impl Into<WandBIntegrationRequestWrapper>>,
    ) -> Self {
        self.integrations = self
            .extra
            .set("integrations", integrations.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::method`].
    #[must_use]
    pub fn with_method(mut self, method: impl Into<FineTuneMethod>) -> Self {
        self.method = Some(method.into());
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

impl Default for FineTuningJob {
    fn default() -> Self {
        Self::new()
    }
}

/// Fine tuning job checkpoint.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FineTuningJobCheckpoint {
    /// Defines the type of an object.
    pub object: Option<TypeDiscriminator>,
    /// The identity of this checkpoint.
    ///
    /// Set by the service.
    pub id: String,
    /// The Unix timestamp (in seconds) for when the checkpoint was created.
    pub created_at: Option<Timestamp>,
    /// The name of the fine-tuned checkpoint model that is created.
    ///
    /// Not empty.
    pub fine_tuned_model_checkpoint: String,
    /// The step number that the checkpoint was created at.
    pub step_number: i32,
    /// The metrics at the step number during the fine-tuning job.
    pub metrics: BTreeMap<String, f64>,
    /// The name of the fine-tuning job that this checkpoint was created from..
    ///
    /// Not empty.
    pub fine_tuning_job_id: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    FineTuningJobCheckpoint { "object" => object : optional, "id" => id : required,
    "created_at" => created_at : optional, "fine_tuned_model_checkpoint" =>
    fine_tuned_model_checkpoint : required, "step_number" => step_number : required,
    "metrics" => metrics : required, "fine_tuning_job_id" => fine_tuning_job_id :
    required, }
);

impl FineTuningJobCheckpoint {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: None,
            id: Default::default(),
            created_at: None,
            fine_tuned_model_checkpoint: Default::default(),
            step_number: Default::default(),
            metrics: Default::default(),
            fine_tuning_job_id: Default::default(),
            extra: Extra::default(),
        }
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
    pub fn with_step_number(mut self, step_number: i32) -> Self {
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

impl Default for FineTuningJobCheckpoint {
    fn default() -> Self {
        Self::new()
    }
}

/// Represents a list of checkpoints.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FineTuningJobCheckpointList {
    /// Defines the type of an object.
    pub object: Option<TypeDiscriminator>,
    /// The list of items.
    pub data: Vec<FineTuningJobCheckpoint>,
    /// A value indicating whether the list contains more elements than returned.
    pub has_more: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    FineTuningJobCheckpointList, response { "object" => object : optional, "data" => data
    : required, "has_more" => has_more : optional, }
);

impl FineTuningJobCheckpointList {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: None,
            data: Default::default(),
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

impl Default for FineTuningJobCheckpointList {
    fn default() -> Self {
        Self::new()
    }
}

/// Defines the values of a fine tune job.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FineTuningJobCreation {
    /// The identifier (model-id) of the base model used for this fine-tune.
    ///
    /// Not empty.
    pub model: String,
    /// The file identity (file-id) that is used for training this fine tuned model.
    ///
    /// Not empty.
    pub training_file: String,
    /// The file identity (file-id) that is used to evaluate the fine tuned model during training.
    pub validation_file: Option<String>,
    /// The hyper parameter settings used in a fine tune job.
    pub hyperparameters: Option<FineTuningHyperParameters>,
    /// The suffix used to identify the fine-tuned model. The suffix can contain up to 40 characters (a-z, A-Z, 0-9,- and _) that will be added to your fine-tuned model name.
    pub suffix: Option<String>,
    /// The seed used for the finetuning job. Passing in the same seed and job parameters should produce the same results, but may differ in rare cases. If a seed is not specified, one will be generated for you.
    pub seed: Option<i32>,
    /// A list configurations for integrations supporting the fine-tuning job.
    /// There are many integrations planned, so make sure to check and act on the integration type.
    pub integrations: Vec<WandBIntegrationRequestWrapper>,
    /// A configuration for finetuning method for the finetuning job. Currently "dpo" and "supervised" methods are supported.
    pub method: Option<FineTuneMethodRequest>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    FineTuningJobCreation, sent { "model" => model : required, "training_file" =>
    training_file : required, "validation_file" => validation_file : optional,
    "hyperparameters" => hyperparameters : optional, "suffix" => suffix : optional,
    "seed" => seed : optional, "integrations" => integrations : collection, "method" =>
    method : optional, }
);

impl FineTuningJobCreation {
    /// Creates a value with the required fields.
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
    pub fn with_seed(mut self, seed: i32) -> Self {
        self.seed = Some(seed);
        self
    }

    /// Sets [`Self::integrations`].
    #[must_use]
    pub fn with_integrations(
        mut self,
        integrations: impl IntoIterator<Item = impl Into<WandBIntegrationRequestWrapper>>,
    ) -> Self {
        self.integrations = self
            .extra
            .set("integrations", integrations.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::method`].
    #[must_use]
    pub fn with_method(mut self, method: impl Into<FineTuneMethodRequest>) -> Self {
        self.method = Some(method.into());
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

/// For fine-tuning jobs that have failed, this will contain more information on the cause of the failure.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FineTuningJobError {
    /// The machine-readable error code..
    pub code: Option<String>,
    /// The human-readable error message.
    pub message: Option<String>,
    /// The parameter that was invalid, usually training_file or validation_file. This field will be null if the failure was not parameter-specific.
    pub param: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    FineTuningJobError { "code" => code : optional, "message" => message : optional,
    "param" => param : optional, }
);

impl FineTuningJobError {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            code: None,
            message: None,
            param: None,
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

impl Default for FineTuningJobError {
    fn default() -> Self {
        Self::new()
    }
}

/// Fine tuning job event.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FineTuningJobEvent {
    /// Defines the type of an object.
    pub object: Option<TypeDiscriminator>,
    /// The identity of this event.
    ///
    /// Set by the service.
    pub id: String,
    /// A timestamp when this event was created (in unix epochs).
    pub created_at: Option<Timestamp>,
    /// The verbosity level of an event.
    pub level: Option<LogLevel>,
    /// The message describing the event. This can be a change of state, e.g., enqueued, started, failed or completed, or other events like uploaded results.
    ///
    /// Not empty.
    pub message: String,
    /// Defines the severity of a content filter result.
    ///
    /// Serialized as `type`.
    pub type_: Option<EventType>,
    /// Machine readable data of this event.
    pub data: Option<Value>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    FineTuningJobEvent { "object" => object : optional, "id" => id : required,
    "created_at" => created_at : optional, "level" => level : optional, "message" =>
    message : required, "type" => type_ : optional, "data" => data : optional, }
);

impl FineTuningJobEvent {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: None,
            id: Default::default(),
            created_at: None,
            level: None,
            message: Default::default(),
            type_: None,
            data: None,
            extra: Extra::default(),
        }
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

impl Default for FineTuningJobEvent {
    fn default() -> Self {
        Self::new()
    }
}

/// Represents a list of events.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FineTuningJobEventList {
    /// Defines the type of an object.
    pub object: Option<TypeDiscriminator>,
    /// The list of items.
    pub data: Vec<FineTuningJobEvent>,
    /// A value indicating whether the list contains more elements than returned.
    pub has_more: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    FineTuningJobEventList, response { "object" => object : optional, "data" => data :
    required, "has_more" => has_more : optional, }
);

impl FineTuningJobEventList {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: None,
            data: Default::default(),
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

impl Default for FineTuningJobEventList {
    fn default() -> Self {
        Self::new()
    }
}

/// Represents a list of fine tunes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FineTuningJobList {
    /// Defines the type of an object.
    pub object: Option<TypeDiscriminator>,
    /// The list of items.
    pub data: Vec<FineTuningJob>,
    /// A value indicating whether the list contains more elements than returned.
    pub has_more: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    FineTuningJobList, response { "object" => object : optional, "data" => data :
    required, "has_more" => has_more : optional, }
);

impl FineTuningJobList {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: None,
            data: Default::default(),
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

impl Default for FineTuningJobList {
    fn default() -> Self {
        Self::new()
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
    /// Serialized as `dpo`.
    Dpo,
    /// Finetunes using Supervised algorithm
    ///
    /// Serialized as `supervised`.
    Supervised,
    /// A value that this version of the crate does not know, as received.
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
    /// Serialized as `wandb`.
    Wandb,
    /// A value that this version of the crate does not know, as received.
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
    /// Serialized as `info`.
    Info,
    /// This event represents a mitigated issue.
    ///
    /// Serialized as `warning`.
    Warning,
    /// This message represents a non recoverable issue.
    ///
    /// Serialized as `error`.
    Error,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    LogLevel { Info = "info", Warning = "warning", Error = "error", }
);

/// Method used for supervised finetuning
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SupervisedMethod {
    /// Type.
    ///
    /// Always `supervised`.
    ///
    /// Serialized as `type`.
    pub type_: Option<FineTuningMethodType>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(SupervisedMethod { "type" => type_ : optional, });

impl SupervisedMethod {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::type_`].
    #[must_use]
    pub fn with_type(mut self, type_: impl Into<FineTuningMethodType>) -> Self {
        self.type_ = Some(type_.into());
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

impl Default for SupervisedMethod {
    fn default() -> Self {
        Self::new()
    }
}

/// Method used for supervised finetuning
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SupervisedMethodRequest {
    /// Type.
    ///
    /// Always `supervised`.
    ///
    /// Serialized as `type`.
    pub type_: FineTuningMethodType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    SupervisedMethodRequest, sent { "type" => type_ : constant("supervised"), }
);

impl SupervisedMethodRequest {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: "supervised".into(),
            extra: Extra::default(),
        }
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

impl Default for SupervisedMethodRequest {
    fn default() -> Self {
        Self::new()
    }
}

/// Wand b integration request.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WandBIntegrationRequest {
    /// Not empty.
    pub project: String,
    /// Name.
    pub name: Option<String>,
    /// Entity.
    pub entity: Option<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    WandBIntegrationRequest, sent { "project" => project : required, "name" => name :
    optional, "entity" => entity : optional, "tags" => tags : collection, }
);

impl WandBIntegrationRequest {
    /// Creates a value with the required fields.
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
        self.tags = self.extra.set("tags", tags.into_iter().map(Into::into).collect());
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

/// Wand b integration request wrapper.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WandBIntegrationRequestWrapper {
    /// List of Fine Tune integrations available.
    ///
    /// Always `wandb`.
    ///
    /// Serialized as `type`.
    pub type_: IntegrationTypes,
    /// Wandb.
    pub wandb: WandBIntegrationRequest,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    WandBIntegrationRequestWrapper, sent { "type" => type_ : constant("wandb"), "wandb"
    => wandb : required, }
);

impl WandBIntegrationRequestWrapper {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(wandb: impl Into<WandBIntegrationRequest>) -> Self {
        Self {
            type_: "wandb".into(),
            wandb: wandb.into(),
            extra: Extra::default(),
        }
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

/// Auto.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Auto {
    /// Serialized as `auto`.
    Auto,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(Auto { Auto = "auto", });

/// Auto or integer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AutoOrInteger {
    /// Integer.
    Integer(i64),
    /// Auto.
    Auto(Auto),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(AutoOrInteger { Integer(i64), Auto(Auto), });

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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AutoOrNumber {
    /// Number.
    Number(f64),
    /// Auto.
    Auto(Auto),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(AutoOrNumber { Number(f64), Auto(Auto), });

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
