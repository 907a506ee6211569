//! One call: attempts until an answer, and what its status means.

use std::error::Error as StdError;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;
use tokio::time::Instant;
use url::Url;

use super::Pipeline;
use crate::credential::Authorisation;
use crate::error::{Error, ErrorKind, FailedAnswer};
use crate::form::FileError;
use crate::incoming::Incoming;
use crate::request::{Defaults, PreparedRequest, Request};

/// How much of an error answer is read, and for how long: it must not hold up the error.
const ERROR_BODY: usize = 64 * 1024;
const ERROR_BODY_TIME: Duration = Duration::from_secs(10);

/// What a call may set for itself.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Limits {
    pub(crate) timeout: Option<Duration>,
    pub(crate) idle_timeout: Option<Duration>,
}

impl Pipeline {
    pub(crate) fn prepare(
        &self,
        request: Request,
        accept: &'static str,
    ) -> Result<PreparedRequest, Error> {
        let settings = &*self.0;
        let api_version = settings.api_version.as_deref();
        if api_version.is_some_and(|version| version.trim().is_empty()) {
            return Err(Error::new(
                ErrorKind::InvalidRequest,
                "the api-version is empty",
            ));
        }
        request.prepare(&Defaults {
            base: settings.endpoint.base(),
            api_version,
            headers: &settings.headers,
            accept,
        })
    }

    /// Sends until there is a successful answer's head, or an error. `deadline` bounds all of it.
    pub(crate) async fn send(
        &self,
        request: &PreparedRequest,
        limits: Limits,
    ) -> Result<Incoming, Error> {
        let timeout = limits.timeout.unwrap_or(self.0.timeout);
        // A timeout past what the clock can tell is none.
        let deadline = Instant::now().checked_add(timeout);
        let attempts = self.attempts(request, limits, deadline);
        match deadline {
            Some(deadline) => tokio::time::timeout_at(deadline, attempts)
                .await
                .unwrap_or_else(|_| {
                    Err(Error::new(
                        ErrorKind::Timeout,
                        format!("no answer came within {timeout:?}"),
                    ))
                }),
            None => attempts.await,
        }
        .map_err(|error| error.with_operation(request.operation.id))
    }

    /// Attempt after attempt. Each makes its request anew and asks the credential again.
    async fn attempts(
        &self,
        request: &PreparedRequest,
        limits: Limits,
        deadline: Option<Instant>,
    ) -> Result<Incoming, Error> {
        let mut authorisation = self.0.credential.authorise().await?;
        let mut refreshed = false;
        loop {
            let response = self.attempt(request, &authorisation).await?;
            let status = response.status();
            if status == StatusCode::UNAUTHORIZED
                && !std::mem::replace(&mut refreshed, true)
                && request.can_be_sent_again()
                && let Some(fresh) = self.0.credential.reauthorise(&authorisation.secret).await?
            {
                authorisation = fresh;
                continue;
            }
            let incoming = Incoming::new(request.operation.id, response, authorisation.secret)
                .with_limits(
                    deadline,
                    limits.idle_timeout.unwrap_or(self.0.idle_timeout),
                    self.0.max_answer_bytes,
                );
            if status.is_success() {
                return Ok(incoming);
            }
            return Err(failed(incoming, request.url()).await);
        }
    }

    /// One request and the head of its answer.
    async fn attempt(
        &self,
        request: &PreparedRequest,
        authorisation: &Authorisation,
    ) -> Result<reqwest::Response, Error> {
        let client = &self.0.client;
        let builder = request
            .build(client)
            .await?
            .header(&authorisation.name, &authorisation.value);
        let response = builder
            .send()
            .await
            .map_err(|error| not_sent(error, request.url()))?;
        if response.url() != request.url() {
            return Err(Error::new(
                ErrorKind::Redirected,
                format!(
                    "the supplied reqwest::Client followed a redirect to {}, and the credential may have gone there: \
                     make the client with `redirect(Policy::none())`, and change the key if that host is not yours",
                    origin(response.url())
                ),
            ));
        }
        Ok(response)
    }
}

/// Why no answer came.
fn not_sent(error: reqwest::Error, url: &Url) -> Error {
    // The URL may hold what the caller put into the query.
    let error = error.without_url();
    let mut source: Option<&(dyn StdError + 'static)> = error.source();
    while let Some(cause) = source {
        if let Some(file) = cause.downcast_ref::<FileError>() {
            return Error::new(ErrorKind::File, file.to_string());
        }
        source = cause.source();
    }
    let (kind, text) = if error.is_connect() {
        (
            ErrorKind::Connect,
            format!("no connection to {}", origin(url)),
        )
    } else if error.is_timeout() {
        (
            ErrorKind::Timeout,
            "the HTTP client's own time limit passed".to_owned(),
        )
    } else if error.is_builder() {
        (
            ErrorKind::InvalidRequest,
            "the request cannot be made".to_owned(),
        )
    } else {
        (
            ErrorKind::Send,
            format!(
                "the connection to {} broke before an answer came",
                origin(url)
            ),
        )
    };
    Error::new(kind, text).with_source(error)
}

/// The error of an answer whose status is no success, with as much of its body as comes in time.
async fn failed(mut incoming: Incoming, url: &Url) -> Error {
    let head = Arc::clone(incoming.head());
    let text = match (head.status.is_redirection(), head.text("location")) {
        (false, _) => String::new(),
        (true, None) => "redirects are not followed".to_owned(),
        (true, Some(location)) => match url.join(location) {
            Ok(target) => format!(
                "it points to {}; redirects are not followed: set that as the endpoint",
                origin(&target)
            ),
            Err(_) => "redirects are not followed".to_owned(),
        },
    };
    let (body, whole) = incoming.read_start(ERROR_BODY, ERROR_BODY_TIME).await;
    Error::new(ErrorKind::Status, text).with_answer(FailedAnswer::from_error_body(
        &head,
        &body,
        whole,
        Some(incoming.secret()),
    ))
}

/// Scheme, host and port: what of a URL holds no secret.
fn origin(url: &Url) -> String {
    url.origin().ascii_serialization()
}
