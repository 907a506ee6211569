//! Files that responses point to, fetched from wherever they are.

use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use url::Url;

use crate::error::{Error, ErrorKind, FailedResponse};
use crate::incoming::{Incoming, ReadLimits};
use crate::pipeline::not_sent;
use crate::reader::ByteStream;
use crate::value::Secret;

/// What errors name in place of an operation.
const OPERATION: &str = "Download";
/// How long a host may take to connect, to respond, and to pause.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(20);
const HEAD_TIMEOUT: Duration = Duration::from_secs(60);
const IDLE_TIMEOUT: Duration = Duration::from_secs(60);
/// How much of an error response is read, and for how long.
const ERROR_BODY: usize = 8 * 1024;
const ERROR_BODY_TIME: Duration = Duration::from_secs(5);

/// Fetches what the service's responses point to, such as images, from whatever host has it.
///
/// It has an HTTP client of its own, so that no key, token or default header of the service's client can go there, and
/// follows no redirects. A clone shares its connections, and none are made before the first download.
#[derive(Clone, Default)]
pub struct Downloads(Arc<OnceLock<reqwest::Client>>);

impl Downloads {
    /// Fetches by this HTTP client, for proxies and certificates of one's own. It sends whatever default headers it has,
    /// so it should have none; and it should not follow redirects.
    pub fn with_client(client: reqwest::Client) -> Self {
        let cell = OnceLock::new();
        // It is new, so it is empty.
        let _ = cell.set(client);
        Self(Arc::new(cell))
    }

    fn client(&self) -> Result<&reqwest::Client, Error> {
        if let Some(client) = self.0.get() {
            return Ok(client);
        }
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(CONNECT_TIMEOUT)
            .build()
            .map_err(|error| {
                Error::new(ErrorKind::InvalidRequest, "the HTTP client cannot be made").with_source(error)
            })?;
        Ok(self.0.get_or_init(|| client))
    }

    /// Begins to fetch a URL (http or https). Its host has a minute to respond, and later may pause for as long between
    /// two reads.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] for what is not such a URL; [`ErrorKind::Connect`], [`ErrorKind::Send`],
    /// [`ErrorKind::Timeout`]; [`ErrorKind::Status`] where the response is not a success, as when the URL's own permission
    /// has run out. They name the host, not the URL, since whoever has that can read the file.
    pub async fn open(&self, url: &str) -> Result<ByteStream, Error> {
        self.fetch(url).await.map_err(|error| error.with_operation(OPERATION))
    }

    async fn fetch(&self, url: &str) -> Result<ByteStream, Error> {
        let mut url = Url::parse(url)
            .map_err(|error| Error::new(ErrorKind::InvalidRequest, "invalid URL to fetch").with_source(error))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Error::new(
                ErrorKind::InvalidRequest,
                format!(
                    "cannot fetch a URL with the scheme `{}`: it must be http or https",
                    url.scheme()
                ),
            ));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Error::new(
                ErrorKind::InvalidRequest,
                "refused a URL with a user name or password",
            ));
        }
        url.set_fragment(None);
        // Whoever has the query can read the file.
        let query = url.query_pairs().map(|(_, value)| Secret::new(value));
        let secrets = query.chain([Secret::new(url.query().unwrap_or_default())]).collect();
        let host = url.origin().ascii_serialization();
        let sent = self.client()?.get(url).send();
        let response = match tokio::time::timeout(HEAD_TIMEOUT, sent).await {
            Ok(response) => response.map_err(|error| not_sent(error, &host))?,
            Err(_) => {
                return Err(Error::new(
                    ErrorKind::Timeout,
                    format!("{host} did not respond within {HEAD_TIMEOUT:?}"),
                ));
            }
        };
        let status = response.status();
        let mut incoming = Incoming::new(OPERATION, response, secrets, None, 1).with_limits(&ReadLimits {
            idle: IDLE_TIMEOUT,
            ..ReadLimits::none()
        });
        if status.is_success() {
            return Ok(ByteStream::new(incoming));
        }
        let (body, whole) = incoming.read_start(ERROR_BODY, ERROR_BODY_TIME).await;
        let text = if status.is_redirection() {
            format!("{host} redirects, and redirects are not followed")
        } else {
            String::new()
        };
        Err(
            Error::new(ErrorKind::Status, text).with_response(FailedResponse::from_error_body(
                incoming.head(),
                &body,
                whole,
                Some(incoming.secret()),
            )),
        )
    }
}

impl AsRef<Downloads> for Downloads {
    fn as_ref(&self) -> &Downloads {
        self
    }
}

impl fmt::Debug for Downloads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Downloads").finish_non_exhaustive()
    }
}
