//! The command line: global options and commands.

use std::time::Duration;

use clap::{Parser, Subcommand};

use crate::commands;
use crate::config::{CONFIGURATION, Choice};
use crate::failure::{EXIT_CODES, Result};
use crate::output::{Color, Output};
use crate::session::Session;

const EXAMPLES: &str = "\
Examples:
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

/// Azure OpenAI in the terminal: chat, embeddings, images, audio, files, batches, fine-tuning.
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
    Serve(commands::serve::Arguments),
}

impl Cli {
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
        Session::new(self.output(), global.emulator, choice, global.poll_interval)
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
            Command::Serve(arguments) => arguments.run(session).await,
            Command::Models(arguments) => arguments.run(session).await,
            Command::Deployments(arguments) => arguments.run(session).await,
        }
    }
}

fn seconds(text: &str) -> Result<Duration, String> {
    text.parse::<f64>()
        .ok()
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .ok_or_else(|| "expected a number of seconds of at least 0".to_owned())
}
