//! `aoai complete`.

use azure_openai::completions::CompletionEvent;
use azure_openai::inference::{CompletionFinishReason, CreateCompletionRequest};

use super::sampling::{Sampling, apply};
use crate::failure::{Failure, Result};
use crate::input;
use crate::session::{Purpose, Session};

/// Let a text completion model go on from a text
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aoai complete 'Once upon a time'
  aoai complete --max-tokens 50 < beginning.txt")]
pub(crate) struct Arguments {
    /// The text to go on from; what is piped in is appended
    prompt: Vec<String>,
    /// Deployment of a text completion model
    #[arg(long, short, value_name = "NAME")]
    deployment: Option<String>,
    /// Print the text once it is complete, not as it is written
    #[arg(long)]
    no_stream: bool,
    #[command(flatten)]
    sampling: Sampling,
}

impl Arguments {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        let mut prompt = self.prompt.join(" ");
        if let Some(piped) = input::piped().await? {
            prompt.push_str(&piped);
        }
        if prompt.is_empty() {
            return Err(Failure::usage("nothing to go on from").advise("aoai complete 'Once upon a time'"));
        }
        let deployment = session
            .deployment(self.deployment.as_deref(), Purpose::Completion)
            .await?;
        let request = apply!(CreateCompletionRequest::new(prompt), self.sampling);
        let request = deployment.complete_request(request);
        let out = &session.out;
        if self.no_stream || out.is_json() {
            let response = request.await?.into_value();
            out.result(&response, |response| response.text().to_owned())?;
            let choice = response.choices.first();
            note_cut(session, choice.and_then(|choice| choice.finish_reason.as_ref()));
            return Ok(());
        }
        let mut finish = None;
        let mut stream = request.stream().await?.into_value();
        while let Some(event) = stream.next().await {
            match event? {
                CompletionEvent::Text { text, .. } => out.text(&text)?,
                CompletionEvent::Finish { reason, .. } => finish = Some(reason),
                _ => {}
            }
        }
        out.text("\n")?;
        note_cut(session, finish.as_ref());
        Ok(())
    }
}

/// Says that the text is not whole, and how to have more of it.
fn note_cut(session: &Session, reason: Option<&CompletionFinishReason>) {
    if reason == Some(&CompletionFinishReason::Length) {
        let text = "the text was cut off at the token limit: raise --max-tokens (16 unless set)";
        session.out.warn(text);
    }
}
