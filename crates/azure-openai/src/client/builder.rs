//! How a client is set up.

use azure_openai_core::{
    Credential, Downloads, Endpoint, EndpointError, Error, Fallback, PipelineBuilder, Secret, request_option_setters,
};

use super::Client;

impl Client {
    /// Returns a builder for a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }
}

/// Sets up a [`Client`].
///
/// ```
/// use std::time::Duration;
/// use azure_openai::{Client, Credential};
///
/// let client = Client::builder()
///     .with_endpoint("https://my-resource.openai.azure.com")
///     .with_credential(Credential::api_key("a-key-of-the-resource"))
///     .with_timeout(Duration::from_secs(120))
///     .build()?;
/// # Ok::<(), azure_openai::Error>(())
/// ```
///
/// Options such as [`with_timeout`](Self::with_timeout) hold for every request; a
/// [deployment](crate::Deployment) or a request can have its own. What is about connections and not about requests is
/// set at the [pipeline](Self::with_pipeline).
#[derive(Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    inference_api_version: Option<String>,
    #[cfg(feature = "authoring")]
    pub(super) authoring_api_version: Option<String>,
    downloads: Downloads,
    pipeline: PipelineBuilder,
}

impl ClientBuilder {
    /// Sets where the resource is, `https://my-resource.openai.azure.com`: https, or http to this machine; with or
    /// without a trailing slash or `/openai`, or with `/openai/v1`, as the portal shows it. A gateway's path before it
    /// stays. [`Endpoint::from_base_url`] takes another URL as it is.
    pub fn with_endpoint<E: TryInto<Endpoint>>(mut self, endpoint: E) -> Self
    where
        E::Error: Into<EndpointError>,
    {
        self.pipeline = self.pipeline.with_endpoint(endpoint);
        self
    }

    azure_openai_core::setters! {
        /// Sends to the endpoint's version-less form, `{endpoint}/openai/v1`, as an endpoint that is written so does
        /// too: see the guide to [api-versions](crate::guide::api_versions).
        pub fn with_v1(self) => pipeline = self.pipeline.with_v1();
        /// Sets an API key, a bearer token, or a token provider.
        pub fn with_credential(self, credential: Credential) => pipeline = self.pipeline.with_credential(credential);
        /// Sets an API key: short for [`with_credential`](Self::with_credential) with [`Credential::api_key`].
        pub fn with_api_key(self, key: impl Into<Secret>) =>
            pipeline = self.pipeline.with_credential(Credential::api_key(key));
        /// Sets the api-version of the inference API alone: default
        /// [`inference::API_VERSION`](crate::inference::API_VERSION).
        pub fn with_inference_api_version(self, api_version: impl Into<String>) =>
            inference_api_version = Some(api_version.into());
        /// Adds another resource for chat, completions, embeddings, images and audio, used while those before it fail.
        /// Files, batches and jobs stay with [`with_endpoint`](Self::with_endpoint). See the guide to
        /// [retries and failover](crate::guide::retries_and_failover).
        pub fn with_fallback(self, fallback: Fallback) => pipeline = self.pipeline.with_fallback(fallback);
        /// Sets how images are fetched from the URLs in responses. Default: by an HTTP client of its own, which sends
        /// neither key nor default headers.
        pub fn with_downloads(self, downloads: Downloads) => downloads = downloads;
        /// Sets up the pipeline that sends requests: its HTTP client, `User-Agent`, connect timeout, retry budget,
        /// tracing of content, … The endpoint is set by [`with_endpoint`](Self::with_endpoint).
        ///
        /// ```
        /// # use azure_openai::{Client, Credential, reqwest};
        /// let client = Client::builder()
        ///     .with_endpoint("https://my-resource.openai.azure.com")
        ///     .with_credential(Credential::api_key("a-key-of-the-resource"))
        ///     .with_pipeline(|pipeline| {
        ///         pipeline
        ///             .with_http_client_builder(reqwest::Client::builder().pool_max_idle_per_host(8))
        ///             .with_user_agent("my-app/1.0")
        ///     })
        ///     .build()?;
        /// # Ok::<(), azure_openai::Error>(())
        /// ```
        pub fn with_pipeline(self, set_up: impl FnOnce(PipelineBuilder) -> PipelineBuilder) =>
            pipeline = set_up(self.pipeline);
    }

    request_option_setters!(pipeline);

    /// Builds the client. Nothing is sent.
    ///
    /// # Errors
    /// Where the endpoint or the credential is missing or invalid, a header is invalid, or the HTTP client cannot be
    /// built.
    pub fn build(self) -> Result<Client, Error> {
        let pipeline = self.pipeline.build()?;
        let versioned = |version: Option<String>| match version {
            Some(version) => pipeline.with_api_version(version),
            None => pipeline.clone(),
        };
        Ok(Client {
            inference: azure_openai_inference::Client::new(versioned(self.inference_api_version)),
            #[cfg(feature = "authoring")]
            authoring: azure_openai_authoring::Client::new(versioned(self.authoring_api_version)),
            downloads: self.downloads,
        })
    }
}
