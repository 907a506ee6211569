//! The emulator as a program: `azure-openai-emulator --port 8080 --api-key KEY`.

use std::error::Error;
use std::ffi::OsString;
use std::io::{self, Write};
use std::net::IpAddr;
use std::process::ExitCode;
use std::time::Duration;

use azure_openai_emulator::{BearerToken, Builder, Emulator};
use lexopt::{Arg, ValueExt};

const HELP: &str = "\
The Azure OpenAI service on loopback, for tests and examples.

Usage: azure-openai-emulator [OPTIONS]

Address and credentials:
      --port PORT               Port to listen on; 0 takes any free one [default: 8080]
      --bind ADDRESS            IP address to listen on, in a container 0.0.0.0; prints a warning where others may reach it
                                [default: 127.0.0.1]
      --api-key KEY             Key to accept in the header api-key [default: a random one, printed at the start]
      --bearer-token TOKEN      Also accept `Authorization: Bearer TOKEN`; may be given several times
      --token-lifetime SECONDS  Refuse the bearer tokens after this time [default: never]
      --disable-keys            Refuse the key with 403, like a resource that only allows Entra ID

Deployments, content and validation:
      --deployment NAME=MODEL   Add a deployment; may be given several times
      --no-default-deployments  Have only those
      --blocked-marker TEXT     Refuse prompts that contain TEXT as the content filter does
                                [default: EMULATOR_BLOCK_PROMPT]
      --cut-marker TEXT         End completions before TEXT as the content filter does
                                [default: EMULATOR_CUT_COMPLETION]
      --asynchronous-filter NAME
                                Filter the streams of this deployment while they run; may be given several times
      --script FILE             Reply to chats and text completions by the rules in this JSON file, such as
                                {\"match\": {\"contains\": \"France\"}, \"reply\": {\"text\": \"Paris.\"}}; may be
                                given several times; the first rule that matches replies

      --allow-import-host HOST  Let files be imported from HOST or HOST:PORT; may be given several times [default: none]
      --accept-unknown-parameters
                                Accept parameters that the service does not have
      --no-validation           Do not validate requests and responses against the service's specifications

Speed and limits:
      --clock-speed N           Seconds of the service's clock in a real second; 0 stops it, 3600 makes an hour a second
                                [default: 1]
      --stream-pace SECONDS     Wait this long between two chunks of a stream [default: 0]
      --batch-line-time SECONDS Let each line of a batch take this long [default: 0.06, less in large batches]
      --max-file-size BYTES     Refuse larger files and parts of uploads [default: 512 MiB]
      --rate-limit NAME=REQUESTS/TOKENS
                                Refuse requests beyond this limit a minute with 429; may be given for
                                several deployments [default: far more than a test needs]
      --gateway-limit REQUESTS  Refuse requests beyond this limit a minute with 429 as API Management does

Faults:
      --fault FAULT             Fail requests; may be given several times, the first that applies wins.
                                The header x-emulator-fault sets one for a single request.

      --fault 'status=503; first=2'                              the first two requests fail
      --fault 'status=429; retry-after=5; every=3'               every third is to wait
      --fault 'status=502; body=html; probability=0.1; seed=7'   a tenth gets a gateway's page, the same tenth each time
      --fault 'reset=headers; processed; operation=Batch_Create'     batches are created, but the response is lost
      --fault 'reset=event:3; operation=ChatCompletions_Create'  streams end within the fourth event
      --fault 'latency=2s; first-byte=1s; pace=50ms'             everything is slow

  -h, --help                    Print this help
  -V, --version                 Print the version

Prints its endpoint and a command to try, then a line for each request. Ctrl-C stops it, and removes what was uploaded.
Deployments that always exist: gpt-4o, o4-mini, gpt-35-turbo-instruct, text-embedding-3-small, text-embedding-3-large,
dall-e-3, whisper, tts-1, tts-1-hd. Faults, clock, bearer tokens and the list of requests can be changed and read while it runs:
/emulator/faults, /emulator/clock, /emulator/tokens, /emulator/requests. All faults are described in the README of the
crate azure-openai-emulator.
";

/// How long requests that are being served may take once the program is asked to stop.
const GRACE: Duration = Duration::from_secs(5);

enum Command {
    Serve(Box<Builder>),
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
        Command::Serve(builder) => serve(*builder).await,
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
        .with_port(8080)
        .with_observer(|exchange| say(io::stderr(), &exchange.to_string()));
    let mut tokens: Vec<BearerToken> = Vec::new();
    let mut lifetime = None;
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next()? {
        builder = match argument {
            Arg::Long("port") => builder.with_port(parser.value()?.parse()?),
            Arg::Long("bind") => {
                let address: IpAddr = parser.value()?.parse()?;
                if !address.is_loopback() {
                    eprintln!("warning: others may reach the emulator at {address}, and the key is sent in the clear");
                }
                builder.with_address(address)
            }
            Arg::Long("api-key") => builder.with_api_key(parser.value()?.string()?),
            Arg::Long("bearer-token") => {
                tokens.push(parser.value()?.string()?.into());
                builder
            }
            Arg::Long("token-lifetime") => {
                lifetime = Some(Duration::from_secs(parser.value()?.parse()?));
                builder
            }
            Arg::Long("disable-keys") => builder.without_keys(),
            Arg::Long("blocked-marker") => builder.with_blocked_marker(parser.value()?.string()?),
            Arg::Long("cut-marker") => builder.with_cut_marker(parser.value()?.string()?),
            Arg::Long("asynchronous-filter") => builder.with_asynchronous_filter(parser.value()?.string()?),
            Arg::Long("allow-import-host") => builder.with_import_host(parser.value()?.string()?),
            Arg::Long("accept-unknown-parameters") => builder.accept_unknown_parameters(),
            Arg::Long("no-validation") => builder.with_validation(false),
            Arg::Long("stream-pace") => builder.with_stream_pace(parser.value()?.parse_with(seconds)?),
            Arg::Long("batch-line-time") => builder.with_batch_line_time(parser.value()?.parse_with(seconds)?),
            Arg::Long("max-file-size") => builder.with_max_file_size(parser.value()?.parse()?),
            Arg::Long("script") => builder.with_script_file(parser.value()?),
            Arg::Long("no-default-deployments") => builder.without_default_deployments(),
            Arg::Long("deployment") => {
                let value = parser.value()?.string()?;
                let Some((name, model)) = value.split_once('=') else {
                    return Err(format!("--deployment expects NAME=MODEL, not {value:?}").into());
                };
                builder.with_deployment(name, model)
            }
            Arg::Long("clock-speed") => builder.with_clock_speed(parser.value()?.parse_with(speed)?),
            Arg::Long("rate-limit") => {
                let value = parser.value()?.string()?;
                let Some((name, requests, tokens)) = rate_limit(&value) else {
                    let why = "--rate-limit expects NAME=REQUESTS/TOKENS, such as gpt-4o=60/10000";
                    return Err(format!("{why}, not {value:?}").into());
                };
                builder.with_rate_limit(name, requests, tokens)
            }
            Arg::Long("gateway-limit") => builder.with_gateway_limit(parser.value()?.parse()?),
            Arg::Long("fault") => builder.with_fault(parser.value()?.parse()?),
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
    for token in tokens {
        builder = builder.with_bearer_token(match lifetime {
            Some(lifetime) => token.with_lifetime(lifetime),
            None => token,
        });
    }
    Ok(Command::Serve(Box::new(builder)))
}

/// `gpt-4o=60/10000`; a name may hold `=`.
fn rate_limit(text: &str) -> Option<(&str, u64, u64)> {
    let (name, limits) = text.rsplit_once('=')?;
    let (requests, tokens) = limits.split_once('/')?;
    Some((name, requests.parse().ok()?, tokens.parse().ok()?))
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().ok();
    let time = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    time.ok_or_else(|| "expected a number of seconds of at least 0".to_owned())
}

fn speed(text: &str) -> Result<f64, String> {
    let speed = text.parse::<f64>().ok();
    let speed = speed.filter(|speed| speed.is_finite() && *speed >= 0.0);
    speed.ok_or_else(|| "expected a number of at least 0".to_owned())
}

async fn serve(builder: Builder) -> Result<(), Box<dyn Error>> {
    let emulator = builder.start().await?;
    let (endpoint, key) = (emulator.endpoint(), emulator.api_key());
    let quoted = key.replace('\'', r"'\''");
    let try_it = format!(
        "Azure OpenAI emulator at {endpoint}\nAPI key: {key}\n\n\
         For the official libraries and the examples:\n\n  \
         export AZURE_OPENAI_ENDPOINT={endpoint} AZURE_OPENAI_API_KEY='{quoted}'\n\n\
         Try it:\n\n  \
         curl '{endpoint}/openai/deployments/gpt-4o/chat/completions?api-version=2024-06-01' \\\n    \
         -H 'api-key: {quoted}' -H 'Content-Type: application/json' \\\n    \
         -d '{{\"messages\":[{{\"role\":\"user\",\"content\":\"Hello!\"}}]}}'\n",
    );
    say(io::stdout(), &try_it);
    stopped().await?;
    say(io::stderr(), "Stopping.");
    // Requests that take longer are aborted.
    let _ = tokio::time::timeout(GRACE, emulator.shutdown()).await;
    Ok(())
}

/// Waits for Ctrl-C, or for what a service manager sends.
async fn stopped() -> io::Result<()> {
    #[cfg(unix)]
    {
        let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
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

/// Prints a line. A reader that has gone away does not stop the server.
fn say(mut stream: impl Write, line: &str) {
    let _ = writeln!(stream, "{line}");
    let _ = stream.flush();
}
