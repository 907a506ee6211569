//! `aoai batch`.

mod results;
mod run;
mod state;

use azure_openai::authoring::{Batch, BatchCreateRequest};
use clap::Subcommand;

use self::state::{counts, status};
use crate::failure::Result;
use crate::output::{ProgressLine, Table, Tone, Unit, moment};
use crate::session::Session;

/// Run batches of any number of requests, or make them of uploaded files and read their results
#[derive(Debug, clap::Args)]
#[command(
    arg_required_else_help = true,
    after_help = "\
Examples:
  aoai batch run questions.jsonl -o results.jsonl       all of it; stopped? aoai batch resume questions.jsonl.batch
  aoai files put questions.jsonl --purpose batch
  aoai batch submit FILE_ID
  aoai batch wait BATCH_ID && aoai batch results BATCH_ID > results.jsonl"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Run(run::Run),
    Resume(run::Resume),
    Rerun(run::Rerun),
    /// Make a batch of an uploaded file
    #[command(after_help = "Example:\n  aoai batch submit FILE_ID --metadata run=1")]
    Submit {
        /// The id of a file with the purpose `batch`
        file_id: String,
        /// Where the requests go
        #[arg(long, value_name = "PATH", default_value = "/chat/completions")]
        path: String,
        /// Keep NAME=VALUE with the batch; may be given several times
        #[arg(long, value_name = "NAME=VALUE", value_parser = pair)]
        metadata: Vec<(String, String)>,
    },
    /// List the batches
    #[command(
        after_help = "Examples:\n  aoai batch ls\n  aoai batch ls --json | jq -r 'select(.status == \"completed\").id'"
    )]
    Ls {},
    /// Show what is known of a batch
    #[command(after_help = "Example:\n  aoai batch show BATCH_ID")]
    Show {
        /// The id of the batch
        id: String,
    },
    /// Wait until a batch is done
    #[command(after_help = "Example:\n  aoai batch wait BATCH_ID && aoai batch results BATCH_ID")]
    Wait {
        /// The id of the batch
        id: String,
    },
    /// Print the results of a batch that is done, a line of JSON each
    #[command(after_help = "\
Example:
  aoai batch results BATCH_ID > results.jsonl
Output: {\"custom_id\":…,\"status\":200,\"request_id\":…,\"response\":{…}} a line; in place of the response, a request that
failed has \"error\". The exit code is 10 where there is one.")]
    Results {
        /// The id of the batch
        id: String,
        /// Print the text of each response instead, after the id and a tab
        #[arg(long, conflicts_with = "json")]
        text: bool,
    },
    /// Cancel a batch; what was done until then has results
    #[command(after_help = "Example:\n  aoai batch cancel BATCH_ID")]
    Cancel {
        /// The id of the batch
        id: String,
    },
}

impl Arguments {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        let batches = session.client().await?.batches();
        match self.command {
            Command::Run(arguments) => arguments.run(session).await,
            Command::Resume(arguments) => arguments.run(session).await,
            Command::Rerun(arguments) => arguments.run(session).await,
            Command::Submit {
                file_id,
                path,
                metadata,
            } => {
                let mut request = BatchCreateRequest::new(file_id, path, "24h");
                if !metadata.is_empty() {
                    request = request.with_metadata(metadata);
                }
                let batch = batches.create(&request).await?.into_value();
                session.out.result(&batch, |batch| batch.id.clone())
            }
            Command::Ls {} => {
                let columns = ["id", "status", "done", "failed", "total", "created"];
                Table::list(session.out, columns, batches.list(), "no batches", |batch| {
                    let status = status(batch);
                    let [done, failed, total] = counts(batch);
                    [
                        (batch.id.clone(), Tone::Plain),
                        (status.clone(), Tone::of_state(&status)),
                        (done.to_string(), Tone::Plain),
                        (failed.to_string(), Tone::Plain),
                        (total.to_string(), Tone::Plain),
                        (moment(batch.created_at.as_ref()), Tone::Dim),
                    ]
                })
                .await
            }
            Command::Show { id } => show(session, &batches.get(&id).await?.into_value()),
            Command::Wait { id } => {
                session.on_interrupt(format!(
                    "the batch goes on: `aoai{0} batch wait {id}` waits again, `aoai{0} batch cancel {id}` ends it",
                    session.options()
                ));
                let mut progress = session.poller(batches.wait(&id)).progress();
                let bar = ProgressLine::new(session.out, "waiting", Unit::Items("requests"), None);
                let mut last = None;
                while let Some(batch) = progress.next().await {
                    let batch = batch?.into_value();
                    let [done, failed, total] = counts(&batch).map(|count| u64::try_from(count).unwrap_or_default());
                    bar.set(done + failed, Some(total).filter(|total| *total > 0));
                    bar.state(match failed {
                        0 => status(&batch),
                        _ => format!("{}, {failed} failed", status(&batch)),
                    });
                    last = Some(batch);
                }
                drop(bar);
                last.map_or(Ok(()), |batch| show(session, &batch))
            }
            Command::Results { id, text } => results::print(session, &batches.get(&id).await?.into_value(), text).await,
            Command::Cancel { id } => {
                let batch = batches.cancel(&id).await?.into_value();
                session
                    .out
                    .result(&batch, |batch| format!("{} is {}", batch.id, status(batch)))
            }
        }
    }
}

fn show(session: &Session, batch: &Batch) -> Result<()> {
    let [done, failed, total] = counts(batch);
    let pairs = [
        ("id", batch.id.clone()),
        ("status", status(batch)),
        ("requests", format!("{done} of {total} done, {failed} failed")),
        ("endpoint", batch.endpoint.clone().unwrap_or_default()),
        ("input file", batch.input_file_id.clone()),
        ("output file", batch.output_file_id.clone().unwrap_or_default()),
        ("error file", batch.error_file_id.clone().unwrap_or_default()),
        ("created", moment(batch.created_at.as_ref())),
        ("completed", moment(batch.completed_at.as_ref())),
    ];
    session.out.details(batch, &pairs)
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("expected NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}
