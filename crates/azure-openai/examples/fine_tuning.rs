//! A fine-tuning job, followed to its end.

use std::fmt::Write;
use std::time::Duration;

use azure_openai::authoring::{FineTuningJobCreation, Purpose};
use azure_openai::fine_tuning::TrainingUpdate;
use azure_openai::{Client, FilePart};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::from_env()?;
    let mut examples = String::new();
    for n in 0..20 {
        let (question, response) = (format!("{n} + 1?"), n + 1);
        writeln!(
            examples,
            r#"{{"messages":[{{"role":"user","content":"{question}"}},{{"role":"assistant","content":"{response}"}}]}}"#
        )?;
    }
    let part = FilePart::from_bytes("sums.jsonl", examples);
    let file = client.files().upload(Purpose::FineTune, part).await?;
    client.files().wait(&file.id).await?;

    let jobs = client.fine_tuning();
    let creation = FineTuningJobCreation::new("gpt-4o-mini-2024-07-18", &file.id).with_suffix("sums");
    let job = jobs.create(&creation).await?;
    let poller = jobs
        .wait(&job.id)
        .with_interval(Duration::from_secs(1), Duration::from_secs(60));
    let mut updates = jobs.follow_with(&job.id, poller);
    while let Some(update) = updates.next().await {
        match update? {
            TrainingUpdate::Event(event) => println!("{}", event.message),
            TrainingUpdate::Job(job) => println!("model {:?}", job.fine_tuned_model),
            _ => {}
        }
    }
    let metrics = jobs.metrics(&*jobs.get(&job.id).await?).await?;
    println!("{} steps", metrics.steps.len());
    Ok(())
}
