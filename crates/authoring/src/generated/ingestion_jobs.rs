// Made by `cargo xtask codegen` from specs/authoring/swagger.yaml: Azure OpenAI API version 2025-03-01-preview.
// Do not edit: change the overlay or the generator, and run it again.

//! `IngestionJobs`: The operations `IngestionJobs_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Secret, Value,
};
use serde::{Deserialize, Serialize};

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
        let options = options.into().unwrap_or_default();
        let call = Request::new(INGESTION_JOBS_CREATE)
            .path("job-id", job_id.as_ref())
            .header("mgmt-user-token", options.mgmt_user_token.as_ref())
            .header("aml-user-token", options.aml_user_token.as_ref())
            .json(request);
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

/// What is optional about the call; nothing is sent of what is not set.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct IngestionJobsListOptions {
    /// The token used to access the workspace (needed only for user compute jobs).
    ///
    /// On the wire: `mgmt-user-token`.
    pub mgmt_user_token: Option<Secret>,
}

impl IngestionJobsListOptions {
    /// Nothing set.
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

/// What is optional about the call; nothing is sent of what is not set.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct IngestionJobsCreateOptions {
    /// The token used to access the workspace (needed only for user compute jobs).
    ///
    /// On the wire: `mgmt-user-token`.
    pub mgmt_user_token: Option<Secret>,
    /// The token used to access the resources within the job in the workspace (needed only for user compute jobs).
    ///
    /// On the wire: `aml-user-token`.
    pub aml_user_token: Option<Secret>,
}

impl IngestionJobsCreateOptions {
    /// Nothing set.
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
);

pub(super) const INGESTION_JOBS_CREATE: &Operation = &Operation::new(
    "IngestionJobs_Create",
    Method::PUT,
    "/ingestion/jobs/{job-id}",
);

pub(super) const INGESTION_JOBS_GET: &Operation = &Operation::new(
    "IngestionJobs_Get",
    Method::GET,
    "/ingestion/jobs/{job-id}",
);

/// Azure AI Search Index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AzureAiSearchIndex {
    /// The id of the connection pointing to the Azure AI Search Index.
    ///
    /// On the wire: `connectionId`.
    #[serde(
        rename = "connectionId",
        default,
        deserialize_with = "azure_openai_core::decode::or_default"
    )]
    pub connection_id: String,
    /// The target type.
    ///
    /// Always `AzureAISearch`.
    #[serde(
        default = "AzureAiSearchIndex::constant_kind",
        deserialize_with = "AzureAiSearchIndex::decode_kind"
    )]
    pub kind: TargetType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AzureAiSearchIndex {
    fn constant_kind() -> TargetType {
        TargetType::from("AzureAISearch")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<TargetType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl AzureAiSearchIndex {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(connection_id: impl Into<String>) -> Self {
        Self {
            connection_id: connection_id.into(),
            kind: Self::constant_kind(),
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

/// A connection to a resource.
///
/// Told apart by `kind`.
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChunkingSettings {
    /// Max chunk size in tokens.
    ///
    /// On the wire: `maxChunkSizeInTokens`.
    #[serde(
        rename = "maxChunkSizeInTokens",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub max_chunk_size_in_tokens: Option<i64>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChunkingSettings {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

/// The completion action.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CompletionAction {
    /// Will clean up intermediate assets created during the ingestion process.
    ///
    /// On the wire: `cleanUpTempAssets`.
    CleanUpTempAssets,
    /// Will not clean up any of the intermediate assets created during the ingestion process.
    ///
    /// On the wire: `keepAllAssets`.
    KeepAllAssets,
    /// A value that this version of the crate does not know, as it came.
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
    /// On the wire: `ServerlessCompute`.
    ServerlessCompute,
    /// Custom user compute.
    ///
    /// On the wire: `CustomCompute`.
    CustomCompute,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ComputeType { ServerlessCompute = "ServerlessCompute", CustomCompute =
    "CustomCompute", }
);

/// Connection string connection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConnectionStringConnection {
    /// Connection string
    ///
    /// On the wire: `connectionString`.
    #[serde(
        rename = "connectionString",
        default = "azure_openai_core::decode::absent",
        deserialize_with = "azure_openai_core::decode::or_absent",
        skip_serializing_if = "azure_openai_core::decode::is_absent"
    )]
    pub connection_string: Secret,
    /// The connection type.
    ///
    /// Always `ConnectionString`.
    #[serde(
        default = "ConnectionStringConnection::constant_kind",
        deserialize_with = "ConnectionStringConnection::decode_kind"
    )]
    pub kind: ConnectionType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ConnectionStringConnection {
    fn constant_kind() -> ConnectionType {
        ConnectionType::from("ConnectionString")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<ConnectionType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl ConnectionStringConnection {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(connection_string: impl Into<Secret>) -> Self {
        Self {
            connection_string: connection_string.into(),
            kind: Self::constant_kind(),
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

/// The connection type.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ConnectionType {
    /// Endpoint and key connection.
    ///
    /// On the wire: `EndpointWithKey`.
    EndpointWithKey,
    /// Connection string.
    ///
    /// On the wire: `ConnectionString`.
    ConnectionString,
    /// Endpoint and managed identity.
    ///
    /// On the wire: `EndpointWithManagedIdentity`.
    EndpointWithManagedIdentity,
    /// AML Workspace connection.
    ///
    /// On the wire: `WorkspaceConnection`.
    WorkspaceConnection,
    /// Relative deployment
    ///
    /// On the wire: `RelativeConnection`.
    RelativeConnection,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ConnectionType { EndpointWithKey = "EndpointWithKey", ConnectionString =
    "ConnectionString", EndpointWithManagedIdentity = "EndpointWithManagedIdentity",
    WorkspaceConnection = "WorkspaceConnection", RelativeConnection =
    "RelativeConnection", }
);

/// CosmosDB Index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CosmosDbIndex {
    /// The id of the connection pointing to the cosmos DB.
    ///
    /// On the wire: `connectionId`.
    #[serde(
        rename = "connectionId",
        default,
        deserialize_with = "azure_openai_core::decode::or_default"
    )]
    pub connection_id: String,
    /// The name of the cosmos DB collection.
    ///
    /// On the wire: `collectionName`.
    #[serde(rename = "collectionName", default, skip_serializing_if = "Option::is_none")]
    pub collection_name: Option<String>,
    /// The name of the cosmos DB database.
    ///
    /// On the wire: `databaseName`.
    #[serde(rename = "databaseName", default, skip_serializing_if = "Option::is_none")]
    pub database_name: Option<String>,
    /// The target type.
    ///
    /// Always `CosmosDB`.
    #[serde(
        default = "CosmosDbIndex::constant_kind",
        deserialize_with = "CosmosDbIndex::decode_kind"
    )]
    pub kind: TargetType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl CosmosDbIndex {
    fn constant_kind() -> TargetType {
        TargetType::from("CosmosDB")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<TargetType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl CosmosDbIndex {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(connection_id: impl Into<String>) -> Self {
        Self {
            connection_id: connection_id.into(),
            collection_name: None,
            database_name: None,
            kind: Self::constant_kind(),
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

/// Crawling settings
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CrawlingSettings {
    /// Max crawl depth.
    ///
    /// On the wire: `maxCrawlDepth`.
    #[serde(rename = "maxCrawlDepth", default, skip_serializing_if = "Option::is_none")]
    pub max_crawl_depth: Option<i64>,
    /// Max crawl time in mins.
    ///
    /// On the wire: `maxCrawlTimeInMins`.
    #[serde(
        rename = "maxCrawlTimeInMins",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub max_crawl_time_in_mins: Option<i64>,
    /// Max download time in mins.
    ///
    /// On the wire: `maxDownloadTimeInMins`.
    #[serde(
        rename = "maxDownloadTimeInMins",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub max_download_time_in_mins: Option<i64>,
    /// Max file size.
    ///
    /// On the wire: `maxFileSize`.
    #[serde(rename = "maxFileSize", default, skip_serializing_if = "Option::is_none")]
    pub max_file_size: Option<i64>,
    /// Max redirects.
    ///
    /// On the wire: `maxRedirects`.
    #[serde(rename = "maxRedirects", default, skip_serializing_if = "Option::is_none")]
    pub max_redirects: Option<i64>,
    /// Max files.
    ///
    /// On the wire: `maxFiles`.
    #[serde(rename = "maxFiles", default, skip_serializing_if = "Option::is_none")]
    pub max_files: Option<i64>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl CrawlingSettings {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

/// Custom compute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CustomCompute {
    /// Id of the custom compute
    ///
    /// On the wire: `computeId`.
    #[serde(
        rename = "computeId",
        default,
        deserialize_with = "azure_openai_core::decode::or_default"
    )]
    pub compute_id: String,
    /// The compute type.
    ///
    /// Always `CustomCompute`.
    #[serde(
        default = "CustomCompute::constant_kind",
        deserialize_with = "CustomCompute::decode_kind"
    )]
    pub kind: ComputeType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl CustomCompute {
    fn constant_kind() -> ComputeType {
        ComputeType::from("CustomCompute")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<ComputeType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl CustomCompute {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(compute_id: impl Into<String>) -> Self {
        Self {
            compute_id: compute_id.into(),
            kind: Self::constant_kind(),
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

/// Relative deployment connection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeploymentConnection {
    /// The connection type.
    ///
    /// Always `RelativeConnection`.
    #[serde(
        default = "DeploymentConnection::constant_kind",
        deserialize_with = "DeploymentConnection::decode_kind"
    )]
    pub kind: ConnectionType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl DeploymentConnection {
    fn constant_kind() -> ConnectionType {
        ConnectionType::from("RelativeConnection")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<ConnectionType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl DeploymentConnection {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            kind: Self::constant_kind(),
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

impl Default for DeploymentConnection {
    fn default() -> Self {
        Self::new()
    }
}

/// Endpoint key connection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EndpointKeyConnection {
    /// Endpoint
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub endpoint: String,
    /// The key of the endpoint.
    #[serde(
        default = "azure_openai_core::decode::absent",
        deserialize_with = "azure_openai_core::decode::or_absent",
        skip_serializing_if = "azure_openai_core::decode::is_absent"
    )]
    pub key: Secret,
    /// The connection type.
    ///
    /// Always `EndpointWithKey`.
    #[serde(
        default = "EndpointKeyConnection::constant_kind",
        deserialize_with = "EndpointKeyConnection::decode_kind"
    )]
    pub kind: ConnectionType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl EndpointKeyConnection {
    fn constant_kind() -> ConnectionType {
        ConnectionType::from("EndpointWithKey")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<ConnectionType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl EndpointKeyConnection {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(endpoint: impl Into<String>, key: impl Into<Secret>) -> Self {
        Self {
            endpoint: endpoint.into(),
            key: key.into(),
            kind: Self::constant_kind(),
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

/// Endpoint Managed Identity connection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EndpointMiConnection {
    /// Endpoint
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub endpoint: String,
    /// Resource Id
    ///
    /// On the wire: `resourceId`.
    #[serde(rename = "resourceId", default, skip_serializing_if = "Option::is_none")]
    pub resource_id: Option<String>,
    /// The connection type.
    ///
    /// Always `EndpointWithManagedIdentity`.
    #[serde(
        default = "EndpointMiConnection::constant_kind",
        deserialize_with = "EndpointMiConnection::decode_kind"
    )]
    pub kind: ConnectionType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl EndpointMiConnection {
    fn constant_kind() -> ConnectionType {
        ConnectionType::from("EndpointWithManagedIdentity")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<ConnectionType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl EndpointMiConnection {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(endpoint: impl Into<String>) -> Self {
        Self {
            endpoint: endpoint.into(),
            resource_id: None,
            kind: Self::constant_kind(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::resource_id`].
    #[must_use]
    pub fn with_resource_id(mut self, resource_id: impl Into<String>) -> Self {
        self.resource_id = Some(resource_id.into());
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

/// Connection Embedding Settings
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GenericEmbeddingSettings {
    /// A connection to a resource.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connection: Option<BaseConnection>,
    /// Deployment name.
    ///
    /// On the wire: `deploymentName`.
    #[serde(rename = "deploymentName", default, skip_serializing_if = "Option::is_none")]
    pub deployment_name: Option<String>,
    /// Model name.
    ///
    /// On the wire: `modelName`.
    #[serde(rename = "modelName", default, skip_serializing_if = "Option::is_none")]
    pub model_name: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl GenericEmbeddingSettings {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

/// Represents the details of a job.
///
/// Told apart by `kind`.
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IngestionJobList {
    /// The link to the next page.
    ///
    /// On the wire: `nextLink`.
    #[serde(rename = "nextLink", default, skip_serializing_if = "Option::is_none")]
    pub next_link: Option<String>,
    /// The list of items.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub value: Vec<IngestionJob>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl IngestionJobList {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

/// Ingestion job system compute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IngestionJobSystemCompute {
    /// Job id.
    ///
    /// On the wire: `jobId`.
    #[serde(rename = "jobId", default, skip_serializing_if = "Option::is_none")]
    pub job_id: Option<String>,
    /// A connection to a resource.
    ///
    /// On the wire: `searchServiceConnection`.
    #[serde(
        rename = "searchServiceConnection",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub search_service_connection: Option<BaseConnection>,
    /// Datasource.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub datasource: Option<SystemComputeDatasource>,
    /// The completion action.
    ///
    /// On the wire: `completionAction`.
    #[serde(
        rename = "completionAction",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub completion_action: Option<CompletionAction>,
    /// Data refresh interval in hours.
    ///
    /// On the wire: `dataRefreshIntervalInHours`.
    #[serde(
        rename = "dataRefreshIntervalInHours",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub data_refresh_interval_in_hours: Option<i64>,
    /// The job type.
    ///
    /// Always `SystemCompute`.
    #[serde(
        default = "IngestionJobSystemCompute::constant_kind",
        deserialize_with = "IngestionJobSystemCompute::decode_kind"
    )]
    pub kind: IngestionJobType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl IngestionJobSystemCompute {
    fn constant_kind() -> IngestionJobType {
        IngestionJobType::from("SystemCompute")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<IngestionJobType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl IngestionJobSystemCompute {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            job_id: None,
            search_service_connection: None,
            datasource: None,
            completion_action: None,
            data_refresh_interval_in_hours: None,
            kind: Self::constant_kind(),
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
    /// On the wire: `SystemCompute`.
    SystemCompute,
    /// Jobs that run on user owned workspace.
    ///
    /// On the wire: `UserCompute`.
    UserCompute,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    IngestionJobType { SystemCompute = "SystemCompute", UserCompute = "UserCompute", }
);

/// Ingestion job user compute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IngestionJobUserCompute {
    /// Job id.
    ///
    /// On the wire: `jobId`.
    #[serde(rename = "jobId", default, skip_serializing_if = "Option::is_none")]
    pub job_id: Option<String>,
    /// Workspace id.
    ///
    /// On the wire: `workspaceId`.
    #[serde(
        rename = "workspaceId",
        default,
        deserialize_with = "azure_openai_core::decode::or_default"
    )]
    pub workspace_id: String,
    /// The compute settings of the job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compute: Option<JobCompute>,
    /// Information about the index to be created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<TargetIndex>,
    /// Datasource.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub datasource: Option<UserComputeDatasource>,
    /// Data refresh interval in hours.
    ///
    /// On the wire: `dataRefreshIntervalInHours`.
    #[serde(
        rename = "dataRefreshIntervalInHours",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub data_refresh_interval_in_hours: Option<i64>,
    /// The job type.
    ///
    /// Always `UserCompute`.
    #[serde(
        default = "IngestionJobUserCompute::constant_kind",
        deserialize_with = "IngestionJobUserCompute::decode_kind"
    )]
    pub kind: IngestionJobType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl IngestionJobUserCompute {
    fn constant_kind() -> IngestionJobType {
        IngestionJobType::from("UserCompute")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<IngestionJobType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl IngestionJobUserCompute {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(workspace_id: impl Into<String>) -> Self {
        Self {
            job_id: None,
            workspace_id: workspace_id.into(),
            compute: None,
            target: None,
            datasource: None,
            data_refresh_interval_in_hours: None,
            kind: Self::constant_kind(),
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

/// The compute settings of the job.
///
/// Told apart by `kind`.
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PineconeIndex {
    /// The id of the connection pointing to the pinecone.
    ///
    /// On the wire: `connectionId`.
    #[serde(
        rename = "connectionId",
        default,
        deserialize_with = "azure_openai_core::decode::or_default"
    )]
    pub connection_id: String,
    /// The target type.
    ///
    /// Always `Pinecone`.
    #[serde(
        default = "PineconeIndex::constant_kind",
        deserialize_with = "PineconeIndex::decode_kind"
    )]
    pub kind: TargetType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl PineconeIndex {
    fn constant_kind() -> TargetType {
        TargetType::from("Pinecone")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<TargetType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl PineconeIndex {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(connection_id: impl Into<String>) -> Self {
        Self {
            connection_id: connection_id.into(),
            kind: Self::constant_kind(),
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

/// Serverless compute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ServerlessCompute {
    /// SKU Level
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    /// The count of instances to run the job on.
    ///
    /// On the wire: `instanceCount`.
    #[serde(rename = "instanceCount", default, skip_serializing_if = "Option::is_none")]
    pub instance_count: Option<i64>,
    /// The compute type.
    ///
    /// Always `ServerlessCompute`.
    #[serde(
        default = "ServerlessCompute::constant_kind",
        deserialize_with = "ServerlessCompute::decode_kind"
    )]
    pub kind: ComputeType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ServerlessCompute {
    fn constant_kind() -> ComputeType {
        ComputeType::from("ServerlessCompute")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<ComputeType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl ServerlessCompute {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            sku: None,
            instance_count: None,
            kind: Self::constant_kind(),
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

impl Default for ServerlessCompute {
    fn default() -> Self {
        Self::new()
    }
}

/// System compute datasource.
///
/// Told apart by `kind`.
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
    /// On the wire: `Storage`.
    Storage,
    /// URLs.
    ///
    /// On the wire: `Urls`.
    Urls,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    SystemComputeDatasourceType { Storage = "Storage", Urls = "Urls", }
);

/// Storage account
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SystemComputeStorage {
    /// A connection to a resource.
    #[serde(
        default = "azure_openai_core::decode::absent",
        deserialize_with = "azure_openai_core::decode::or_absent",
        skip_serializing_if = "azure_openai_core::decode::is_absent"
    )]
    pub connection: BaseConnection,
    /// container name
    ///
    /// On the wire: `containerName`.
    #[serde(
        rename = "containerName",
        default,
        deserialize_with = "azure_openai_core::decode::or_default"
    )]
    pub container_name: String,
    /// Chunking settings
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chunking: Option<ChunkingSettings>,
    /// Embeddings.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub embeddings: Vec<GenericEmbeddingSettings>,
    /// The datasource type.
    ///
    /// Always `Storage`.
    #[serde(
        default = "SystemComputeStorage::constant_kind",
        deserialize_with = "SystemComputeStorage::decode_kind"
    )]
    pub kind: SystemComputeDatasourceType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl SystemComputeStorage {
    fn constant_kind() -> SystemComputeDatasourceType {
        SystemComputeDatasourceType::from("Storage")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<SystemComputeDatasourceType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl SystemComputeStorage {
    /// What is required, nothing else set.
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
            kind: Self::constant_kind(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::chunking`].
    #[must_use]
    pub fn with_chunking(mut self, chunking: impl Into<ChunkingSettings>) -> Self {
        self.chunking = Some(chunking.into());
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

/// Urls
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SystemComputeUrl {
    /// Urls.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub urls: Vec<String>,
    /// A connection to a resource.
    #[serde(
        default = "azure_openai_core::decode::absent",
        deserialize_with = "azure_openai_core::decode::or_absent",
        skip_serializing_if = "azure_openai_core::decode::is_absent"
    )]
    pub connection: BaseConnection,
    /// container name
    ///
    /// On the wire: `containerName`.
    #[serde(
        rename = "containerName",
        default,
        deserialize_with = "azure_openai_core::decode::or_default"
    )]
    pub container_name: String,
    /// Crawling settings
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crawling: Option<CrawlingSettings>,
    /// Chunking settings
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chunking: Option<ChunkingSettings>,
    /// Embeddings.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub embeddings: Vec<GenericEmbeddingSettings>,
    /// The datasource type.
    ///
    /// Always `Urls`.
    #[serde(
        default = "SystemComputeUrl::constant_kind",
        deserialize_with = "SystemComputeUrl::decode_kind"
    )]
    pub kind: SystemComputeDatasourceType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl SystemComputeUrl {
    fn constant_kind() -> SystemComputeDatasourceType {
        SystemComputeDatasourceType::from("Urls")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<SystemComputeDatasourceType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl SystemComputeUrl {
    /// What is required, nothing else set.
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
            kind: Self::constant_kind(),
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

/// Information about the index to be created.
///
/// Told apart by `kind`.
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
    /// On the wire: `AzureAISearch`.
    AzureAiSearch,
    /// CosmosDB Index.
    ///
    /// On the wire: `CosmosDB`.
    CosmosDb,
    /// Pinecone Index.
    ///
    /// On the wire: `Pinecone`.
    Pinecone,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    TargetType { AzureAiSearch = "AzureAISearch", CosmosDb = "CosmosDB", Pinecone =
    "Pinecone", }
);

/// Storage account
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserComputeDataset {
    /// Dataset id.
    ///
    /// On the wire: `datasetId`.
    #[serde(
        rename = "datasetId",
        default,
        deserialize_with = "azure_openai_core::decode::or_default"
    )]
    pub dataset_id: String,
    /// Dataset type.
    ///
    /// On the wire: `datasetType`.
    #[serde(
        rename = "datasetType",
        default,
        deserialize_with = "azure_openai_core::decode::or_default"
    )]
    pub dataset_type: String,
    /// Chunking settings
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chunking: Option<ChunkingSettings>,
    /// Embeddings.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub embeddings: Vec<WorkspaceConnectionEmbeddingSettings>,
    /// The datasource type.
    ///
    /// Always `Dataset`.
    #[serde(
        default = "UserComputeDataset::constant_kind",
        deserialize_with = "UserComputeDataset::decode_kind"
    )]
    pub kind: UserComputeDatasourceType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl UserComputeDataset {
    fn constant_kind() -> UserComputeDatasourceType {
        UserComputeDatasourceType::from("Dataset")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<UserComputeDatasourceType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl UserComputeDataset {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(dataset_id: impl Into<String>, dataset_type: impl Into<String>) -> Self {
        Self {
            dataset_id: dataset_id.into(),
            dataset_type: dataset_type.into(),
            chunking: None,
            embeddings: Default::default(),
            kind: Self::constant_kind(),
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
        self.embeddings = embeddings.into_iter().map(Into::into).collect();
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

/// User compute datasource.
///
/// Told apart by `kind`.
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
    /// On the wire: `Dataset`.
    Dataset,
    /// URLs.
    ///
    /// On the wire: `Urls`.
    Urls,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    UserComputeDatasourceType { Dataset = "Dataset", Urls = "Urls", }
);

/// Urls
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserComputeUrl {
    /// Urls.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub urls: Vec<String>,
    /// Crawling settings
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crawling: Option<CrawlingSettings>,
    /// Chunking settings
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chunking: Option<ChunkingSettings>,
    /// Embeddings.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub embeddings: Vec<WorkspaceConnectionEmbeddingSettings>,
    /// The datasource type.
    ///
    /// Always `Urls`.
    #[serde(
        default = "UserComputeUrl::constant_kind",
        deserialize_with = "UserComputeUrl::decode_kind"
    )]
    pub kind: UserComputeDatasourceType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl UserComputeUrl {
    fn constant_kind() -> UserComputeDatasourceType {
        UserComputeDatasourceType::from("Urls")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<UserComputeDatasourceType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl UserComputeUrl {
    /// What is required, nothing else set.
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
            kind: Self::constant_kind(),
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

/// AML Workspace connection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceConnection {
    /// ConnectionId
    ///
    /// On the wire: `connectionId`.
    #[serde(
        rename = "connectionId",
        default,
        deserialize_with = "azure_openai_core::decode::or_default"
    )]
    pub connection_id: String,
    /// The connection type.
    ///
    /// Always `WorkspaceConnection`.
    #[serde(
        default = "WorkspaceConnection::constant_kind",
        deserialize_with = "WorkspaceConnection::decode_kind"
    )]
    pub kind: ConnectionType,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl WorkspaceConnection {
    fn constant_kind() -> ConnectionType {
        ConnectionType::from("WorkspaceConnection")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<ConnectionType, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl WorkspaceConnection {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(connection_id: impl Into<String>) -> Self {
        Self {
            connection_id: connection_id.into(),
            kind: Self::constant_kind(),
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

/// Connection id to the embedding model
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceConnectionEmbeddingSettings {
    /// Connection id.
    ///
    /// On the wire: `connectionId`.
    #[serde(rename = "connectionId", default, skip_serializing_if = "Option::is_none")]
    pub connection_id: Option<String>,
    /// Deployment name.
    ///
    /// On the wire: `deploymentName`.
    #[serde(rename = "deploymentName", default, skip_serializing_if = "Option::is_none")]
    pub deployment_name: Option<String>,
    /// Model name.
    ///
    /// On the wire: `modelName`.
    #[serde(rename = "modelName", default, skip_serializing_if = "Option::is_none")]
    pub model_name: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl WorkspaceConnectionEmbeddingSettings {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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
