//! Batches, fine-tuning and ingestion.

use std::collections::BTreeSet;

use azure_openai::authoring::{
    BatchCreateRequest, BatchListOptions, BatchStatus, DeploymentConnection, FineTuningJobCreation,
    FineTuningListOptions, GenericEmbeddingSettings, IngestionJobSystemCompute, Purpose, SystemComputeStorage,
};
use tests::clients::client;

use super::{CLIENTS, consistent, crowd, start, whole};
use crate::emulated::fine_tuning::examples;
use crate::emulated::group::{Group, SOON, sound};

/// Batches and fine-tuning jobs that run to completion at the same time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn concurrent_jobs_do_not_interfere() {
    let group = Group::start().await;
    let line = r#"{"custom_id":"a","method":"POST","url":"/chat/completions","body":{"model":"gpt-4o","messages":[{"role":"user","content":"x"}]}}"#;
    let input = group.file(Purpose::Batch, line).await;
    let data = group.file(Purpose::FineTune, examples()).await;
    let made = crowd(&group.emulator, |client, _| {
        let (input, data) = (input.clone(), data.clone());
        async move {
            let request = BatchCreateRequest::new(input, "/chat/completions", "24h");
            let batch = client.batches().create(&request).await.unwrap().id.clone();
            let request = FineTuningJobCreation::new("gpt-4o", data);
            let job = client.fine_tuning().create(&request).await.unwrap().id.clone();
            let wait = client.batches().wait(&batch).with_interval(SOON * 10, SOON * 10);
            let done = wait.await.unwrap();
            assert_eq!(done.status, Some(BatchStatus::Completed));
            let wait = client.fine_tuning().wait(&job).with_interval(SOON * 10, SOON * 10);
            let model = wait.await.unwrap().fine_tuned_model.clone().unwrap();
            (batch, job, model, done.output_file_id.clone().unwrap())
        }
    })
    .await;
    let column = |of: fn(&(String, String, String, String)) -> &String| -> Vec<String> {
        made.iter().map(|row| of(row).clone()).collect()
    };
    let distinct = |values: Vec<String>| values.into_iter().collect::<BTreeSet<_>>().len();
    assert_eq!(distinct(column(|row| &row.2)), CLIENTS);
    assert_eq!(distinct(column(|row| &row.3)), CLIENTS);

    let list = async |order: &str| -> Vec<String> {
        let options = BatchListOptions::new().with_limit(7).with_orderby(order);
        let all = group.client.batches().list_with(options).all().await.unwrap();
        all.into_iter().map(|batch| batch.id).collect()
    };
    whole(
        &column(|row| &row.0),
        &list("created_at asc").await,
        &list("created_at desc").await,
    );
    let list = async |limit: i32| -> Vec<String> {
        let options = FineTuningListOptions::new().with_limit(limit);
        let all = group.client.fine_tuning().list_with(options).all().await.unwrap();
        all.into_iter().map(|job| job.id).collect()
    };
    let mut oldest_first = list(5).await;
    oldest_first.reverse();
    whole(&column(|row| &row.1), &oldest_first, &list(11).await);
    sound(&group.emulator);
}

/// Every client creates a job with an id of its own, and one that all share.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn concurrent_ingestion_does_not_interfere() {
    let emulator = start().await;
    let seen = crowd(&emulator, |client, number| async move {
        let embeddings = GenericEmbeddingSettings::new().with_deployment_name("ada");
        let source = SystemComputeStorage::new(DeploymentConnection::new(), "docs", [embeddings]);
        let job = IngestionJobSystemCompute::new().with_datasource(source).into();
        let ingestion = client.ingestion();
        for id in [format!("job-{number:02}"), "shared".to_owned()] {
            ingestion.create(&id, &job, None).await.unwrap();
        }
        let runs = ingestion.runs(format!("job-{number:02}"));
        assert_eq!(runs.all().await.unwrap().len(), 1);
        let jobs = ingestion.list().all().await.unwrap();
        jobs.iter().map(id_of).collect::<Vec<String>>()
    })
    .await;
    let client = client(emulator.endpoint());
    let jobs = client.ingestion().list().all().await.unwrap();
    let listed: Vec<String> = jobs.iter().map(id_of).collect();
    let mut expected: BTreeSet<String> = (0..CLIENTS).map(|number| format!("job-{number:02}")).collect();
    expected.insert("shared".to_owned());
    assert_eq!(listed.len(), expected.len());
    assert_eq!(listed.iter().cloned().collect::<BTreeSet<_>>(), expected);
    for seen in &seen {
        consistent(seen, &listed);
    }
    // The existing job was not created again, nor were its runs numbered twice.
    let runs = client.ingestion().runs("shared").all().await.unwrap();
    let ids: BTreeSet<_> = runs.iter().map(|run| run.run_id.clone().unwrap()).collect();
    assert_eq!((ids.len(), runs.len()), (1, 1));
    sound(&emulator);
}

fn id_of(job: &azure_openai::authoring::IngestionJob) -> String {
    tests::json::encode(job)["jobId"].as_str().unwrap().to_owned()
}
