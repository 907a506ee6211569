//! Why there is no token, without what must not be seen.

use std::fmt;

use azure_core::http::StatusCode;

use super::Entra;

/// Shorter texts are no secrets, and would be found in words.
const SHORTEST_SECRET: usize = 8;

/// What a credential of Azure failed with, as text. The error itself is not kept: it holds the whole answer of the token
/// endpoint.
#[derive(Debug)]
pub(super) struct Failure {
    credential: &'static str,
    advice: &'static str,
    status: Option<StatusCode>,
    message: String,
}

impl Failure {
    pub(super) fn new(entra: &Entra, error: &azure_core::Error) -> Self {
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
        for secret in &entra.secrets {
            if secret.expose().len() >= SHORTEST_SECRET {
                message = message.replace(secret.expose(), "[redacted]");
            }
        }
        Self {
            credential: entra.name,
            advice: entra.advice,
            status,
            message,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} gave no token", self.credential)?;
        if let Some(status) = self.status {
            write!(f, " ({})", u16::from(status))?;
        }
        // First, since long messages are cut.
        if !self.advice.is_empty() {
            write!(f, ", {}", self.advice)?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for Failure {}
