//! `aoai embed`: texts as vectors.

mod output;
mod texts;

use std::path::PathBuf;

use azure_openai::Error;

use crate::failure::{Failure, Result};
use crate::output::{Progress, Unit};
use crate::session::{Purpose, Session};
use output::Writer;
use texts::{Source, Texts};

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
array of float32 with a row for each text.")]
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
    /// Leave out texts that are empty, which the service refuses; their numbers stay free
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
    /// Send so many requests at a time
    #[arg(long, value_name = "N", default_value_t = 4)]
    concurrency: usize,
    /// Put at most so many texts into a request
    #[arg(long, value_name = "N", default_value_t = 256)]
    batch_size: usize,
}

impl Arguments {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        let source = match (&self.jsonl, &self.file) {
            (Some(path), _) => Source::json_lines(path, &self.field, self.id.as_deref())?,
            (_, Some(path)) => Source::lines(path)?,
            _ if !self.text.is_empty() => Source::arguments(self.text.clone()),
            _ => Source::lines("-".as_ref())?,
        };
        let total = source.count();
        let texts = Texts::new(source, self.skip_empty);
        let mut writer = Writer::open(self.output.as_deref(), self.resume, self.force, session.out)?;
        let done = writer.rows();
        texts.skip(done)?;
        if done > 0 {
            session.out.note(&format!(
                "{done} vectors are there already; going on with the next text"
            ));
        }
        let deployment = session
            .deployment(self.deployment.as_deref(), Purpose::Embedding)
            .await?;
        if self.output.is_some() && texts.can_be_read_again() {
            session.on_interrupt(resume_advice());
        }
        let mut all = deployment
            .embed_all(texts.iter())
            .with_concurrency(self.concurrency)
            .with_batch_size(self.batch_size);
        if let Some(dimensions) = self.dimensions {
            all = all.with_dimensions(dimensions);
        }
        let bar = (self.output.is_some() || !session.out.is_terminal())
            .then(|| Progress::new(session.out, "embedding", Unit::Items("texts"), total));
        let resumable = |error: Error| match self.output.is_some() {
            true => Failure::from(error).advise(resume_advice()),
            false => Failure::from(error),
        };
        let mut rows = done as u64;
        while let Some(batch) = all.next().await {
            let batch = batch.map_err(resumable)?;
            for (_, vector) in batch.vectors() {
                let label = texts.label();
                writer.row(label, vector.map_err(resumable)?)?;
                rows += 1;
            }
            writer.flush()?;
            if let Some(bar) = &bar {
                bar.set(rows, None);
            }
        }
        drop(bar);
        texts.failure().map_or(Ok(()), Err)?;
        let tokens = all.usage().total_tokens;
        if rows == 0 {
            return Err(Failure::input("there is no text to embed"));
        }
        writer.finish()?;
        session
            .out
            .note(&format!("{rows} vectors, {tokens} tokens in this run"));
        Ok(())
    }
}

fn resume_advice() -> String {
    "run the same command with --resume to go on".to_owned()
}
