//! `aoai ingest follow`.

use azure_openai::authoring::IngestionJobRun;

use crate::failure::{Failure, Kind, Result};
use crate::output::{ProgressLine, Unit, or_dash};
use crate::session::Session;

/// Wait for the newest run of a job, or for the run that is named
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  aoai ingest follow my-index\n  aoai ingest follow my-index RUN_ID")]
pub(super) struct Arguments {
    /// The id of the job
    job: String,
    /// The id of the run [default: the newest]
    run: Option<String>,
}

impl Arguments {
    pub(super) async fn run(self, session: &Session) -> Result<()> {
        follow(session, &self.job, self.run).await
    }
}

/// Shows the stages of a run until its end, and the run then.
pub(super) async fn follow(session: &Session, job: &str, run: Option<String>) -> Result<()> {
    let ingestion = session.client().await?.ingestion();
    let run = match run {
        Some(run) => run,
        None => {
            let run = ingestion.latest_run(job).await?.and_then(|run| run.run_id);
            run.ok_or_else(|| Failure::new(Kind::NotFound, format!("job {job} has no run yet")))?
        }
    };
    let options = session.options();
    session.on_interrupt(format!("the run goes on: aoai{options} ingest follow {job} {run}"));
    let mut polls = session
        .poller(ingestion.wait_for_run(job, &run, None))
        .with_every_poll()
        .progress();
    let progress = ProgressLine::new(session.out, "waiting", Unit::Items("items"), None);
    let mut last = None;
    while let Some(run) = polls.next().await {
        let run = run?.into_value();
        show(&progress, &run);
        last = Some(run);
    }
    drop(progress);
    session.nothing_to_resume();
    let Some(run) = last else { return Ok(()) };
    let pairs = [
        ("job", job.to_owned()),
        ("run", or_dash(run.run_id.as_deref())),
        ("status", status(&run)),
        ("stages", stages(&run)),
        ("warnings", run.warnings.join("; ")),
    ];
    session.out.details(&run, &pairs)
}

/// The stage that is under way is what the bar shows.
fn show(progress: &ProgressLine, run: &IngestionJobRun) {
    if let Some(stage) = run.current_stage() {
        progress.state(or_dash(stage.name.as_deref()));
        let number = |items: Option<i32>| items.and_then(|items| u64::try_from(items).ok());
        progress.set(
            number(stage.processed_items).unwrap_or_default(),
            number(stage.total_items).filter(|total| *total > 0),
        );
    }
}

/// `Cracking 10/10, Chunking 3/10`.
pub(super) fn stages(run: &IngestionJobRun) -> String {
    let texts: Vec<String> = run
        .stages()
        .map(|stage| {
            let number = |items: Option<i32>| items.map_or_else(|| "-".to_owned(), |items| items.to_string());
            format!(
                "{} {}/{}",
                or_dash(stage.name.as_deref()),
                number(stage.processed_items),
                number(stage.total_items)
            )
        })
        .collect();
    or_dash(Some(&texts.join(", ")))
}

pub(super) fn status(run: &IngestionJobRun) -> String {
    or_dash(run.status.as_ref().map(|status| status.as_str()))
}
