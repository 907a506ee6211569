//! Why a token could not be had, without secrets.

use azure_openai_core::{Secret, redact};

/// The failure of an Azure credential, as text. The error itself is not kept: it holds the whole response of the token
/// endpoint.
pub(super) fn describe(credential: &str, advice: &str, secrets: &[Secret], error: &azure_core::Error) -> String {
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
    let status = status.map(|status| format!(" ({})", u16::from(status)));
    // Before the message, since long messages are cut.
    let advice = Some(advice).filter(|advice| !advice.is_empty());
    let advice = advice.map(|advice| format!(", {advice}"));
    format!(
        "{credential} returned no token{}{}: {}",
        status.unwrap_or_default(),
        advice.unwrap_or_default(),
        redact(&message, secrets)
    )
}
