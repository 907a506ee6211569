//! `aoai complete`.

use azure_openai::completions::CompletionEvent;
use azure_openai::inference::CreateCompletionRequest;

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
            return out.result(&response, |response| response.text().to_owned());
        }
        let mut stream = request.stream().await?.into_value();
        while let Some(event) = stream.next().await {
            if let CompletionEvent::Text { text, .. } = event? {
                out.text(&text)?;
            }
        }
        out.text("\n")
    }
}
