// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `Models`: Operations for listing available models.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Timestamp, Value,
};

/// Operations for listing available models.
#[derive(Clone, Debug)]
pub struct ModelsClient {
    pub(super) pipeline: Pipeline,
}

impl ModelsClient {
    /// Gets a list of all models that are accessible by the Azure OpenAI resource. These include base models as well as all successfully completed fine-tuned models owned by the Azure OpenAI resource.
    ///
    /// `Models_List`: `GET /models`.
    pub fn list(&self) -> RequestBuilder<Json<ModelListResponse>> {
        let call = Request::new(MODELS_LIST);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const MODELS_LIST: &Operation = &Operation::new(
    "Models_List",
    Method::GET,
    "/models",
);

/// Response listing available models.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ModelListResponse {
    /// Always `list`.
    pub object: String,
    /// Data.
    pub data: Vec<Model>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ModelListResponse, response { "object" => object : constant("list"), "data" => data :
    required, }
);

impl ModelListResponse {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: "list".into(),
            data: Default::default(),
            extra: Extra::default(),
        }
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

impl Default for ModelListResponse {
    fn default() -> Self {
        Self::new()
    }
}

/// Describes an OpenAI model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Model {
    /// The model identifier.
    pub id: String,
    /// Always `model`.
    pub object: String,
    /// The Unix timestamp when the model was created.
    pub created: Option<Timestamp>,
    /// The organization that owns the model.
    pub owned_by: Option<String>,
    /// The capabilities of the model.
    pub capabilities: Option<ModelCapabilities>,
    /// The lifecycle status of the model.
    pub lifecycle_status: Option<ModelLifecycleStatus>,
    /// Deprecation information for the model.
    pub deprecation: Option<ModelDeprecation>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Model { "id" => id : required, "object" => object : constant("model"), "created" =>
    created : optional, "owned_by" => owned_by : optional, "capabilities" => capabilities
    : optional, "lifecycle_status" => lifecycle_status : optional, "deprecation" =>
    deprecation : optional, }
);

impl Model {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: Default::default(),
            object: "model".into(),
            created: None,
            owned_by: None,
            capabilities: None,
            lifecycle_status: None,
            deprecation: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::created`].
    #[must_use]
    pub fn with_created(mut self, created: impl Into<Timestamp>) -> Self {
        self.created = Some(created.into());
        self
    }

    /// Sets [`Self::owned_by`].
    #[must_use]
    pub fn with_owned_by(mut self, owned_by: impl Into<String>) -> Self {
        self.owned_by = Some(owned_by.into());
        self
    }

    /// Sets [`Self::capabilities`].
    #[must_use]
    pub fn with_capabilities(
        mut self,
        capabilities: impl Into<ModelCapabilities>,
    ) -> Self {
        self.capabilities = Some(capabilities.into());
        self
    }

    /// Sets [`Self::lifecycle_status`].
    #[must_use]
    pub fn with_lifecycle_status(
        mut self,
        lifecycle_status: impl Into<ModelLifecycleStatus>,
    ) -> Self {
        self.lifecycle_status = Some(lifecycle_status.into());
        self
    }

    /// Sets [`Self::deprecation`].
    #[must_use]
    pub fn with_deprecation(mut self, deprecation: impl Into<ModelDeprecation>) -> Self {
        self.deprecation = Some(deprecation.into());
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

/// The capabilities of the model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ModelCapabilities {
    /// Fine tune.
    pub fine_tune: Option<bool>,
    /// Inference.
    pub inference: Option<bool>,
    /// Completion.
    pub completion: Option<bool>,
    /// Chat completion.
    pub chat_completion: Option<bool>,
    /// Embeddings.
    pub embeddings: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ModelCapabilities { "fine_tune" => fine_tune : optional, "inference" => inference :
    optional, "completion" => completion : optional, "chat_completion" => chat_completion
    : optional, "embeddings" => embeddings : optional, }
);

impl ModelCapabilities {
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

impl Default for ModelCapabilities {
    fn default() -> Self {
        Self::new()
    }
}

/// The lifecycle status of the model.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ModelLifecycleStatus {
    /// Serialized as `generally-available`.
    GenerallyAvailable,
    /// Serialized as `preview`.
    Preview,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ModelLifecycleStatus { GenerallyAvailable = "generally-available", Preview =
    "preview", }
);

/// Deprecation information for the model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ModelDeprecation {
    /// The Unix timestamp when fine-tuning will no longer be available.
    pub fine_tune: Option<Timestamp>,
    /// The Unix timestamp when inference will no longer be available.
    pub inference: Option<Timestamp>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ModelDeprecation { "fine_tune" => fine_tune : optional, "inference" => inference :
    optional, }
);

impl ModelDeprecation {
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

impl Default for ModelDeprecation {
    fn default() -> Self {
        Self::new()
    }
}
