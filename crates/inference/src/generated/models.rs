// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `Models`: Operations for listing available models.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Timestamp, Value,
};
use serde::{Deserialize, Serialize};

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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ModelListResponse {
    /// Always `list`.
    #[serde(
        default = "ModelListResponse::constant_object",
        deserialize_with = "ModelListResponse::decode_object"
    )]
    pub object: String,
    /// Data.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub data: Vec<Model>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ModelListResponse {
    fn constant_object() -> String {
        "list".to_owned()
    }

    fn decode_object<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_object))
    }
}

impl ModelListResponse {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: Self::constant_object(),
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

impl Default for ModelListResponse {
    fn default() -> Self {
        Self::new()
    }
}

/// Describes an OpenAI model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Model {
    /// The model identifier.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub id: String,
    /// Always `model`.
    #[serde(
        default = "Model::constant_object",
        deserialize_with = "Model::decode_object"
    )]
    pub object: String,
    /// The Unix timestamp when the model was created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created: Option<Timestamp>,
    /// The organization that owns the model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owned_by: Option<String>,
    /// The capabilities of the model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capabilities: Option<ModelCapabilities>,
    /// The lifecycle status of the model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifecycle_status: Option<ModelLifecycleStatus>,
    /// Deprecation information for the model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecation: Option<ModelDeprecation>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Model {
    fn constant_object() -> String {
        "model".to_owned()
    }

    fn decode_object<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_object))
    }
}

impl Model {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: Default::default(),
            object: Self::constant_object(),
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

impl Default for Model {
    fn default() -> Self {
        Self::new()
    }
}

/// The capabilities of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ModelCapabilities {
    /// Fine tune.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fine_tune: Option<bool>,
    /// Inference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inference: Option<bool>,
    /// Completion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completion: Option<bool>,
    /// Chat completion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chat_completion: Option<bool>,
    /// Embeddings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub embeddings: Option<bool>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ModelCapabilities {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

/// The lifecycle status of the model.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ModelLifecycleStatus {
    /// On the wire: `generally-available`.
    GenerallyAvailable,
    /// On the wire: `preview`.
    Preview,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ModelLifecycleStatus { GenerallyAvailable = "generally-available", Preview =
    "preview", }
);

/// Deprecation information for the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ModelDeprecation {
    /// The Unix timestamp when fine-tuning will no longer be available.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fine_tune: Option<Timestamp>,
    /// The Unix timestamp when inference will no longer be available.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inference: Option<Timestamp>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ModelDeprecation {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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
