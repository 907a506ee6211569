//! `aoai tune show`.

use azure_openai::authoring::FineTuningJob;

use super::state::status;
use crate::failure::Result;
use crate::output::{Table, Tone, moment, or_dash};
use crate::session::Session;

/// Show what is known of a job, its events and its checkpoints
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  aoai tune show JOB_ID --events --checkpoints")]
pub(super) struct Arguments {
    /// The id of the job
    id: String,
    /// List the events too, the newest last
    #[arg(long)]
    events: bool,
    /// List the checkpoints too
    #[arg(long)]
    checkpoints: bool,
}

impl Arguments {
    pub(super) async fn run(self, session: &Session) -> Result<()> {
        let jobs = session.client().await?.fine_tuning();
        show(session, &jobs.get(&self.id).await?.into_value())?;
        if self.events {
            let mut events = jobs.events(&self.id).all().await?;
            events.sort_by_key(|event| event.created_at.as_ref().map(|at| at.unix_seconds()));
            let mut table = Table::new(session.out, &["at", "level", "message"]);
            for event in events {
                let level = or_dash(event.level.as_ref().map(|level| level.as_str()));
                let cells = [
                    (moment(event.created_at.as_ref()), Tone::Dim),
                    (level, Tone::Plain),
                    (event.message.clone(), Tone::Plain),
                ];
                table.row(&event, cells)?;
            }
            table.finish("no events")?;
        }
        if self.checkpoints {
            let mut checkpoints = jobs.checkpoints(&self.id);
            let mut table = Table::new(
                session.out,
                &["checkpoint", "step", "train loss", "valid loss", "model"],
            );
            while let Some(checkpoint) = checkpoints.next().await {
                let checkpoint = checkpoint?;
                let metric = |name: &str| {
                    let value = checkpoint.metrics.get(name);
                    value.map_or_else(|| "-".to_owned(), |value| format!("{value:.4}"))
                };
                let cells = [
                    (checkpoint.id.clone(), Tone::Plain),
                    (checkpoint.step_number.to_string(), Tone::Plain),
                    (metric("train_loss"), Tone::Plain),
                    (metric("valid_loss"), Tone::Plain),
                    (checkpoint.fine_tuned_model_checkpoint.clone(), Tone::Plain),
                ];
                table.row(&checkpoint, cells)?;
            }
            table.finish("no checkpoints")?;
        }
        Ok(())
    }
}

/// A job as names and values.
pub(super) fn show(session: &Session, job: &FineTuningJob) -> Result<()> {
    let error = job.error.as_ref();
    let pairs = [
        ("id", job.id.clone()),
        ("status", status(job)),
        ("model", job.model.clone()),
        ("fine-tuned model", job.fine_tuned_model.clone().unwrap_or_default()),
        ("training file", job.training_file.clone()),
        ("validation file", job.validation_file.clone().unwrap_or_default()),
        ("result files", job.result_files.join(" ")),
        (
            "trained tokens",
            job.trained_tokens.map(|tokens| tokens.to_string()).unwrap_or_default(),
        ),
        (
            "error",
            error.and_then(|error| error.message.clone()).unwrap_or_default(),
        ),
        ("created", moment(job.created_at.as_ref())),
        ("finished", moment(job.finished_at.as_ref())),
    ];
    session.out.details(job, &pairs)
}
