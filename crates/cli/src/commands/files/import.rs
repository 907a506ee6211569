//! `aoai files import`.

use azure_openai::authoring::FileImport;

use crate::failure::{Failure, Result};
use crate::output::ProgressLine;
use crate::session::Session;

/// Let the service fetch a file from a URL, and wait until it can be used
///
/// A URL often holds a signature that works like a key, so it can be read from the environment.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aoai files import https://example.com/training.jsonl --purpose fine-tune
  aoai files import --url-env BLOB_URL --name training.jsonl --purpose fine-tune")]
pub(super) struct Arguments {
    /// The URL to fetch it from
    #[arg(required_unless_present = "url_env")]
    url: Option<String>,
    /// The variable of the environment that holds the URL
    #[arg(long, value_name = "NAME", conflicts_with = "url")]
    url_env: Option<String>,
    /// fine-tune, batch or assistants
    #[arg(long, value_name = "PURPOSE")]
    purpose: String,
    /// The name of the file [default: the last part of the URL]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Do not wait until the service has fetched and checked the file
    #[arg(long)]
    no_wait: bool,
}

impl Arguments {
    pub(super) async fn run(self, session: &Session) -> Result<()> {
        let text = match (&self.url, &self.url_env) {
            (Some(url), _) => url.clone(),
            (None, Some(name)) => std::env::var(name).map_err(|_| {
                Failure::input(format!("the variable {name} is not set")).advise(format!("export {name}"))
            })?,
            (None, None) => return Err(Failure::usage("no URL to import from")),
        };
        // The URL itself is in no message: it may hold a signature.
        let url = url::Url::parse(&text).map_err(|error| Failure::input(format!("the URL cannot be read: {error}")))?;
        let last = url.path_segments().and_then(|mut segments| segments.next_back());
        let name = match self.name.as_deref().or(last).filter(|name| !name.is_empty()) {
            Some(name) => name.to_owned(),
            None => return Err(Failure::usage("the URL ends in no file name").advise("pass --name NAME")),
        };
        let client = session.client().await?;
        let request = FileImport::new(self.purpose.as_str(), &name, text.as_str());
        let progress = ProgressLine::spinner(session.out, format!("importing `{name}`"));
        let mut file = client.authoring().files().import(&request).await?.into_value();
        if !self.no_wait {
            let options = session.options();
            session.on_interrupt(format!("the import goes on: aoai{options} files show {}", file.id));
            file = session.poller(client.files().wait(&file.id)).await?.into_value();
        }
        drop(progress);
        session.out.result(&file, |file| file.id.clone())
    }
}
