//! What a failure means.

use http::StatusCode;

use super::in_stream;
use super::verdict::{Verdict, judge};
use super::{Error, ErrorKind};

impl Error {
    /// Whether the service refused for too many requests or tokens, by status (429), code or type. See
    /// [`retry_after`](Error::retry_after).
    pub fn is_rate_limited(&self) -> bool {
        self.status() == Some(StatusCode::TOO_MANY_REQUESTS)
            || self.service_error().is_some_and(in_stream::is_rate_limit)
    }

    /// Whether the content filter blocked the prompt or the response, by code, type or inner code. See
    /// [`content_filter_results`](Error::content_filter_results).
    pub fn is_content_filtered(&self) -> bool {
        const NAMES: [&str; 4] = [
            "contentfilter",
            "contentfiltered",
            "contentpolicyviolation",
            "responsibleaipolicyviolation",
        ];
        let blocked = |error| in_stream::names(error).any(|name| NAMES.contains(&&*name));
        self.service_error().is_some_and(blocked)
    }

    /// Whether the messages, with the tokens that may be written, are longer than the model's context, by code. Shorten the
    /// conversation or allow for fewer tokens.
    pub fn is_context_length_exceeded(&self) -> bool {
        let too_long = |error| in_stream::names(error).any(|name| name == "contextlengthexceeded");
        self.service_error().is_some_and(too_long)
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

    /// Whether the response was a redirect. Redirects are not followed, since the key would go along.
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

    /// Whether a stream broke before the response was whole: it ended too early, its connection was lost, or nothing came
    /// within a time limit.
    pub fn is_truncated(&self) -> bool {
        self.kind() == ErrorKind::Truncated
            || self.0.in_stream && matches!(self.kind(), ErrorKind::Body | ErrorKind::Timeout)
    }

    /// Whether every endpoint's circuit is open: see [`ErrorKind::CircuitOpen`].
    pub fn is_circuit_open(&self) -> bool {
        self.kind() == ErrorKind::CircuitOpen
    }

    /// Whether no key or token could be sent. See [`is_unauthorized`](Error::is_unauthorized) for one that
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

    /// Whether the response could not be decoded.
    pub fn is_decode(&self) -> bool {
        self.kind() == ErrorKind::Decode
    }

    /// Whether the same request may succeed later: network failures, timeouts, the statuses 408, 429, 499, 500, 502, 503,
    /// 504, 520 to 524 and 529, a 409 that says so, and errors whose code or type is that of one of these. It does not say
    /// that repeating is harmless: see [`may_have_been_processed`](Error::may_have_been_processed).
    pub fn is_transient(&self) -> bool {
        match self.kind() {
            ErrorKind::Truncated => true,
            ErrorKind::Stream => self.service_error().is_some_and(in_stream::may_pass),
            ErrorKind::Status => {
                judge(self) != Verdict::Final
                    || !self.is_redirect() && self.service_error().is_some_and(in_stream::names_passing_failure)
            }
            _ => judge(self) != Verdict::Final,
        }
    }
}
