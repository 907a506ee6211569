//! How a pipeline is set up.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::{AUTHORIZATION, HOST, USER_AGENT};
use http::{HeaderMap, HeaderValue};

use super::circuit::Circuits;
use super::{Fallback, Pipeline, Settings, Target};
use crate::credential::Credential;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};
use crate::request::header;
use crate::retry::{DEFAULT_CAPACITY, RetryPolicy, Throttle};

const LIBRARY: &str = concat!("azure-openai-rust/", env!("CARGO_PKG_VERSION"));
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const TIMEOUT: Duration = Duration::from_secs(600);
/// Half of the above: what hangs can be tried once more, and few models take longer for an answer in one piece.
const FIRST_BYTE_TIMEOUT: Duration = Duration::from_secs(300);
/// Long for a pause between two events, short against the time in which a dead connection is noticed otherwise.
const IDLE_TIMEOUT: Duration = Duration::from_secs(120);
const COOL_DOWN: Duration = Duration::from_secs(1);
const MAX_ANSWER_BYTES: usize = 256 * 1024 * 1024;

/// Sets up a [`Pipeline`].
#[must_use = "nothing is made before `build`"]
#[derive(Default)]
pub struct PipelineBuilder {
    endpoint: Option<Endpoint>,
    credential: Option<Credential>,
    api_version: Option<String>,
    client: Option<Client>,
    user_agent: Option<String>,
    headers: Vec<(String, String)>,
    fallbacks: Vec<Fallback>,
    cool_down: Option<Duration>,
    retry_policy: RetryPolicy,
    retry_capacity: Option<u32>,
    connect_timeout: Option<Duration>,
    timeout: Option<Duration>,
    first_byte_timeout: Option<Duration>,
    idle_timeout: Option<Duration>,
    max_answer_bytes: Option<usize>,
    capture_content: bool,
}

enum Client {
    Made(reqwest::Client),
    Builder(Box<reqwest::ClientBuilder>),
}

impl PipelineBuilder {
    /// Where calls go. Required.
    pub fn endpoint(mut self, endpoint: Endpoint) -> Self {
        self.endpoint = Some(endpoint);
        self
    }

    /// What proves who calls. Required.
    pub fn credential(mut self, credential: Credential) -> Self {
        self.credential = Some(credential);
        self
    }

    /// The version of the API, as in `2024-06-01`. Without it a generated client takes the one it was made from.
    pub fn api_version(mut self, api_version: impl Into<String>) -> Self {
        self.api_version = Some(api_version.into());
        self
    }

    /// Sends with this client, for instance to share its connections.
    ///
    /// The client must not follow redirects (`redirect(reqwest::redirect::Policy::none())`): reqwest takes the `api-key`
    /// header along to wherever a redirect points, and cannot be told not to once the client is made. Where the endpoint
    /// might ever redirect, prefer [`client_builder`](Self::client_builder), which sees to that. A call that was
    /// redirected all the same fails and says so, so that the key can be changed.
    pub fn client(mut self, client: reqwest::Client) -> Self {
        self.client = Some(Client::Made(client));
        self
    }

    /// Sends with a client made from these settings (proxy, certificates, DNS, pool), except that it follows no
    /// redirects. Without this and [`client`](Self::client), one is made with a connect timeout of 10 seconds, and with the
    /// environment's proxies (`HTTPS_PROXY`, `NO_PROXY`) where every endpoint is https: over http, which is for this machine
    /// only, a proxy would be sent the key in the clear.
    pub fn client_builder(mut self, builder: reqwest::ClientBuilder) -> Self {
        self.client = Some(Client::Builder(Box::new(builder)));
        self
    }

    /// A name and version to put before this library's in the header `User-Agent`, as in `my-app/1.0`.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// A header to send with every call.
    pub fn default_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Another endpoint for inference calls (those of [`Operation::is_inference`](crate::Operation::is_inference)), used
    /// where those before it cannot be: [`endpoint`](Self::endpoint) first, then the fallbacks in the order they were
    /// given.
    ///
    /// After 429, 408, 500, 502, 503, 504, a connection that failed or an answer that did not come in time, the next
    /// endpoint is asked at once, and the one that failed is left alone: for as long as it asked for, else for a
    /// [cool-down](Self::fallback_cool_down). Where it answered, that goes for the deployment alone. Then one call tries
    /// it. Where no endpoint takes calls, a call waits for the first that does, if its [`RetryPolicy`] allows; else it
    /// fails with its own last error, or with [`ErrorKind::CircuitOpen`] where it was not sent at all. Which endpoint
    /// answered is told by [`Response::endpoint`](crate::Response::endpoint).
    ///
    /// All other calls (files, batches, jobs, lists) go to the first endpoint alone, since what they are about lives
    /// there. A stream that has begun stays where it is.
    pub fn fallback(mut self, fallback: Fallback) -> Self {
        self.fallbacks.push(fallback);
        self
    }

    /// How long an endpoint that failed is left alone where it does not say how long. Default: 1 s. It doubles with each
    /// try that fails, up to a minute.
    pub fn fallback_cool_down(mut self, cool_down: Duration) -> Self {
        self.cool_down = Some(cool_down);
        self
    }

    /// How calls are tried again. Default: [`RetryPolicy::new`]. Each call can have its own.
    pub fn retry_policy(mut self, policy: RetryPolicy) -> Self {
        self.retry_policy = policy;
        self
    }

    /// How many tokens there are for retries, for each endpoint. Default: 500; 0 forbids retries.
    ///
    /// A retry takes 5 of them, and 10 after a timeout. If it leads to success it gives them back, and every other
    /// success gives 1. Where there are too few left, calls are not tried again, so that a service that is down is not
    /// hammered: the error then says [`GaveUp::Throttled`](crate::error::GaveUp::Throttled).
    pub fn retry_capacity(mut self, tokens: u32) -> Self {
        self.retry_capacity = Some(tokens);
        self
    }

    /// How long making a connection may take, with TLS. Default: 10 seconds. It cannot be set beside
    /// [`client`](Self::client), which has its own already.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }

    /// How long a call may take in all, from the first byte sent to the last one read, retries and waits included.
    /// Default: 10 minutes. For streams and binary answers it ends when the headers have come, so that it does not cut a
    /// long download.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// How long an attempt may wait for the headers of its answer, counted from its beginning; for forms, from when the
    /// last piece was handed to the connection. Default: 5 minutes. An attempt that takes longer counts as failed, and
    /// is tried again if that is safe.
    ///
    /// Where an answer is not streamed, its headers come when the model has finished. Streams begin within seconds, so
    /// they can do with much less.
    pub fn first_byte_timeout(mut self, timeout: Duration) -> Self {
        self.first_byte_timeout = Some(timeout);
        self
    }

    /// How long an answer may pause between two reads. Default: 2 minutes.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.idle_timeout = Some(timeout);
        self
    }

    /// How large an answer that is read whole may be, in bytes. Default: 256 MiB. Binary answers and streams have no
    /// limit in all.
    pub fn max_answer_bytes(mut self, limit: usize) -> Self {
        self.max_answer_bytes = Some(limit);
        self
    }

    /// Whether the spans of calls hold what models are asked and what they answer: `gen_ai.input.messages` and
    /// `gen_ai.output.messages` of chats and completions, whole, personal data included. Default: no.
    pub fn capture_content(mut self, capture: bool) -> Self {
        self.capture_content = capture;
        self
    }

    /// Makes the pipeline. Nothing is sent.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] where a required setting is missing, a header cannot be sent or the HTTP client
    /// cannot be made; [`ErrorKind::Credential`] where a key or token is empty or no header can carry it.
    pub fn build(self) -> Result<Pipeline, Error> {
        let missing = |what| Error::new(ErrorKind::InvalidRequest, format!("no {what} was set"));
        let endpoint = self.endpoint.ok_or_else(|| missing("endpoint"))?;
        let credential = self.credential.ok_or_else(|| missing("credential"))?;

        let mut headers = HeaderMap::new();
        for (name, value) in &self.headers {
            let (name, mut value) = header(name, value)?;
            if name == AUTHORIZATION || name == "api-key" || name == HOST {
                return Err(Error::new(
                    ErrorKind::InvalidRequest,
                    format!("the header `{name}` cannot be a default: set the credential or the endpoint instead"),
                ));
            }
            value.set_sensitive(true);
            headers.append(name, value);
        }
        let user_agent = match &self.user_agent {
            Some(user_agent) => header(USER_AGENT.as_str(), &format!("{user_agent} {LIBRARY}"))?.1,
            None => HeaderValue::from_static(LIBRARY),
        };
        headers.entry(USER_AGENT).or_insert(user_agent);

        let client = match (self.client, self.connect_timeout) {
            (Some(Client::Made(_)), Some(_)) => {
                return Err(Error::new(
                    ErrorKind::InvalidRequest,
                    "the connect timeout of a client that is made cannot be set: set it at the client's builder",
                ));
            }
            (Some(Client::Made(client)), None) => client,
            (Some(Client::Builder(builder)), None) => make(*builder)?,
            (Some(Client::Builder(builder)), Some(timeout)) => make(builder.connect_timeout(timeout))?,
            (None, timeout) => {
                let builder = reqwest::Client::builder().connect_timeout(timeout.unwrap_or(CONNECT_TIMEOUT));
                // http goes to this machine only, and the environment's proxy is another.
                let local =
                    targets_of(&endpoint, &self.fallbacks).any(|endpoint| endpoint.origin().starts_with("http:"));
                let all_local =
                    targets_of(&endpoint, &self.fallbacks).all(|endpoint| endpoint.origin().starts_with("http:"));
                if !cfg!(any(feature = "rustls", feature = "native-tls")) && !all_local {
                    return Err(Error::new(
                        ErrorKind::InvalidRequest,
                        "cannot connect to an https endpoint without TLS: enable the feature `rustls` or `native-tls`, or set an HTTP client",
                    ));
                }
                make(if local { builder.no_proxy() } else { builder })?
            }
        };
        let capacity = self.retry_capacity.unwrap_or(DEFAULT_CAPACITY);
        let cool_down = self.cool_down.unwrap_or(COOL_DOWN);
        let mut targets = Vec::with_capacity(1 + self.fallbacks.len());
        for target in std::iter::once(Fallback::new(endpoint, credential)).chain(self.fallbacks) {
            target.credential.check()?;
            targets.push(Target::new(target, Throttle::new(capacity), Circuits::new(cool_down)));
        }
        Ok(Pipeline(Arc::new(Settings {
            targets: targets.into(),
            api_version: self.api_version,
            client,
            headers,
            timeout: self.timeout.unwrap_or(TIMEOUT),
            first_byte_timeout: self.first_byte_timeout.unwrap_or(FIRST_BYTE_TIMEOUT),
            idle_timeout: self.idle_timeout.unwrap_or(IDLE_TIMEOUT),
            retry_policy: self.retry_policy,
            max_answer_bytes: self.max_answer_bytes.unwrap_or(MAX_ANSWER_BYTES),
            capture_content: self.capture_content,
        })))
    }
}

fn targets_of<'a>(endpoint: &'a Endpoint, fallbacks: &'a [Fallback]) -> impl Iterator<Item = &'a Endpoint> {
    std::iter::once(endpoint).chain(fallbacks.iter().map(|fallback| &fallback.endpoint))
}

fn make(builder: reqwest::ClientBuilder) -> Result<reqwest::Client, Error> {
    builder
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .map_err(|error| Error::new(ErrorKind::InvalidRequest, "the HTTP client cannot be made").with_source(error))
}

impl fmt::Debug for PipelineBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PipelineBuilder")
            .field("endpoint", &self.endpoint)
            .field("credential", &self.credential)
            .field("fallbacks", &self.fallbacks)
            .field("retry_policy", &self.retry_policy)
            .field("api_version", &self.api_version)
            .finish_non_exhaustive()
    }
}
