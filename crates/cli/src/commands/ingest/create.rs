//! `aoai ingest create`.

use std::path::PathBuf;

use azure_openai::authoring::{
    BaseConnection, ChunkingSettings, ConnectionStringConnection, DeploymentConnection, EndpointKeyConnection,
    GenericEmbeddingSettings, IngestionJob, IngestionJobSystemCompute, IngestionJobsCreateOptions,
    SystemComputeDatasource, SystemComputeStorage, SystemComputeUrl,
};

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
    /// Cut the documents into pieces of so many tokens
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
        let storage = BaseConnection::from(ConnectionStringConnection::new(secret("AOAI_STORAGE_CONNECTION")?));
        let search = EndpointKeyConnection::new(search, secret("AOAI_SEARCH_KEY")?);
        let deployment = session
            .deployment_name(self.deployment.as_deref(), Purpose::Embedding)
            .await?;
        let embedding = GenericEmbeddingSettings::new()
            .with_connection(DeploymentConnection::new())
            .with_deployment_name(deployment);
        let chunking = self
            .chunk_tokens
            .map(|tokens| ChunkingSettings::new().with_max_chunk_size_in_tokens(tokens));
        let source: SystemComputeDatasource = match self.url.is_empty() {
            true => {
                let mut source = SystemComputeStorage::new(storage, container, [embedding]);
                source.chunking = chunking;
                source.into()
            }
            false => {
                let mut source =
                    SystemComputeUrl::new(self.url.iter().map(String::as_str), storage, container, [embedding]);
                source.chunking = chunking;
                source.into()
            }
        };
        let mut job = IngestionJobSystemCompute::new()
            .with_search_service_connection(search)
            .with_datasource(source);
        if let Some(hours) = self.refresh_hours {
            job = job.with_data_refresh_interval_in_hours(hours);
        }
        Ok(job.into())
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
