//! What a failure says of the next attempt.

use http::StatusCode;

use super::{Error, ErrorKind};

/// What a failed attempt allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Another attempt would fail as well.
    Final,
    /// It may pass, and the service certainly did not process the request.
    NotProcessed,
    /// It may pass, but the request may have been processed.
    MayHaveBeenProcessed,
}

/// Judges a failure by itself, whatever the operation.
pub(crate) fn judge(error: &Error) -> Verdict {
    match error.kind() {
        ErrorKind::Connect | ErrorKind::CircuitOpen => Verdict::NotProcessed,
        ErrorKind::Send | ErrorKind::Timeout | ErrorKind::Body => Verdict::MayHaveBeenProcessed,
        ErrorKind::Status => match error.status().map(|status| status.as_u16()) {
            Some(429) => Verdict::NotProcessed,
            // 503 proves nothing, whatever wait it asks for: a gateway sends it where it lost the response.
            Some(408 | 499 | 500 | 502..=504 | 520..=524 | 529) => Verdict::MayHaveBeenProcessed,
            Some(409) if is_passing_conflict(error) => Verdict::MayHaveBeenProcessed,
            _ => Verdict::Final,
        },
        _ => Verdict::Final,
    }
}

/// Whether the service may have processed a request that failed like this.
pub(super) fn may_have_been_processed(error: &Error) -> bool {
    match error.kind() {
        ErrorKind::Send
        | ErrorKind::Timeout
        | ErrorKind::Redirected
        | ErrorKind::Stream
        | ErrorKind::Body
        | ErrorKind::Truncated
        | ErrorKind::TooLarge
        | ErrorKind::Decode => true,
        ErrorKind::Status => match error.status().map(|status| status.as_u16()) {
            Some(408 | 499) => true,
            Some(409) => is_passing_conflict(error),
            // Not implemented, HTTP version not supported.
            Some(400..=498 | 501 | 505) => false,
            _ => true,
        },
        _ => false,
    }
}

/// Whether a conflict passes by itself, because something else is being done to the same resource. The service documents
/// one code for all conflicts (`conflict`, "conflicts with the current resource state"), most of which last until the
/// caller acts. Those that pass are recognized by a wait that they ask for, by the codes of Azure's layers in front of the
/// service (Cognitive Services' resource provider, API Management, Resource Manager), or by their message.
fn is_passing_conflict(error: &Error) -> bool {
    debug_assert_eq!(error.status(), Some(StatusCode::CONFLICT));
    const CODES: [&str; 4] = [
        "RequestConflict",
        "PessimisticConcurrencyConflict",
        "ConflictingConcurrentWriteNotAllowed",
        "AnotherOperationInProgress",
    ];
    const WORDS: [&str; 4] = ["try again", "retry", "another operation", "is in progress"];
    error.retry_after().is_some()
        || error
            .code()
            .is_some_and(|code| CODES.iter().any(|known| known.eq_ignore_ascii_case(code)))
        || error.message().is_some_and(|message| {
            let message = message.to_ascii_lowercase();
            WORDS.iter().any(|words| message.contains(words))
        })
}
