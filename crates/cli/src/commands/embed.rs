//! `aoai embed`: texts as vectors.

mod output;
mod texts;

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use azure_openai::embeddings::EmbedAll;

use crate::failure::{Failure, Kind, Result};
use crate::output::{ProgressLine, Unit};
use crate::session::{Purpose, Session};
use output::Part;
use texts::TextSource;

/// Embed texts: arguments, lines of files or of standard input, or a field of JSON Lines
///
/// Requests are packed and sent several at a time; the vectors come out in the order of the texts. Into a file, what is
/// done is kept in FILE.part until all is done, so that a run that was stopped can be resumed.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aoai embed 'a cat' 'a dog'
  aoai embed --file sentences.txt -o vectors.npy          an array of float32, for numpy.load
  aoai embed --jsonl items.jsonl --field title --id sku -o vectors.jsonl
  aoai embed --file sentences.txt -o vectors.npy --resume

Output: {\"index\":0,\"embedding\":[…]} a line, with \"id\" where --id names a field; or, for a FILE that ends in .npy, one
array of float32 with a row for each text. A text that the service refuses has \"error\" in place of the embedding, or a
row of NaN, and the exit code is 10.")]
pub(crate) struct Arguments {
    /// Texts
    text: Vec<String>,
    /// A text on each line of this file, `-` for standard input
    #[arg(long, short, value_name = "FILE", conflicts_with = "text")]
    file: Option<PathBuf>,
    /// A JSON object on each line of this file, `-` for standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["text", "file"])]
    jsonl: Option<PathBuf>,
    /// The field that holds the text
    #[arg(long, value_name = "NAME", default_value = "text", requires = "jsonl")]
    field: String,
    /// A field to repeat in the output as `id`
    #[arg(long, value_name = "NAME", requires = "jsonl")]
    id: Option<String>,
    /// Leave out texts that are empty, which the service refuses; they are not counted
    #[arg(long)]
    skip_empty: bool,
    /// Write to this file (.jsonl or .npy) instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Go on where an earlier run stopped
    #[arg(long, requires = "output")]
    resume: bool,
    /// Replace FILE if it exists
    #[arg(long)]
    force: bool,
    /// Deployment of an embedding model
    #[arg(long, short, value_name = "NAME")]
    deployment: Option<String>,
    /// Shorten the vectors to so many numbers
    #[arg(long, value_name = "N")]
    dimensions: Option<i64>,
    /// Send at most so many requests at a time, fewer where the quota says so
    #[arg(long, value_name = "N", default_value_t = 4)]
    concurrency: usize,
    /// Put at most so many texts into a request
    #[arg(long, value_name = "N", default_value_t = 256)]
    batch_size: usize,
}

impl Arguments {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        let source = match (&self.jsonl, &self.file) {
            (Some(path), _) => TextSource::json_lines(path, &self.field, self.id.as_deref())?,
            (_, Some(path)) => TextSource::lines(path)?,
            _ if !self.text.is_empty() => {
                for name in self.text.iter().filter(|text| Path::new(text).is_file()) {
                    session.out.warn(&format!(
                        "`{name}` is embedded as a text, although a file has this name: --file {name} embeds its lines"
                    ));
                }
                TextSource::arguments(self.text.clone())
            }
            _ => TextSource::lines("-".as_ref())?,
        };
        let (total, again) = (source.count(), source.can_be_read_again());
        let part = self.output.as_deref();
        let part = part.map(|path| Part::open(path, self.resume, self.force)).transpose()?;
        let deployment = session
            .deployment(self.deployment.as_deref(), Purpose::Embedding)
            .await?;
        let unreadable = Arc::new(OnceLock::new());
        let mut all = deployment
            .embed_all(texts::iter(source, self.skip_empty, Arc::clone(&unreadable)))
            .with_concurrency(self.concurrency)
            .with_batch_size(self.batch_size);
        if let Some(dimensions) = self.dimensions {
            all = all.with_dimensions(dimensions);
        }
        let bar = (part.is_some() || !session.out.is_terminal())
            .then(|| ProgressLine::new(session.out, "embedding", Unit::Items("texts"), total));
        let Some(part) = part else {
            return print(session, all, &unreadable, bar).await;
        };
        let resumable = again && !session.is_embedded();
        if resumable {
            session.on_interrupt(RESUME);
        }
        let mut here = None;
        let saved = part
            .save(all.with_progress(|saved| {
                let before = *here.get_or_insert(saved.texts);
                if let Some(bar) = &bar {
                    if before > 0 && before == saved.texts {
                        bar.state(format!("embedding, after {before} of the run before"));
                    }
                    bar.set(saved.texts, None);
                }
            }))
            .await;
        drop(bar);
        unreadable_text(&unreadable)?;
        let saved = saved.map_err(|error| match resumable {
            true => Failure::from(error).advise(RESUME),
            false => error.into(),
        })?;
        if saved.texts == 0 {
            part.remove()?;
        } else {
            part.finish()?;
            let path = self.output.unwrap_or_default();
            let result = serde_json::json!({
                "path": path.to_string_lossy(), "texts": saved.texts, "failed": saved.failed, "tokens": saved.tokens,
            });
            session.out.result(&result, |_| path.display().to_string())?;
        }
        outcome(session, saved.texts, saved.failed, saved.tokens)
    }
}

const RESUME: &str = "run the same command with --resume to go on";

/// Prints the vectors as they come.
async fn print(
    session: &Session,
    mut all: EmbedAll<'_>,
    unreadable: &OnceLock<Failure>,
    bar: Option<ProgressLine>,
) -> Result<()> {
    let mut failed = 0;
    while let Some(batch) = all.next().await {
        let batch = batch?;
        let lines = batch.to_jsonl()?;
        let print = || session.out.bytes(&lines);
        match &bar {
            Some(bar) => bar.above(print)?,
            None => print()?,
        }
        failed += batch.failed().len() as u64;
        if let Some(bar) = &bar {
            bar.set(all.done() as u64, None);
        }
    }
    drop(bar);
    unreadable_text(unreadable)?;
    outcome(session, all.done() as u64, failed, all.usage().total_tokens)
}

/// The failure of a text that could not be read.
fn unreadable_text(unreadable: &OnceLock<Failure>) -> Result<()> {
    unreadable.get().map_or(Ok(()), |failure| Err(failure.clone()))
}

fn outcome(session: &Session, texts: u64, failed: u64, tokens: i64) -> Result<()> {
    if texts == 0 {
        return Err(Failure::input("no text to embed"));
    }
    let count = |count: u64, name: &str| format!("{count} {name}{}", if count == 1 { "" } else { "s" });
    let (vectors, tokens) = (
        count(texts - failed, "vector"),
        count(tokens.max(0).unsigned_abs(), "token"),
    );
    session.out.note(&format!("{vectors}, {tokens}"));
    match failed {
        0 => Ok(()),
        _ => Err(
            Failure::new(Kind::Incomplete, format!("{failed} of {texts} texts have no vector"))
                .advise("their lines have `error` in place of `embedding`, in an array their rows are NaN"),
        ),
    }
}
