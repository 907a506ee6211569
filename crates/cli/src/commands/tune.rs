//! `aoai tune`.

mod check;
mod create;
mod follow;
mod metrics;
mod plot;
mod show;
mod state;

use clap::Subcommand;
use serde_json::json;

use self::state::status;
use crate::failure::Result;
use crate::output::{Table, Tone, moment, or_dash};
use crate::session::Session;

/// Fine-tune a model: make jobs, follow them, plot their loss
#[derive(Debug, clap::Args)]
#[command(
    arg_required_else_help = true,
    after_help = "\
Examples:
  aoai tune check training.jsonl
  aoai tune create gpt-4o-mini training.jsonl --validation validation.jsonl --follow
  aoai tune plot JOB_ID
  aoai tune plot JOB_ID -o curves.png"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Arguments),
    Create(create::Arguments),
    /// List the fine-tuning jobs
    #[command(after_help = "Example:\n  aoai tune ls --json | jq -r .id")]
    Ls {},
    Show(show::Arguments),
    /// Print what happens in a job until it is done
    #[command(after_help = "\
Example:
  aoai tune follow JOB_ID
Output: a line for each event, in the order in which they happened, then the job. Metrics of single steps are the bar on
a terminal, and left out elsewhere. With --json all events, then the job, an object a line.")]
    Follow {
        /// The id of the job
        id: String,
    },
    Plot(plot::Arguments),
    /// Cancel a job
    #[command(after_help = "Example:\n  aoai tune cancel JOB_ID")]
    Cancel {
        /// The id of the job
        id: String,
    },
    /// Delete jobs that are done
    #[command(after_help = "Example:\n  aoai tune rm JOB_ID JOB_ID")]
    Rm {
        /// The ids of the jobs
        #[arg(required = true)]
        id: Vec<String>,
    },
}

impl Arguments {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        let out = session.out;
        match self.command {
            Command::Check(arguments) => arguments.run(session).await,
            Command::Create(arguments) => arguments.run(session).await,
            Command::Ls {} => {
                let jobs = session.client().await?.fine_tuning().list();
                let columns = ["id", "status", "model", "fine-tuned model", "created"];
                Table::list(out, columns, jobs, "no fine-tuning jobs", |job| {
                    let status = status(job);
                    [
                        (job.id.clone(), Tone::Plain),
                        (status.clone(), Tone::of_state(&status)),
                        (job.model.clone(), Tone::Plain),
                        (or_dash(job.fine_tuned_model.as_deref()), Tone::Plain),
                        (moment(job.created_at.as_ref()), Tone::Dim),
                    ]
                })
                .await
            }
            Command::Show(arguments) => arguments.run(session).await,
            Command::Follow { id } => follow::follow(session, &id).await,
            Command::Plot(arguments) => arguments.run(session).await,
            Command::Cancel { id } => {
                let job = session.client().await?.fine_tuning().cancel(&id).await?.into_value();
                out.result(&job, |job| format!("{} is {}", job.id, status(job)))
            }
            Command::Rm { id } => {
                let jobs = session.client().await?.fine_tuning();
                for id in id {
                    jobs.delete(&id).await?;
                    out.result(&json!({ "id": id, "deleted": true }), |_| format!("deleted {id}"))?;
                }
                Ok(())
            }
        }
    }
}
