//! `aoai speak`.

use std::path::PathBuf;

use azure_openai::inference::SpeechResponseFormat;

use crate::failure::{Failure, Result};
use crate::input;
use crate::session::{Purpose, Session};

/// Read a text aloud into an audio file
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aoai speak 'Good morning.' -o morning.mp3
  aoai speak --voice nova -o - < story.txt | mpv -")]
pub(crate) struct Arguments {
    /// What to say, at most 4096 characters; else what is piped in
    text: Vec<String>,
    /// Write the audio to this file, `-` for standard output; its extension chooses the format
    #[arg(long, short, value_name = "FILE", default_value = "speech.mp3")]
    output: PathBuf,
    /// Replace FILE if it exists
    #[arg(long)]
    force: bool,
    /// alloy, echo, fable, onyx, nova or shimmer
    #[arg(long, value_name = "NAME", default_value = "alloy")]
    voice: String,
    /// 0.25 to 4
    #[arg(long, value_name = "NUMBER")]
    speed: Option<f64>,
    /// Deployment of a speech model
    #[arg(long, short, value_name = "NAME")]
    deployment: Option<String>,
}

impl Arguments {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        let text = match self.text.is_empty() {
            false => self.text.join(" "),
            true => input::piped()
                .await?
                .ok_or_else(|| Failure::usage("nothing to say").advise("aoai speak 'Good morning.' -o morning.mp3"))?,
        };
        let to_stdout = self.output.as_os_str() == "-";
        if !to_stdout {
            super::refuse_existing(&self.output, self.force)?;
        }
        let deployment = session.deployment(self.deployment.as_deref(), Purpose::Speech).await?;
        let mut request = deployment.speak(text, self.voice.as_str());
        let extension = self
            .output
            .extension()
            .map(|extension| extension.to_string_lossy().to_lowercase());
        if let Some(extension) = extension.filter(|extension| extension != "mp3") {
            request = request.with_response_format(SpeechResponseFormat::from(extension));
        }
        if let Some(speed) = self.speed {
            request = request.with_speed(speed);
        }
        if to_stdout {
            let mut audio = request.await?.into_value();
            while let Some(chunk) = audio.next().await {
                session.out.bytes(&chunk?)?;
            }
            return Ok(());
        }
        let bytes = request.save_to(&self.output).await?.into_value();
        let result = serde_json::json!({ "path": self.output.to_string_lossy(), "bytes": bytes });
        session.out.result(&result, |_| self.output.display().to_string())
    }
}
