//! Ingestion jobs with each kind of compute, data source, connection and target, and their runs.

use azure_openai::authoring::{
    AzureAiSearchIndex, BaseConnection, ChunkingSettings, CompletionAction, ConnectionStringConnection, CosmosDbIndex,
    CrawlingSettings, CustomCompute, DeploymentConnection, EndpointKeyConnection, EndpointMiConnection,
    GenericEmbeddingSettings, IngestionJob, IngestionJobRunsGetOptions, IngestionJobRunsListOptions,
    IngestionJobSystemCompute, IngestionJobUserCompute, IngestionJobsCreateOptions, IngestionJobsListOptions,
    JobCompute, OperationState, PineconeIndex, ServerlessCompute, SystemComputeDatasource, SystemComputeStorage,
    SystemComputeUrl, TargetIndex, UserComputeDataset, UserComputeDatasource, UserComputeUrl, WorkspaceConnection,
    WorkspaceConnectionEmbeddingSettings,
};
use serde_json::Value;
use tests::json::encode;

use super::group::{Group, Named, SOON};
use crate::operations::exchange::Api;

pub(super) const OPERATIONS: &[Named] = &[
    (Api::Authoring, "IngestionJobs_List"),
    (Api::Authoring, "IngestionJobs_Create"),
    (Api::Authoring, "IngestionJobs_Get"),
    (Api::Authoring, "IngestionJobRuns_List"),
    (Api::Authoring, "IngestionJobRuns_Get"),
];

fn connections() -> [BaseConnection; 5] {
    [
        ConnectionStringConnection::new("AccountKey=canary-account").into(),
        EndpointKeyConnection::new("https://search", "canary-search").into(),
        EndpointMiConnection::new("https://search").with_resource_id("r").into(),
        WorkspaceConnection::new("c").into(),
        DeploymentConnection::new().into(),
    ]
}

fn embeddings() -> GenericEmbeddingSettings {
    GenericEmbeddingSettings::new()
        .with_connection(DeploymentConnection::new())
        .with_deployment_name("ada")
}

/// Jobs on the service's compute, with each connection and data source.
fn system_jobs() -> Vec<IngestionJob> {
    let mut jobs = Vec::new();
    for connection in connections() {
        let storage = SystemComputeStorage::new(connection.clone(), "docs", [embeddings()])
            .with_chunking(ChunkingSettings::new().with_max_chunk_size_in_tokens(512));
        let crawling = CrawlingSettings::new().with_max_crawl_depth(2).with_max_files(9);
        let urls = SystemComputeUrl::new(["https://a.example/"], connection.clone(), "docs", [embeddings()])
            .with_crawling(crawling);
        let sources: [SystemComputeDatasource; 2] = [storage.into(), urls.into()];
        for source in sources {
            let job = IngestionJobSystemCompute::new()
                .with_search_service_connection(connection.clone())
                .with_datasource(source)
                .with_completion_action(CompletionAction::KeepAllAssets);
            jobs.push(job.into());
        }
    }
    jobs
}

/// Jobs on the caller's compute, with each compute, target and data source.
fn user_jobs() -> Vec<IngestionJob> {
    let computes: [JobCompute; 2] = [
        ServerlessCompute::new()
            .with_sku("Standard_E2s_v3")
            .with_instance_count(1)
            .into(),
        CustomCompute::new("x").into(),
    ];
    let targets: [TargetIndex; 3] = [
        AzureAiSearchIndex::new("c").into(),
        CosmosDbIndex::new("c")
            .with_collection_name("n")
            .with_database_name("d")
            .into(),
        PineconeIndex::new("c").into(),
    ];
    let embeddings = || WorkspaceConnectionEmbeddingSettings::new().with_connection_id("e");
    let sources: [UserComputeDatasource; 2] = [
        UserComputeDataset::new("d", "uri_folder")
            .with_embeddings([embeddings()])
            .into(),
        UserComputeUrl::new(["https://a.example/"], [embeddings()]).into(),
    ];
    let mut jobs = Vec::new();
    for compute in &computes {
        for target in &targets {
            for source in &sources {
                let job = IngestionJobUserCompute::new("/subscriptions/1/workspaces/w")
                    .with_compute(compute.clone())
                    .with_target(target.clone())
                    .with_datasource(source.clone());
                jobs.push(job.into());
            }
        }
    }
    jobs
}

fn tokens() -> IngestionJobsCreateOptions {
    IngestionJobsCreateOptions::new()
        .with_mgmt_user_token("canary-management")
        .with_aml_user_token("canary-workspace")
}

/// The expected response: the request without its secrets.
fn expected(id: &str, job: &IngestionJob) -> Value {
    let mut value = encode(job);
    value["jobId"] = id.into();
    for place in ["/searchServiceConnection", "/datasource/connection"] {
        for name in ["key", "connectionString"] {
            if let Some(secret) = value.pointer_mut(&format!("{place}/{name}")) {
                *secret = "********".into();
            }
        }
    }
    value
}

#[tokio::test]
async fn ingestion() {
    let group = Group::start().await;
    let side = group.authoring();
    let jobs = group.client.authoring().ingestion_jobs();
    let mut made = Vec::new();
    let (system, user) = (system_jobs(), user_jobs());
    assert_eq!((system.len(), user.len()), (10, 12));
    for (number, job) in system.iter().chain(&user).enumerate() {
        let id = format!("job-{number:02}");
        let created = side.good(jobs.create(&id, job, tokens()), 200).await;
        assert_eq!(encode(created.value()), expected(&id, job));
        assert!(!format!("{created:?}").contains("canary"));
        let found = side.good(jobs.get(&id), 200).await;
        assert_eq!(found.value(), created.value());
        made.push(id);
    }
    side.bad(jobs.get("job-none"), 404, "notFound").await;

    // Three pages.
    let first = side.good(jobs.list(None), 200).await;
    assert!(first.value.len() < made.len() && first.next_link.is_some());
    let all = group.client.ingestion().list().all().await.unwrap();
    let ids = all.iter().map(|job| encode(job)["jobId"].as_str().unwrap().to_owned());
    assert!(ids.eq(made.iter().cloned()));
    let wrong = jobs.list(IngestionJobsListOptions::new()).with_query("skiptoken", "x");
    side.bad(wrong, 400, "invalidPayload").await;

    refused(&group, &system[0], &user[0]).await;
    runs(&group, &made[0], &made[made.len() - 1]).await;
    group.finish(OPERATIONS);
}

async fn refused(group: &Group, system: &IngestionJob, user: &IngestionJob) {
    let side = group.authoring();
    let jobs = group.client.authoring().ingestion_jobs();
    let no_container = SystemComputeStorage::new(DeploymentConnection::new(), "", [embeddings()]);
    let wrong = [
        IngestionJobSystemCompute::new().with_datasource(no_container),
        IngestionJobSystemCompute::new().with_data_refresh_interval_in_hours(-1),
        IngestionJobSystemCompute::new().with_completion_action("explode"),
    ];
    for wrong in wrong {
        let call = jobs.create("job-wrong", &wrong.into(), None);
        side.bad(call, 400, "invalidPayload").await;
    }
    side.bad(jobs.get("job-wrong"), 404, "notFound").await;
    // The tokens of the caller's workspace are missing; the id belongs to a job of the other kind.
    let error = side.bad(jobs.create("job-user", user, None), 401, "unauthorized").await;
    assert_eq!(error.target(), Some("mgmt-user-token"));
    let other = jobs.create("job-00", user, tokens());
    side.bad(other, 409, "conflict").await;
    assert_eq!(
        encode(jobs.get("job-00").await.unwrap().value()),
        expected("job-00", system)
    );
}

async fn runs(group: &Group, of_system: &str, of_user: &str) {
    let side = group.authoring();
    let client = group.client.authoring().ingestion_job_runs();
    let allowed = IngestionJobRunsListOptions::new().with_mgmt_user_token("canary-management");
    for (job, options) in [(of_system, None), (of_user, Some(allowed))] {
        let list = side.good(client.list(job, options), 200).await;
        let [run] = &list.value[..] else {
            panic!("{list:?}");
        };
        let id = run.run_id.as_deref().unwrap();
        let allowed = IngestionJobRunsGetOptions::new().with_mgmt_user_token("canary-management");
        let wait = group.client.ingestion().wait_for_run(job, id, allowed.clone());
        wait.with_interval(SOON, SOON).await.unwrap();
        let done = side.good(client.get(job, id, allowed), 200).await;
        assert_eq!(done.status, Some(OperationState::Succeeded));
        let stages = &done.progress.as_ref().unwrap().stage_progress;
        assert!(!stages.is_empty());
        for stage in stages {
            assert_eq!(stage.processed_items, stage.total_items);
            assert!(stage.total_items.unwrap() > 0);
            for step in &stage.sub_stage_progress {
                assert_eq!(step.state, Some(OperationState::Succeeded));
            }
        }
    }
    side.bad(client.list("job-none", None), 404, "notFound").await;
    side.bad(client.list(of_user, None), 401, "unauthorized").await;
    side.bad(client.get(of_system, "run-none", None), 404, "notFound").await;
    side.bad(client.get(of_user, "run-none", None), 401, "unauthorized")
        .await;

    // A failing job.
    let pages = ["https://a.example/emulator-fail"];
    let source = SystemComputeUrl::new(pages, DeploymentConnection::new(), "docs", [embeddings()]);
    let job = IngestionJobSystemCompute::new().with_datasource(source).into();
    group.client.ingestion().create("job-fails", &job, None).await.unwrap();
    let runs = group.client.ingestion().runs("job-fails").all().await.unwrap();
    let id = runs[0].run_id.as_deref().unwrap();
    let wait = group.client.ingestion().wait_for_run("job-fails", id, None);
    let error = wait.with_interval(SOON, SOON).await.unwrap_err();
    let failed = error.into_job().unwrap();
    assert_eq!(failed.status, Some(OperationState::Failed));
    assert!(failed.error.unwrap().message.is_some());
}
