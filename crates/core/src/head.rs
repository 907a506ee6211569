//! Status and headers of a response.

mod headers;
mod rate_limits;
mod retry_after;

use std::fmt;
use std::time::{Duration, SystemTime};

use http::{HeaderMap, StatusCode};

use crate::endpoint::Endpoint;
pub(crate) use headers::ResponseHeaders;
pub use rate_limits::RateLimits;
pub(crate) use retry_after::find as retry_after;

/// Status and headers of a response, and which endpoint gave it: from [`Response::head`](crate::Response::head).
#[derive(Clone)]
pub struct ResponseHead {
    pub(crate) operation: &'static str,
    pub(crate) status: StatusCode,
    pub(crate) headers: ResponseHeaders,
    pub(crate) endpoint: Option<Endpoint>,
    pub(crate) attempt: u32,
}

impl ResponseHead {
    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// All headers.
    pub fn headers(&self) -> &HeaderMap {
        self.headers.all()
    }

    /// The value of a header, if it is visible ASCII and not empty.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)
    }

    /// The id of the request to give to Microsoft's support (`x-request-id`, else `apim-request-id`: a gateway of API
    /// Management may send only its own).
    pub fn request_id(&self) -> Option<&str> {
        self.header("x-request-id").or_else(|| self.apim_request_id())
    }

    /// The id that API Management gave the request (`apim-request-id`).
    pub fn apim_request_id(&self) -> Option<&str> {
        self.header("apim-request-id")
    }

    /// The caller's own id of the request, sent back (`x-ms-client-request-id`).
    pub fn client_request_id(&self) -> Option<&str> {
        self.header("x-ms-client-request-id")
    }

    /// The Azure region that responded (`x-ms-region`).
    pub fn region(&self) -> Option<&str> {
        self.header("x-ms-region")
    }

    /// The deployment that responded (`x-ms-deployment-name`).
    pub fn deployment(&self) -> Option<&str> {
        self.header("x-ms-deployment-name")
    }

    /// The URL of what the request created (`Location`).
    pub fn location(&self) -> Option<&str> {
        self.header("location")
    }

    /// The media type without its parameters; empty if the response names none.
    pub fn media_type(&self) -> &str {
        self.header("content-type")
            .and_then(|text| text.split(';').next())
            .unwrap_or("")
            .trim()
    }

    /// How long the service asks to wait before the next request: the longest of `retry-after-ms`,
    /// `x-ms-retry-after-ms`, and `retry-after` in seconds or as a date. `None` for less than 50 ms or a date that has
    /// passed: that is not a hint.
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(self.headers(), "", SystemTime::now())
    }

    /// The quotas as the headers report them.
    pub fn rate_limits(&self) -> RateLimits {
        RateLimits::from_headers(self.headers())
    }

    /// The endpoint that responded: the pipeline's own, or one of its [fallbacks](crate::Fallback). `None` for a response
    /// that came in a file, or from elsewhere.
    pub fn endpoint(&self) -> Option<&Endpoint> {
        self.endpoint.as_ref()
    }

    /// The number of attempts, the successful one included.
    pub fn attempts(&self) -> u32 {
        self.attempt
    }
}

impl fmt::Debug for ResponseHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Header values may set cookies or hold signed links.
        f.debug_struct("ResponseHead")
            .field("status", &self.status)
            .field("request_id", &self.request_id())
            .field("headers", &self.headers().keys().collect::<Vec<_>>())
            .field("endpoint", &self.endpoint)
            .field("attempts", &self.attempt)
            .finish()
    }
}
