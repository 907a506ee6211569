//! Spans of requests and attempts, for whoever listens with [`tracing`].
//!
//! Names and attributes are those of OpenTelemetry's semantic conventions, as `tracing-opentelemetry` hands them on:
//! for requests of a model <https://github.com/open-telemetry/semantic-conventions-genai> (provider `azure.ai.openai`, status
//! of the conventions: development), for attempts those of HTTP clients. Where nobody listens, a request pays for two checks.

mod attempt;
mod call;
mod content;
mod facts;
mod request;
mod response;

pub(crate) use attempt::AttemptSpan;
pub(crate) use call::{CallSpan, Called, ResponseSpan};
pub use facts::ResponseAttributes;
pub(crate) use facts::at_index;

use std::future::poll_fn;
use std::pin::Pin;

use tracing::Span;
use url::Url;

use crate::error::{Error, ErrorKind};

/// The target of every span and event, to filter by.
pub(crate) const TARGET: &str = "azure_openai";

/// Runs a future within a span, as [`tracing::Instrument`] does, which would own a span and enter it once more at the end.
fn within<T>(span: &Span, mut future: Pin<&mut impl Future<Output = T>>) -> impl Future<Output = T> {
    poll_fn(move |cx| {
        let _entered = span.enter();
        future.as_mut().poll(cx)
    })
}

/// Signed, like every number here: tracing-opentelemetry makes text of unsigned ones.
fn port(url: &Url) -> Option<i64> {
    url.port_or_known_default().map(i64::from)
}

/// What the conventions call `error.type`: the service's code where it is one, else the status, else the step that failed.
fn error_type(error: &Error) -> String {
    if let Some(code) = error.code().filter(|code| is_code(code)) {
        return code.to_owned();
    }
    if error.kind() == ErrorKind::Status
        && let Some(status) = error.status()
    {
        return status.as_str().to_owned();
    }
    let kind = serde_json::to_value(error.kind());
    kind.ok()
        .and_then(|kind| kind.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// An attribute that traces are grouped by must have few values: a text that a server made up is none.
fn is_code(code: &str) -> bool {
    (1..=64).contains(&code.len())
        && code
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
}
