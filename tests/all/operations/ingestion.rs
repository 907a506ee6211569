//! Ingestion and stored completion operations.

use azure_openai_authoring::{
    ChunkingSettings, CompletionAction, DeploymentConnection, EndpointKeyConnection, GenericEmbeddingSettings,
    IngestionJob, IngestionJobRunsGetOptions, IngestionJobRunsListOptions, IngestionJobSystemCompute,
    IngestionJobsCreateOptions, IngestionJobsListOptions, Order, StoredCompletionGetMessagesOptions,
    StoredCompletionListOptions, SystemComputeStorage, UpdateStoredCompletionRequest,
};
use serde_json::{Value, json};

use super::exchange::{Exchange, Pass, Sent, json};
use super::files::exchange;
use crate::samples::{authoring as samples, ingestion};

/// A request with every field of its variant set, and its JSON.
pub(crate) fn job_request() -> (IngestionJob, Value) {
    let embeddings = GenericEmbeddingSettings::new()
        .with_connection(DeploymentConnection::new())
        .with_deployment_name("ada")
        .with_model_name("ada-002");
    let storage = SystemComputeStorage::new(DeploymentConnection::new(), "docs", [embeddings])
        .with_chunking(ChunkingSettings::new().with_max_chunk_size_in_tokens(512));
    let job = IngestionJobSystemCompute::new()
        .with_job_id("job-1")
        .with_search_service_connection(EndpointKeyConnection::new("https://search", "search-key"))
        .with_datasource(storage)
        .with_completion_action(CompletionAction::CleanUpTempAssets)
        .with_data_refresh_interval_in_hours(24);
    let body = json!({
        "kind": "SystemCompute", "jobId": "job-1",
        "searchServiceConnection": {"kind": "EndpointWithKey", "endpoint": "https://search", "key": "search-key"},
        "datasource": {
            "kind": "Storage", "connection": {"kind": "RelativeConnection"}, "containerName": "docs",
            "chunking": {"maxChunkSizeInTokens": 512},
            "embeddings": [{
                "connection": {"kind": "RelativeConnection"}, "deploymentName": "ada", "modelName": "ada-002"
            }]
        },
        "completionAction": "cleanUpTempAssets", "dataRefreshIntervalInHours": 24
    });
    (job.into(), body)
}

fn ingestion() -> Vec<Exchange> {
    vec![
        exchange(
            "IngestionJobs_List",
            Pass::Required,
            |c| json(c.authoring().ingestion_jobs().list(None)),
            Sent::get("/openai/ingestion/jobs"),
            ingestion::jobs(),
        ),
        exchange(
            "IngestionJobs_List",
            Pass::Everything,
            |c| {
                let options = IngestionJobsListOptions::new().with_mgmt_user_token("mgmt-token");
                json(c.authoring().ingestion_jobs().list(options))
            },
            Sent::get("/openai/ingestion/jobs").headers(&[("mgmt-user-token", "mgmt-token")]),
            ingestion::jobs(),
        ),
        exchange(
            "IngestionJobs_Create",
            Pass::Required,
            |c| {
                let job = IngestionJobSystemCompute::new().into();
                json(c.authoring().ingestion_jobs().create("job-1", &job, None))
            },
            Sent::new("PUT", "/openai/ingestion/jobs/job-1").json(json!({"kind": "SystemCompute"})),
            ingestion::system_urls(),
        ),
        exchange(
            "IngestionJobs_Create",
            Pass::Everything,
            |c| {
                let options = IngestionJobsCreateOptions::new()
                    .with_mgmt_user_token("mgmt-token")
                    .with_aml_user_token("aml-token");
                json(
                    c.authoring()
                        .ingestion_jobs()
                        .create("job/1", &job_request().0, options),
                )
            },
            Sent::new("PUT", "/openai/ingestion/jobs/job%2F1")
                .headers(&[("mgmt-user-token", "mgmt-token"), ("aml-user-token", "aml-token")])
                .json(job_request().1),
            ingestion::each_job().remove(0),
        ),
        exchange(
            "IngestionJobs_Get",
            Pass::Required,
            |c| json(c.authoring().ingestion_jobs().get("job 1")),
            Sent::get("/openai/ingestion/jobs/job%201"),
            ingestion::system_urls(),
        ),
        exchange(
            "IngestionJobRuns_List",
            Pass::Required,
            |c| json(c.authoring().ingestion_job_runs().list("job-1", None)),
            Sent::get("/openai/ingestion/jobs/job-1/runs"),
            ingestion::runs(),
        ),
        exchange(
            "IngestionJobRuns_List",
            Pass::Everything,
            |c| {
                let options = IngestionJobRunsListOptions::new().with_mgmt_user_token("mgmt-token");
                json(c.authoring().ingestion_job_runs().list("job|1", options))
            },
            Sent::get("/openai/ingestion/jobs/job%7C1/runs").headers(&[("mgmt-user-token", "mgmt-token")]),
            ingestion::runs(),
        ),
        exchange(
            "IngestionJobRuns_Get",
            Pass::Required,
            |c| json(c.authoring().ingestion_job_runs().get("job-1", "run-1", None)),
            Sent::get("/openai/ingestion/jobs/job-1/runs/run-1"),
            ingestion::run(),
        ),
        exchange(
            "IngestionJobRuns_Get",
            Pass::Everything,
            |c| {
                let options = IngestionJobRunsGetOptions::new().with_mgmt_user_token("mgmt-token");
                json(c.authoring().ingestion_job_runs().get("{run-id}", "run/1", options))
            },
            Sent::get("/openai/ingestion/jobs/%7Brun-id%7D/runs/run%2F1").headers(&[("mgmt-user-token", "mgmt-token")]),
            ingestion::run(),
        ),
    ]
}

fn stored() -> Vec<Exchange> {
    vec![
        exchange(
            "StoredCompletion_List",
            Pass::Required,
            |c| json(c.authoring().stored_completion().list(None)),
            Sent::get("/openai/chat/completions"),
            samples::stored_list(),
        ),
        exchange(
            "StoredCompletion_List",
            Pass::Everything,
            |c| {
                let options = StoredCompletionListOptions::new()
                    .with_metadata("team=search")
                    .with_model("gpt-4o")
                    .with_after("chatcmpl-1")
                    .with_limit(2)
                    .with_order(Order::Desc);
                json(c.authoring().stored_completion().list(options))
            },
            Sent::get("/openai/chat/completions").query(&[
                ("metadata", "team=search"),
                ("model", "gpt-4o"),
                ("after", "chatcmpl-1"),
                ("limit", "2"),
                ("order", "desc"),
            ]),
            samples::stored_list(),
        ),
        exchange(
            "StoredCompletion_Get",
            Pass::Required,
            |c| json(c.authoring().stored_completion().get("chat/1")),
            Sent::get("/openai/chat/completions/chat%2F1"),
            samples::stored_response(),
        ),
        exchange(
            "StoredCompletion_Update",
            Pass::Required,
            |c| {
                json(
                    c.authoring()
                        .stored_completion()
                        .update("chat-1", &UpdateStoredCompletionRequest::new()),
                )
            },
            Sent::post("/openai/chat/completions/chat-1").json(json!({})),
            samples::stored(),
        ),
        exchange(
            "StoredCompletion_Update",
            Pass::Everything,
            |c| {
                let request = UpdateStoredCompletionRequest::new().with_metadata([("team", "search"), ("öl", "")]);
                json(c.authoring().stored_completion().update("chat#1", &request))
            },
            Sent::post("/openai/chat/completions/chat%231").json(json!({"metadata": {"team": "search", "öl": ""}})),
            samples::stored(),
        ),
        exchange(
            "StoredCompletion_Delete",
            Pass::Required,
            |c| json(c.authoring().stored_completion().delete("chat\u{0}1")),
            Sent::new("DELETE", "/openai/chat/completions/chat%001"),
            samples::stored_deleted(),
        ),
        exchange(
            "StoredCompletion_GetMessages",
            Pass::Required,
            |c| json(c.authoring().stored_completion().get_messages("chat-1", None)),
            Sent::get("/openai/chat/completions/chat-1/messages"),
            samples::stored_messages(),
        ),
        exchange(
            "StoredCompletion_GetMessages",
            Pass::Everything,
            |c| {
                let options = StoredCompletionGetMessagesOptions::new()
                    .with_after("m-1")
                    .with_limit(2)
                    .with_order("a-new-order");
                json(c.authoring().stored_completion().get_messages("chat=1", options))
            },
            Sent::get("/openai/chat/completions/chat%3D1/messages").query(&[
                ("after", "m-1"),
                ("limit", "2"),
                ("order", "a-new-order"),
            ]),
            samples::stored_messages(),
        ),
    ]
}

pub(crate) fn exchanges() -> Vec<Exchange> {
    let mut all = ingestion();
    all.extend(stored());
    all
}
