//! The headers of a response, as they may be seen.

use std::sync::OnceLock;

use http::HeaderMap;

use crate::secrets::{REDACTED, Secrets};

/// Headers as they came, and what must not be seen of them. They are searched when somebody reads them, which few callers
/// do.
#[derive(Clone)]
pub(crate) struct ResponseHeaders {
    received: HeaderMap,
    pub(crate) secrets: Secrets,
    /// A copy without the secrets; `None` where no header has one.
    redacted: OnceLock<Option<Box<HeaderMap>>>,
}

impl ResponseHeaders {
    pub(crate) fn new(received: HeaderMap, secrets: Secrets) -> Self {
        Self {
            received,
            secrets,
            redacted: OnceLock::new(),
        }
    }

    pub(crate) fn has(&self, name: impl http::header::AsHeaderName) -> bool {
        self.received.contains_key(name)
    }

    /// All of them, redacted.
    pub(crate) fn all(&self) -> &HeaderMap {
        let redacted = self.redacted.get_or_init(|| {
            let redacted = self.secrets.redact_headers(&self.received)?;
            Some(Box::new(redacted))
        });
        redacted.as_deref().unwrap_or(&self.received)
    }

    /// The value of a header, redacted, if it is visible ASCII and not empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let text = self.received.get(name)?.to_str().ok().filter(|text| !text.is_empty())?;
        Some(if self.secrets.shows(text) { REDACTED } else { text })
    }
}

impl From<HeaderMap> for ResponseHeaders {
    fn from(headers: HeaderMap) -> Self {
        Self::new(headers, Secrets::default())
    }
}
