//! `aoai batch run`, `resume` and `rerun`: any number of requests, from a file to their results.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use azure_openai::batches::{BatchSet, BatchSetEvent, BatchSetResults};
use serde_json::Value;
use tempfile::NamedTempFile;

use super::results;
use super::state::{counts, status};
use crate::commands::refuse_existing;
use crate::failure::{Failure, Result};
use crate::output::{ProgressLine, Unit};
use crate::session::Session;

/// Run all requests of a file as batches, and print their results
///
/// The file is checked, and split where it has more than 100,000 requests or 200 MB. What was submitted is written to a
/// directory, so that a run that was stopped, however, goes on with `aoai batch resume` and submits nothing twice.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aoai batch run questions.jsonl -o results.jsonl
  aoai batch resume questions.jsonl.batch -o results.jsonl
  aoai batch rerun questions.jsonl.batch -o rest.jsonl      those that failed
Each line of FILE: {\"custom_id\":…,\"method\":\"POST\",\"url\":\"/chat/completions\",\"body\":{\"model\":DEPLOYMENT,…}}
Output: {\"custom_id\":…,\"status\":200,\"request_id\":…,\"response\":{…}} a line; in place of the response, a request that
failed has \"error\". The exit code is 10 where there is one.")]
pub(super) struct Run {
    /// The requests, one of JSON on each line
    file: PathBuf,
    /// Keep what was submitted here [default: FILE.batch]
    #[arg(long, value_name = "DIRECTORY")]
    state: Option<PathBuf>,
    /// The batch deployment [default: the model of the first line]
    #[arg(long, short, value_name = "NAME")]
    deployment: Option<String>,
    /// Put at most so many requests into a batch
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    split: usize,
    #[command(flatten)]
    target: Target,
}

/// Go on with a run that was stopped
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  aoai batch resume questions.jsonl.batch -o results.jsonl\n  aoai batch resume questions.jsonl.batch --cancel"
)]
pub(super) struct Resume {
    /// The directory of the run
    directory: PathBuf,
    /// Cancel its batches and submit no more; what is done has results
    #[arg(long)]
    cancel: bool,
    #[command(flatten)]
    target: Target,
}

/// Run again the requests of a run that failed or have no result
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  aoai batch rerun questions.jsonl.batch -o rest.jsonl")]
pub(super) struct Rerun {
    /// The directory of the run that has ended
    directory: PathBuf,
    /// Keep what is submitted here [default: DIRECTORY.rerun]
    #[arg(long, value_name = "DIRECTORY")]
    state: Option<PathBuf>,
    #[command(flatten)]
    target: Target,
}

#[derive(Debug, clap::Args)]
struct Target {
    /// Write the results to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace FILE if it exists
    #[arg(long, requires = "output")]
    force: bool,
}

impl Run {
    pub(super) async fn run(self, session: &Session) -> Result<()> {
        self.target.check()?;
        // What an embedded emulator holds ends with it.
        let temporary = match self.state.is_none() && session.is_embedded() {
            true => Some(tempfile::tempdir().map_err(|error| Failure::file(&std::env::temp_dir(), "write", &error))?),
            false => None,
        };
        let directory = match (&temporary, self.state) {
            (Some(directory), _) => directory.path().to_owned(),
            (None, Some(directory)) => directory,
            (None, None) => with_suffix(&self.file, ".batch"),
        };
        if BatchSet::exists(&directory) {
            return Err(
                Failure::input(format!("`{}` has a run already", directory.display())).advise(format!(
                    "`aoai{} batch resume {}` goes on with it; --state DIRECTORY starts another",
                    session.options(),
                    directory.display()
                )),
            );
        }
        let (file, deployment) = (self.file, self.deployment.unwrap_or_default());
        let batches = session.client().await?.batches();
        let set = checked(move || {
            let builder = batches.set::<Value>(directory, deployment);
            builder.with_limits(self.split, u64::MAX).create_from_jsonl(file)
        })
        .await?;
        drive(session, set, &self.target).await
    }
}

impl Resume {
    pub(super) async fn run(self, session: &Session) -> Result<()> {
        self.target.check()?;
        let mut set = BatchSet::<Value>::open(self.directory)?;
        if self.cancel {
            set.cancel(session.client().await?).await?;
        }
        drive(session, set, &self.target).await
    }
}

impl Rerun {
    pub(super) async fn run(self, session: &Session) -> Result<()> {
        self.target.check()?;
        let set = BatchSet::<Value>::open(&self.directory)?;
        if let Some(part) = set.parts().iter().find(|part| !part.has_ended()) {
            let id = part.batch_id.as_deref().unwrap_or("a batch that is not submitted yet");
            return Err(Failure::input(format!("the run goes on: {id}")).advise(format!(
                "aoai{} batch resume {}",
                session.options(),
                self.directory.display()
            )));
        }
        let mut failed = Vec::new();
        let mut results = set.results(session.client().await?);
        while let Some(result) = results.next().await {
            let result = result?;
            if result.outcome.is_err() {
                failed.push(result.custom_id);
            }
        }
        if failed.is_empty() {
            session.out.note("every request has a response");
            return Ok(());
        }
        session.out.note(&format!("{} requests again", failed.len()));
        let directory = self.state.unwrap_or_else(|| with_suffix(&self.directory, ".rerun"));
        let set = checked(move || set.rerun(directory, failed)).await?;
        drive(session, set, &self.target).await
    }
}

impl Target {
    fn check(&self) -> Result<()> {
        match &self.output {
            Some(path) => {
                refuse_existing(path, self.force)?;
                // Whether it can be written is found before anything is sent.
                drop(temporary(path)?);
                Ok(())
            }
            None => Ok(()),
        }
    }
}

/// Submits what is left to submit, waits for all batches, and writes their results.
async fn drive(session: &Session, set: BatchSet<Value>, target: &Target) -> Result<()> {
    let (directory, options) = (set.directory().display().to_string(), session.options());
    let advice = |text: String| match session.is_embedded() {
        true => "nothing of a run with --emulator is kept".to_owned(),
        false => text,
    };
    session.on_interrupt(advice(format!(
        "what was submitted goes on: `aoai{options} batch resume {directory}` comes back to it, with --cancel it ends"
    )));
    let total = set.len();
    let mut parts = vec![(0, 0); set.parts().len()];
    let several = parts.len() > 1;
    let progress = ProgressLine::new(session.out, "submitting", Unit::Items("requests"), Some(total));
    let mut set = set.with_progress(move |event| {
        let state = |part: usize, state: &str| match several {
            true => format!("batch {}: {state}", part + 1),
            false => state.to_owned(),
        };
        match event {
            BatchSetEvent::Uploading { part, .. } => progress.state(state(part, "uploading")),
            BatchSetEvent::Submitted { part, .. } => progress.state(state(part, "submitted")),
            BatchSetEvent::WaitsForQuota { part } => progress.state(state(part, "waits for quota")),
            BatchSetEvent::Moved { part, batch } | BatchSetEvent::Ended { part, batch } => {
                let [done, failed, _] = counts(&batch);
                if let Some(count) = parts.get_mut(part) {
                    *count = (done.max(0).unsigned_abs(), failed.max(0).unsigned_abs());
                }
                let failed: u64 = parts.iter().map(|(_, failed)| failed).sum();
                let mut text = state(part, &status(&batch));
                if failed > 0 {
                    text.push_str(&format!(", {failed} failed"));
                }
                progress.set(parts.iter().map(|(done, failed)| done + failed).sum(), total);
                progress.state(text);
            }
            _ => {}
        }
    });
    if let Some(interval) = session.interval() {
        set = set.with_interval(interval, interval);
    }
    let client = session.client().await?;
    let resume = format!("`aoai{options} batch resume {directory}`");
    let ended = set.wait(client).await;
    ended.map_err(|error| Failure::of(&error).advise(advice(format!("{resume} goes on from here"))))?;
    // The bar ends before results are printed.
    set = set.with_progress(|_| {});
    for part in set.parts() {
        if let Some(problem) = &part.problem {
            session
                .out
                .warn(&format!("{}: {problem}", part.batch_id.as_deref().unwrap_or("a batch")));
        }
    }
    session.on_interrupt(advice(format!("the batches have ended: {resume} prints their results")));
    let written = write(session, set.results(client), target).await;
    let (all, failed) = written.map_err(|failure| failure.advise(advice(format!("{resume} prints the results"))))?;
    results::complete(all, failed).map_err(|failure| match session.is_embedded() {
        true => failure,
        false => failure.advise(format!("`aoai{options} batch rerun {directory}` runs these again")),
    })
}

/// Writes the results, and returns how many there are, and how many are failures.
async fn write(session: &Session, mut results: BatchSetResults<Value>, target: &Target) -> Result<(u64, u64)> {
    let mut lines = Lines::open(session, target)?;
    let (mut all, mut failed) = (0, 0);
    while let Some(result) = results.next().await {
        let result = result?;
        all += 1;
        failed += u64::from(result.outcome.is_err());
        let code = result.status.map(|status| status.as_u16());
        lines.write(&results::line(
            &result.custom_id,
            code,
            result.request_id,
            result.outcome,
        ))?;
    }
    lines.finish()?;
    Ok((all, failed))
}

/// Where the results go: a file is there once it is complete.
enum Lines<'a> {
    Output(&'a Session),
    File(&'a Session, &'a Path, BufWriter<NamedTempFile>),
}

impl<'a> Lines<'a> {
    fn open(session: &'a Session, target: &'a Target) -> Result<Self> {
        let Some(path) = &target.output else {
            return Ok(Self::Output(session));
        };
        let file = temporary(path)?;
        Ok(Self::File(session, path, BufWriter::with_capacity(256 * 1024, file)))
    }

    fn write(&mut self, line: &Value) -> Result<()> {
        match self {
            Self::Output(session) => session.out.json_line(line),
            Self::File(_, path, file) => writeln!(file, "{line}").map_err(|error| Failure::file(path, "write", &error)),
        }
    }

    fn finish(self) -> Result<()> {
        let Self::File(session, path, file) = self else {
            return Ok(());
        };
        let file = file.into_inner().map_err(std::io::IntoInnerError::into_error);
        file.and_then(|file| file.persist(path).map_err(|error| error.error))
            .map_err(|error| Failure::file(path, "write", &error))?;
        let result = serde_json::json!({ "path": path.to_string_lossy() });
        session.out.result(&result, |_| path.display().to_string())
    }
}

/// A file that takes the name of another once it is complete.
fn temporary(path: &Path) -> Result<NamedTempFile> {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    NamedTempFile::new_in(directory.unwrap_or(".".as_ref())).map_err(|error| Failure::file(path, "write", &error))
}

/// Reads and checks all requests, which may take a while.
async fn checked(
    make: impl FnOnce() -> Result<BatchSet<Value>, azure_openai::Error> + Send + 'static,
) -> Result<BatchSet<Value>> {
    let made = tokio::task::spawn_blocking(make).await;
    let made = made.map_err(|error| Failure::input(format!("the requests cannot be read: {error}")))?;
    made.map_err(|error| {
        let failure = Failure::of(&error);
        // What is wrong with a line begins with its place.
        match error.to_string().starts_with("line ") {
            true => failure.advise(format!("write each line as {LINE}")),
            false => failure,
        }
    })
}

const LINE: &str =
    r#"{"custom_id":"1","method":"POST","url":"/chat/completions","body":{"model":"DEPLOYMENT","messages":[…]}}"#;

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
