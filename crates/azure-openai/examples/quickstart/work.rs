//! A file, and a batch.

use azure_openai::authoring::{FilesListOptions, Purpose};
use azure_openai::batches::BatchSetEvent;
use azure_openai::inference::CreateChatCompletionRequest;
use azure_openai::{FilePart, user};

use super::{Outcome, Tour};

pub(super) async fn file(tour: &Tour) -> Outcome {
    println!("\na file, from upload to deletion");
    let lines =
        "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":\"Hello!\"}]}\n";
    let files = tour.client.files();
    let part = FilePart::from_bytes("hello.jsonl", lines);
    let uploaded = files.upload(Purpose::FineTune, part).await?;
    println!("  → hello.jsonl, {} bytes", lines.len());
    println!("  ← {} {}", uploaded.head().status(), uploaded.id);
    let ready = files.wait(&uploaded.id).await?;
    let state = ready.status.as_ref().map_or("?", |state| state.as_str());
    println!("  ← {state}");
    let mut list = files.list_with(FilesListOptions::new().with_purpose(Purpose::FineTune));
    let mut names = Vec::new();
    while let Some(file) = list.next().await {
        names.push(file?.filename);
    }
    println!("  ← for fine-tuning: {}", names.join(", "));
    let content = files.content(&uploaded.id).await?.bytes(1 << 20).await?;
    println!("  ← the same bytes back: {}", content == lines.as_bytes());
    let deleted = files.delete(&uploaded.id).await?;
    println!("  ← deleted: {}", deleted.deleted.unwrap_or_default());
    Ok(())
}

pub(super) async fn batch(tour: &Tour) -> Outcome {
    let Some(name) = tour.name("BATCH_DEPLOYMENT", "gpt-4o") else {
        return Ok(());
    };
    println!("\na batch for {name}");
    let requests = ["Oslo", "Lima", "Cairo", "Hanoi", "Quito"].map(|city| {
        let question = format!("What is {city} known for?");
        (city, CreateChatCompletionRequest::new([user(question)]))
    });
    // A directory that stays would let a second run go on where this one was stopped.
    let directory = tempfile::tempdir()?;
    let set = tour.client.batches().set(directory.path(), &name).create(requests)?;
    println!("  → {} requests in {} bytes", set.len(), set.parts()[0].bytes);
    let (first, longest) = tour.interval();
    let mut set = set.with_interval(first, longest).with_progress(|event| {
        let (BatchSetEvent::Moved { batch, .. } | BatchSetEvent::Ended { batch, .. }) = event else {
            return;
        };
        let state = batch.status.as_ref().map_or("?", |state| state.as_str());
        let counts = batch.request_counts.as_ref();
        let completed = counts.and_then(|counts| counts.completed).unwrap_or_default();
        println!("  ← {state}, {completed} completed");
    });
    let mut results = set.run(&tour.client).await?;
    while let Some(result) = results.next().await {
        let result = result?;
        match result.outcome {
            Ok(response) => println!("  ← {}: {}", result.custom_id, response.text()),
            Err(failure) => println!("  ← {}: {failure}", result.custom_id),
        }
    }
    Ok(())
}
