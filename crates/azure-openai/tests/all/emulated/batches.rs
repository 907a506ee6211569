//! Batches that succeed in part or expire.

use std::collections::BTreeMap;
use std::time::Duration;

use azure_openai::batches::{BatchFailure, BatchSetResults};
use azure_openai::inference::CreateChatCompletionRequest;
use azure_openai::user;
use azure_openai_emulator::Emulator;
use serde_json::json;

use super::{asked, run};

const HOUR: Duration = Duration::from_secs(3600);

/// What came of each request, as a text; each once.
async fn seen(mut results: BatchSetResults<CreateChatCompletionRequest>) -> BTreeMap<String, String> {
    let mut seen = BTreeMap::new();
    while let Some(result) = results.next().await {
        let result = result.unwrap();
        let text = match result.outcome {
            Ok(reply) => reply.text().to_owned(),
            Err(BatchFailure::Response(error)) if error.is_content_filtered() => {
                let results = error.content_filter_results().unwrap();
                format!("blocked for {}", results.blocked().collect::<Vec<_>>().join(", "))
            }
            Err(failure @ BatchFailure::Response(_)) => format!("{}", failure.status().unwrap().as_u16()),
            Err(failure @ BatchFailure::NotRun(_)) => failure.code().unwrap().to_owned(),
            Err(failure) => panic!("{failure}"),
        };
        let before = seen.insert(result.custom_id, text);
        assert_eq!(before, None);
    }
    seen
}

#[test]
fn failed_requests_are_reported_beside_the_results() {
    run(Emulator::builder(), async |emulator, client| {
        let ask = |text: &str| CreateChatCompletionRequest::new([user(text)]);
        let hot = json!({"messages": [{"role": "user", "content": "Hi"}], "temperature": 9});
        let requests = [
            ("good", ask("Why is the sky blue?")),
            ("blocked", ask("EMULATOR_BLOCK_PROMPT")),
            ("also good", ask("Why is grass green?")),
            ("hot", serde_json::from_value(hot).unwrap()),
        ];
        let directory = tempfile::tempdir().unwrap();
        let mut set = client
            .batches()
            .set(directory.path(), "gpt-4o")
            .create(requests)
            .unwrap();
        let seen = seen(set.run(client).await.unwrap()).await;
        assert_eq!(seen.len(), 4, "{seen:?}");
        assert!(seen["good"].contains("Why is the sky blue?"), "{seen:?}");
        assert!(seen["also good"].contains("Why is grass green?"), "{seen:?}");
        assert!(seen["blocked"].starts_with("blocked for "), "{seen:?}");
        assert_eq!(seen["hot"], "400");
        for operation in ["Files_Upload", "Batch_Create"] {
            assert_eq!(asked(emulator, operation), 1);
        }
    });
}

#[test]
fn expired_batch_has_the_results_so_far() {
    let slow = Emulator::builder().batch_line_time(10 * HOUR);
    run(slow, async |_, client| {
        let directory = tempfile::tempdir().unwrap();
        let requests = (0..4).map(|number| {
            let id = format!("r{number}");
            (id.clone(), CreateChatCompletionRequest::new([user(id)]))
        });
        let set = client
            .batches()
            .set(directory.path(), "gpt-4o")
            .create(requests)
            .unwrap();
        let mut set = set.with_interval(HOUR, HOUR);
        let seen = seen(set.run(client).await.unwrap()).await;
        assert_eq!(set.parts()[0].status.as_deref(), Some("expired"));
        assert!(set.parts()[0].problem.is_some());
        // They run in any order: two of them in time.
        assert_eq!(seen.len(), 4, "{seen:?}");
        let (expired, ran): (Vec<_>, Vec<_>) = seen.iter().partition(|(_, text)| *text == "batch_expired");
        assert_eq!(expired.len(), 2, "{seen:?}");
        assert!(ran.iter().all(|(id, text)| text.contains(*id)), "{seen:?}");
    });
}
