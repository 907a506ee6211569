// Made by `cargo xtask codegen` from specs/authoring/swagger.yaml: Azure OpenAI API version 2025-03-01-preview.
// Do not edit: change the overlay or the generator, and run it again.

//! `IngestionJobs`: The operations `IngestionJobs_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Secret, Value,
};

/// The operations `IngestionJobs_*`.
#[derive(Clone, Debug)]
pub struct IngestionJobsClient {
    pub(super) pipeline: Pipeline,
}

impl IngestionJobsClient {
    /// Lists the ingestion jobs.
    ///
    /// `IngestionJobs_List`: `GET /ingestion/jobs`.
    ///
    /// # Arguments
    /// - `options`: the optional parameters; `None` for none
    pub fn list(
        &self,
        options: impl Into<Option<IngestionJobsListOptions>>,
    ) -> RequestBuilder<Json<IngestionJobList>> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(INGESTION_JOBS_LIST)
            .header("mgmt-user-token", options.mgmt_user_token.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Creates an ingestion job with the specified job id.
    ///
    /// `IngestionJobs_Create`: `PUT /ingestion/jobs/{job-id}`.
    ///
    /// # Arguments
    /// - `job_id`: The id of the job that will be created.
    /// - `request`: The job to create.
    /// - `options`: the optional parameters; `None` for none
    pub fn create(
        &self,
        job_id: impl AsRef<str>,
        request: &IngestionJob,
        options: impl Into<Option<IngestionJobsCreateOptions>>,
    ) -> RequestBuilder<Json<IngestionJob>> {
        fn encode(call: Request, request: &IngestionJob) -> Request {
            call.json(request)
        }
        let options = options.into().unwrap_or_default();
        let call = encode(
            Request::new(INGESTION_JOBS_CREATE)
                .path("job-id", job_id.as_ref())
                .header("mgmt-user-token", options.mgmt_user_token.as_ref())
                .header("aml-user-token", options.aml_user_token.as_ref()),
            request,
        );
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Gets the details of the specified job id.
    ///
    /// `IngestionJobs_Get`: `GET /ingestion/jobs/{job-id}`.
    ///
    /// # Arguments
    /// - `job_id`: The id of the job.
    pub fn get(&self, job_id: impl AsRef<str>) -> RequestBuilder<Json<IngestionJob>> {
        let call = Request::new(INGESTION_JOBS_GET).path("job-id", job_id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }
}

/// Optional parameters of `IngestionJobs_List`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct IngestionJobsListOptions {
    /// The token used to access the workspace (needed only for user compute jobs).
    ///
    /// Serialized as `mgmt-user-token`.
    pub mgmt_user_token: Option<Secret>,
}

impl IngestionJobsListOptions {
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

/// Optional parameters of `IngestionJobs_Create`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct IngestionJobsCreateOptions {
    /// The token used to access the workspace (needed only for user compute jobs).
    ///
    /// Serialized as `mgmt-user-token`.
    pub mgmt_user_token: Option<Secret>,
    /// The token used to access the resources within the job in the workspace (needed only for user compute jobs).
    ///
    /// Serialized as `aml-user-token`.
    pub aml_user_token: Option<Secret>,
}

impl IngestionJobsCreateOptions {
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

    /// Sets [`Self::aml_user_token`].
    #[must_use]
    pub fn with_aml_user_token(mut self, aml_user_token: impl Into<Secret>) -> Self {
        self.aml_user_token = Some(aml_user_token.into());
        self
    }
}

pub(super) const INGESTION_JOBS_LIST: &Operation = &Operation::new(
        "IngestionJobs_List",
        Method::GET,
        "/ingestion/jobs",
    )
    .without_v1();

pub(super) const INGESTION_JOBS_CREATE: &Operation = &Operation::new(
        "IngestionJobs_Create",
        Method::PUT,
        "/ingestion/jobs/{job-id}",
    )
    .without_v1();

pub(super) const INGESTION_JOBS_GET: &Operation = &Operation::new(
        "IngestionJobs_Get",
        Method::GET,
        "/ingestion/jobs/{job-id}",
    )
    .without_v1();

/// Azure AI Search Index.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AzureAiSearchIndex {
    /// The id of the connection pointing to the Azure AI Search Index.
    ///
    /// Serialized as `connectionId`.
    pub connection_id: String,
    /// The target type.
    ///
    /// Always `AzureAISearch`.
    pub kind: TargetType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    AzureAiSearchIndex, sent { "connectionId" => connection_id : required, "kind" => kind
    : constant("AzureAISearch"), }
);

impl AzureAiSearchIndex {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(connection_id: impl Into<String>) -> Self {
        Self {
            connection_id: connection_id.into(),
            kind: "AzureAISearch".into(),
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

/// A connection to a resource.
///
/// Distinguished by `kind`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum BaseConnection {
    /// `kind` is `ConnectionString`.
    ConnectionString(ConnectionStringConnection),
    /// `kind` is `RelativeConnection`.
    RelativeConnection(DeploymentConnection),
    /// `kind` is `EndpointWithKey`.
    EndpointWithKey(EndpointKeyConnection),
    /// `kind` is `EndpointWithManagedIdentity`.
    EndpointWithManagedIdentity(EndpointMiConnection),
    /// `kind` is `WorkspaceConnection`.
    WorkspaceConnection(WorkspaceConnection),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    BaseConnection, "kind" { ConnectionString(ConnectionStringConnection) =
    "ConnectionString", RelativeConnection(DeploymentConnection) = "RelativeConnection",
    EndpointWithKey(EndpointKeyConnection) = "EndpointWithKey",
    EndpointWithManagedIdentity(EndpointMiConnection) = "EndpointWithManagedIdentity",
    WorkspaceConnection(WorkspaceConnection) = "WorkspaceConnection", }
);

/// Chunking settings
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChunkingSettings {
    /// Max chunk size in tokens.
    ///
    /// Serialized as `maxChunkSizeInTokens`.
    pub max_chunk_size_in_tokens: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChunkingSettings, sent { "maxChunkSizeInTokens" => max_chunk_size_in_tokens :
    optional, }
);

impl ChunkingSettings {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            max_chunk_size_in_tokens: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::max_chunk_size_in_tokens`].
    #[must_use]
    pub fn with_max_chunk_size_in_tokens(
        mut self,
        max_chunk_size_in_tokens: i64,
    ) -> Self {
        self.max_chunk_size_in_tokens = Some(max_chunk_size_in_tokens);
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

impl Default for ChunkingSettings {
    fn default() -> Self {
        Self::new()
    }
}

/// The completion action.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CompletionAction {
    /// Will clean up intermediate assets created during the ingestion process.
    ///
    /// Serialized as `cleanUpTempAssets`.
    CleanUpTempAssets,
    /// Will not clean up any of the intermediate assets created during the ingestion process.
    ///
    /// Serialized as `keepAllAssets`.
    KeepAllAssets,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    CompletionAction { CleanUpTempAssets = "cleanUpTempAssets", KeepAllAssets =
    "keepAllAssets", }
);

/// The compute type.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ComputeType {
    /// Serverless user compute.
    ///
    /// Serialized as `ServerlessCompute`.
    ServerlessCompute,
    /// Custom user compute.
    ///
    /// Serialized as `CustomCompute`.
    CustomCompute,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ComputeType { ServerlessCompute = "ServerlessCompute", CustomCompute =
    "CustomCompute", }
);

/// Connection string connection.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ConnectionStringConnection {
    /// Connection string
    ///
    /// Serialized as `connectionString`.
    pub connection_string: Secret,
    /// The connection type.
    ///
    /// Always `ConnectionString`.
    pub kind: ConnectionType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ConnectionStringConnection, sent { "connectionString" => connection_string :
    required, "kind" => kind : constant("ConnectionString"), }
);

impl ConnectionStringConnection {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(connection_string: impl Into<Secret>) -> Self {
        Self {
            connection_string: connection_string.into(),
            kind: "ConnectionString".into(),
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

/// The connection type.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ConnectionType {
    /// Endpoint and key connection.
    ///
    /// Serialized as `EndpointWithKey`.
    EndpointWithKey,
    /// Connection string.
    ///
    /// Serialized as `ConnectionString`.
    ConnectionString,
    /// Endpoint and managed identity.
    ///
    /// Serialized as `EndpointWithManagedIdentity`.
    EndpointWithManagedIdentity,
    /// AML Workspace connection.
    ///
    /// Serialized as `WorkspaceConnection`.
    WorkspaceConnection,
    /// Relative deployment
    ///
    /// Serialized as `RelativeConnection`.
    RelativeConnection,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ConnectionType { EndpointWithKey = "EndpointWithKey", ConnectionString =
    "ConnectionString", EndpointWithManagedIdentity = "EndpointWithManagedIdentity",
    WorkspaceConnection = "WorkspaceConnection", RelativeConnection =
    "RelativeConnection", }
);

/// CosmosDB Index.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CosmosDbIndex {
    /// The id of the connection pointing to the cosmos DB.
    ///
    /// Serialized as `connectionId`.
    pub connection_id: String,
    /// The name of the cosmos DB collection.
    ///
    /// Serialized as `collectionName`.
    pub collection_name: Option<String>,
    /// The name of the cosmos DB database.
    ///
    /// Serialized as `databaseName`.
    pub database_name: Option<String>,
    /// The target type.
    ///
    /// Always `CosmosDB`.
    pub kind: TargetType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CosmosDbIndex, sent { "connectionId" => connection_id : required, "collectionName" =>
    collection_name : optional, "databaseName" => database_name : optional, "kind" =>
    kind : constant("CosmosDB"), }
);

impl CosmosDbIndex {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(connection_id: impl Into<String>) -> Self {
        Self {
            connection_id: connection_id.into(),
            collection_name: None,
            database_name: None,
            kind: "CosmosDB".into(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::collection_name`].
    #[must_use]
    pub fn with_collection_name(mut self, collection_name: impl Into<String>) -> Self {
        self.collection_name = Some(collection_name.into());
        self
    }

    /// Sets [`Self::database_name`].
    #[must_use]
    pub fn with_database_name(mut self, database_name: impl Into<String>) -> Self {
        self.database_name = Some(database_name.into());
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

/// Crawling settings
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CrawlingSettings {
    /// Max crawl depth.
    ///
    /// Serialized as `maxCrawlDepth`.
    pub max_crawl_depth: Option<i64>,
    /// Max crawl time in mins.
    ///
    /// Serialized as `maxCrawlTimeInMins`.
    pub max_crawl_time_in_mins: Option<i64>,
    /// Max download time in mins.
    ///
    /// Serialized as `maxDownloadTimeInMins`.
    pub max_download_time_in_mins: Option<i64>,
    /// Max file size.
    ///
    /// Serialized as `maxFileSize`.
    pub max_file_size: Option<i64>,
    /// Max redirects.
    ///
    /// Serialized as `maxRedirects`.
    pub max_redirects: Option<i64>,
    /// Max files.
    ///
    /// Serialized as `maxFiles`.
    pub max_files: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CrawlingSettings, sent { "maxCrawlDepth" => max_crawl_depth : optional,
    "maxCrawlTimeInMins" => max_crawl_time_in_mins : optional, "maxDownloadTimeInMins" =>
    max_download_time_in_mins : optional, "maxFileSize" => max_file_size : optional,
    "maxRedirects" => max_redirects : optional, "maxFiles" => max_files : optional, }
);

impl CrawlingSettings {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            max_crawl_depth: None,
            max_crawl_time_in_mins: None,
            max_download_time_in_mins: None,
            max_file_size: None,
            max_redirects: None,
            max_files: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::max_crawl_depth`].
    #[must_use]
    pub fn with_max_crawl_depth(mut self, max_crawl_depth: i64) -> Self {
        self.max_crawl_depth = Some(max_crawl_depth);
        self
    }

    /// Sets [`Self::max_crawl_time_in_mins`].
    #[must_use]
    pub fn with_max_crawl_time_in_mins(mut self, max_crawl_time_in_mins: i64) -> Self {
        self.max_crawl_time_in_mins = Some(max_crawl_time_in_mins);
        self
    }

    /// Sets [`Self::max_download_time_in_mins`].
    #[must_use]
    pub fn with_max_download_time_in_mins(
        mut self,
        max_download_time_in_mins: i64,
    ) -> Self {
        self.max_download_time_in_mins = Some(max_download_time_in_mins);
        self
    }

    /// Sets [`Self::max_file_size`].
    #[must_use]
    pub fn with_max_file_size(mut self, max_file_size: i64) -> Self {
        self.max_file_size = Some(max_file_size);
        self
    }

    /// Sets [`Self::max_redirects`].
    #[must_use]
    pub fn with_max_redirects(mut self, max_redirects: i64) -> Self {
        self.max_redirects = Some(max_redirects);
        self
    }

    /// Sets [`Self::max_files`].
    #[must_use]
    pub fn with_max_files(mut self, max_files: i64) -> Self {
        self.max_files = Some(max_files);
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

impl Default for CrawlingSettings {
    fn default() -> Self {
        Self::new()
    }
}

/// Custom compute.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CustomCompute {
    /// Id of the custom compute
    ///
    /// Serialized as `computeId`.
    pub compute_id: String,
    /// The compute type.
    ///
    /// Always `CustomCompute`.
    pub kind: ComputeType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CustomCompute, sent { "computeId" => compute_id : required, "kind" => kind :
    constant("CustomCompute"), }
);

impl CustomCompute {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(compute_id: impl Into<String>) -> Self {
        Self {
            compute_id: compute_id.into(),
            kind: "CustomCompute".into(),
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

/// Relative deployment connection.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeploymentConnection {
    /// The connection type.
    ///
    /// Always `RelativeConnection`.
    pub kind: ConnectionType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    DeploymentConnection, sent { "kind" => kind : constant("RelativeConnection"), }
);

impl DeploymentConnection {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            kind: "RelativeConnection".into(),
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

impl Default for DeploymentConnection {
    fn default() -> Self {
        Self::new()
    }
}

/// Endpoint key connection.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EndpointKeyConnection {
    /// Endpoint
    pub endpoint: String,
    /// The key of the endpoint.
    pub key: Secret,
    /// The connection type.
    ///
    /// Always `EndpointWithKey`.
    pub kind: ConnectionType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    EndpointKeyConnection, sent { "endpoint" => endpoint : required, "key" => key :
    required, "kind" => kind : constant("EndpointWithKey"), }
);

impl EndpointKeyConnection {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(endpoint: impl Into<String>, key: impl Into<Secret>) -> Self {
        Self {
            endpoint: endpoint.into(),
            key: key.into(),
            kind: "EndpointWithKey".into(),
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

/// Endpoint Managed Identity connection.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EndpointMiConnection {
    /// Endpoint
    pub endpoint: String,
    /// Resource Id
    ///
    /// Serialized as `resourceId`.
    pub resource_id: Option<String>,
    /// The connection type.
    ///
    /// Always `EndpointWithManagedIdentity`.
    pub kind: ConnectionType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    EndpointMiConnection, sent { "endpoint" => endpoint : required, "resourceId" =>
    resource_id : optional, "kind" => kind : constant("EndpointWithManagedIdentity"), }
);

impl EndpointMiConnection {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(endpoint: impl Into<String>) -> Self {
        Self {
            endpoint: endpoint.into(),
            resource_id: None,
            kind: "EndpointWithManagedIdentity".into(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::resource_id`].
    #[must_use]
    pub fn with_resource_id(mut self, resource_id: impl Into<String>) -> Self {
        self.resource_id = Some(resource_id.into());
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

/// Connection Embedding Settings
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GenericEmbeddingSettings {
    /// A connection to a resource.
    pub connection: Option<BaseConnection>,
    /// Deployment name.
    ///
    /// Serialized as `deploymentName`.
    pub deployment_name: Option<String>,
    /// Model name.
    ///
    /// Serialized as `modelName`.
    pub model_name: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    GenericEmbeddingSettings, sent { "connection" => connection : optional,
    "deploymentName" => deployment_name : optional, "modelName" => model_name : optional,
    }
);

impl GenericEmbeddingSettings {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            connection: None,
            deployment_name: None,
            model_name: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::connection`].
    #[must_use]
    pub fn with_connection(mut self, connection: impl Into<BaseConnection>) -> Self {
        self.connection = Some(connection.into());
        self
    }

    /// Sets [`Self::deployment_name`].
    #[must_use]
    pub fn with_deployment_name(mut self, deployment_name: impl Into<String>) -> Self {
        self.deployment_name = Some(deployment_name.into());
        self
    }

    /// Sets [`Self::model_name`].
    #[must_use]
    pub fn with_model_name(mut self, model_name: impl Into<String>) -> Self {
        self.model_name = Some(model_name.into());
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

impl Default for GenericEmbeddingSettings {
    fn default() -> Self {
        Self::new()
    }
}

/// Represents the details of a job.
///
/// Distinguished by `kind`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum IngestionJob {
    /// `kind` is `SystemCompute`.
    SystemCompute(IngestionJobSystemCompute),
    /// `kind` is `UserCompute`.
    UserCompute(IngestionJobUserCompute),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    IngestionJob, "kind" { SystemCompute(IngestionJobSystemCompute) = "SystemCompute",
    UserCompute(IngestionJobUserCompute) = "UserCompute", }
);

/// Represents a list of ingestion jobs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IngestionJobList {
    /// The link to the next page.
    ///
    /// Serialized as `nextLink`.
    pub next_link: Option<String>,
    /// The list of items.
    pub value: Vec<IngestionJob>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    IngestionJobList, response { "nextLink" => next_link : optional, "value" => value :
    required, }
);

impl IngestionJobList {
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
        value: impl IntoIterator<Item = impl Into<IngestionJob>>,
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

impl Default for IngestionJobList {
    fn default() -> Self {
        Self::new()
    }
}

/// Ingestion job system compute.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IngestionJobSystemCompute {
    /// Job id.
    ///
    /// Serialized as `jobId`.
    pub job_id: Option<String>,
    /// A connection to a resource.
    ///
    /// Serialized as `searchServiceConnection`.
    pub search_service_connection: Option<BaseConnection>,
    /// Datasource.
    pub datasource: Option<SystemComputeDatasource>,
    /// The completion action.
    ///
    /// Serialized as `completionAction`.
    pub completion_action: Option<CompletionAction>,
    /// Data refresh interval in hours.
    ///
    /// Serialized as `dataRefreshIntervalInHours`.
    pub data_refresh_interval_in_hours: Option<i64>,
    /// The job type.
    ///
    /// Always `SystemCompute`.
    pub kind: IngestionJobType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    IngestionJobSystemCompute, sent { "jobId" => job_id : optional,
    "searchServiceConnection" => search_service_connection : optional, "datasource" =>
    datasource : optional, "completionAction" => completion_action : optional,
    "dataRefreshIntervalInHours" => data_refresh_interval_in_hours : optional, "kind" =>
    kind : constant("SystemCompute"), }
);

impl IngestionJobSystemCompute {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            job_id: None,
            search_service_connection: None,
            datasource: None,
            completion_action: None,
            data_refresh_interval_in_hours: None,
            kind: "SystemCompute".into(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::job_id`].
    #[must_use]
    pub fn with_job_id(mut self, job_id: impl Into<String>) -> Self {
        self.job_id = Some(job_id.into());
        self
    }

    /// Sets [`Self::search_service_connection`].
    #[must_use]
    pub fn with_search_service_connection(
        mut self,
        search_service_connection: impl Into<BaseConnection>,
    ) -> Self {
        self.search_service_connection = Some(search_service_connection.into());
        self
    }

    /// Sets [`Self::datasource`].
    #[must_use]
    pub fn with_datasource(
        mut self,
        datasource: impl Into<SystemComputeDatasource>,
    ) -> Self {
        self.datasource = Some(datasource.into());
        self
    }

    /// Sets [`Self::completion_action`].
    #[must_use]
    pub fn with_completion_action(
        mut self,
        completion_action: impl Into<CompletionAction>,
    ) -> Self {
        self.completion_action = Some(completion_action.into());
        self
    }

    /// Sets [`Self::data_refresh_interval_in_hours`].
    #[must_use]
    pub fn with_data_refresh_interval_in_hours(
        mut self,
        data_refresh_interval_in_hours: i64,
    ) -> Self {
        self.data_refresh_interval_in_hours = Some(data_refresh_interval_in_hours);
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

impl Default for IngestionJobSystemCompute {
    fn default() -> Self {
        Self::new()
    }
}

/// The job type.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum IngestionJobType {
    /// Jobs that run on service owned resources.
    ///
    /// Serialized as `SystemCompute`.
    SystemCompute,
    /// Jobs that run on user owned workspace.
    ///
    /// Serialized as `UserCompute`.
    UserCompute,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    IngestionJobType { SystemCompute = "SystemCompute", UserCompute = "UserCompute", }
);

/// Ingestion job user compute.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IngestionJobUserCompute {
    /// Job id.
    ///
    /// Serialized as `jobId`.
    pub job_id: Option<String>,
    /// Workspace id.
    ///
    /// Serialized as `workspaceId`.
    pub workspace_id: String,
    /// The compute settings of the job.
    pub compute: Option<JobCompute>,
    /// Information about the index to be created.
    pub target: Option<TargetIndex>,
    /// Datasource.
    pub datasource: Option<UserComputeDatasource>,
    /// Data refresh interval in hours.
    ///
    /// Serialized as `dataRefreshIntervalInHours`.
    pub data_refresh_interval_in_hours: Option<i64>,
    /// The job type.
    ///
    /// Always `UserCompute`.
    pub kind: IngestionJobType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    IngestionJobUserCompute, sent { "jobId" => job_id : optional, "workspaceId" =>
    workspace_id : required, "compute" => compute : optional, "target" => target :
    optional, "datasource" => datasource : optional, "dataRefreshIntervalInHours" =>
    data_refresh_interval_in_hours : optional, "kind" => kind : constant("UserCompute"),
    }
);

impl IngestionJobUserCompute {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(workspace_id: impl Into<String>) -> Self {
        Self {
            job_id: None,
            workspace_id: workspace_id.into(),
            compute: None,
            target: None,
            datasource: None,
            data_refresh_interval_in_hours: None,
            kind: "UserCompute".into(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::job_id`].
    #[must_use]
    pub fn with_job_id(mut self, job_id: impl Into<String>) -> Self {
        self.job_id = Some(job_id.into());
        self
    }

    /// Sets [`Self::compute`].
    #[must_use]
    pub fn with_compute(mut self, compute: impl Into<JobCompute>) -> Self {
        self.compute = Some(compute.into());
        self
    }

    /// Sets [`Self::target`].
    #[must_use]
    pub fn with_target(mut self, target: impl Into<TargetIndex>) -> Self {
        self.target = Some(target.into());
        self
    }

    /// Sets [`Self::datasource`].
    #[must_use]
    pub fn with_datasource(
        mut self,
        datasource: impl Into<UserComputeDatasource>,
    ) -> Self {
        self.datasource = Some(datasource.into());
        self
    }

    /// Sets [`Self::data_refresh_interval_in_hours`].
    #[must_use]
    pub fn with_data_refresh_interval_in_hours(
        mut self,
        data_refresh_interval_in_hours: i64,
    ) -> Self {
        self.data_refresh_interval_in_hours = Some(data_refresh_interval_in_hours);
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

/// The compute settings of the job.
///
/// Distinguished by `kind`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum JobCompute {
    /// `kind` is `CustomCompute`.
    CustomCompute(CustomCompute),
    /// `kind` is `ServerlessCompute`.
    ServerlessCompute(ServerlessCompute),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    JobCompute, "kind" { CustomCompute(CustomCompute) = "CustomCompute",
    ServerlessCompute(ServerlessCompute) = "ServerlessCompute", }
);

/// Pinecone Index.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PineconeIndex {
    /// The id of the connection pointing to the pinecone.
    ///
    /// Serialized as `connectionId`.
    pub connection_id: String,
    /// The target type.
    ///
    /// Always `Pinecone`.
    pub kind: TargetType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    PineconeIndex, sent { "connectionId" => connection_id : required, "kind" => kind :
    constant("Pinecone"), }
);

impl PineconeIndex {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(connection_id: impl Into<String>) -> Self {
        Self {
            connection_id: connection_id.into(),
            kind: "Pinecone".into(),
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

/// Serverless compute.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ServerlessCompute {
    /// SKU Level
    pub sku: Option<String>,
    /// The count of instances to run the job on.
    ///
    /// Serialized as `instanceCount`.
    pub instance_count: Option<i64>,
    /// The compute type.
    ///
    /// Always `ServerlessCompute`.
    pub kind: ComputeType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ServerlessCompute, sent { "sku" => sku : optional, "instanceCount" => instance_count
    : optional, "kind" => kind : constant("ServerlessCompute"), }
);

impl ServerlessCompute {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            sku: None,
            instance_count: None,
            kind: "ServerlessCompute".into(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::sku`].
    #[must_use]
    pub fn with_sku(mut self, sku: impl Into<String>) -> Self {
        self.sku = Some(sku.into());
        self
    }

    /// Sets [`Self::instance_count`].
    #[must_use]
    pub fn with_instance_count(mut self, instance_count: i64) -> Self {
        self.instance_count = Some(instance_count);
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

impl Default for ServerlessCompute {
    fn default() -> Self {
        Self::new()
    }
}

/// System compute datasource.
///
/// Distinguished by `kind`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum SystemComputeDatasource {
    /// `kind` is `Storage`.
    Storage(SystemComputeStorage),
    /// `kind` is `Urls`.
    Urls(SystemComputeUrl),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    SystemComputeDatasource, "kind" { Storage(SystemComputeStorage) = "Storage",
    Urls(SystemComputeUrl) = "Urls", }
);

/// The datasource type.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SystemComputeDatasourceType {
    /// Azure Storage Account.
    ///
    /// Serialized as `Storage`.
    Storage,
    /// URLs.
    ///
    /// Serialized as `Urls`.
    Urls,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    SystemComputeDatasourceType { Storage = "Storage", Urls = "Urls", }
);

/// Storage account
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SystemComputeStorage {
    /// A connection to a resource.
    pub connection: BaseConnection,
    /// container name
    ///
    /// Serialized as `containerName`.
    pub container_name: String,
    /// Chunking settings
    pub chunking: Option<ChunkingSettings>,
    /// Embeddings.
    pub embeddings: Vec<GenericEmbeddingSettings>,
    /// The datasource type.
    ///
    /// Always `Storage`.
    pub kind: SystemComputeDatasourceType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    SystemComputeStorage, sent { "connection" => connection : required, "containerName"
    => container_name : required, "chunking" => chunking : optional, "embeddings" =>
    embeddings : required, "kind" => kind : constant("Storage"), }
);

impl SystemComputeStorage {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(
        connection: impl Into<BaseConnection>,
        container_name: impl Into<String>,
        embeddings: impl IntoIterator<Item = impl Into<GenericEmbeddingSettings>>,
    ) -> Self {
        Self {
            connection: connection.into(),
            container_name: container_name.into(),
            chunking: None,
            embeddings: embeddings.into_iter().map(Into::into).collect(),
            kind: "Storage".into(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::chunking`].
    #[must_use]
    pub fn with_chunking(mut self, chunking: impl Into<ChunkingSettings>) -> Self {
        self.chunking = Some(chunking.into());
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

/// Urls
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SystemComputeUrl {
    /// Urls.
    pub urls: Vec<String>,
    /// A connection to a resource.
    pub connection: BaseConnection,
    /// container name
    ///
    /// Serialized as `containerName`.
    pub container_name: String,
    /// Crawling settings
    pub crawling: Option<CrawlingSettings>,
    /// Chunking settings
    pub chunking: Option<ChunkingSettings>,
    /// Embeddings.
    pub embeddings: Vec<GenericEmbeddingSettings>,
    /// The datasource type.
    ///
    /// Always `Urls`.
    pub kind: SystemComputeDatasourceType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    SystemComputeUrl, sent { "urls" => urls : required, "connection" => connection :
    required, "containerName" => container_name : required, "crawling" => crawling :
    optional, "chunking" => chunking : optional, "embeddings" => embeddings : required,
    "kind" => kind : constant("Urls"), }
);

impl SystemComputeUrl {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(
        urls: impl IntoIterator<Item = impl Into<String>>,
        connection: impl Into<BaseConnection>,
        container_name: impl Into<String>,
        embeddings: impl IntoIterator<Item = impl Into<GenericEmbeddingSettings>>,
    ) -> Self {
        Self {
            urls: urls.into_iter().map(Into::into).collect(),
            connection: connection.into(),
            container_name: container_name.into(),
            crawling: None,
            chunking: None,
            embeddings: embeddings.into_iter().map(Into::into).collect(),
            kind: "Urls".into(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::crawling`].
    #[must_use]
    pub fn with_crawling(mut self, crawling: impl Into<CrawlingSettings>) -> Self {
        self.crawling = Some(crawling.into());
        self
    }

    /// Sets [`Self::chunking`].
    #[must_use]
    pub fn with_chunking(mut self, chunking: impl Into<ChunkingSettings>) -> Self {
        self.chunking = Some(chunking.into());
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

/// Information about the index to be created.
///
/// Distinguished by `kind`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum TargetIndex {
    /// `kind` is `AzureAISearch`.
    AzureAiSearch(AzureAiSearchIndex),
    /// `kind` is `CosmosDB`.
    CosmosDb(CosmosDbIndex),
    /// `kind` is `Pinecone`.
    Pinecone(PineconeIndex),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    TargetIndex, "kind" { AzureAiSearch(AzureAiSearchIndex) = "AzureAISearch",
    CosmosDb(CosmosDbIndex) = "CosmosDB", Pinecone(PineconeIndex) = "Pinecone", }
);

/// The target type.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum TargetType {
    /// Azure AI Search Index.
    ///
    /// Serialized as `AzureAISearch`.
    AzureAiSearch,
    /// CosmosDB Index.
    ///
    /// Serialized as `CosmosDB`.
    CosmosDb,
    /// Pinecone Index.
    ///
    /// Serialized as `Pinecone`.
    Pinecone,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    TargetType { AzureAiSearch = "AzureAISearch", CosmosDb = "CosmosDB", Pinecone =
    "Pinecone", }
);

/// Storage account
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UserComputeDataset {
    /// Dataset id.
    ///
    /// Serialized as `datasetId`.
    pub dataset_id: String,
    /// Dataset type.
    ///
    /// Serialized as `datasetType`.
    pub dataset_type: String,
    /// Chunking settings
    pub chunking: Option<ChunkingSettings>,
    /// Embeddings.
    pub embeddings: Vec<WorkspaceConnectionEmbeddingSettings>,
    /// The datasource type.
    ///
    /// Always `Dataset`.
    pub kind: UserComputeDatasourceType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    UserComputeDataset, sent { "datasetId" => dataset_id : required, "datasetType" =>
    dataset_type : required, "chunking" => chunking : optional, "embeddings" =>
    embeddings : collection, "kind" => kind : constant("Dataset"), }
);

impl UserComputeDataset {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(dataset_id: impl Into<String>, dataset_type: impl Into<String>) -> Self {
        Self {
            dataset_id: dataset_id.into(),
            dataset_type: dataset_type.into(),
            chunking: None,
            embeddings: Default::default(),
            kind: "Dataset".into(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::chunking`].
    #[must_use]
    pub fn with_chunking(mut self, chunking: impl Into<ChunkingSettings>) -> Self {
        self.chunking = Some(chunking.into());
        self
    }

    /// Sets [`Self::embeddings`].
    #[must_use]
    pub fn with_embeddings(
        mut self,
        embeddings: impl IntoIterator<
            Item = impl Into<WorkspaceConnectionEmbeddingSettings>,
        >,
    ) -> Self {
        self.embeddings = self
            .extra
            .set("embeddings", embeddings.into_iter().map(Into::into).collect());
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

/// User compute datasource.
///
/// Distinguished by `kind`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum UserComputeDatasource {
    /// `kind` is `Dataset`.
    Dataset(UserComputeDataset),
    /// `kind` is `Urls`.
    Urls(UserComputeUrl),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    UserComputeDatasource, "kind" { Dataset(UserComputeDataset) = "Dataset",
    Urls(UserComputeUrl) = "Urls", }
);

/// The datasource type.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UserComputeDatasourceType {
    /// Workspace Dataset.
    ///
    /// Serialized as `Dataset`.
    Dataset,
    /// URLs.
    ///
    /// Serialized as `Urls`.
    Urls,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    UserComputeDatasourceType { Dataset = "Dataset", Urls = "Urls", }
);

/// Urls
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UserComputeUrl {
    /// Urls.
    pub urls: Vec<String>,
    /// Crawling settings
    pub crawling: Option<CrawlingSettings>,
    /// Chunking settings
    pub chunking: Option<ChunkingSettings>,
    /// Embeddings.
    pub embeddings: Vec<WorkspaceConnectionEmbeddingSettings>,
    /// The datasource type.
    ///
    /// Always `Urls`.
    pub kind: UserComputeDatasourceType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    UserComputeUrl, sent { "urls" => urls : required, "crawling" => crawling : optional,
    "chunking" => chunking : optional, "embeddings" => embeddings : required, "kind" =>
    kind : constant("Urls"), }
);

impl UserComputeUrl {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(
        urls: impl IntoIterator<Item = impl Into<String>>,
        embeddings: impl IntoIterator<
            Item = impl Into<WorkspaceConnectionEmbeddingSettings>,
        >,
    ) -> Self {
        Self {
            urls: urls.into_iter().map(Into::into).collect(),
            crawling: None,
            chunking: None,
            embeddings: embeddings.into_iter().map(Into::into).collect(),
            kind: "Urls".into(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::crawling`].
    #[must_use]
    pub fn with_crawling(mut self, crawling: impl Into<CrawlingSettings>) -> Self {
        self.crawling = Some(crawling.into());
        self
    }

    /// Sets [`Self::chunking`].
    #[must_use]
    pub fn with_chunking(mut self, chunking: impl Into<ChunkingSettings>) -> Self {
        self.chunking = Some(chunking.into());
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

/// AML Workspace connection.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkspaceConnection {
    /// ConnectionId
    ///
    /// Serialized as `connectionId`.
    pub connection_id: String,
    /// The connection type.
    ///
    /// Always `WorkspaceConnection`.
    pub kind: ConnectionType,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    WorkspaceConnection, sent { "connectionId" => connection_id : required, "kind" =>
    kind : constant("WorkspaceConnection"), }
);

impl WorkspaceConnection {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(connection_id: impl Into<String>) -> Self {
        Self {
            connection_id: connection_id.into(),
            kind: "WorkspaceConnection".into(),
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

/// Connection id to the embedding model
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkspaceConnectionEmbeddingSettings {
    /// Connection id.
    ///
    /// Serialized as `connectionId`.
    pub connection_id: Option<String>,
    /// Deployment name.
    ///
    /// Serialized as `deploymentName`.
    pub deployment_name: Option<String>,
    /// Model name.
    ///
    /// Serialized as `modelName`.
    pub model_name: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    WorkspaceConnectionEmbeddingSettings, sent { "connectionId" => connection_id :
    optional, "deploymentName" => deployment_name : optional, "modelName" => model_name :
    optional, }
);

impl WorkspaceConnectionEmbeddingSettings {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            connection_id: None,
            deployment_name: None,
            model_name: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::connection_id`].
    #[must_use]
    pub fn with_connection_id(mut self, connection_id: impl Into<String>) -> Self {
        self.connection_id = Some(connection_id.into());
        self
    }

    /// Sets [`Self::deployment_name`].
    #[must_use]
    pub fn with_deployment_name(mut self, deployment_name: impl Into<String>) -> Self {
        self.deployment_name = Some(deployment_name.into());
        self
    }

    /// Sets [`Self::model_name`].
    #[must_use]
    pub fn with_model_name(mut self, model_name: impl Into<String>) -> Self {
        self.model_name = Some(model_name.into());
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

impl Default for WorkspaceConnectionEmbeddingSettings {
    fn default() -> Self {
        Self::new()
    }
}
