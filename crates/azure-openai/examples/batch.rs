//! A batch: many requests, answered within a day at half the price.

use std::time::Duration;

use azure_openai::Client;
use azure_openai::batches::BatchLines;
use azure_openai::chat::user;
use azure_openai::inference::{CreateChatCompletionRequest, CreateChatCompletionResponse};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let batches = Client::from_env()?.batches();
    let mut lines = BatchLines::chat("gpt-4o")?; // a batch deployment
    for city in ["Oslo", "Lima", "Cairo"] {
        let question = user(format!("What is {city} known for?"));
        lines.push(city, &CreateChatCompletionRequest::new([question]))?;
    }
    let batch = batches.submit(&mut lines).await?;
    println!("submitted {}", batch.id);

    let poller = batches.wait(&batch.id);
    let batch = poller
        .with_interval(Duration::from_secs(1), Duration::from_secs(120))
        .await?;
    let results = batches.results::<CreateChatCompletionResponse>(&batch);
    let mut results = results.with_expected_ids(lines.ids());
    while let Some(result) = results.next().await {
        let result = result?;
        match result.outcome {
            Ok(response) => println!("{}: {}", result.custom_id, response.text()),
            Err(failure) => println!("{}: {failure}", result.custom_id),
        }
    }
    Ok(())
}
