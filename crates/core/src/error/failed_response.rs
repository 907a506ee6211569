//! The part of a response that an error keeps.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::{HeaderValue, StatusCode};

use super::service;
use super::service::ErrorDetail;
use crate::head::{ResponseHead, retry_after};
use crate::value::Secret;

/// How much of a body an error keeps.
const BODY_START: usize = 8 * 1024;
/// What stands where the answer repeated the key or token.
const REDACTED: &str = "[redacted]";
/// Shorter texts are no keys, and would be found in words.
const SHORTEST_SECRET: usize = 8;

pub(crate) struct FailedResponse {
    pub(super) head: Arc<ResponseHead>,
    pub(super) body_start: Option<String>,
    pub(super) body_truncated: bool,
    pub(super) service: Option<ErrorDetail>,
    pub(super) retry_after: Option<Duration>,
}

impl FailedResponse {
    pub(super) fn from_head(head: Arc<ResponseHead>) -> Self {
        Self {
            head,
            body_start: None,
            body_truncated: false,
            service: None,
            retry_after: None,
        }
    }

    /// From the part of the body that was read; `whole` tells whether that is all of it.
    pub(crate) fn from_error_body(head: &Arc<ResponseHead>, body: &[u8], whole: bool, secret: Option<&Secret>) -> Self {
        let text = redact(String::from_utf8_lossy(body).into_owned(), secret);
        let service = if whole { service::parse(&text) } else { None };
        // The text of a body that is no JSON may say how long to wait, too.
        let message = service.as_ref().and_then(ErrorDetail::message).unwrap_or(&text);
        let retry_after = retry_after(&head.headers, message, SystemTime::now());
        Self {
            service,
            retry_after,
            ..Self::from_body(redact_head(head, secret), text, whole)
        }
    }

    /// From the body of an answer whose status says nothing of an error.
    pub(crate) fn from_decoded_body(head: &Arc<ResponseHead>, body: &[u8], secret: Option<&Secret>) -> Self {
        // More than is kept: a character or a secret that the cut runs through would otherwise be seen in part.
        let start = &body[..body.len().min(2 * BODY_START)];
        let text = redact(String::from_utf8_lossy(start).into_owned(), secret);
        Self::from_body(redact_head(head, secret), text, start.len() == body.len())
    }

    fn from_body(head: Arc<ResponseHead>, mut text: String, whole: bool) -> Self {
        let cut = text.len() > BODY_START;
        text.truncate(text.floor_char_boundary_at(BODY_START));
        Self {
            body_start: Some(text),
            body_truncated: cut || !whole,
            ..Self::from_head(head)
        }
    }

    pub(super) fn status(&self) -> StatusCode {
        self.head.status
    }
}

trait FloorCharBoundary {
    fn floor_char_boundary_at(&self, index: usize) -> usize;
}

impl FloorCharBoundary for str {
    /// The last character boundary that is not after `index` (the standard library's own is newer than our MSRV).
    fn floor_char_boundary_at(&self, index: usize) -> usize {
        (0..=index.min(self.len()))
            .rev()
            .find(|&index| self.is_char_boundary(index))
            .unwrap_or(0)
    }
}

fn redact(text: String, secret: Option<&Secret>) -> String {
    match secret.map(Secret::expose) {
        Some(secret) if secret.len() >= SHORTEST_SECRET && text.contains(secret) => text.replace(secret, REDACTED),
        _ => text,
    }
}

fn redact_head(head: &Arc<ResponseHead>, secret: Option<&Secret>) -> Arc<ResponseHead> {
    let Some(secret) = secret
        .map(Secret::expose)
        .filter(|secret| secret.len() >= SHORTEST_SECRET)
    else {
        return Arc::clone(head);
    };
    let holds = |value: &HeaderValue| {
        value
            .as_bytes()
            .windows(secret.len())
            .any(|part| part == secret.as_bytes())
    };
    if !head.headers.values().any(holds) {
        return Arc::clone(head);
    }
    let mut head = (**head).clone();
    for value in head.headers.values_mut().filter(|value| holds(value)) {
        *value = HeaderValue::from_static(REDACTED);
    }
    Arc::new(head)
}

impl fmt::Debug for FailedResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Header values are left out: they may set cookies or hold signed links.
        f.debug_struct("Response")
            .field("status", &self.head.status)
            .field("request_id", &self.head.request_id())
            .field("service", &self.service)
            .field("retry_after", &self.retry_after)
            .field("body_start", &self.body_start)
            .field("body_truncated", &self.body_truncated)
            .finish()
    }
}
