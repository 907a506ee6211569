//! What a failure says of the next attempt.

use http::StatusCode;

use super::{Error, ErrorKind};

/// What a failed attempt allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Another attempt would fail alike.
    Final,
    /// It may pass, and the service certainly did not act.
    NotActed,
    /// It may pass, but the service may have acted already.
    MayHaveActed,
}

/// Judges a failure by what it is alone, whatever was called.
pub(crate) fn judge(error: &Error) -> Verdict {
    match error.kind() {
        ErrorKind::Connect | ErrorKind::CircuitOpen => Verdict::NotActed,
        ErrorKind::Send | ErrorKind::Timeout | ErrorKind::Body => Verdict::MayHaveActed,
        ErrorKind::Status => match error.status().map(|status| status.as_u16()) {
            Some(429) => Verdict::NotActed,
            // A service that says when to come back has not begun; without that it may be a gateway that lost the answer.
            Some(503) if error.retry_after().is_some() => Verdict::NotActed,
            Some(408 | 500 | 502 | 503 | 504) => Verdict::MayHaveActed,
            Some(409) if is_passing_conflict(error) => Verdict::MayHaveActed,
            _ => Verdict::Final,
        },
        _ => Verdict::Final,
    }
}

/// Conflicts that pass by themselves: something else is being done to the same resource. The service's documents have
/// one code for all conflicts (`conflict`, "conflicts with the current resource state"), which for most of them stays
/// so until the caller does something, and no list of the others. Taken as passing is therefore what says so: by a wait
/// that it asks for, by the codes of Azure's layers in front of the service (Cognitive Services' resource provider, API
/// Management, Resource Manager), or in words.
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
