//! At which step a call failed, and what that means.

use http::StatusCode;

use super::Error;
use super::verdict::{Verdict, judge};

/// The step at which a call failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request cannot be made: a bad endpoint, path parameter, header or body. Nothing was sent.
    InvalidRequest,
    /// No key or token that can be sent. Nothing was sent.
    Credential,
    /// A file or stream of the caller could not be read, or a file not be written.
    File,
    /// No connection to the service. It did not act.
    Connect,
    /// The connection broke after sending began and before an answer came. The service may have acted.
    Send,
    /// A time limit passed.
    Timeout,
    /// The service answered with a status that is no success.
    Status,
    /// The [client that was supplied](crate::PipelineBuilder::client) followed a redirect, and may have taken the
    /// credential there.
    Redirected,
    /// The service reported an error in the middle of a stream.
    Stream,
    /// No endpoint was asked: each of them failed a short time ago, and none takes calls before
    /// [`retry_after`](Error::retry_after) has passed. Only where there are [fallbacks](crate::Fallback).
    CircuitOpen,
    /// The connection broke while the answer was read.
    Body,
    /// A stream ended before the answer was whole.
    Truncated,
    /// The answer is larger than the limit set for it.
    TooLarge,
    /// The pages of a list lead nowhere: the service repeats one, or says that there is more and gives nothing.
    Paging,
    /// The service gave a link to another place than the endpoint; it was not followed, since the key would go along.
    ForeignLink,
    /// What was polled failed: a file, a batch, a job, whose [`PollError`](crate::PollError) is the source, or a long-running
    /// operation, which was canceled or does not say where its state is too.
    Job,
    /// The answer is not what was expected: broken JSON, a missing field, text that is not UTF-8.
    Decode,
}

impl Error {
    /// Whether the service refused for too many requests or tokens (429). See [`retry_after`](Error::retry_after).
    pub fn is_rate_limited(&self) -> bool {
        self.status() == Some(StatusCode::TOO_MANY_REQUESTS)
            || self.kind() == ErrorKind::Stream
                && self
                    .code()
                    .is_some_and(|code| code == "429" || code == "rate_limit_exceeded")
    }

    /// Whether the content filter blocked the prompt or the answer. See
    /// [`content_filter_results`](Error::content_filter_results).
    pub fn is_content_filtered(&self) -> bool {
        self.code()
            .is_some_and(|code| code.eq_ignore_ascii_case("content_filter"))
            || self.inner_error().is_some_and(|inner| {
                inner
                    .code()
                    .is_some_and(|code| code.eq_ignore_ascii_case("ResponsibleAIPolicyViolation"))
            })
    }

    /// Whether what was asked for is not there (404): the deployment, file or job, or the path itself.
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(StatusCode::NOT_FOUND)
    }

    /// Whether the service did not accept the key or token (401).
    pub fn is_unauthorized(&self) -> bool {
        self.status() == Some(StatusCode::UNAUTHORIZED)
    }

    /// Whether the caller is known and not allowed to do this (403).
    pub fn is_forbidden(&self) -> bool {
        self.status() == Some(StatusCode::FORBIDDEN)
    }

    /// Whether the request contradicts the state of what it is about (409, 412).
    pub fn is_conflict(&self) -> bool {
        matches!(
            self.status(),
            Some(StatusCode::CONFLICT | StatusCode::PRECONDITION_FAILED)
        )
    }

    /// Whether the answer was a redirect. Redirects are not followed, since the key would go along.
    pub fn is_redirect(&self) -> bool {
        self.kind() == ErrorKind::Redirected
            || self.kind() == ErrorKind::Status && self.status().is_some_and(|status| status.is_redirection())
    }

    /// Whether a time limit of the caller passed, or the service or a gateway ran into one of its own (408, 504).
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
            || matches!(
                self.status(),
                Some(StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT)
            )
    }

    /// Whether no connection to the service was made; the service did not act.
    pub fn is_connect(&self) -> bool {
        self.kind() == ErrorKind::Connect
    }

    /// Whether a stream stopped before the answer was whole.
    pub fn is_truncated(&self) -> bool {
        self.kind() == ErrorKind::Truncated
    }

    /// Whether no endpoint takes calls at present: see [`ErrorKind::CircuitOpen`].
    pub fn is_circuit_open(&self) -> bool {
        self.kind() == ErrorKind::CircuitOpen
    }

    /// Whether there is no key or token that could be sent. See [`is_unauthorized`](Error::is_unauthorized) for one that
    /// the service did not accept.
    pub fn is_credential(&self) -> bool {
        self.kind() == ErrorKind::Credential
    }

    /// Whether the request could not be made, or the service refused it as wrong (400, 422). Repeating it will not help.
    pub fn is_invalid_request(&self) -> bool {
        self.kind() == ErrorKind::InvalidRequest
            || matches!(
                self.status(),
                Some(StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY)
            )
    }

    /// Whether the answer came and is not what was expected.
    pub fn is_decode(&self) -> bool {
        self.kind() == ErrorKind::Decode
    }

    /// Whether the same call may succeed later: network failures, time limits, 408, 429, 500, 502, 503, 504, a 409 that
    /// says so. It does not say that repeating is harmless: see [`may_have_been_processed`](Error::may_have_been_processed).
    pub fn is_transient(&self) -> bool {
        match self.kind() {
            ErrorKind::Truncated => true,
            ErrorKind::Stream => {
                self.is_rate_limited()
                    || self.code().is_some_and(|code| {
                        [
                            "500",
                            "502",
                            "503",
                            "504",
                            "server_error",
                            "internal_error",
                            "InternalServerError",
                        ]
                        .iter()
                        .any(|known| known.eq_ignore_ascii_case(code))
                    })
            }
            _ => judge(self) != Verdict::Final,
        }
    }
}
