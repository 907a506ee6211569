//! `aoai stored`.

use azure_openai::authoring::{InputMessageContent, StoredCompletionListOptions};
use clap::Subcommand;

use crate::failure::Result;
use crate::output::{Table, Tone, moment, or_dash};
use crate::session::Session;

/// List, show and delete chat completions that were stored
#[derive(Debug, clap::Args)]
#[command(
    arg_required_else_help = true,
    after_help = "\
Examples:
  aoai chat --set store=true 'Hello'       the service stores this one
  aoai stored ls
  aoai stored ls --json | jq -r .id"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the stored completions
    #[command(after_help = "Example:\n  aoai stored ls --model gpt-4o")]
    Ls {
        /// Only those of this model
        #[arg(long, value_name = "NAME")]
        model: Option<String>,
    },
    /// Show a stored completion and the messages of its request
    #[command(after_help = "Example:\n  aoai stored show COMPLETION_ID")]
    Show {
        /// The id of the completion
        id: String,
    },
    /// Print the messages of its request, a line of JSON each
    #[command(after_help = "Example:\n  aoai stored messages COMPLETION_ID | jq -r .content")]
    Messages {
        /// The id of the completion
        id: String,
    },
    /// Delete stored completions
    #[command(after_help = "Example:\n  aoai stored rm COMPLETION_ID")]
    Rm {
        /// The ids of the completions
        #[arg(required = true)]
        id: Vec<String>,
    },
}

impl Arguments {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        let stored = session.client().await?.stored_completions();
        let out = session.out;
        match self.command {
            Command::Ls { model } => {
                let mut options = StoredCompletionListOptions::new();
                options.model = model;
                let none = "no stored completions: `aoai chat --set store=true` stores one";
                let columns = ["id", "model", "tokens", "created"];
                Table::list(out, columns, stored.list_with(options), none, |completion| {
                    let tokens = completion.usage.as_ref().and_then(|usage| usage.total_tokens);
                    [
                        (completion.id.clone(), Tone::Plain),
                        (or_dash(completion.model.as_deref()), Tone::Plain),
                        (
                            tokens.map_or_else(|| "-".to_owned(), |tokens| tokens.to_string()),
                            Tone::Plain,
                        ),
                        (moment(completion.created.as_ref()), Tone::Dim),
                    ]
                })
                .await
            }
            Command::Show { id } => {
                let completion = stored.get(&id).await?.into_value();
                let pairs = [
                    ("id", completion.id.clone()),
                    ("model", completion.model.clone().unwrap_or_default()),
                    ("created", moment(completion.created.as_ref())),
                ];
                out.details(&completion, &pairs)?;
                if out.is_json() {
                    return Ok(());
                }
                let mut messages = stored.messages(&id);
                while let Some(message) = messages.next().await {
                    let message = message?;
                    let text = match message.content {
                        Some(InputMessageContent::String(text)) => text,
                        Some(other) => serde_json::to_string(&other).unwrap_or_default(),
                        None => String::new(),
                    };
                    turn(session, message.role.as_deref(), &text)?;
                }
                for message in completion.choices.into_iter().filter_map(|choice| choice.message) {
                    turn(
                        session,
                        message.role.as_deref(),
                        message.content.as_deref().unwrap_or_default(),
                    )?;
                }
                Ok(())
            }
            Command::Messages { id } => {
                let mut messages = stored.messages(&id);
                while let Some(message) = messages.next().await {
                    out.json_line(&message?)?;
                }
                Ok(())
            }
            Command::Rm { id } => {
                for id in id {
                    let deleted = stored.delete(&id).await?.into_value();
                    out.result(&deleted, |_| format!("deleted {id}"))?;
                }
                Ok(())
            }
        }
    }
}

fn turn(session: &Session, role: Option<&str>, text: &str) -> Result<()> {
    let role = session.out.paint(Tone::Accent, &or_dash(role));
    session.out.text(&format!("\n{role}\n{text}\n"))
}
