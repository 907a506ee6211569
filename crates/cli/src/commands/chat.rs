//! `aoai chat`: one reply, or a conversation.

mod conversation;
mod history;
mod images;
mod reply;

use std::io::IsTerminal;
use std::path::PathBuf;

use azure_openai::chat::{system, text, user};
use azure_openai::inference::ChatCompletionMessage;

use super::sampling::Sampling;
use crate::failure::{Failure, Result};
use crate::input;
use crate::session::{Purpose, Session};
use history::History;

/// Ask a chat model: one shot, piped, or a conversation
///
/// PROMPT and what is piped in are sent together. Without either, on a terminal, a conversation begins.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aoai chat 'Name three rivers in Norway'
  git diff | aoai chat 'Write a commit message'
  aoai chat --image photo.jpg 'What is this?'
  aoai chat -s 'You are a pirate.' --history pirate.jsonl     a conversation, kept for the next time
  aoai chat --json 'Hello' | jq .usage")]
pub(crate) struct Arguments {
    /// What to ask
    prompt: Vec<String>,
    /// Deployment of a chat model
    #[arg(long, short, value_name = "NAME")]
    deployment: Option<String>,
    /// How the model is to behave
    #[arg(long, short, value_name = "TEXT")]
    system: Option<String>,
    /// Send an image along: a file (PNG, JPEG, GIF, WebP) or a URL; may be given several times
    #[arg(long, value_name = "FILE|URL")]
    image: Vec<String>,
    /// Begin with the messages in this file, and append those that are new (JSON Lines)
    #[arg(long, value_name = "FILE")]
    history: Option<PathBuf>,
    /// Hold a conversation even though there is a PROMPT
    #[arg(long, short)]
    interactive: bool,
    /// Print the reply once it is complete, not as it is written
    #[arg(long)]
    no_stream: bool,
    #[command(flatten)]
    sampling: Sampling,
}

impl Arguments {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        let mut history = match &self.history {
            Some(path) => History::open(path)?,
            None => History::default(),
        };
        if let Some(text) = &self.system {
            history.begin(system(text.as_str()));
        }
        let question = self.question().await?;
        let chat = reply::Chat {
            session,
            deployment: session.deployment(self.deployment.as_deref(), Purpose::Chat).await?,
            sampling: &self.sampling,
            stream: !self.no_stream,
        };
        let terminal = std::io::stdin().is_terminal() && session.out.is_terminal();
        match question {
            Some(question) if !self.interactive => {
                history.ask(question);
                let reply = chat.reply(history.messages()).await?;
                history.keep(reply)
            }
            question if self.interactive || terminal => conversation::hold(&chat, history, question).await,
            _ => Err(
                Failure::usage("nothing to ask: no PROMPT was given and nothing was piped in")
                    .advise("aoai chat 'Why is the sky blue?'"),
            ),
        }
    }

    /// The prompt, what is piped in, and the images, as one message.
    async fn question(&self) -> Result<Option<ChatCompletionMessage>> {
        let piped = match self.interactive {
            true => None,
            false => input::piped().await?,
        };
        let mut prompt = self.prompt.join(" ");
        if let Some(piped) = piped {
            if !prompt.is_empty() {
                prompt.push_str("\n\n");
            }
            prompt.push_str(piped.trim_end());
        }
        match (prompt.trim().is_empty(), self.image.is_empty()) {
            (true, true) => Ok(None),
            (false, true) => Ok(Some(user(prompt))),
            (empty, false) => {
                let mut parts = Vec::new();
                if !empty {
                    parts.push(text(prompt));
                }
                for image in &self.image {
                    parts.push(images::part(image).await?);
                }
                Ok(Some(user(parts)))
            }
        }
    }
}
