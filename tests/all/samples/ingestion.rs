//! Ingestion responses with every variant of every union.

use serde_json::{Value, json};

/// A connection of each kind.
pub(crate) fn connections() -> Vec<Value> {
    vec![
        json!({"kind": "ConnectionString", "connectionString": "AccountKey=c2VjcmV0"}),
        json!({"kind": "RelativeConnection"}),
        json!({"kind": "EndpointWithKey", "endpoint": "https://search", "key": "search-key"}),
        json!({"kind": "EndpointWithManagedIdentity", "endpoint": "https://s", "resourceId": "ResourceId=/s/1"}),
        json!({"kind": "WorkspaceConnection", "connectionId": "/connections/c"}),
    ]
}

pub(crate) fn system_storage(connection: &Value) -> Value {
    json!({
        "kind": "SystemCompute", "jobId": "job-1", "searchServiceConnection": connection,
        "completionAction": "keepAllAssets", "dataRefreshIntervalInHours": 24,
        "datasource": {
            "kind": "Storage", "connection": connection, "containerName": "docs",
            "chunking": {"maxChunkSizeInTokens": 1024},
            "embeddings": [{"connection": connection, "deploymentName": "ada", "modelName": "ada-002"}]
        }
    })
}

fn crawling() -> Value {
    json!({
        "maxCrawlDepth": 1, "maxCrawlTimeInMins": 2, "maxDownloadTimeInMins": 3, "maxFileSize": 4,
        "maxRedirects": 5, "maxFiles": 6
    })
}

pub(crate) fn system_urls() -> Value {
    json!({
        "kind": "SystemCompute", "jobId": "job-2", "searchServiceConnection": {"kind": "RelativeConnection"},
        "completionAction": "cleanUpTempAssets", "dataRefreshIntervalInHours": 1,
        "datasource": {
            "kind": "Urls", "urls": ["https://a", "https://b"], "connection": {"kind": "RelativeConnection"},
            "containerName": "docs", "crawling": crawling(), "chunking": {"maxChunkSizeInTokens": 512},
            "embeddings": [{"deploymentName": "ada", "modelName": "ada-002"}]
        }
    })
}

pub(crate) fn user_job(compute: &Value, target: &Value, datasource: &Value) -> Value {
    json!({
        "kind": "UserCompute", "jobId": "job-3", "workspaceId": "/workspaces/w", "compute": compute,
        "target": target, "datasource": datasource, "dataRefreshIntervalInHours": 12
    })
}

pub(crate) fn computes() -> Vec<Value> {
    vec![
        json!({"kind": "ServerlessCompute", "sku": "Standard_E4s_v3", "instanceCount": 2}),
        json!({"kind": "CustomCompute", "computeId": "/computes/c"}),
    ]
}

pub(crate) fn targets() -> Vec<Value> {
    vec![
        json!({"kind": "AzureAISearch", "connectionId": "/connections/s"}),
        json!({
            "kind": "CosmosDB", "connectionId": "/connections/c", "collectionName": "col", "databaseName": "db"
        }),
        json!({"kind": "Pinecone", "connectionId": "/connections/p"}),
    ]
}

pub(crate) fn user_datasources() -> Vec<Value> {
    let embeddings = json!([{"connectionId": "/connections/e", "deploymentName": "ada", "modelName": "ada-002"}]);
    vec![
        json!({
            "kind": "Dataset", "datasetId": "azureml://d", "datasetType": "uri_folder",
            "chunking": {"maxChunkSizeInTokens": 1024}, "embeddings": embeddings
        }),
        json!({
            "kind": "Urls", "urls": ["https://a"], "crawling": crawling(),
            "chunking": {"maxChunkSizeInTokens": 1024}, "embeddings": embeddings
        }),
    ]
}

/// Jobs that together hold every variant.
pub(crate) fn each_job() -> Vec<Value> {
    let mut jobs: Vec<_> = connections().iter().map(system_storage).collect();
    jobs.push(system_urls());
    for (index, target) in targets().iter().enumerate() {
        let (compute, datasource) = (&computes()[index % 2], &user_datasources()[index % 2]);
        jobs.push(user_job(compute, target, datasource));
    }
    jobs
}

pub(crate) fn jobs() -> Value {
    json!({"value": each_job(), "nextLink": "https://resource/openai/ingestion/jobs?skip=1"})
}

pub(crate) fn run() -> Value {
    json!({
        "jobId": "job-1", "runId": "run-1", "status": "succeeded",
        "error": {"message": "no", "innerErrors": ["a", "b"]}, "warnings": ["w"],
        "progress": {"stageProgress": [{
            "name": "Crawling", "totalItems": 3, "processedItems": 2, "state": "running",
            "subStageProgress": [{"name": "Chunking", "totalItems": 1, "processedItems": 1, "state": "notRunning"}]
        }]}
    })
}

pub(crate) fn runs() -> Value {
    json!({"value": [run()], "nextLink": "https://resource/openai/ingestion/jobs/job-1/runs?skip=1"})
}
