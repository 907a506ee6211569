//! Sixty-four clients at once: nothing is lost or made twice, and lists are whole and in order, also while others insert.

use std::collections::BTreeSet;
use std::sync::Arc;

use azure_openai::authoring::{
    BatchCreateRequest, BatchListOptions, BatchStatus, DeploymentConnection, FilesListOptions,
    FineTuningJobCreation, FineTuningListOptions, GenericEmbeddingSettings,
    IngestionJobSystemCompute, Order, Purpose, StoredCompletionListOptions, SystemComputeStorage,
    UpdateStoredCompletionRequest, UploadFileCompleteBody, UploadFilePartForm, UploadFileStartBody,
};
use azure_openai::{Client, FilePart, user};
use azure_openai_emulator::Emulator;
use tests::clients::{KEY, client};

use super::fine_tuning::examples;
use super::group::{Group, SOON, sound};

const CLIENTS: usize = 64;
/// Each makes so many.
const EACH: usize = 3;

/// Lets that many clients do something at once. They are clones of one, as making one takes longer than what it does here.
async fn crowd<T, F>(emulator: &Emulator, act: impl Fn(Client, usize) -> F) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let client = client(emulator.endpoint());
    let tasks: Vec<_> = (0..CLIENTS)
        .map(|number| tokio::spawn(act(client.clone(), number)))
        .collect();
    let mut done = Vec::new();
    for task in tasks {
        done.push(task.await.unwrap());
    }
    done
}

async fn start() -> Arc<Emulator> {
    tests::trace::start();
    let emulator = Emulator::builder().api_key(KEY).start().await.unwrap();
    emulator.clock().set_speed(0.0);
    Arc::new(emulator)
}

/// Sees that a list has exactly these, each once, and the same in the other order.
fn whole(made: &[String], listed: &[String], backwards: &[String]) {
    let made: BTreeSet<&String> = made.iter().collect();
    let found: BTreeSet<&String> = listed.iter().collect();
    assert_eq!(listed.len(), found.len(), "something is listed twice");
    assert_eq!(made, found);
    assert!(listed.iter().rev().eq(backwards));
}

/// Sees that a list that was read while others inserted is a part of the list afterwards, in its order, and, where it
/// begins with the oldest, without gaps.
fn consistent(partial: &[String], listed: &[String]) {
    assert!(listed.starts_with(partial), "{partial:?}\n{listed:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_of_many() {
    let emulator = start().await;
    let list = async |client: Client, order: Order| -> Vec<String> {
        let options = FilesListOptions::new().with_limit(7).with_order(order);
        let files = client.files().list(options).all().await.unwrap();
        files.into_iter().map(|file| file.id).collect()
    };
    let done = crowd(&emulator, |client, number| async move {
        let (mut made, mut seen) = (Vec::new(), Vec::new());
        for turn in 0..EACH {
            let part = FilePart::from_bytes("a.txt", format!("{number} {turn}"));
            let file = client
                .files()
                .upload(Purpose::Assistants, part)
                .await
                .unwrap();
            // It is there for its maker at once.
            let content = client.files().content(&file.id).await.unwrap();
            let content = content.bytes(100).await.unwrap();
            assert_eq!(content, format!("{number} {turn}"));
            made.push(file.id.clone());
        }
        if number % 8 == 0 {
            let options = FilesListOptions::new().with_limit(5).with_order(Order::Asc);
            let files = client.files().list(options).all().await.unwrap();
            seen.extend(files.into_iter().map(|file| file.id));
        }
        // One in three goes again.
        let gone = made.swap_remove(0);
        (made, gone, seen, client)
    })
    .await;
    let client = client(emulator.endpoint());
    let made: Vec<String> = done
        .iter()
        .flat_map(|(made, gone, ..)| made.iter().chain([gone]))
        .cloned()
        .collect();
    assert_eq!(made.len(), CLIENTS * EACH);
    let listed = list(client.clone(), Order::Asc).await;
    whole(&made, &listed, &list(client.clone(), Order::Desc).await);
    for (.., seen, _) in &done {
        consistent(seen, &listed);
    }
    let deletions = done.into_iter().map(|(made, gone, _, client)| {
        tokio::spawn(async move {
            client.files().delete(&gone).await.unwrap();
            assert!(
                client
                    .files()
                    .delete(&gone)
                    .await
                    .unwrap_err()
                    .is_not_found()
            );
            made
        })
    });
    let mut left = Vec::new();
    for deletion in deletions.collect::<Vec<_>>() {
        left.extend(deletion.await.unwrap());
    }
    let listed = list(client.clone(), Order::Asc).await;
    whole(&left, &listed, &list(client, Order::Desc).await);
    sound(&emulator);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn stored_completions_of_many() {
    let emulator = start().await;
    let done = crowd(&emulator, |client, number| async move {
        let chat = client.deployment("gpt-4o");
        let stored = client.authoring().stored_completion();
        let mut made = Vec::new();
        for turn in 0..EACH {
            let metadata = serde_json::json!({"of": number.to_string(), "turn": turn.to_string()});
            let call = chat
                .chat([user(format!("{number} {turn}"))])
                .extra("store", true);
            let id = call.extra("metadata", metadata).await.unwrap().id.clone();
            // Not that of another.
            let kept = stored.get(&id).await.unwrap();
            assert_eq!(kept.metadata["of"], number.to_string());
            let change = UpdateStoredCompletionRequest::new()
                .with_metadata([("of", number.to_string()), ("changed", turn.to_string())]);
            stored.update(&id, &change).await.unwrap();
            made.push(id);
        }
        let options = StoredCompletionListOptions::new()
            .with_limit(5)
            .with_order(Order::Asc);
        let seen = match number % 8 {
            0 => client
                .stored_completions()
                .list(options)
                .all()
                .await
                .unwrap(),
            _ => Vec::new(),
        };
        let seen: Vec<String> = seen.into_iter().map(|one| one.id).collect();
        (made, seen)
    })
    .await;
    let client = client(emulator.endpoint());
    let list = async |options: StoredCompletionListOptions| {
        let options = options.with_limit(9);
        client
            .stored_completions()
            .list(options)
            .all()
            .await
            .unwrap()
    };
    let ids = |list: &[azure_openai::authoring::StoredCompletion]| -> Vec<String> {
        list.iter().map(|one| one.id.clone()).collect()
    };
    let ascending = list(StoredCompletionListOptions::new().with_order(Order::Asc)).await;
    let descending = list(StoredCompletionListOptions::new().with_order(Order::Desc)).await;
    let made: Vec<String> = done.iter().flat_map(|(made, _)| made.clone()).collect();
    assert_eq!(made.len(), CLIENTS * EACH);
    whole(&made, &ids(&ascending), &ids(&descending));
    for (_, seen) in &done {
        consistent(seen, &ids(&ascending));
    }
    // No change was lost.
    assert!(
        ascending
            .iter()
            .all(|one| one.metadata.contains_key("changed"))
    );
    for (number, (made, _)) in done.iter().enumerate().step_by(9) {
        let options = StoredCompletionListOptions::new().with_metadata(format!("of={number}"));
        let own: BTreeSet<String> = ids(&list(options).await).into_iter().collect();
        assert_eq!(own, made.iter().cloned().collect());
    }
    sound(&emulator);
}

/// Everyone sends a part of each of four uploads.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn uploads_of_many() {
    const UPLOADS: usize = 4;
    const PART: usize = 10_000;
    let emulator = start().await;
    let first = client(emulator.endpoint());
    let uploads = first.authoring().upload_file();
    let mut started = Vec::new();
    for _ in 0..UPLOADS {
        let bytes = (CLIENTS * PART) as i64;
        let body = UploadFileStartBody::new(Purpose::Assistants, "big", bytes, "text/plain");
        started.push(uploads.start(&body).await.unwrap().id.clone());
    }
    let ids = Arc::new(started.clone());
    let parts = crowd(&emulator, |client, number| {
        let ids = Arc::clone(&ids);
        async move {
            let mut blocks = Vec::new();
            for (upload, id) in ids.iter().enumerate() {
                let bytes = vec![(number + upload) as u8; PART];
                let form = UploadFilePartForm::new(FilePart::from_bytes("blob", bytes));
                let part = client
                    .authoring()
                    .upload_file()
                    .part(id, form)
                    .await
                    .unwrap();
                assert_eq!(part.upload_id.as_ref(), Some(id));
                blocks.push(part.azure_block_id.clone().unwrap());
            }
            blocks
        }
    })
    .await;
    let all: BTreeSet<&String> = parts.iter().flatten().collect();
    assert_eq!(all.len(), CLIENTS * UPLOADS);
    for (upload, id) in started.iter().enumerate() {
        let blocks = parts.iter().map(|blocks| &blocks[upload]);
        let body = UploadFileCompleteBody::new(blocks);
        // Everyone completes it, and one of them does.
        let done = crowd(&emulator, |client, _| {
            let (id, body) = (id.clone(), body.clone());
            async move { client.authoring().upload_file().complete(id, &body).await }
        })
        .await;
        let (done, refused): (Vec<_>, Vec<_>) = done.into_iter().partition(Result::is_ok);
        assert_eq!(done.len(), 1);
        assert!(
            refused
                .into_iter()
                .all(|refused| refused.unwrap_err().is_conflict())
        );
        let file = done
            .into_iter()
            .next()
            .unwrap()
            .unwrap()
            .into_value()
            .file
            .unwrap();
        let content = first.files().content(&file.id).await.unwrap();
        let content = content.bytes(CLIENTS * PART).await.unwrap();
        assert_eq!(content.len(), CLIENTS * PART);
        for (number, part) in content.chunks(PART).enumerate() {
            assert!(part.iter().all(|byte| *byte == (number + upload) as u8));
        }
    }
    assert_eq!(first.files().list(None).all().await.unwrap().len(), UPLOADS);
    sound(&emulator);
}

/// Batches and fine-tuning jobs that run at the same time, all to their end.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jobs_of_many() {
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
            let job = client
                .fine_tuning()
                .create(&request)
                .await
                .unwrap()
                .id
                .clone();
            let wait = client
                .batches()
                .wait(&batch)
                .with_interval(SOON * 10, SOON * 10);
            let done = wait.await.unwrap();
            assert_eq!(done.status, Some(BatchStatus::Completed));
            let wait = client
                .fine_tuning()
                .wait(&job)
                .with_interval(SOON * 10, SOON * 10);
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
        let all = group.client.batches().list(options).all().await.unwrap();
        all.into_iter().map(|batch| batch.id).collect()
    };
    whole(
        &column(|row| &row.0),
        &list("created_at asc").await,
        &list("created_at desc").await,
    );
    let list = async |limit: i64| -> Vec<String> {
        let options = FineTuningListOptions::new().with_limit(limit);
        let all = group
            .client
            .fine_tuning()
            .list(options)
            .all()
            .await
            .unwrap();
        all.into_iter().map(|job| job.id).collect()
    };
    let mut oldest_first = list(5).await;
    oldest_first.reverse();
    whole(&column(|row| &row.1), &oldest_first, &list(11).await);
    sound(&group.emulator);
}

/// Everyone makes jobs of an own id, and one that all share.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ingestion_of_many() {
    let emulator = start().await;
    let seen = crowd(&emulator, |client, number| async move {
        let embeddings = GenericEmbeddingSettings::new().with_deployment_name("ada");
        let source = SystemComputeStorage::new(DeploymentConnection::new(), "docs", [embeddings]);
        let job = IngestionJobSystemCompute::new()
            .with_datasource(source)
            .into();
        let ingestion = client.ingestion();
        for id in [format!("job-{number:02}"), "shared".to_owned()] {
            ingestion.create(&id, &job, None).await.unwrap();
        }
        let runs = ingestion.runs(format!("job-{number:02}"), None);
        assert_eq!(runs.all().await.unwrap().len(), 1);
        let jobs = ingestion.list(None).all().await.unwrap();
        jobs.iter().map(id_of).collect::<Vec<String>>()
    })
    .await;
    let client = client(emulator.endpoint());
    let jobs = client.ingestion().list(None).all().await.unwrap();
    let listed: Vec<String> = jobs.iter().map(id_of).collect();
    let mut expected: BTreeSet<String> = (0..CLIENTS)
        .map(|number| format!("job-{number:02}"))
        .collect();
    expected.insert("shared".to_owned());
    assert_eq!(listed.len(), expected.len());
    assert_eq!(listed.iter().cloned().collect::<BTreeSet<_>>(), expected);
    for seen in &seen {
        consistent(seen, &listed);
    }
    // The job that was there already was not made again, nor were its runs numbered twice.
    let runs = client.ingestion().runs("shared", None).all().await.unwrap();
    let ids: BTreeSet<_> = runs.iter().map(|run| run.run_id.clone().unwrap()).collect();
    assert_eq!(ids.len(), runs.len());
    sound(&emulator);
}

fn id_of(job: &azure_openai::authoring::IngestionJob) -> String {
    tests::json::encode(job)["jobId"]
        .as_str()
        .unwrap()
        .to_owned()
}
