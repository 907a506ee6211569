//! What an observer receives for each request.

use std::fmt;
use std::time::Duration;

use http::{Method, StatusCode};

/// A request with the status and headers of its response, as given to [`Builder::observe`](crate::Builder::observe).
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
    /// The id of the operation in the documents; `None` if no operation has the path and method.
    pub operation: Option<&'static str>,
    /// The response's status; `None` if a fault ended the connection before it.
    pub status: Option<StatusCode>,
    /// The response's `apim-request-id`, which responses of a gateway do not have.
    pub request_id: String,
    /// The fault that the request met, as text.
    pub fault: Option<String>,
    /// The time from the request's headers to the response's headers. Streamed bodies take longer.
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
            fault,
            elapsed,
            ..
        } = self;
        let api_version = api_version.as_deref().unwrap_or("none").escape_debug();
        let milliseconds = elapsed.as_secs_f64() * 1000.0;
        match status {
            Some(status) => write!(formatter, "{} ", status.as_u16())?,
            None => formatter.write_str("--- ")?,
        }
        write!(
            formatter,
            "{method} {path} api-version={api_version} {milliseconds:.1}ms {request_id}"
        )?;
        match fault {
            Some(fault) => write!(formatter, " fault: {}", fault.escape_debug()),
            None => Ok(()),
        }
    }
}
