//! Why a token could not be had, without secrets.

use std::fmt;

use azure_core::http::StatusCode;
use azure_openai_core::{Secret, redact};

/// The failure of an Azure credential, as text. The error itself is not kept: it holds the whole response of the token
/// endpoint.
#[derive(Debug)]
pub(super) struct Failure {
    credential: &'static str,
    advice: &'static str,
    status: Option<StatusCode>,
    message: String,
}

impl Failure {
    pub(super) fn new(
        credential: &'static str,
        advice: &'static str,
        secrets: &[Secret],
        error: &azure_core::Error,
    ) -> Self {
        let mut message = error.to_string();
        let mut status = error.http_status();
        let mut source = std::error::Error::source(error);
        while let Some(error) = source {
            let text = error.to_string();
            if !message.contains(&text) {
                message = format!("{message}: {text}");
            }
            if let Some(error) = error.downcast_ref::<azure_core::Error>() {
                status = status.or(error.http_status());
            }
            source = error.source();
        }
        Self {
            credential,
            advice,
            status,
            message: redact(&message, secrets).into_owned(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} returned no token", self.credential)?;
        if let Some(status) = self.status {
            write!(f, " ({})", u16::from(status))?;
        }
        // Before the message, since long messages are cut.
        if !self.advice.is_empty() {
            write!(f, ", {}", self.advice)?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for Failure {}
