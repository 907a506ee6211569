//! `aoai ingest create`.

use std::path::PathBuf;

use azure_openai::authoring::{
    ConnectionStringConnection, EndpointKeyConnection, IngestionJob, IngestionJobsCreateOptions,
};
use azure_openai::ingestion::IngestionJobBuilder;

use super::follow;
use crate::failure::{Failure, Kind, Result};
use crate::session::{Purpose, Session};

/// Make a job: of the documents of a storage container, of web pages, or as a JSON file says
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Keys are read from the environment: AOAI_STORAGE_CONNECTION (a connection string), AOAI_SEARCH_KEY, and, of the user who
is called for, AOAI_MGMT_USER_TOKEN and AOAI_AML_USER_TOKEN.

Examples:
  aoai ingest create my-index --container documents --search-endpoint https://s.search.windows.net -d ada
  aoai ingest create my-index --container pages --url https://example.com/ --search-endpoint … --follow
  aoai ingest create my-index --job job.json")]
pub(super) struct Arguments {
    /// The id of the job, and the name of its index
    id: String,
    /// The job as JSON, as the service takes it
    #[arg(long, value_name = "FILE", conflicts_with_all = ["container", "url", "search_endpoint", "deployment", "chunk_tokens", "refresh_hours"])]
    job: Option<PathBuf>,
    /// The storage container that has the documents, or gets the pages
    #[arg(long, value_name = "NAME", required_unless_present = "job")]
    container: Option<String>,
    /// Read web pages from here; may be given several times
    #[arg(long, value_name = "URL")]
    url: Vec<String>,
    /// The search service that gets the index
    #[arg(long, value_name = "URL", required_unless_present = "job")]
    search_endpoint: Option<String>,
    /// Deployment of an embedding model of this resource
    #[arg(long, short, value_name = "NAME")]
    deployment: Option<String>,
    /// Cut the documents into chunks of so many tokens
    #[arg(long, value_name = "N")]
    chunk_tokens: Option<i64>,
    /// Run again every so many hours
    #[arg(long, value_name = "N")]
    refresh_hours: Option<i64>,
    /// Follow the first run until it is done
    #[arg(long)]
    follow: bool,
}

impl Arguments {
    pub(super) async fn run(self, session: &Session) -> Result<()> {
        let job = match (&self.job, &self.container, &self.search_endpoint) {
            (Some(path), _, _) => {
                let text = std::fs::read_to_string(path).map_err(|error| Failure::file(path, "read", &error))?;
                serde_json::from_str(&text).map_err(|error| {
                    Failure::input(format!("`{}`: not an ingestion job: {error}", path.display()))
                        .advise("its `kind` is SystemCompute or UserCompute")
                })?
            }
            (None, Some(container), Some(search)) => self.on_service(session, container, search).await?,
            _ => return Err(Failure::usage("--container and --search-endpoint, or --job")),
        };
        let mut options = IngestionJobsCreateOptions::new();
        if let Ok(token) = secret("AOAI_MGMT_USER_TOKEN") {
            options = options.with_mgmt_user_token(token);
        }
        if let Ok(token) = secret("AOAI_AML_USER_TOKEN") {
            options = options.with_aml_user_token(token);
        }
        let ingestion = session.client().await?.ingestion();
        let job = ingestion.create(&self.id, &job, options).await?.into_value();
        match self.follow {
            false => session.out.result(&job, |_| self.id.clone()),
            true => follow::follow(session, &self.id, None).await,
        }
    }

    async fn on_service(&self, session: &Session, container: &str, search: &str) -> Result<IngestionJob> {
        let storage = ConnectionStringConnection::new(secret("AOAI_STORAGE_CONNECTION")?);
        let search = EndpointKeyConnection::new(search, secret("AOAI_SEARCH_KEY")?);
        let deployment = session
            .deployment_name(self.deployment.as_deref(), Purpose::Embedding)
            .await?;
        let mut job = IngestionJobBuilder::new(search, storage, container, deployment).with_urls(&self.url);
        if let Some(tokens) = self.chunk_tokens {
            job = job.with_chunk_tokens(tokens);
        }
        if let Some(hours) = self.refresh_hours {
            job = job.with_refresh_hours(hours);
        }
        Ok(job.build())
    }
}

fn secret(name: &str) -> Result<String> {
    std::env::var(name)
        .ok()
        .filter(|value| !value.is_empty())
        .ok_or_else(|| {
            Failure::new(Kind::Credential, format!("the variable {name} is not set")).advise(format!("export {name}"))
        })
}
