//! `aoai transcribe` and `aoai translate`.

use std::path::PathBuf;

use azure_openai::FilePart;
use clap::ValueEnum;
use serde::Serialize;

use crate::failure::{Failure, Result};
use crate::session::{Purpose, Session};

/// Write down what is said in an audio file
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  aoai transcribe talk.mp3\n  aoai transcribe talk.mp3 --format srt > talk.srt")]
pub(crate) struct Transcribe {
    #[command(flatten)]
    audio: Audio,
    /// The language that is spoken, as in `en`; helps the model
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
}

/// Write down in English what is said in an audio file
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  aoai translate rede.mp3")]
pub(crate) struct Translate {
    #[command(flatten)]
    audio: Audio,
}

#[derive(Debug, clap::Args)]
struct Audio {
    /// The audio file: mp3, mp4, m4a, wav, webm, flac, ogg
    file: PathBuf,
    /// Deployment of a transcription model
    #[arg(long, short, value_name = "NAME")]
    deployment: Option<String>,
    /// How the text is to be written; with --json: its JSON with segments
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Names and words to expect
    #[arg(long, value_name = "TEXT")]
    prompt: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Srt,
    Vtt,
}

/// The two operations differ in their types alone.
macro_rules! run {
    ($audio:expr, $session:expr, $request:expr) => {{
        let (audio, session, mut request) = ($audio, $session, $request);
        if let Some(prompt) = &audio.prompt {
            request = request.with_prompt(prompt.as_str());
        }
        if session.out.is_json() {
            return print(session, &request.verbose().await?.into_value());
        }
        let text = match audio.format {
            Format::Text => request.text().await?,
            Format::Srt => request.srt().await?,
            Format::Vtt => request.vtt().await?,
        };
        session.out.text(text.into_value().trim_end())?;
        session.out.text("\n")
    }};
}

impl Transcribe {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        let (deployment, part) = self.audio.open(session).await?;
        let mut request = deployment.transcribe(part);
        if let Some(language) = &self.language {
            request = request.with_language(language.as_str());
        }
        run!(&self.audio, session, request)
    }
}

impl Translate {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        let (deployment, part) = self.audio.open(session).await?;
        run!(&self.audio, session, deployment.translate(part))
    }
}

impl Audio {
    async fn open(&self, session: &Session) -> Result<(azure_openai::Deployment, FilePart)> {
        std::fs::File::open(&self.file).map_err(|error| Failure::file(&self.file, "read", &error))?;
        let deployment = session
            .deployment(self.deployment.as_deref(), Purpose::Transcription)
            .await?;
        Ok((deployment, FilePart::from_path(&self.file)))
    }
}

fn print(session: &Session, value: &impl Serialize) -> Result<()> {
    session.out.json_line(value)
}
