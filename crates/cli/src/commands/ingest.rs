//! `aoai ingest`.

mod create;
mod follow;

use azure_openai::authoring::IngestionJob;
use clap::Subcommand;

use crate::failure::Result;
use crate::output::{Table, Tone, or_dash};
use crate::session::Session;

/// Ingest documents into a search index: make jobs, follow their runs
#[derive(Debug, clap::Args)]
#[command(
    arg_required_else_help = true,
    after_help = "\
Examples:
  export AOAI_STORAGE_CONNECTION=… AOAI_SEARCH_KEY=…
  aoai ingest create my-index --container documents --search-endpoint https://s.search.windows.net -d ada
  aoai ingest create my-index --job job.json        any job, as the service takes it
  aoai ingest follow my-index"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Create(Box<create::Arguments>),
    /// List the jobs
    #[command(after_help = "Example:\n  aoai ingest ls")]
    Ls {},
    /// Show a job, without its keys
    #[command(after_help = "Example:\n  aoai ingest show my-index")]
    Show {
        /// The id of the job
        id: String,
    },
    /// List the runs of a job
    #[command(after_help = "Example:\n  aoai ingest runs my-index")]
    Runs {
        /// The id of the job
        id: String,
    },
    Follow(follow::Arguments),
}

impl Arguments {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        let ingestion = session.client().await?.ingestion();
        match self.command {
            Command::Create(arguments) => arguments.run(session).await,
            Command::Ls {} => {
                Table::list(
                    session.out,
                    ["id", "kind"],
                    ingestion.list(),
                    "no ingestion jobs",
                    |job| {
                        let (id, kind) = names(job);
                        [(id, Tone::Plain), (kind, Tone::Plain)]
                    },
                )
                .await
            }
            Command::Show { id } => {
                let job = ingestion.get(&id).await?.into_value();
                let text = serde_json::to_string_pretty(&job).unwrap_or_default();
                session.out.result(&job, |_| text)
            }
            Command::Runs { id } => {
                let columns = ["run", "status", "stages"];
                Table::list(session.out, columns, ingestion.runs(&id), "no runs", |run| {
                    let status = follow::status(run);
                    [
                        (or_dash(run.run_id.as_deref()), Tone::Plain),
                        (status.clone(), Tone::of_state(&status)),
                        (follow::stages(run), Tone::Plain),
                    ]
                })
                .await
            }
            Command::Follow(arguments) => arguments.run(session).await,
        }
    }
}

fn names(job: &IngestionJob) -> (String, String) {
    let (id, kind) = match job {
        IngestionJob::SystemCompute(job) => (job.job_id.as_deref(), job.kind.as_str()),
        IngestionJob::UserCompute(job) => (job.job_id.as_deref(), job.kind.as_str()),
        _ => (None, "unknown"),
    };
    (or_dash(id), kind.to_owned())
}
