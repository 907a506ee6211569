//! An answer's value together with what its headers say.

mod rate_limits;

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use crate::endpoint::Endpoint;
use crate::error::{Error, retry_after};
pub use rate_limits::RateLimits;

/// Status and headers of an answer, and the operation that it answers.
#[derive(Clone)]
pub(crate) struct Head {
    pub(crate) operation: &'static str,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    /// Where it came from.
    pub(crate) endpoint: Endpoint,
    /// The number of the attempt that it answers, from 1.
    pub(crate) attempt: u32,
}

impl Head {
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .filter(|text| !text.is_empty())
    }

    /// The id to give to Microsoft's support. A gateway of API Management may send only its own.
    pub(crate) fn request_id(&self) -> Option<&str> {
        self.text("x-request-id").or_else(|| self.text("apim-request-id"))
    }

    /// The media type without its parameters; empty if the answer names none.
    pub(crate) fn media_type(&self) -> &str {
        self.text("content-type")
            .and_then(|text| text.split(';').next())
            .unwrap_or("")
            .trim()
    }
}

/// What a call gave: the value, and beside it status and headers. It can be used as the value itself.
pub struct Response<T> {
    value: T,
    head: Arc<Head>,
}

impl<T> Response<T> {
    pub(crate) fn new(value: T, head: Arc<Head>) -> Self {
        Self { value, head }
    }

    pub(crate) fn head(&self) -> &Arc<Head> {
        &self.head
    }

    /// The value.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The value, without what came beside it.
    pub fn into_value(self) -> T {
        self.value
    }

    /// The same answer with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Response<U> {
        Response {
            value: change(self.value),
            head: self.head,
        }
    }

    /// The same answer with another value, or an error that tells the answer's status, headers and request id.
    ///
    /// # Errors
    /// What `change` fails with.
    pub fn try_map<U>(self, change: impl FnOnce(T) -> Result<U, Error>) -> Result<Response<U>, Error> {
        match change(self.value) {
            Ok(value) => Ok(Response { value, head: self.head }),
            Err(error) => Err(error.with_head(&self.head)),
        }
    }

    /// The HTTP status: always 2xx.
    pub fn status(&self) -> StatusCode {
        self.head.status
    }

    /// Every header of the answer.
    pub fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// The id of the request to give to Microsoft's support (`x-request-id`, else `apim-request-id`).
    pub fn request_id(&self) -> Option<&str> {
        self.head.request_id()
    }

    /// The id that API Management gave the request (`apim-request-id`).
    pub fn apim_request_id(&self) -> Option<&str> {
        self.head.text("apim-request-id")
    }

    /// The caller's own id of the request, sent back (`x-ms-client-request-id`).
    pub fn client_request_id(&self) -> Option<&str> {
        self.head.text("x-ms-client-request-id")
    }

    /// The Azure region that answered (`x-ms-region`).
    pub fn region(&self) -> Option<&str> {
        self.head.text("x-ms-region")
    }

    /// The deployment that answered (`x-ms-deployment-name`).
    pub fn deployment(&self) -> Option<&str> {
        self.head.text("x-ms-deployment-name")
    }

    /// The endpoint that answered: the pipeline's own, or one of its [fallbacks](crate::Fallback).
    pub fn endpoint(&self) -> &Endpoint {
        &self.head.endpoint
    }

    /// How many attempts it took, this one included.
    pub fn attempts(&self) -> u32 {
        self.head.attempt
    }

    /// Where that which the call made can be found (`Location`).
    pub fn location(&self) -> Option<&str> {
        self.head.text("location")
    }

    /// How long the service asks to wait before asking again: `retry-after-ms`, `x-ms-retry-after-ms`, or `retry-after`
    /// in seconds or as a date; zero for a date that is past.
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(&self.head.headers)
    }

    /// What the headers say of the quotas.
    pub fn rate_limits(&self) -> RateLimits {
        RateLimits::from_headers(&self.head.headers)
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.head.status)
            .field("request_id", &self.request_id())
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}
