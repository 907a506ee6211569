//! `aoai tune`.

mod check;
mod create;
mod end;
mod follow;
mod list;
mod metrics;
mod plot;
mod show;

use clap::Subcommand;

use crate::failure::Result;
use crate::session::Session;

/// Fine-tune a model: make jobs, follow them, plot their loss
#[derive(Debug, clap::Args)]
#[command(
    arg_required_else_help = true,
    after_help = "\
Examples:
  aoai tune check training.jsonl
  aoai tune create gpt-4o-mini training.jsonl --validation validation.jsonl --follow
  aoai tune plot JOB_ID
  aoai tune plot JOB_ID -o curves.png"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Arguments),
    Create(create::Arguments),
    Ls(list::Arguments),
    Show(show::Arguments),
    Follow(follow::Arguments),
    Plot(plot::Arguments),
    Cancel(end::Cancel),
    Rm(end::Remove),
}

impl Arguments {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        match self.command {
            Command::Check(arguments) => arguments.run(session).await,
            Command::Create(arguments) => arguments.run(session).await,
            Command::Ls(arguments) => arguments.run(session).await,
            Command::Show(arguments) => arguments.run(session).await,
            Command::Follow(arguments) => arguments.run(session).await,
            Command::Plot(arguments) => arguments.run(session).await,
            Command::Cancel(arguments) => arguments.run(session).await,
            Command::Rm(arguments) => arguments.run(session).await,
        }
    }
}
