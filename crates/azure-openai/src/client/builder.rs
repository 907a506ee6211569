//! How a client is set up.

use std::time::Duration;

use azure_openai_authoring as authoring;
use azure_openai_core::{
    Credential, Downloads, Endpoint, Error, Fallback, Pipeline, PipelineBuilder, RetryPolicy, reqwest,
};
use azure_openai_inference as inference;

use super::Client;

impl Client {
    /// A client to be configured.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
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
        self.pipeline = self.pipeline.with_credential(credential);
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
        self.pipeline = self.pipeline.with_http_client(client);
        self
    }

    /// How to make the HTTP client: proxies, certificates, pool. Redirects are switched off in any case.
    pub fn http_client_builder(mut self, builder: reqwest::ClientBuilder) -> Self {
        self.pipeline = self.pipeline.with_http_client_builder(builder);
        self
    }

    /// How images are fetched from where the service's answers point to; without this by an HTTP client of its own,
    /// which sends neither key nor default headers.
    pub fn downloads(mut self, downloads: Downloads) -> Self {
        self.downloads = downloads;
        self
    }

    /// A header that every call sends.
    pub fn default_header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        self.pipeline = self.pipeline.with_header(name, value);
        self
    }

    /// What is sent as `user-agent`.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.pipeline = self.pipeline.with_user_agent(user_agent);
        self
    }

    /// How calls that failed are tried again: three times by default, as the service asks for or with growing random
    /// waits. Each call can have its own.
    pub fn retry_policy(mut self, policy: RetryPolicy) -> Self {
        self.pipeline = self.pipeline.with_retry_policy(policy);
        self
    }

    /// How many tokens there are for retries, 500 by default: a retry takes 5, a success gives back. Where they are used
    /// up, calls are not tried again until some succeed. See
    /// [`PipelineBuilder::with_retry_capacity`](azure_openai_core::PipelineBuilder::with_retry_capacity).
    pub fn retry_capacity(mut self, tokens: u32) -> Self {
        self.pipeline = self.pipeline.with_retry_capacity(tokens);
        self
    }

    /// Another resource for chat, completions, embeddings, images and audio, for when those before it cannot answer.
    /// Files, batches and jobs stay with [`endpoint`](Self::endpoint). See the guide's
    /// [page on it](crate::guide::retries_and_failover).
    pub fn fallback(mut self, fallback: Fallback) -> Self {
        self.pipeline = self.pipeline.with_fallback(fallback);
        self
    }

    /// How long a resource that failed is left alone where it does not say how long, 1 second by default; longer each
    /// time that it fails again. Without a [`fallback`](Self::fallback) it means nothing.
    pub fn fallback_cool_down(mut self, cool_down: Duration) -> Self {
        self.pipeline = self.pipeline.with_fallback_cool_down(cool_down);
        self
    }

    /// How long making a connection may take, 10 seconds by default. Not beside [`http_client`](Self::http_client),
    /// which has its own.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.pipeline = self.pipeline.with_connect_timeout(timeout);
        self
    }

    /// How long a call may take in all, retries and waits included, 10 minutes by default; streams and binary answers:
    /// until the headers have come. Each call can have its own.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.pipeline = self.pipeline.with_timeout(timeout);
        self
    }

    /// How long an attempt may wait for the beginning of its answer, 5 minutes by default. An answer that is not streamed
    /// begins when the model has finished. Each call can have its own.
    pub fn first_byte_timeout(mut self, timeout: Duration) -> Self {
        self.pipeline = self.pipeline.with_first_byte_timeout(timeout);
        self
    }

    /// How long an answer may pause between two reads, 2 minutes by default. Each call can have its own.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.pipeline = self.pipeline.with_idle_timeout(timeout);
        self
    }

    /// Whether traces hold what models are asked and what they answer, no by default: see
    /// [telemetry](crate::guide::telemetry).
    pub fn capture_content(mut self, capture: bool) -> Self {
        self.pipeline = self.pipeline.with_capture_content(capture);
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
            pipeline = pipeline.with_endpoint(Endpoint::parse(&endpoint)?);
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
