//! `aoai serve`.

use azure_openai_emulator::Emulator;

use crate::failure::{Failure, Result};
use crate::session::Session;

/// Run the emulator of the service until Ctrl-C
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  aoai serve --port 8080
Output: a line to paste into another shell, then a note on standard error for each request. With --json
{\"endpoint\":…,\"api_key\":…}. Ctrl-C is its end, with exit code 0.
The program azure-openai-emulator has more options: faults, rate limits, scripts.")]
pub(crate) struct Arguments {
    /// Port of 127.0.0.1 to listen on; 0 takes any free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Add a deployment; may be given several times
    #[arg(long, value_name = "NAME=MODEL", value_parser = deployment)]
    deployment: Vec<(String, String)>,
}

impl Arguments {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        let out = session.out;
        let mut builder = Emulator::builder()
            .with_port(self.port)
            .with_observer(move |exchange| out.note(&exchange.to_string()));
        for (name, model) in self.deployment {
            builder = builder.with_deployment(name, model);
        }
        let emulator = builder.start().await.map_err(|error| {
            Failure::input(format!("the emulator cannot be started: {error}"))
                .advise("pass another --port, or 0 for any")
        })?;
        let (endpoint, key) = (emulator.endpoint(), emulator.api_key());
        let result = serde_json::json!({ "endpoint": endpoint, "api_key": key });
        session.out.result(&result, |_| {
            format!("export AZURE_OPENAI_ENDPOINT={endpoint} AZURE_OPENAI_API_KEY={key} AZURE_OPENAI_CHAT_DEPLOYMENT=gpt-4o AZURE_OPENAI_EMBEDDING_DEPLOYMENT=text-embedding-3-small")
        })?;
        session.ends_by_interrupt();
        std::future::pending().await
    }
}

fn deployment(text: &str) -> Result<(String, String), String> {
    let (name, model) = text
        .split_once('=')
        .ok_or("expected NAME=MODEL, as in my-chat=gpt-4o")?;
    Ok((name.to_owned(), model.to_owned()))
}
