//! Batches: many requests, run within a day at half the price. Started again, it goes on where it was.

use std::time::Duration;

use azure_openai::Client;
use azure_openai::batches::BatchSet;
use azure_openai::chat::user;
use azure_openai::inference::CreateChatCompletionRequest;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::from_env()?;
    let directory = std::env::temp_dir().join("azure-openai-batch-example");
    let set = match BatchSet::exists(&directory) {
        true => BatchSet::<CreateChatCompletionRequest>::open(&directory)?,
        false => {
            let requests = ["Oslo", "Lima", "Cairo"].map(|city| {
                let question = user(format!("What is {city} known for?"));
                (city, CreateChatCompletionRequest::new([question]))
            });
            client.batches().set(&directory, "gpt-4o").create(requests)? // a batch deployment
        }
    };

    let mut set = set.with_interval(Duration::from_secs(1), Duration::from_secs(120));
    let mut results = set.run(&client).await?;
    while let Some(result) = results.next().await {
        let result = result?;
        match result.outcome {
            Ok(response) => println!("{}: {}", result.custom_id, response.text()),
            Err(failure) => println!("{}: {failure}", result.custom_id),
        }
    }
    std::fs::remove_dir_all(&directory)?;
    Ok(())
}
