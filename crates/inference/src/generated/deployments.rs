// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `Deployments`: Operations for managing model deployments.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Timestamp, Value,
};

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
    )
    .without_v1();

/// Response listing deployments.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeploymentListResponse {
    /// Always `list`.
    pub object: String,
    /// Data.
    pub data: Vec<Deployment>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    DeploymentListResponse, response { "object" => object : constant("list"), "data" =>
    data : required, }
);

impl DeploymentListResponse {
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
        data: impl IntoIterator<Item = impl Into<Deployment>>,
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

impl Default for DeploymentListResponse {
    fn default() -> Self {
        Self::new()
    }
}

/// Describes a model deployment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Deployment {
    /// The deployment identifier.
    pub id: String,
    /// Always `deployment`.
    pub object: String,
    /// The Unix timestamp when the deployment was created.
    pub created_at: Option<Timestamp>,
    /// The Unix timestamp when the deployment was last updated.
    pub updated_at: Option<Timestamp>,
    /// The model identifier deployed.
    pub model: String,
    /// The owner of the deployment.
    pub owner: Option<String>,
    /// The current status of the deployment.
    pub status: Option<DeploymentStatus>,
    /// The deployment scale settings.
    pub scale_settings: Option<DeploymentScaleSettings>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Deployment { "id" => id : required, "object" => object : constant("deployment"),
    "created_at" => created_at : optional, "updated_at" => updated_at : optional, "model"
    => model : required, "owner" => owner : optional, "status" => status : optional,
    "scale_settings" => scale_settings : optional, }
);

impl Deployment {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: Default::default(),
            object: "deployment".into(),
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
    /// Serialized as `succeeded`.
    Succeeded,
    /// Serialized as `failed`.
    Failed,
    /// Serialized as `running`.
    Running,
    /// Serialized as `canceled`.
    Canceled,
    /// A value that this version of the crate does not know, as received.
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
    /// Serialized as `standard`.
    Standard,
    /// Serialized as `manual`.
    Manual,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    DeploymentScaleSettingsScaleType { Standard = "standard", Manual = "manual", }
);

/// The deployment scale settings.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeploymentScaleSettings {
    /// The type of scaling.
    pub scale_type: Option<DeploymentScaleSettingsScaleType>,
    /// The deployment capacity.
    pub capacity: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    DeploymentScaleSettings { "scale_type" => scale_type : optional, "capacity" =>
    capacity : optional, }
);

impl DeploymentScaleSettings {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            scale_type: None,
            capacity: None,
            extra: Extra::default(),
        }
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

impl Default for DeploymentScaleSettings {
    fn default() -> Self {
        Self::new()
    }
}
