//! Making an ingestion job.

use azure_openai_authoring::{
    BaseConnection, ChunkingSettings, CompletionAction, DeploymentConnection, GenericEmbeddingSettings, IngestionJob,
    IngestionJobSystemCompute, SystemComputeDatasource, SystemComputeStorage, SystemComputeUrl,
};

/// Makes an ingestion job that the service runs itself: documents of a storage container, or web pages, are cut into
/// chunks, embedded, and written to a search index.
///
/// ```no_run
/// use azure_openai::authoring::{ConnectionStringConnection, EndpointKeyConnection};
/// use azure_openai::ingestion::IngestionJobBuilder;
/// # async fn run(client: azure_openai::Client) -> Result<(), Box<dyn std::error::Error>> {
/// let storage = ConnectionStringConnection::new(std::env::var("STORAGE_CONNECTION")?);
/// let search = EndpointKeyConnection::new("https://my-search.search.windows.net", std::env::var("SEARCH_KEY")?);
/// let job = IngestionJobBuilder::new(search, storage, "documents", "text-embedding-3-small")
///     .with_chunk_tokens(512)
///     .with_refresh_hours(24);
/// let ingestion = client.ingestion();
/// ingestion.create("my-index", &job.build(), None).await?;
/// if let Some(run) = ingestion.latest_run("my-index").await? {
///     let id = run.run_id.unwrap_or_default();
///     let mut progress = ingestion.wait_for_run("my-index", id, None).with_every_poll().progress();
///     while let Some(run) = progress.next().await {
///         if let Some(stage) = run?.current_stage() {
///             println!("{:?}: {:?} of {:?}", stage.name, stage.processed_items, stage.total_items);
///         }
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a job is made by `build`"]
pub struct IngestionJobBuilder {
    job: IngestionJobSystemCompute,
    storage: BaseConnection,
    container: String,
    embedding: GenericEmbeddingSettings,
    urls: Vec<String>,
    chunking: Option<ChunkingSettings>,
}

impl IngestionJobBuilder {
    /// Begins a job with the search service that gets the index, the storage container that has the documents, and a
    /// deployment of an embedding model of the same resource. The connections are those of
    /// [`authoring`](crate::authoring), by key, connection string or managed identity.
    pub fn new(
        search: impl Into<BaseConnection>,
        storage: impl Into<BaseConnection>,
        container: impl Into<String>,
        embedding_deployment: impl Into<String>,
    ) -> Self {
        Self {
            job: IngestionJobSystemCompute::new().with_search_service_connection(search),
            storage: storage.into(),
            container: container.into(),
            embedding: GenericEmbeddingSettings::new()
                .with_connection(DeploymentConnection::new())
                .with_deployment_name(embedding_deployment),
            urls: Vec::new(),
            chunking: None,
        }
    }

    /// Reads web pages from these URLs instead of documents; the container gets them.
    pub fn with_urls(mut self, urls: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.urls.extend(urls.into_iter().map(Into::into));
        self
    }

    azure_openai_core::setters! {
        /// Cuts into chunks of at most so many tokens.
        pub fn with_chunk_tokens(self, tokens: i64) =>
            chunking = Some(ChunkingSettings::new().with_max_chunk_size_in_tokens(tokens));
        /// Sets how documents are cut into chunks.
        pub fn with_chunking(self, chunking: ChunkingSettings) => chunking = Some(chunking);
        /// Runs the job again every so many hours.
        pub fn with_refresh_hours(self, hours: i64) => job = self.job.with_data_refresh_interval_in_hours(hours);
        /// Sets what becomes of the intermediate files once a run is complete.
        pub fn with_completion_action(self, action: impl Into<CompletionAction>) =>
            job = self.job.with_completion_action(action);
    }

    /// Makes the job.
    pub fn build(self) -> IngestionJob {
        let embedding = [self.embedding];
        let source: SystemComputeDatasource = match self.urls.is_empty() {
            true => {
                let mut source = SystemComputeStorage::new(self.storage, self.container, embedding);
                source.chunking = self.chunking;
                source.into()
            }
            false => {
                let mut source = SystemComputeUrl::new(self.urls, self.storage, self.container, embedding);
                source.chunking = self.chunking;
                source.into()
            }
        };
        self.job.with_datasource(source).into()
    }
}
