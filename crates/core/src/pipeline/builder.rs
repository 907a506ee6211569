//! How a pipeline is set up.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::{AUTHORIZATION, HOST, USER_AGENT};
use http::{HeaderMap, HeaderValue};

use super::{Pipeline, Settings};
use crate::credential::Credential;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};
use crate::request::header;

const LIBRARY: &str = concat!("azure-openai-rust/", env!("CARGO_PKG_VERSION"));
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const TIMEOUT: Duration = Duration::from_secs(600);
/// Long for a pause between two events, short against the time in which a dead connection is noticed otherwise.
const IDLE_TIMEOUT: Duration = Duration::from_secs(120);
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
    timeout: Option<Duration>,
    idle_timeout: Option<Duration>,
    max_answer_bytes: Option<usize>,
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
    /// environment's proxies (`HTTPS_PROXY`, `NO_PROXY`) where the endpoint is https: over http, which is for this machine
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

    /// How long a call may take in all, from the first byte sent to the last one read. Default: 10 minutes. For streams
    /// and binary answers it ends when the headers have come, so that it does not cut a long download.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// How long a stream or a binary answer may pause between two reads. Default: 2 minutes.
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

    /// Makes the pipeline. Nothing is sent.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] where a required setting is missing, a header cannot be sent or the HTTP client
    /// cannot be made; [`ErrorKind::Credential`] where a key or token is empty or no header can carry it.
    pub fn build(self) -> Result<Pipeline, Error> {
        let missing = |what| Error::new(ErrorKind::InvalidRequest, format!("no {what} was set"));
        let endpoint = self.endpoint.ok_or_else(|| missing("endpoint"))?;
        let credential = self.credential.ok_or_else(|| missing("credential"))?;
        credential.check()?;

        let mut headers = HeaderMap::new();
        for (name, value) in &self.headers {
            let (name, mut value) = header(name, value)?;
            if name == AUTHORIZATION || name == "api-key" || name == HOST {
                return Err(Error::new(
                    ErrorKind::InvalidRequest,
                    format!(
                        "the header `{name}` cannot be a default: set the credential or the endpoint instead"
                    ),
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

        let client = match self.client {
            Some(Client::Made(client)) => client,
            Some(Client::Builder(builder)) => make(*builder)?,
            None => {
                let builder = reqwest::Client::builder().connect_timeout(CONNECT_TIMEOUT);
                // http goes to this machine only, and the environment's proxy is another.
                let local = endpoint.origin().starts_with("http:");
                make(if local { builder.no_proxy() } else { builder })?
            }
        };
        Ok(Pipeline(Arc::new(Settings {
            endpoint,
            credential,
            api_version: self.api_version,
            client,
            headers,
            timeout: self.timeout.unwrap_or(TIMEOUT),
            idle_timeout: self.idle_timeout.unwrap_or(IDLE_TIMEOUT),
            max_answer_bytes: self.max_answer_bytes.unwrap_or(MAX_ANSWER_BYTES),
        })))
    }
}

fn make(builder: reqwest::ClientBuilder) -> Result<reqwest::Client, Error> {
    builder
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .map_err(|error| {
            Error::new(ErrorKind::InvalidRequest, "the HTTP client cannot be made")
                .with_source(error)
        })
}

impl fmt::Debug for PipelineBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PipelineBuilder")
            .field("endpoint", &self.endpoint)
            .field("credential", &self.credential)
            .field("api_version", &self.api_version)
            .finish_non_exhaustive()
    }
}
