//! What the codes and types of an error object say, above all in a stream, where no status does.

use super::service::ErrorDetail;

/// Codes that are HTTP statuses of failures that may pass. 529 is one of gateways that are overloaded.
const STATUSES: [&str; 7] = ["408", "429", "500", "502", "503", "504", "529"];
/// What codes and types of failures that may pass contain, in lower case without separators.
const WORDS: [&str; 14] = [
    "ratelimit",
    "toomanyrequests",
    "throttl",
    "overload",
    "servererror",
    "internalerror",
    "apierror",
    "unavailable",
    "timeout",
    "timedout",
    "busy",
    "capacity",
    "badgateway",
    "tryagain",
];
/// What messages of such failures contain, where there is neither code nor type.
const PHRASES: [&str; 7] = [
    "rate limit",
    "too many requests",
    "overloaded",
    "timed out",
    "timeout",
    "temporarily",
    "try again",
];

/// Whether the error is one of too many requests or tokens.
pub(super) fn is_rate_limit(error: &ErrorDetail) -> bool {
    names(error).any(|name| name == "429" || WORDS[..3].iter().any(|word| name.contains(word)))
}

/// Whether the same request may succeed later.
pub(super) fn may_pass(error: &ErrorDetail) -> bool {
    if names_passing_failure(error) {
        return true;
    }
    let message = error.message.as_deref().unwrap_or_default().to_ascii_lowercase();
    names(error).next().is_none() && PHRASES.iter().any(|phrase| message.contains(phrase))
}

/// Whether a code or type is that of a failure that may pass.
pub(super) fn names_passing_failure(error: &ErrorDetail) -> bool {
    names(error).any(|name| STATUSES.contains(&&*name) || WORDS.iter().any(|word| name.contains(word)))
}

/// The codes and types of an error and of those within it, in lower case without separators.
pub(super) fn names(error: &ErrorDetail) -> impl Iterator<Item = String> {
    let within = std::iter::successors(Some(error), |error| error.inner_error.as_deref());
    let names = within
        .flat_map(|error| [error.code.as_deref(), error.error_type.as_deref()])
        .flatten();
    // This type says only that it is an error.
    names.filter(|name| !name.eq_ignore_ascii_case("error")).map(|name| {
        let letters = name.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    })
}
