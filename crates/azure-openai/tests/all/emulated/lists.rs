//! Every list over several pages.

use azure_openai::authoring::{
    BatchCreateRequest, BatchListOptions, FilesListOptions, FineTuningGetCheckpointsOptions,
    FineTuningGetEventsOptions, FineTuningJobCreation, FineTuningListOptions, IngestionJob, Order, Purpose,
    StoredCompletionGetMessagesOptions, StoredCompletionListOptions,
};
use azure_openai::paging::{Items, List};
use azure_openai::{FilePart, system, user};
use azure_openai_emulator::Emulator;
use serde_json::json;

use super::{asked, examples, run};

/// The ids of a list, all of them different; and how many pages it took.
async fn ids<L: List>(
    emulator: &Emulator,
    operation: &str,
    items: Items<L>,
    id: impl Fn(&L::Item) -> Option<&str>,
) -> (Vec<String>, u64) {
    let before = asked(emulator, operation);
    let items = items.all().await.unwrap();
    let ids: Vec<_> = items.iter().map(|item| id(item).unwrap().to_owned()).collect();
    let different: std::collections::HashSet<_> = ids.iter().collect();
    assert_eq!(different.len(), ids.len(), "{operation}: {ids:?}");
    (ids, asked(emulator, operation) - before)
}

#[test]
fn files_and_batches() {
    run(Emulator::builder(), async |emulator, client| {
        let (files, batches) = (client.files(), client.batches());
        let (mut made, mut ordered) = (Vec::new(), Vec::new());
        for number in 0..5 {
            let line = json!({"custom_id": "a", "method": "POST", "url": "/chat/completions",
                "body": {"model": "gpt-4o", "messages": [{"role": "user", "content": format!("{number}")}]}});
            let part = FilePart::from_bytes("b.jsonl", line.to_string());
            let file = files.upload(Purpose::Batch, part).await.unwrap();
            files.wait(&file.id).await.unwrap();
            let order = BatchCreateRequest::new(&file.id, "/chat/completions", "24h");
            ordered.push(batches.create(&order).await.unwrap().id.clone());
            made.push(file.id.clone());
        }
        let options = FilesListOptions::new()
            .with_purpose(Purpose::Batch)
            .with_limit(2)
            .with_order(Order::Asc);
        let list = files.list_with(options);
        let found = ids(emulator, "Files_List", list, |file| Some(&file.id)).await;
        assert_eq!(found.0, made);
        assert!(found.1 >= 3);

        let list = batches.list_with(BatchListOptions::new().with_limit(2));
        let (mut found, pages) = ids(emulator, "Batch_List", list, |batch| Some(&batch.id)).await;
        assert!(pages >= 3);
        found.sort();
        ordered.sort();
        assert_eq!(found, ordered);
    });
}

#[test]
fn fine_tuning() {
    run(Emulator::builder(), async |emulator, client| {
        let (files, tuning) = (client.files(), client.fine_tuning());
        let part = FilePart::from_bytes("t.jsonl", examples(20));
        let file = files.upload(Purpose::FineTune, part).await.unwrap();
        files.wait(&file.id).await.unwrap();
        let mut made = Vec::new();
        for _ in 0..3 {
            let order = FineTuningJobCreation::new("gpt-4o-2024-08-06", &file.id);
            made.push(tuning.create(&order).await.unwrap().id.clone());
        }
        for id in &made {
            tuning.wait(id).await.unwrap();
        }
        let list = tuning.list_with(FineTuningListOptions::new().with_limit(2));
        let (mut found, pages) = ids(emulator, "FineTuning_List", list, |job| Some(&job.id)).await;
        assert_eq!(pages, 2);
        found.sort();
        let mut sorted = made.clone();
        sorted.sort();
        assert_eq!(found, sorted);

        let operation = "FineTuning_GetEvents";
        let whole = tuning.events_with(&made[0], FineTuningGetEventsOptions::new().with_limit(1000));
        let (whole, pages) = ids(emulator, operation, whole, |event| Some(&event.id)).await;
        assert!(whole.len() > 6 && pages == 1);
        let list = tuning.events_with(&made[0], FineTuningGetEventsOptions::new().with_limit(3));
        let (found, pages) = ids(emulator, operation, list, |event| Some(&event.id)).await;
        assert!(found == whole && pages >= 3, "{pages}");

        let operation = "FineTuning_GetCheckpoints";
        let list = tuning.checkpoints_with(&made[0], FineTuningGetCheckpointsOptions::new().with_limit(1));
        let (found, pages) = ids(emulator, operation, list, |point| Some(&point.id)).await;
        assert!(found.len() >= 2 && pages >= 2, "{found:?}");
    });
}

#[test]
fn stored_completions() {
    run(Emulator::builder(), async |emulator, client| {
        let stored = client.stored_completions();
        let deployment = client.deployment("gpt-4o").with_api_version("2025-04-01-preview");
        let mut made = Vec::new();
        for number in 0..5 {
            let question = format!("What is {number}?");
            let messages = [system("Be brief."), user("Hello."), user(question)];
            let chat = deployment.chat(messages).with_body_field("store", true);
            made.push(chat.send().await.unwrap().value().id.clone());
        }
        let options = StoredCompletionListOptions::new().with_limit(2).with_order(Order::Asc);
        let list = stored.list_with(options);
        let found = ids(emulator, "StoredCompletion_List", list, |one| Some(&one.id)).await;
        assert_eq!(found.0, made);
        assert!(found.1 >= 3);

        let options = StoredCompletionGetMessagesOptions::new().with_limit(1);
        let list = stored.messages_with(&made[0], options);
        let operation = "StoredCompletion_GetMessages";
        let (found, pages) = ids(emulator, operation, list, |message| message.id.as_deref()).await;
        assert!(found.len() == 3 && pages >= 3, "{found:?} {pages}");
    });
}

#[test]
fn ingestion() {
    run(Emulator::builder(), async |emulator, client| {
        let ingestion = client.ingestion();
        let job: IngestionJob = serde_json::from_value(json!({
            "kind": "SystemCompute",
            "searchServiceConnection": {"kind": "EndpointWithManagedIdentity", "endpoint": "https://s.example"},
            "datasource": {
                "kind": "Storage",
                "connection": {"kind": "ConnectionString", "connectionString": "AccountKey=k"},
                "containerName": "docs",
                "embeddings": [{"connection": {"kind": "RelativeConnection"}, "deploymentName": "ada"}],
            },
            "dataRefreshIntervalInHours": 1,
            "completionAction": "keepAllAssets",
        }))
        .unwrap();
        let made: Vec<_> = (0..23).map(|number| format!("job-{number:02}")).collect();
        for id in &made {
            ingestion.create(id, &job, None).await.unwrap();
        }
        let list = ingestion.list();
        let (mut found, pages) = ids(emulator, "IngestionJobs_List", list, |job| match job {
            IngestionJob::SystemCompute(job) => job.job_id.as_deref(),
            _ => None,
        })
        .await;
        found.sort();
        assert_eq!((found, pages), (made, 3));

        emulator
            .clock()
            .advance(std::time::Duration::from_secs(24 * 3600 + 1800));
        let list = ingestion.runs("job-00");
        let (found, pages) = ids(emulator, "IngestionJobRuns_List", list, |run| run.run_id.as_deref()).await;
        assert_eq!((found.len(), pages), (25, 3));
        let wait = ingestion.wait_for_run("job-00", found.last().unwrap(), None);
        assert_eq!(wait.await.unwrap().run_id.as_deref(), found.last().map(String::as_str));
    });
}

#[test]
fn list_of_a_server_that_ignores_after_ends() {
    run(Emulator::builder(), async |emulator, client| {
        for name in ["a.jsonl", "b.jsonl"] {
            let part = FilePart::from_bytes(name, examples(10));
            client.files().upload(Purpose::FineTune, part).await.unwrap();
        }
        let fault: azure_openai_emulator::Fault = "ignored-after; operation=Files_List".parse().unwrap();
        emulator.faults().add(fault).unwrap();
        let (found, pages) = ids(emulator, "Files_List", client.files().list(), |file| Some(&file.id)).await;
        assert_eq!((found.len(), pages), (2, 2));
    });
}
