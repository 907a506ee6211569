//! A file, and a batch.

use azure_openai::authoring::{FilesListOptions, Purpose};
use azure_openai::inference::{CreateChatCompletionRequest, CreateChatCompletionResponse};
use azure_openai::{FilePart, batches::BatchLines, user};

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
    let mut lines = BatchLines::chat(&name)?;
    for city in ["Oslo", "Lima", "Cairo", "Hanoi", "Quito"] {
        let question = format!("What is {city} known for?");
        let request = CreateChatCompletionRequest::new([user(question)]);
        lines.push(city, &request)?;
    }
    println!("  → {} requests in {} bytes", lines.len(), lines.bytes());
    let batches = tour.client.batches();
    let batch = batches.submit(&mut lines).await?;
    let (first, longest) = tour.interval();
    let mut progress = batches.wait(&batch.id).with_interval(first, longest).progress();
    let mut done = batch.into_value();
    while let Some(seen) = progress.next().await {
        done = seen?.into_value();
        let state = done.status.as_ref().map_or("?", |state| state.as_str());
        let counts = done.request_counts.as_ref();
        let completed = counts.and_then(|counts| counts.completed).unwrap_or_default();
        println!("  ← {state}, {completed} completed");
    }
    let mut results = batches
        .results::<CreateChatCompletionResponse>(&done)
        .with_expected_ids(lines.ids());
    while let Some(result) = results.next().await {
        let result = result?;
        match result.outcome {
            Ok(response) => println!("  ← {}: {}", result.custom_id, response.text()),
            Err(failure) => println!("  ← {}: {failure}", result.custom_id),
        }
    }
    Ok(())
}
