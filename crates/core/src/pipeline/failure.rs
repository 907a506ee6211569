//! What an attempt that failed becomes.

use std::error::Error as StdError;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;
use tokio::time::Instant;
use url::Url;

use crate::error::{Error, ErrorKind, FailedResponse};
use crate::form::FileError;
use crate::incoming::Incoming;

/// How much of an error response is read, and for how long: it must not hold up the error.
const ERROR_BODY: usize = 64 * 1024;
const ERROR_BODY_TIME: Duration = Duration::from_secs(10);

/// The error for a request without a response, which names the server's scheme, host and port.
pub(crate) fn not_sent(error: reqwest::Error, origin: &str) -> Error {
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
        (ErrorKind::Connect, format!("no connection to {origin}"))
    } else if error.is_timeout() {
        (ErrorKind::Timeout, "the HTTP client's own time limit passed".to_owned())
    } else if error.is_builder() {
        (ErrorKind::InvalidRequest, "the request cannot be made".to_owned())
    } else {
        (
            ErrorKind::Send,
            format!("the connection to {origin} broke before a response came"),
        )
    };
    Error::new(kind, text).with_source(error)
}

/// A client that was supplied followed a redirect.
pub(super) fn redirected(to: &Url) -> Error {
    Error::new(
        ErrorKind::Redirected,
        format!(
            "the supplied reqwest::Client followed a redirect to {}, and the credential may have gone there: \
             make the client with `redirect(Policy::none())`, and change the key if that host is not yours",
            origin(to)
        ),
    )
}

/// The error of a response whose status is not a success, with as much of its body as comes in time.
pub(super) async fn failed(mut incoming: Incoming, url: &Url, deadline: Option<Instant>) -> Error {
    let head = Arc::clone(incoming.head());
    let text = match (head.status.is_redirection(), head.header("location")) {
        // The endpoint as it was understood is what most of them are about.
        (false, _) if head.status == StatusCode::NOT_FOUND => requested(url),
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
    let time = deadline.map_or(ERROR_BODY_TIME, |deadline| {
        ERROR_BODY_TIME.min(deadline.saturating_duration_since(Instant::now()))
    });
    let (body, whole) = incoming.read_start(ERROR_BODY, time).await;
    Error::new(ErrorKind::Status, text).with_response(FailedResponse::from_error_body(
        &head,
        &body,
        whole,
        Some(incoming.secret()),
    ))
}

/// The URL without the values of its query but for the api-version.
fn requested(url: &Url) -> String {
    let version = url.query_pairs().find(|(name, _)| name == "api-version");
    let version = version.map_or("without api-version".to_owned(), |(_, version)| {
        format!("api-version {version}")
    });
    format!("requested {}{}, {version}", origin(url), url.path())
}

/// Scheme, host and port: what of a URL holds no secret.
pub(super) fn origin(url: &Url) -> String {
    url.origin().ascii_serialization()
}
