//! The command line: global options and commands.

use std::process::ExitCode;
use std::time::Duration;

use clap::{CommandFactory, Parser, Subcommand};

use crate::commands;
use crate::config::{CONFIGURATION, Choice};
use crate::failure::{EXIT_CODES, Failure, Result};
use crate::output::{Color, Output};
use crate::session::Session;

const EXAMPLES: &str = "\
Examples:
  aoai tour                                        all of it in a minute, no account needed
  aoai --emulator chat 'Why is the sky blue?'      no account needed
  git diff | aoai chat 'Write a commit message'
  aoai embed -o vectors.npy < sentences.txt
  aoai files put questions.jsonl --purpose batch
  aoai files ls --json | jq -r .id

Output:
  On a terminal: tables, colors, progress bars. Into a pipe or file: plain lines, columns separated by tabs.
  --json prints one JSON object a line: the service's own fields for what the service has (a list prints a line for
  each item). Failures are then one line on standard error:
  {\"error\":{\"kind\":\"not_found\",\"exit_code\":5,\"message\":…,\"advice\":…,\"status\":404,\"code\":…,\"request_id\":…}}";

/// Azure OpenAI in the terminal: chat, embeddings, images, audio, files, batches, fine-tuning, ingestion.
#[derive(Debug, Parser)]
#[command(
    name = "aoai",
    version,
    after_help = "`aoai --help` shows examples, configuration and exit codes; `aoai COMMAND --help` each command's.",
    after_long_help = format!("{EXAMPLES}\n\n{CONFIGURATION}\n\n{EXIT_CODES}"),
    subcommand_required = true,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    infer_subcommands = false
)]
pub(crate) struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Global options")]
struct Global {
    /// Run an emulator of the service in this process: no account needed, nothing is kept
    #[arg(long, global = true, conflicts_with_all = ["profile", "endpoint"])]
    emulator: bool,
    /// Use this profile of the configuration file
    #[arg(long, global = true, value_name = "NAME")]
    profile: Option<String>,
    /// Connect to this resource
    #[arg(long, global = true, value_name = "URL")]
    endpoint: Option<String>,
    /// Send this api-version to both APIs
    #[arg(long, global = true, value_name = "DATE")]
    api_version: Option<String>,
    /// Print one JSON object a line
    #[arg(long, global = true)]
    json: bool,
    /// Print no notes and no progress
    #[arg(long, short, global = true)]
    quiet: bool,
    /// When to use color
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true
    )]
    color: Color,
    /// Poll jobs this often, in seconds
    #[arg(long, global = true, value_name = "SECONDS", value_parser = seconds, hide_short_help = true)]
    poll_interval: Option<Duration>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Chat(commands::chat::Arguments),
    Complete(commands::complete::Arguments),
    Embed(commands::embed::Arguments),
    Image(commands::image::Arguments),
    Speak(commands::speak::Arguments),
    Transcribe(commands::transcribe::Transcribe),
    Translate(commands::transcribe::Translate),
    Models(commands::models::Arguments),
    Deployments(commands::deployments::Arguments),
    Files(commands::files::Arguments),
    Batch(commands::batch::Arguments),
    Tune(commands::tune::Arguments),
    Ingest(commands::ingest::Arguments),
    Stored(commands::stored::Arguments),
    Serve(commands::serve::Arguments),
    Doctor(commands::doctor::Arguments),
    Tour(commands::tour::Arguments),
    Completions(commands::completions::Completions),
    Man(commands::completions::Man),
}

impl Cli {
    /// Reads the command line; else prints help, or what is wrong: as JSON where that was asked for.
    pub(crate) fn read() -> Result<Self, ExitCode> {
        Self::try_parse().map_err(|error| {
            let json = std::env::args_os().any(|argument| argument == "--json");
            if !json || !error.use_stderr() {
                error.exit();
            }
            let text = error.render().to_string();
            let message = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
            let failure = Failure::usage(message).advise("`--help` shows the arguments");
            Output::new(true, false, Color::Never).failure(&failure);
            ExitCode::from(failure.kind().exit_code())
        })
    }

    pub(crate) fn output(&self) -> Output {
        Output::new(self.global.json, self.global.quiet, self.global.color)
    }

    pub(crate) fn session(&self) -> Session {
        let global = &self.global;
        let choice = Choice {
            profile: global.profile.clone(),
            endpoint: global.endpoint.clone(),
            api_version: global.api_version.clone(),
        };
        Session::new(
            self.output(),
            global.emulator || matches!(self.command, Command::Tour(_)),
            choice,
            global.poll_interval,
        )
    }

    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        match self.command {
            Command::Chat(arguments) => arguments.run(session).await,
            Command::Complete(arguments) => arguments.run(session).await,
            Command::Embed(arguments) => arguments.run(session).await,
            Command::Image(arguments) => arguments.run(session).await,
            Command::Speak(arguments) => arguments.run(session).await,
            Command::Transcribe(arguments) => arguments.run(session).await,
            Command::Translate(arguments) => arguments.run(session).await,
            Command::Files(arguments) => arguments.run(session).await,
            Command::Batch(arguments) => arguments.run(session).await,
            Command::Tune(arguments) => arguments.run(session).await,
            Command::Ingest(arguments) => arguments.run(session).await,
            Command::Stored(arguments) => arguments.run(session).await,
            Command::Serve(arguments) => arguments.run(session).await,
            Command::Doctor(arguments) => arguments.run(session).await,
            Command::Tour(arguments) => tour(&arguments, session).await,
            Command::Completions(arguments) => arguments.run(session, Self::command()),
            Command::Man(arguments) => arguments.run(session, Self::command()),
            Command::Models(arguments) => arguments.run(session).await,
            Command::Deployments(arguments) => arguments.run(session).await,
        }
    }
}

/// Runs the commands of the tour one after the other, on one emulator.
async fn tour(tour: &commands::tour::Arguments, session: &Session) -> Result<()> {
    let directory = tempfile::tempdir().map_err(|error| Failure::file(&std::env::temp_dir(), "write into", &error))?;
    tour.enter(directory.path())?;
    for step in tour.steps() {
        let words = tour.present(session, step).await?;
        let line = std::iter::once("aoai".to_owned()).chain(words);
        let cli = Cli::try_parse_from(line).map_err(|error| Failure::usage(error.to_string()))?;
        Box::pin(cli.run(session)).await?;
    }
    tour.leave(session)
}

fn seconds(text: &str) -> Result<Duration, String> {
    text.parse::<f64>()
        .ok()
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .ok_or_else(|| "expected a number of seconds of at least 0".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(command: &clap::Command) {
        let name = command.get_name();
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        assert!(
            help.contains("Example") || help.contains("aoai "),
            "`{name}` has no example in its help"
        );
        assert!(command.get_about().is_some(), "`{name}` does not say what it does");
        for argument in command.get_positionals() {
            assert!(
                argument.get_help().is_some(),
                "`{name} {}` is not explained",
                argument.get_id()
            );
        }
        command.get_subcommands().for_each(check);
    }

    #[test]
    fn help_of_each_command_has_an_example_and_explains_its_arguments() {
        Cli::command().get_subcommands().for_each(check);
    }
}
