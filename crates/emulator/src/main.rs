//! The emulator as a program: `azure-openai-emulator --port 8080 --api-key KEY`.

use std::error::Error;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Duration;

use azure_openai_emulator::{Builder, Emulator};
use lexopt::{Arg, ValueExt};

const HELP: &str = "\
The Azure OpenAI service on loopback, for tests and examples.

Usage: azure-openai-emulator [OPTIONS]

Options:
      --port PORT               Port of 127.0.0.1 to listen on; 0 takes any free one [default: 8080]
      --api-key KEY             Key to accept in the header api-key [default: a random one, printed at the start]
      --bearer-token TOKEN      Also accept `Authorization: Bearer TOKEN`
      --deployment NAME=MODEL   Add a deployment; may be given several times
      --blocked-marker TEXT     Refuse prompts that contain TEXT as the content filter does
                                [default: EMULATOR_BLOCK_PROMPT]
  -h, --help                    Print this help
  -V, --version                 Print the version

Prints where it listens and a call to try, then a line for each request. Ctrl-C stops it, and removes what was
uploaded. Deployments that always exist: gpt-4o, gpt-35-turbo-instruct, text-embedding-3-small,
text-embedding-3-large, dall-e-3, whisper, tts-1, tts-1-hd.
";

/// How long requests that are being served may take once the program is asked to stop.
const GRACE: Duration = Duration::from_secs(5);

enum Command {
    Serve(Builder),
    Print(String),
}

#[tokio::main]
async fn main() -> ExitCode {
    let command = match read_arguments(std::env::args_os().skip(1)) {
        Ok(command) => command,
        Err(error) => {
            report(&error);
            say(io::stderr(), "Try `azure-openai-emulator --help`.");
            return ExitCode::from(2);
        }
    };
    let result = match command {
        Command::Print(text) => {
            say(io::stdout(), text.trim_end());
            Ok(())
        }
        Command::Serve(builder) => serve(builder).await,
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report(&*error);
            ExitCode::FAILURE
        }
    }
}

fn read_arguments(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, lexopt::Error> {
    let mut builder = Emulator::builder()
        .port(8080)
        .observe(|exchange| say(io::stderr(), &exchange.to_string()));
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next()? {
        builder = match argument {
            Arg::Long("port") => builder.port(parser.value()?.parse()?),
            Arg::Long("api-key") => builder.api_key(parser.value()?.string()?),
            Arg::Long("bearer-token") => builder.bearer_token(parser.value()?.string()?),
            Arg::Long("blocked-marker") => builder.blocked_marker(parser.value()?.string()?),
            Arg::Long("deployment") => {
                let value = parser.value()?.string()?;
                let Some((name, model)) = value.split_once('=') else {
                    return Err(format!("--deployment expects NAME=MODEL, not {value:?}").into());
                };
                builder.deployment(name, model)
            }
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Print(HELP.to_owned())),
            Arg::Short('V') | Arg::Long("version") => {
                return Ok(Command::Print(format!(
                    "azure-openai-emulator {}",
                    env!("CARGO_PKG_VERSION")
                )));
            }
            other => return Err(other.unexpected()),
        };
    }
    Ok(Command::Serve(builder))
}

async fn serve(builder: Builder) -> Result<(), Box<dyn Error>> {
    let emulator = builder.start().await?;
    let (endpoint, key) = (emulator.endpoint(), emulator.api_key());
    let try_it = format!(
        "Azure OpenAI emulator at {endpoint}\nAPI key: {key}\n\nTry it:\n\n  \
         curl '{endpoint}/openai/deployments/gpt-4o/chat/completions?api-version=2024-06-01' \\\n    \
         -H 'api-key: {}' -H 'Content-Type: application/json' \\\n    \
         -d '{{\"messages\":[{{\"role\":\"user\",\"content\":\"Hello!\"}}]}}'\n",
        key.replace('\'', r"'\''"),
    );
    say(io::stdout(), &try_it);
    stopped().await?;
    say(io::stderr(), "Stopping.");
    // What is not done by then is cut off.
    let _ = tokio::time::timeout(GRACE, emulator.shutdown()).await;
    Ok(())
}

/// Waits for Ctrl-C, or for what a service manager sends.
async fn stopped() -> io::Result<()> {
    #[cfg(unix)]
    {
        let mut terminate =
            tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
        tokio::select! {
            result = tokio::signal::ctrl_c() => result,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}

fn report(error: &dyn Error) {
    let mut text = format!("error: {error}");
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(&format!(": {cause}"));
        source = cause.source();
    }
    say(io::stderr(), &text);
}

/// Prints a line. A reader that has gone away is no reason to stop serving.
fn say(mut stream: impl Write, line: &str) {
    let _ = writeln!(stream, "{line}");
    let _ = stream.flush();
}
