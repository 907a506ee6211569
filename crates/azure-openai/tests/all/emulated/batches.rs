//! Batches that succeed in part, expire, are cancelled, or cannot begin.

use std::collections::BTreeMap;
use std::time::Duration;

use azure_openai::authoring::BatchStatus;
use azure_openai::inference::{CreateChatCompletionRequest, CreateChatCompletionResponse};
use azure_openai::{
    PollError,
    batches::{BatchFailure, BatchLines, BatchResults},
    user,
};
use azure_openai_emulator::Emulator;

use super::{asked, run};

const HOUR: Duration = Duration::from_secs(3600);

fn lines(prompts: &[(&str, &str)]) -> BatchLines<CreateChatCompletionRequest> {
    let mut lines = BatchLines::chat("gpt-4o").unwrap();
    for (id, prompt) in prompts {
        let request = CreateChatCompletionRequest::new([user(*prompt)]);
        lines.push(*id, &request).unwrap();
    }
    lines
}

fn numbered(count: usize) -> BatchLines<CreateChatCompletionRequest> {
    let ids: Vec<_> = (0..count).map(|number| format!("r{number}")).collect();
    let prompts: Vec<_> = ids.iter().map(|id| (id.as_str(), id.as_str())).collect();
    lines(&prompts)
}

/// What came of each line, as a text; each line once.
async fn seen(mut results: BatchResults<CreateChatCompletionResponse>) -> BTreeMap<String, String> {
    let mut seen = BTreeMap::new();
    while let Some(result) = results.next().await {
        let result = result.unwrap();
        let text = match result.outcome {
            Ok(reply) => reply.text().to_owned(),
            Err(BatchFailure::Response(error)) if error.is_content_filtered() => "blocked".to_owned(),
            Err(failure @ BatchFailure::Response(_)) => format!("{}", failure.status().unwrap().as_u16()),
            Err(failure @ BatchFailure::NotRun(_)) => failure.code().unwrap().to_owned(),
            Err(BatchFailure::Missing) => "missing".to_owned(),
            Err(failure) => panic!("{failure}"),
        };
        let before = seen.insert(result.custom_id, text);
        assert_eq!(before, None);
    }
    seen
}

/// How many lines have this code; all others have the reply to their prompt, which is their id.
fn not_run(seen: &BTreeMap<String, String>, code: &str) -> usize {
    let (ran, not): (Vec<_>, Vec<_>) = seen.iter().partition(|(_, text)| *text != code);
    for (id, text) in ran {
        assert!(text.contains(id), "{id}: {text}");
    }
    not.len()
}

#[test]
fn failed_lines_of_a_batch_are_reported_beside_the_results() {
    run(Emulator::builder(), async |emulator, client| {
        let mut lines = lines(&[
            ("good", "Why is the sky blue?"),
            ("blocked", "EMULATOR_BLOCK_PROMPT"),
            ("also good", "Why is grass green?"),
        ]);
        let hot = serde_json::json!({"messages": [{"role": "user", "content": "Hi"}], "temperature": 9});
        lines.push("hot", &serde_json::from_value(hot).unwrap()).unwrap();
        let results = client.batches().run(&mut lines).await.unwrap();
        let seen = seen(results).await;
        assert_eq!(seen.len(), 4, "{seen:?}");
        assert!(seen["good"].contains("Why is the sky blue?"), "{seen:?}");
        assert!(seen["also good"].contains("Why is grass green?"), "{seen:?}");
        assert_eq!((&*seen["blocked"], &*seen["hot"]), ("blocked", "400"));
        for operation in ["Files_Upload", "Batch_Create"] {
            assert_eq!(asked(emulator, operation), 1);
        }
    });
}

#[test]
fn expired_batch_has_the_results_so_far() {
    let slow = Emulator::builder().batch_line_time(10 * HOUR);
    run(slow, async |_, client| {
        let batches = client.batches();
        let mut lines = numbered(4);
        let batch = batches.submit(&mut lines).await.unwrap();
        let wait = batches.wait(&batch.id).with_interval(HOUR, HOUR);
        let error = wait.await.unwrap_err();
        assert!(error.is_failed(), "{error}");
        let batch = error.into_job().unwrap();
        assert_eq!(batch.status, Some(BatchStatus::Expired));
        let seen = seen(batches.results(&batch).with_expected_ids(lines.ids())).await;
        // They run in any order: two of them in time.
        assert_eq!(seen.len(), 4, "{seen:?}");
        assert_eq!(not_run(&seen, "batch_expired"), 2, "{seen:?}");
    });
}

#[test]
fn cancelled_batch_has_the_results_so_far() {
    let slow = Emulator::builder().batch_line_time(HOUR);
    run(slow, async |emulator, client| {
        let batches = client.batches();
        let mut lines = numbered(3);
        let batch = batches.submit(&mut lines).await.unwrap();
        tokio::time::sleep(HOUR + HOUR / 2).await;
        let batch = batches.cancel(&batch.id).await.unwrap();
        assert_eq!(batch.status, Some(BatchStatus::Cancelling));
        let error = batches.wait(&batch.id).await.unwrap_err();
        let batch = error.job().unwrap();
        assert_eq!(batch.status, Some(BatchStatus::Cancelled));
        let seen = seen(batches.results(batch).with_expected_ids(lines.ids())).await;
        assert_eq!(seen.len(), 3, "{seen:?}");
        assert_eq!(not_run(&seen, "missing"), 2, "{seen:?}");
        assert_eq!(asked(emulator, "Batch_Cancel"), 1);
    });
}

#[test]
fn batch_with_an_invalid_line_fails_with_its_number() {
    run(Emulator::builder(), async |_, client| {
        let batches = client.batches();
        let mut lines = BatchLines::chat("no-such-deployment").unwrap();
        let request = CreateChatCompletionRequest::new([user("Hi")]);
        lines.push("one", &request).unwrap();
        let batch = batches.submit(&mut lines).await.unwrap();
        let Err(PollError::Failed { job, .. }) = batches.wait(&batch.id).await else {
            panic!("it did not fail");
        };
        assert_eq!(job.status, Some(BatchStatus::Failed));
        let errors = job.errors.unwrap().data;
        assert_eq!(errors.len(), 1, "{errors:?}");
        let line = format!("{:?}", errors[0].line);
        assert!(line.contains('1'), "{line}");
        assert!(!errors[0].message.as_deref().unwrap().is_empty());
    });
}
