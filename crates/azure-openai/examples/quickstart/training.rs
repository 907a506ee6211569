//! A fine-tuning job.

use azure_openai::authoring::{FineTuningJobCreation, Purpose};
use azure_openai::{
    FilePart,
    fine_tuning::{TrainingStep, TrainingUpdate},
};

use super::{Outcome, Tour};

pub(super) async fn job(tour: &Tour) -> Outcome {
    let Some(model) = tour.name("FINE_TUNING_MODEL", "gpt-4o-2024-08-06") else {
        return Ok(());
    };
    println!("\na fine-tuning job on {model}");
    let examples: String = (0..20)
        .map(|n| {
            format!(
                "{{\"messages\":[{{\"role\":\"user\",\"content\":\"{n} + 1?\"}},\
                 {{\"role\":\"assistant\",\"content\":\"{}\"}}]}}\n",
                n + 1
            )
        })
        .collect();
    let files = tour.client.files();
    let part = FilePart::from_bytes("sums.jsonl", examples);
    let file = files.upload(Purpose::FineTune, part).await?;
    files.wait(&file.id).await?;
    let training = tour.client.fine_tuning();
    let order = FineTuningJobCreation::new(&model, &file.id).with_suffix("sums");
    let job = training.create(&order).await?;
    println!("  → {} with 20 examples", job.id);
    let (first, longest) = tour.interval();
    let wait = training.wait(&job.id).with_interval(first, longest);
    let mut updates = training.follow_with(&job.id, wait);
    let mut last = None;
    while let Some(update) = updates.next().await {
        match update? {
            TrainingUpdate::Job(job) => last = Some(job),
            TrainingUpdate::Event(event) => match TrainingStep::from_event(&event) {
                Some(step) if step.step % 10 != 1 => {}
                _ => println!("  ← {}", event.message),
            },
            _ => {}
        }
    }
    let job = last.ok_or("a job's end was expected")?;
    let metrics = training.metrics(&job).await?;
    let loss = |step: Option<&TrainingStep>| step.and_then(|step| step.train_loss);
    println!(
        "  ← loss from {:.2} to {:.2} in {} steps: {}",
        loss(metrics.steps.first()).unwrap_or_default(),
        loss(metrics.steps.last()).unwrap_or_default(),
        metrics.steps.len(),
        job.fine_tuned_model.as_deref().unwrap_or("?")
    );
    Ok(())
}
