//! How a pipeline is set up.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;
use http::header::USER_AGENT;

use super::circuit::Circuits;
use super::{Fallback, Pipeline, Settings, Target};
use crate::credential::Credential;
use crate::endpoint::{Endpoint, EndpointError};
use crate::error::{Error, ErrorKind};
use crate::request::{RequestOptions, header};
use crate::retry::{DEFAULT_CAPACITY, Throttle};

const LIBRARY: &str = concat!("azure-openai-rust/", env!("CARGO_PKG_VERSION"));
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const COOL_DOWN: Duration = Duration::from_secs(1);

/// Builds a [`Pipeline`].
///
/// Timeouts, retry policy, headers, query parameters and body fields are those of all requests: see [`RequestOptions`].
#[must_use = "nothing is made before `build`"]
#[derive(Default)]
pub struct PipelineBuilder {
    endpoint: Option<Result<Endpoint, EndpointError>>,
    credential: Option<Credential>,
    v1: bool,
    client: Option<Client>,
    user_agent: Option<String>,
    fallbacks: Vec<Fallback>,
    cool_down: Option<Duration>,
    retry_capacity: Option<u32>,
    connect_timeout: Option<Duration>,
    capture_content: bool,
    options: RequestOptions,
}

enum Client {
    Made(reqwest::Client),
    Builder(Box<reqwest::ClientBuilder>),
}

impl Pipeline {
    /// Creates a builder, which needs at least an endpoint and a credential.
    pub fn builder() -> PipelineBuilder {
        PipelineBuilder::default()
    }
}

impl PipelineBuilder {
    crate::request_option_setters!(options);

    /// Where requests go: an [`Endpoint`], or text that is [parsed](Endpoint::parse) when the pipeline is built. Required.
    pub fn with_endpoint<E: TryInto<Endpoint>>(mut self, endpoint: E) -> Self
    where
        E::Error: Into<EndpointError>,
    {
        self.endpoint = Some(endpoint.try_into().map_err(Into::into));
        self
    }

    crate::setters! {
        /// The API key, bearer token or token provider. Required.
        pub fn with_credential(self, credential: Credential) => credential = Some(credential);
        /// Sends to the endpoint's [version-less form](Endpoint::to_v1), whichever way it was written.
        pub fn with_v1(self) => v1 = true;
        /// Sends with this HTTP client, to share its connections for instance.
        ///
        /// The client must not follow redirects (`redirect(reqwest::redirect::Policy::none())`): reqwest sends the
        /// `api-key` header wherever a redirect points, and that cannot be changed once the client is made. Prefer
        /// [`with_http_client_builder`](Self::with_http_client_builder), which sees to that. A request that was
        /// redirected all the same fails and says so, so that the key can be changed.
        pub fn with_http_client(self, client: reqwest::Client) => client = Some(Client::Made(client));
        /// Sends with an HTTP client made from these settings (proxy, certificates, DNS, pool), except that it follows
        /// no redirects. Default: a client with a connect timeout of 10 seconds, and with the environment's proxies
        /// (`HTTPS_PROXY`, `NO_PROXY`) where every endpoint is https: over http, which is for this machine only, a
        /// proxy would be sent the key in the clear.
        pub fn with_http_client_builder(self, builder: reqwest::ClientBuilder) =>
            client = Some(Client::Builder(Box::new(builder)));
        /// A name and version to put before this library's in the header `User-Agent`, as in `my-app/1.0`.
        pub fn with_user_agent(self, user_agent: impl Into<String>) => user_agent = Some(user_agent.into());
        /// How long the circuit of an endpoint stays open where the service does not say how long. Default: 1 s. It
        /// doubles with each probe that fails, up to a minute.
        pub fn with_fallback_cool_down(self, cool_down: Duration) => cool_down = Some(cool_down);
        /// The number of tokens for retries, for each endpoint. Default: 500; 0 forbids retries.
        ///
        /// A retry takes 5 of them, and 10 after a timeout. If it leads to success it gives them back, and every other
        /// success gives 1. With too few left, nothing is retried, so that a service that is down is not hammered: the
        /// error then says [`GaveUp::Throttled`](crate::error::GaveUp::Throttled).
        pub fn with_retry_capacity(self, tokens: u32) => retry_capacity = Some(tokens);
        /// How long connecting may take, TLS included. Default: 10 seconds. Cannot be set together with
        /// [`with_http_client`](Self::with_http_client), which has its own already.
        pub fn with_connect_timeout(self, timeout: Duration) => connect_timeout = Some(timeout);
        /// Whether traces contain prompts and completions: `gen_ai.input.messages` and `gen_ai.output.messages` of
        /// chats and completions, whole, personal data included. Default: no.
        pub fn with_capture_content(self, capture: bool) => capture_content = capture;
    }

    /// Adds another endpoint for inference (see [`Operation::is_inference`](crate::Operation::is_inference)), used where
    /// those before it fail: the [endpoint](Self::with_endpoint) first, then the fallbacks in the order they were added.
    ///
    /// After 429, 408, 500, 502, 503, 504, a connection that failed or a response that did not come in time, the next
    /// endpoint is used at once, and the circuit of the one that failed opens: for as long as it asked for, else for the
    /// [cool-down](Self::with_fallback_cool_down). If it responded, that holds for the deployment only. Then one request
    /// probes it. While all circuits are open, a request waits for the first to close if its
    /// [`RetryPolicy`](crate::RetryPolicy) allows; else it fails with its own last error, or with
    /// [`ErrorKind::CircuitOpen`] if it was not sent at all. Which endpoint responded:
    /// [`ResponseHead::endpoint`](crate::ResponseHead::endpoint).
    ///
    /// All other requests (files, batches, jobs, lists) go to the first endpoint only, since what they are about is there.
    /// A stream that has started stays where it is.
    pub fn with_fallback(mut self, fallback: Fallback) -> Self {
        self.fallbacks.push(fallback);
        self
    }

    /// Builds the pipeline. Nothing is sent.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if a required setting is missing or an endpoint or header is invalid, or if the HTTP
    /// client cannot be made or has no TLS for an https endpoint; [`ErrorKind::Credential`] if a key or token is empty or
    /// cannot be sent in a header.
    pub fn build(self) -> Result<Pipeline, Error> {
        let missing = |what| invalid(format!("no {what} was set: set one with `with_{what}`"));
        let mut endpoint = self.endpoint.ok_or_else(|| missing("endpoint"))?;
        if self.v1 {
            endpoint = endpoint.map(|endpoint| endpoint.to_v1());
        }
        let credential = self.credential.ok_or_else(|| missing("credential"))?;
        let capacity = self.retry_capacity.unwrap_or(DEFAULT_CAPACITY);
        let cool_down = self.cool_down.unwrap_or(COOL_DOWN);
        let mut targets = Vec::with_capacity(1 + self.fallbacks.len());
        for fallback in std::iter::once(Fallback::of(endpoint, credential)).chain(self.fallbacks) {
            targets.push(Target::new(
                fallback,
                Throttle::new(capacity),
                Circuits::new(cool_down),
            )?);
        }

        let mut options = self.options;
        if let Some(mistake) = options.get_mut().mistake.take() {
            return Err(invalid(mistake));
        }
        let user_agent = match &self.user_agent {
            Some(user_agent) => {
                header(USER_AGENT.as_str(), &format!("{user_agent} {LIBRARY}"))
                    .map_err(invalid)?
                    .1
            }
            None => HeaderValue::from_static(LIBRARY),
        };
        options.get_mut().headers.entry(USER_AGENT).or_insert(user_agent);

        let client = match (self.client, self.connect_timeout) {
            (Some(Client::Made(_)), Some(_)) => {
                return Err(invalid(
                    "cannot set the connect timeout of a finished HTTP client: set it at its builder".to_owned(),
                ));
            }
            (Some(Client::Made(client)), None) => client,
            (Some(Client::Builder(builder)), None) => make(*builder)?,
            (Some(Client::Builder(builder)), Some(timeout)) => make(builder.connect_timeout(timeout))?,
            (None, timeout) => {
                let builder = reqwest::Client::builder().connect_timeout(timeout.unwrap_or(CONNECT_TIMEOUT));
                // reqwest copies each request to repeat those that an HTTP/2 server refused; over HTTP/1.1 none are.
                let builder = match cfg!(feature = "http2") {
                    true => builder,
                    false => builder.retry(reqwest::retry::never().max_retries_per_request(0)),
                };
                // http goes to this machine only, and the environment's proxy is another.
                let is_local = |target: &Target| target.endpoint.origin().starts_with("http:");
                let local = targets.iter().any(is_local);
                let has_tls = cfg!(any(
                    feature = "rustls",
                    feature = "rustls-no-provider",
                    feature = "native-tls"
                ));
                if !has_tls && !targets.iter().all(is_local) {
                    return Err(invalid(
                        "cannot connect to an https endpoint without TLS: enable the feature `rustls` or `native-tls`, or set an HTTP client".to_owned(),
                    ));
                }
                make(if local { builder.no_proxy() } else { builder })?
            }
        };
        Ok(Pipeline(Arc::new(Settings {
            targets: targets.into(),
            api_version: options.take_api_version(),
            client,
            capture_content: self.capture_content,
            warned: Arc::default(),
            options,
        })))
    }
}

fn invalid(text: String) -> Error {
    Error::new(ErrorKind::InvalidRequest, text)
}

fn make(builder: reqwest::ClientBuilder) -> Result<reqwest::Client, Error> {
    // reqwest would panic.
    #[cfg(all(feature = "rustls-no-provider", not(any(feature = "rustls", feature = "native-tls"))))]
    if rustls::crypto::CryptoProvider::get_default().is_none() {
        return Err(invalid(
            "cannot create the HTTP client: rustls has no cryptography provider: install one first, for example `rustls::crypto::ring::default_provider().install_default()`, or enable the feature `rustls`".to_owned(),
        ));
    }
    builder
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .map_err(|error| invalid("cannot create the HTTP client".to_owned()).with_source(error))
}

impl fmt::Debug for PipelineBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PipelineBuilder")
            .field("endpoint", &self.endpoint)
            .field("credential", &self.credential)
            .field("fallbacks", &self.fallbacks)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
