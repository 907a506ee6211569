//! The part of a response that an error keeps.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::StatusCode;

use super::service::{self, ErrorDetail};
use crate::head::{ResponseHead, retry_after};
use crate::secrets::Secrets;

/// How much of a body an error keeps.
const BODY_START: usize = 8 * 1024;

pub(crate) struct FailedResponse {
    pub(super) head: Arc<ResponseHead>,
    pub(super) body_start: Option<String>,
    pub(super) body_truncated: bool,
    pub(super) service: Option<ErrorDetail>,
    pub(super) retry_after: Option<Duration>,
    /// What must not be seen in what is added to the error later.
    pub(super) secrets: Secrets,
}

impl FailedResponse {
    pub(super) fn from_head(head: Arc<ResponseHead>) -> Self {
        Self {
            head,
            body_start: None,
            body_truncated: false,
            service: None,
            retry_after: None,
            secrets: Secrets::default(),
        }
    }

    /// From the part of the body that was read; `whole` says whether that is all of it.
    pub(crate) fn from_error_body(
        head: &Arc<ResponseHead>,
        body: &[u8],
        whole: bool,
        secrets: Option<&Secrets>,
    ) -> Self {
        let secrets = secrets.cloned().unwrap_or_default();
        let text = secrets.redact(String::from_utf8_lossy(body)).into_owned();
        let service = if whole { service::parse(&text) } else { None };
        // The text of a body that is not JSON may say how long to wait, too.
        let message = service
            .as_ref()
            .and_then(|error| error.message.as_deref())
            .unwrap_or(&text);
        let retry_after = retry_after(head.headers(), message, SystemTime::now());
        Self {
            service,
            retry_after,
            ..Self::from_body(Arc::clone(head), text, whole, secrets)
        }
    }

    /// From the body of a response whose status is a success.
    pub(crate) fn from_decoded_body(head: &Arc<ResponseHead>, body: &[u8], secrets: Option<&Secrets>) -> Self {
        // More than is kept: a character or a secret that the cut runs through would otherwise be seen in part.
        let start = &body[..body.len().min(2 * BODY_START)];
        let secrets = secrets.cloned().unwrap_or_default();
        let text = secrets.redact(String::from_utf8_lossy(start)).into_owned();
        Self::from_body(Arc::clone(head), text, start.len() == body.len(), secrets)
    }

    fn from_body(head: Arc<ResponseHead>, mut text: String, whole: bool, secrets: Secrets) -> Self {
        let cut = text.len() > BODY_START;
        text.truncate(floor_char_boundary(&text, BODY_START));
        Self {
            body_start: Some(text),
            body_truncated: cut || !whole,
            secrets,
            ..Self::from_head(head)
        }
    }

    pub(super) fn status(&self) -> StatusCode {
        self.head.status
    }
}

/// The last character boundary that is not after `index` (the standard library's own is newer than our MSRV).
fn floor_char_boundary(text: &str, index: usize) -> usize {
    let mut before = (0..=index.min(text.len())).rev();
    before.find(|&index| text.is_char_boundary(index)).unwrap_or(0)
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
