//! The client of a resource.

use std::time::Duration;

use azure_openai_core::{
    Credential, Downloads, Endpoint, Error, Pipeline, PipelineBuilder, reqwest,
};

use crate::{Deployment, authoring, environment, inference};

/// The two APIs of an Azure OpenAI resource. Cheap to clone; clones share their connections.
#[derive(Clone, Debug)]
pub struct Client {
    inference: inference::Client,
    authoring: authoring::Client,
    downloads: Downloads,
}

impl Client {
    /// A client to be configured.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// A client as the environment says:
    ///
    /// - `AZURE_OPENAI_ENDPOINT`: `https://my-resource.openai.azure.com`; required.
    /// - `AZURE_OPENAI_AD_TOKEN`: a token of Entra ID, used as it is until it expires; or else
    /// - `AZURE_OPENAI_API_KEY`: a key of the resource.
    /// - `OPENAI_API_VERSION`: the api-version of both APIs; without it each has its specification's.
    ///
    /// A variable that is empty counts as not set.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) or
    /// [`ErrorKind::Credential`](crate::ErrorKind::Credential), naming the variable that is missing or wrong.
    pub fn from_env() -> Result<Self, Error> {
        environment::builder(|name| std::env::var(name).ok())?.build()
    }

    /// A deployment of a model, by its name, which is yours, not the model's. Nothing is sent.
    pub fn deployment(&self, name: impl Into<String>) -> Deployment {
        Deployment::new(self.inference.clone(), name.into())
    }

    /// Chat, completions, embeddings, images, audio, models, deployments.
    pub fn inference(&self) -> &inference::Client {
        &self.inference
    }

    /// Files, uploads, batches, fine-tuning, stored completions, ingestion, models.
    pub fn authoring(&self) -> &authoring::Client {
        &self.authoring
    }
}

/// For fetching [images](crate::images).
impl AsRef<Downloads> for Client {
    fn as_ref(&self) -> &Downloads {
        &self.downloads
    }
}

/// What a [`Client`] is made of.
///
/// ```
/// use azure_openai::{Client, Credential};
///
/// let client = Client::builder()
///     .endpoint("https://my-resource.openai.azure.com")
///     .credential(Credential::api_key("a-key-of-the-resource"))
///     .build()?;
/// # Ok::<(), azure_openai::Error>(())
/// ```
#[derive(Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    endpoint: Option<String>,
    inference_api_version: Option<String>,
    authoring_api_version: Option<String>,
    downloads: Downloads,
    pipeline: PipelineBuilder,
}

impl ClientBuilder {
    /// Where the resource is, `https://my-resource.openai.azure.com`: https, or http to this machine; with or
    /// without a trailing slash or `/openai`. A gateway's path before it stays.
    pub fn endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.endpoint = Some(endpoint.into());
        self
    }

    /// Who calls: an API key, a bearer token, or a source of tokens.
    pub fn credential(mut self, credential: Credential) -> Self {
        self.pipeline = self.pipeline.credential(credential);
        self
    }

    /// The api-version of both APIs, in place of their specifications'
    /// ([`inference::API_VERSION`], [`authoring::API_VERSION`]).
    pub fn api_version(self, api_version: impl Into<String>) -> Self {
        let api_version = api_version.into();
        self.inference_api_version(api_version.clone())
            .authoring_api_version(api_version)
    }

    /// The api-version of the inference API alone.
    pub fn inference_api_version(mut self, api_version: impl Into<String>) -> Self {
        self.inference_api_version = Some(api_version.into());
        self
    }

    /// The api-version of the authoring API alone.
    pub fn authoring_api_version(mut self, api_version: impl Into<String>) -> Self {
        self.authoring_api_version = Some(api_version.into());
        self
    }

    /// An HTTP client to send with, to share its connections. It must not follow redirects, or the key could go to
    /// another host: see [`Self::http_client_builder`], which sees to that.
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.pipeline = self.pipeline.client(client);
        self
    }

    /// How to make the HTTP client: proxies, certificates, pool. Redirects are switched off in any case.
    pub fn http_client_builder(mut self, builder: reqwest::ClientBuilder) -> Self {
        self.pipeline = self.pipeline.client_builder(builder);
        self
    }

    /// How images are fetched from where the service's answers point to; without this by an HTTP client of its own,
    /// which sends neither key nor default headers.
    pub fn downloads(mut self, downloads: Downloads) -> Self {
        self.downloads = downloads;
        self
    }

    /// A header that every call sends.
    pub fn default_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.pipeline = self.pipeline.default_header(name, value);
        self
    }

    /// What is sent as `user-agent`.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.pipeline = self.pipeline.user_agent(user_agent);
        self
    }

    /// How long a call may take in all, 10 minutes by default; streams and binary answers: until the headers have
    /// come. Each call can have its own.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.pipeline = self.pipeline.timeout(timeout);
        self
    }

    /// How long a stream or a binary answer may pause between two reads, 2 minutes by default.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.pipeline = self.pipeline.idle_timeout(timeout);
        self
    }

    /// The client.
    ///
    /// # Errors
    /// When the endpoint or the credential is missing or malformed, when a default header is, or when the HTTP
    /// client can't be made.
    pub fn build(self) -> Result<Client, Error> {
        let mut pipeline = self.pipeline;
        if let Some(endpoint) = self.endpoint {
            pipeline = pipeline.endpoint(Endpoint::parse(&endpoint)?);
        }
        let pipeline: Pipeline = pipeline.build()?;
        let versioned = |version: Option<String>| match version {
            Some(version) => pipeline.with_api_version(version),
            None => pipeline.clone(),
        };
        Ok(Client {
            inference: inference::Client::new(versioned(self.inference_api_version)),
            authoring: authoring::Client::new(versioned(self.authoring_api_version)),
            downloads: self.downloads,
        })
    }
}
