//! What an observer is told of each request.

use std::fmt;
use std::time::Duration;

use http::{Method, StatusCode};

/// One request and the start of its answer, as given to [`Builder::observe`](crate::Builder::observe).
///
/// Holds neither credentials nor bodies. Its `Display` is the line that the program logs.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Exchange {
    /// The request's method.
    pub method: Method,
    /// The request's path, still percent-encoded, without the query.
    pub path: String,
    /// The query parameter `api-version`, as it came.
    pub api_version: Option<String>,
    /// The answer's status.
    pub status: StatusCode,
    /// The answer's `apim-request-id`.
    pub request_id: String,
    /// From the request's headers to the answer's headers; bodies that are streamed take longer.
    pub elapsed: Duration,
}

impl fmt::Display for Exchange {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            method,
            path,
            api_version,
            status,
            request_id,
            elapsed,
        } = self;
        let api_version = api_version.as_deref().unwrap_or("none").escape_debug();
        let milliseconds = elapsed.as_secs_f64() * 1000.0;
        let status = status.as_u16();
        write!(
            formatter,
            "{status} {method} {path} api-version={api_version} {milliseconds:.1}ms {request_id}"
        )
    }
}
