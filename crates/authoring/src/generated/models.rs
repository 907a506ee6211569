// Made by `cargo xtask codegen` from specs/authoring/swagger.yaml: Azure OpenAI API version 2025-03-01-preview.
// Do not edit: change the overlay or the generator, and run it again.

//! `Models`: The operations `Models_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Timestamp, Value,
};
use super::shared::{FineTuningState, TypeDiscriminator};

/// The operations `Models_*`.
#[derive(Clone, Debug)]
pub struct ModelsClient {
    pub(super) pipeline: Pipeline,
}

impl ModelsClient {
    /// Gets a list of all models that are accessible by the Azure OpenAI resource.
    /// These include base models as well as all successfully completed fine-tuned models owned by the Azure OpenAI resource.
    ///
    /// `Models_List`: `GET /models`.
    pub fn list(&self) -> RequestBuilder<Json<ModelList>> {
        let call = Request::new(MODELS_LIST);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Gets details for the model specified by the given modelId.
    ///
    /// `Models_Get`: `GET /models/{model-id}`.
    ///
    /// # Arguments
    /// - `model_id`: The identifier of the model.
    pub fn get(&self, model_id: impl AsRef<str>) -> RequestBuilder<Json<Model>> {
        let call = Request::new(MODELS_GET).path("model-id", model_id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const MODELS_LIST: &Operation = &Operation::new(
    "Models_List",
    Method::GET,
    "/models",
);

pub(super) const MODELS_GET: &Operation = &Operation::new(
    "Models_Get",
    Method::GET,
    "/models/{model-id}",
);

/// The capabilities of a base or fine tune model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Capabilities {
    /// A value indicating whether a model can be used for fine tuning.
    pub fine_tune: Option<bool>,
    /// A value indicating whether a model can be deployed.
    pub inference: Option<bool>,
    /// A value indicating whether a model supports completion.
    pub completion: Option<bool>,
    /// A value indicating whether a model supports chat completion.
    pub chat_completion: Option<bool>,
    /// A value indicating whether a model supports embeddings.
    pub embeddings: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Capabilities { "fine_tune" => fine_tune : optional, "inference" => inference :
    optional, "completion" => completion : optional, "chat_completion" => chat_completion
    : optional, "embeddings" => embeddings : optional, }
);

impl Capabilities {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            fine_tune: None,
            inference: None,
            completion: None,
            chat_completion: None,
            embeddings: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::fine_tune`].
    #[must_use]
    pub fn with_fine_tune(mut self, fine_tune: bool) -> Self {
        self.fine_tune = Some(fine_tune);
        self
    }

    /// Sets [`Self::inference`].
    #[must_use]
    pub fn with_inference(mut self, inference: bool) -> Self {
        self.inference = Some(inference);
        self
    }

    /// Sets [`Self::completion`].
    #[must_use]
    pub fn with_completion(mut self, completion: bool) -> Self {
        self.completion = Some(completion);
        self
    }

    /// Sets [`Self::chat_completion`].
    #[must_use]
    pub fn with_chat_completion(mut self, chat_completion: bool) -> Self {
        self.chat_completion = Some(chat_completion);
        self
    }

    /// Sets [`Self::embeddings`].
    #[must_use]
    pub fn with_embeddings(mut self, embeddings: bool) -> Self {
        self.embeddings = Some(embeddings);
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

impl Default for Capabilities {
    fn default() -> Self {
        Self::new()
    }
}

/// Defines the dates of deprecation for the different use cases of a model.
/// Usually base models support 1 year of fine tuning after creation. Inference is typically supported 2 years after creation of base or
/// fine tuned models. The exact dates are specified in the properties.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Deprecation {
    /// The end date of fine tune support of this model. Will be `null` for fine tune models.
    pub fine_tune: Option<Timestamp>,
    /// The end date of inference support of this model.
    pub inference: Option<Timestamp>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Deprecation { "fine_tune" => fine_tune : optional, "inference" => inference :
    optional, }
);

impl Deprecation {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            fine_tune: None,
            inference: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::fine_tune`].
    #[must_use]
    pub fn with_fine_tune(mut self, fine_tune: impl Into<Timestamp>) -> Self {
        self.fine_tune = Some(fine_tune.into());
        self
    }

    /// Sets [`Self::inference`].
    #[must_use]
    pub fn with_inference(mut self, inference: impl Into<Timestamp>) -> Self {
        self.inference = Some(inference.into());
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

impl Default for Deprecation {
    fn default() -> Self {
        Self::new()
    }
}

/// The life cycle status of a model.
/// Note: A model can be promoted from "preview" to "generally-available", but never from "generally-available" to "preview".
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum LifeCycleStatus {
    /// Model is in preview and covered by the service preview terms.
    ///
    /// Serialized as `preview`.
    Preview,
    /// Model is generally available.
    ///
    /// Serialized as `generally-available`.
    GenerallyAvailable,
    /// Model is in the process of deprecation and will not be supported long term.
    ///
    /// Serialized as `deprecating`.
    Deprecating,
    /// Model is in a deprecated state and is no longer supported.
    ///
    /// Serialized as `deprecated`.
    Deprecated,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    LifeCycleStatus { Preview = "preview", GenerallyAvailable = "generally-available",
    Deprecating = "deprecating", Deprecated = "deprecated", }
);

/// A model is either a base model or the result of a successful fine tune job.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Model {
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
    /// The base model identity (model-id) if this is a fine tune model; otherwise `null`.
    pub model: Option<String>,
    /// The fine tune job identity (fine-tune-id) if this is a fine tune model; otherwise `null`.
    pub fine_tune: Option<String>,
    /// The capabilities of a base or fine tune model.
    pub capabilities: Capabilities,
    /// The life cycle status of a model.
    /// Note: A model can be promoted from "preview" to "generally-available", but never from "generally-available" to "preview".
    pub lifecycle_status: Option<LifeCycleStatus>,
    /// Defines the dates of deprecation for the different use cases of a model.
    /// Usually base models support 1 year of fine tuning after creation. Inference is typically supported 2 years after creation of base or
    /// fine tuned models. The exact dates are specified in the properties.
    pub deprecation: Deprecation,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Model, response { "object" => object : optional, "created_at" => created_at :
    optional, "id" => id : required, "status" => status : optional, "model" => model :
    optional, "fine_tune" => fine_tune : optional, "capabilities" => capabilities :
    required, "lifecycle_status" => lifecycle_status : optional, "deprecation" =>
    deprecation : required, }
);

impl Model {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: None,
            created_at: None,
            id: Default::default(),
            status: None,
            model: None,
            fine_tune: None,
            capabilities: Default::default(),
            lifecycle_status: None,
            deprecation: Default::default(),
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
        self.model = Some(model.into());
        self
    }

    /// Sets [`Self::fine_tune`].
    #[must_use]
    pub fn with_fine_tune(mut self, fine_tune: impl Into<String>) -> Self {
        self.fine_tune = Some(fine_tune.into());
        self
    }

    /// Sets [`Self::capabilities`].
    #[must_use]
    pub fn with_capabilities(mut self, capabilities: impl Into<Capabilities>) -> Self {
        self.capabilities = capabilities.into();
        self
    }

    /// Sets [`Self::lifecycle_status`].
    #[must_use]
    pub fn with_lifecycle_status(
        mut self,
        lifecycle_status: impl Into<LifeCycleStatus>,
    ) -> Self {
        self.lifecycle_status = Some(lifecycle_status.into());
        self
    }

    /// Sets [`Self::deprecation`].
    #[must_use]
    pub fn with_deprecation(mut self, deprecation: impl Into<Deprecation>) -> Self {
        self.deprecation = deprecation.into();
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

impl Default for Model {
    fn default() -> Self {
        Self::new()
    }
}

/// Represents a list of models.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ModelList {
    /// Defines the type of an object.
    pub object: Option<TypeDiscriminator>,
    /// The list of items.
    pub data: Vec<Model>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ModelList, response { "object" => object : optional, "data" => data : required, }
);

impl ModelList {
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
    pub fn with_object(mut self, object: impl Into<TypeDiscriminator>) -> Self {
        self.object = Some(object.into());
        self
    }

    /// Sets [`Self::data`].
    #[must_use]
    pub fn with_data(
        mut self,
        data: impl IntoIterator<Item = impl Into<Model>>,
    ) -> Self {
        self.data = data.into_iter().map(Into::into).collect();
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

impl Default for ModelList {
    fn default() -> Self {
        Self::new()
    }
}
