//! Fine-tuning jobs followed to their end.

use std::collections::HashSet;

use azure_openai::authoring::{FineTuningJobCreation, FineTuningState, Purpose};
use azure_openai::{
    Client, FilePart, PollError,
    fine_tuning::{TrainingStep, TrainingUpdate},
};
use azure_openai_emulator::Emulator;

use super::{asked, examples, run};

async fn file(client: &Client, contents: String) -> String {
    let files = client.files();
    let part = FilePart::from_bytes("train.jsonl", contents);
    let file = files.upload(Purpose::FineTune, part).await.unwrap();
    files.wait(&file.id).await.unwrap().id.clone()
}

#[test]
fn followed_job_ends_with_success() {
    run(Emulator::builder(), async |_, client| {
        let file = file(client, examples(20)).await;
        let tuning = client.fine_tuning();
        let order = FineTuningJobCreation::new("gpt-4o-2024-08-06", file);
        let job = tuning.create(&order).await.unwrap();
        let mut updates = tuning.follow(&job.id);
        let (mut states, mut ids, mut times, mut steps) = (Vec::new(), HashSet::new(), Vec::new(), Vec::new());
        let mut last = None;
        while let Some(update) = updates.next().await {
            match update.unwrap() {
                TrainingUpdate::Job(job) => {
                    states.push(job.status.clone().unwrap());
                    last = Some(job);
                }
                TrainingUpdate::Event(event) => {
                    steps.extend(TrainingStep::from_event(&event));
                    times.push(event.created_at.unwrap());
                    assert!(ids.insert(event.id), "seen twice");
                }
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(states.last(), Some(&FineTuningState::Succeeded), "{states:?}");
        assert!(times.is_sorted(), "{times:?}");
        // What was seen while it ran is what the lists and the result file say afterwards.
        let events = tuning.events(&job.id).all().await.unwrap();
        assert_eq!(events.len(), ids.len());
        let metrics = tuning.metrics(&last.unwrap()).await.unwrap();
        assert!(metrics.steps.len() >= steps.len() && !steps.is_empty());
        let loss = |step: Option<&TrainingStep>| step.unwrap().train_loss.unwrap();
        assert!(loss(metrics.steps.first()) > loss(metrics.steps.last()));
    });
}

#[test]
fn job_with_invalid_data_fails_with_the_reason() {
    run(Emulator::builder(), async |emulator, client| {
        let file = file(client, "{\"no\": \"messages\"}\n".repeat(12)).await;
        let tuning = client.fine_tuning();
        let order = FineTuningJobCreation::new("gpt-4o-2024-08-06", file);
        let job = tuning.create(&order).await.unwrap();
        let mut updates = tuning.follow(&job.id);
        let mut failure = None;
        while let Some(update) = updates.next().await {
            assert!(failure.is_none(), "it goes on after its failure");
            failure = update.err();
        }
        let Some(PollError::Failed { job, .. }) = failure else {
            panic!("{failure:?}");
        };
        assert_eq!(job.status, Some(FineTuningState::Failed));
        let message = job.error.unwrap().message.unwrap();
        assert!(message.contains("line 1") || message.contains("messages"), "{message}");
        assert_eq!(asked(emulator, "FineTuning_Create"), 1);
    });
}
