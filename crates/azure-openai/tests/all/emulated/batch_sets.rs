//! Sets of batches against the emulator: submitted once whatever gets lost, within the quota, to the end.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use azure_openai::authoring::BatchStatus;
use azure_openai::batches::{BatchFailure, BatchSet, BatchSetEvent, BatchSetResults};
use azure_openai::inference::CreateChatCompletionRequest;
use azure_openai::{Client, user};
use azure_openai_emulator::Emulator;

use super::{asked, run};

type Chats = BatchSet<CreateChatCompletionRequest>;

const HOUR: Duration = Duration::from_secs(3600);

/// A set of three batches of four requests.
fn set(client: &Client, directory: &Path) -> Chats {
    let requests = (0..12).map(|number| {
        let request = CreateChatCompletionRequest::new([user(format!("question {number}."))]);
        (format!("r{number}"), request)
    });
    client
        .batches()
        .set(directory, "gpt-4o")
        .with_limits(4, u64::MAX)
        .create(requests)
        .unwrap()
}

/// Reads all results; each request comes once, with the response to its prompt or without any. Returns which have none.
async fn without_response(mut results: BatchSetResults<CreateChatCompletionRequest>) -> BTreeMap<String, String> {
    let mut seen = vec![false; 12];
    let mut failed = BTreeMap::new();
    while let Some(result) = results.next().await {
        let result = result.unwrap();
        let number = result.number as usize;
        assert_eq!(result.custom_id, format!("r{number}"));
        assert!(!std::mem::replace(&mut seen[number], true));
        match result.outcome {
            Ok(response) => assert!(
                response.text().contains(&format!("question {number}.")),
                "{}",
                response.text()
            ),
            Err(failure) => drop(failed.insert(result.custom_id, failure.to_string())),
        }
    }
    assert!(seen.iter().all(|seen| *seen), "{seen:?}");
    failed
}

/// Nothing is there twice.
async fn each_once(client: &Client, parts: usize) {
    let files = client.files().list().all().await.unwrap();
    let inputs = files.iter().filter(|file| file.filename.starts_with("batch-")).count();
    assert_eq!(inputs, parts);
    assert_eq!(client.batches().list().all().await.unwrap().len(), parts);
}

#[test]
fn set_is_submitted_and_its_results_are_those_of_its_requests() {
    run(Emulator::builder(), async |emulator, client| {
        let directory = tempfile::tempdir().unwrap();
        let events = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&events);
        let mut set = set(client, directory.path()).with_progress(move |event| {
            let mut events = noted.lock().unwrap();
            match event {
                BatchSetEvent::Submitted { part, found, .. } => events.push((part, found, "submitted")),
                BatchSetEvent::Ended { part, batch } => {
                    assert_eq!(batch.status, Some(BatchStatus::Completed));
                    events.push((part, false, "ended"));
                }
                _ => {}
            }
        });
        let results = set.run(client).await.unwrap();
        assert!(without_response(results).await.is_empty());
        assert!(
            set.parts()
                .iter()
                .all(|part| part.has_ended() && part.problem.is_none())
        );
        each_once(client, 3).await;
        assert_eq!(events.lock().unwrap().len(), 6);
        // What has ended is only read.
        let before = emulator.requests().len();
        Chats::open(directory.path()).unwrap().wait(client).await.unwrap();
        assert_eq!(emulator.requests().len(), before);
    });
}

#[test]
fn lost_response_to_a_submission_does_not_submit_twice() {
    for fault in [
        "operation=Batch_Create; close=headers; processed; first=1",
        "operation=Batch_Create; status=504; processed; skip=1; first=2",
        "operation=Files_Upload; reset=headers; processed; skip=2; first=1",
        "operation=Files_Upload; close=headers; processed; first=3",
    ] {
        run(Emulator::builder(), async |emulator, client| {
            emulator.faults().add(fault.parse().unwrap()).unwrap();
            let directory = tempfile::tempdir().unwrap();
            let mut set = set(client, directory.path());
            let results = set.run(client).await.unwrap();
            assert!(without_response(results).await.is_empty(), "{fault}");
            each_once(client, 3).await;
            assert_eq!(asked(emulator, "Batch_Create"), 3, "{fault}");
            assert_eq!(asked(emulator, "Files_Upload"), 3, "{fault}");
        });
    }
}

#[test]
fn dropped_set_goes_on_where_it_was() {
    // Dropped at every request there is: as a kill between two writes, without the process.
    for requests in 1..14 {
        run(Emulator::builder(), async |emulator, client| {
            let directory = tempfile::tempdir().unwrap();
            let mut first = set(client, directory.path());
            let skip = format!("latency=3600s; skip={requests}");
            emulator.faults().add(skip.parse().unwrap()).unwrap();
            let dropped = tokio::time::timeout(Duration::from_secs(60), first.run(client)).await;
            assert!(dropped.is_err(), "{requests}");
            emulator.faults().clear();
            let mut again = Chats::open(directory.path()).unwrap();
            let results = again.run(client).await.unwrap();
            assert!(without_response(results).await.is_empty(), "{requests}");
            each_once(client, 3).await;
        });
    }
}

#[test]
fn batch_without_quota_waits_for_an_earlier_one() {
    let directory = tempfile::tempdir().unwrap();
    let client = Client::builder().with_endpoint("https://r.openai.azure.com");
    let client = client.with_api_key("key").build().unwrap();
    let tokens = set(&client, directory.path()).parts()[0].bytes.div_ceil(4);
    let narrow = Emulator::builder()
        .enqueued_token_limit(tokens * 3 / 2)
        .batch_line_time(Duration::from_secs(60));
    run(narrow, async |_, client| {
        let waits = Arc::new(Mutex::new(0));
        let noted = Arc::clone(&waits);
        let set = Chats::open(directory.path()).unwrap();
        let mut set = set.with_progress(move |event| {
            if matches!(event, BatchSetEvent::WaitsForQuota { .. }) {
                *noted.lock().unwrap() += 1;
            }
        });
        let results = set.run(client).await.unwrap();
        assert!(without_response(results).await.is_empty());
        assert!(*waits.lock().unwrap() >= 2);
        // The files are uploaded once, however often a batch is refused.
        let files = client.files().list().all().await.unwrap();
        assert_eq!(
            files.iter().filter(|file| file.filename.starts_with("batch-")).count(),
            3
        );
    });
}

#[test]
fn batch_larger_than_the_quota_is_an_error() {
    run(Emulator::builder().enqueued_token_limit(10), async |_, client| {
        let directory = tempfile::tempdir().unwrap();
        let error = set(client, directory.path()).run(client).await.unwrap_err();
        assert!(error.to_string().contains("quota of enqueued tokens"), "{error}");
    });
}

#[test]
fn cancelled_set_has_the_results_so_far() {
    run(Emulator::builder().batch_line_time(HOUR), async |emulator, client| {
        let directory = tempfile::tempdir().unwrap();
        let mut set = set(client, directory.path());
        set.submit(client).await.unwrap();
        tokio::time::sleep(HOUR + HOUR / 2).await;
        set.cancel(client).await.unwrap();
        assert_eq!(asked(emulator, "Batch_Cancel"), 3);
        set.wait(client).await.unwrap();
        let failed = without_response(set.results(client)).await;
        assert_eq!(failed.len(), 9, "{failed:?}");
        assert!(
            failed.values().all(|failure| failure.contains("cancelled")),
            "{failed:?}"
        );
    });
}

#[test]
fn failed_batch_says_why_for_each_of_its_requests() {
    run(Emulator::builder(), async |_, client| {
        let directory = tempfile::tempdir().unwrap();
        let request = CreateChatCompletionRequest::new([user("Hi")]);
        let builder = client.batches().set(directory.path(), "no-such-deployment");
        let mut set = builder.create([("a", request.clone()), ("b", request)]).unwrap();
        let mut results = set.run(client).await.unwrap();
        let mut ids = Vec::new();
        while let Some(result) = results.next().await {
            let result = result.unwrap();
            let Err(BatchFailure::NotRun(error)) = result.outcome else {
                panic!("{result:?}");
            };
            assert_eq!(error.code.as_deref(), Some("failed"));
            assert!(error.message.unwrap().contains("line 1"));
            ids.push(result.custom_id);
        }
        assert_eq!(ids, ["a", "b"]);
    });
}

#[test]
fn set_in_use_is_refused() {
    run(Emulator::builder().batch_line_time(HOUR), async |_, client| {
        let directory = tempfile::tempdir().unwrap();
        let mut first = set(client, directory.path());
        let mut second = Chats::open(directory.path()).unwrap();
        let waiting = first.wait(client);
        let other = async {
            tokio::time::sleep(HOUR).await;
            second.submit(client).await.unwrap_err()
        };
        let (waited, error) = futures_util::future::join(waiting, other).await;
        waited.unwrap();
        assert!(error.to_string().contains("in use by another process"), "{error}");
    });
}
