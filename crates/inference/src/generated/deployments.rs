// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `Deployments`: Operations for managing model deployments.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Timestamp, Value,
};
use serde::{Deserialize, Serialize};

/// Operations for managing model deployments.
#[derive(Clone, Debug)]
pub struct DeploymentsClient {
    pub(super) pipeline: Pipeline,
}

impl DeploymentsClient {
    /// Gets the list of deployments owned by the Azure OpenAI resource.
    ///
    /// `Deployments_List`: `GET /deployments`.
    pub fn list(&self) -> RequestBuilder<Json<DeploymentListResponse>> {
        let call = Request::new(DEPLOYMENTS_LIST);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const DEPLOYMENTS_LIST: &Operation = &Operation::new(
    "Deployments_List",
    Method::GET,
    "/deployments",
);

/// Response listing deployments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeploymentListResponse {
    /// Always `list`.
    #[serde(
        default = "DeploymentListResponse::constant_object",
        deserialize_with = "DeploymentListResponse::decode_object"
    )]
    pub object: String,
    /// Data.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub data: Vec<Deployment>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl DeploymentListResponse {
    fn constant_object() -> String {
        "list".to_owned()
    }

    fn decode_object<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_object))
    }
}

impl DeploymentListResponse {
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
        data: impl IntoIterator<Item = impl Into<Deployment>>,
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

impl Default for DeploymentListResponse {
    fn default() -> Self {
        Self::new()
    }
}

/// Describes a model deployment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Deployment {
    /// The deployment identifier.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub id: String,
    /// Always `deployment`.
    #[serde(
        default = "Deployment::constant_object",
        deserialize_with = "Deployment::decode_object"
    )]
    pub object: String,
    /// The Unix timestamp when the deployment was created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// The Unix timestamp when the deployment was last updated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<Timestamp>,
    /// The model identifier deployed.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub model: String,
    /// The owner of the deployment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The current status of the deployment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<DeploymentStatus>,
    /// The deployment scale settings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale_settings: Option<DeploymentScaleSettings>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Deployment {
    fn constant_object() -> String {
        "deployment".to_owned()
    }

    fn decode_object<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_object))
    }
}

impl Deployment {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: Default::default(),
            object: Self::constant_object(),
            created_at: None,
            updated_at: None,
            model: Default::default(),
            owner: None,
            status: None,
            scale_settings: None,
            extra: Extra::default(),
        }
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

    /// Sets [`Self::updated_at`].
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: impl Into<Timestamp>) -> Self {
        self.updated_at = Some(updated_at.into());
        self
    }

    /// Sets [`Self::model`].
    #[must_use]
    pub fn with_model(mut self, model: impl Into<String>) -> Self {
        self.model = model.into();
        self
    }

    /// Sets [`Self::owner`].
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// Sets [`Self::status`].
    #[must_use]
    pub fn with_status(mut self, status: impl Into<DeploymentStatus>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Sets [`Self::scale_settings`].
    #[must_use]
    pub fn with_scale_settings(
        mut self,
        scale_settings: impl Into<DeploymentScaleSettings>,
    ) -> Self {
        self.scale_settings = Some(scale_settings.into());
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

impl Default for Deployment {
    fn default() -> Self {
        Self::new()
    }
}

/// The current status of the deployment.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DeploymentStatus {
    /// On the wire: `succeeded`.
    Succeeded,
    /// On the wire: `failed`.
    Failed,
    /// On the wire: `running`.
    Running,
    /// On the wire: `canceled`.
    Canceled,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    DeploymentStatus { Succeeded = "succeeded", Failed = "failed", Running = "running",
    Canceled = "canceled", }
);

/// The type of scaling.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DeploymentScaleSettingsScaleType {
    /// On the wire: `standard`.
    Standard,
    /// On the wire: `manual`.
    Manual,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    DeploymentScaleSettingsScaleType { Standard = "standard", Manual = "manual", }
);

/// The deployment scale settings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeploymentScaleSettings {
    /// The type of scaling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale_type: Option<DeploymentScaleSettingsScaleType>,
    /// The deployment capacity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<i64>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl DeploymentScaleSettings {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::scale_type`].
    #[must_use]
    pub fn with_scale_type(
        mut self,
        scale_type: impl Into<DeploymentScaleSettingsScaleType>,
    ) -> Self {
        self.scale_type = Some(scale_type.into());
        self
    }

    /// Sets [`Self::capacity`].
    #[must_use]
    pub fn with_capacity(mut self, capacity: i64) -> Self {
        self.capacity = Some(capacity);
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
