//! Fields of bodies that the api-version of a request may not have.

use std::fmt;
use std::sync::{Mutex, PoisonError};

/// The query parameter that says which version of the API is meant.
pub(super) const API_VERSION: &str = "api-version";

/// A field that is newer than the api-version that a request carries.
#[derive(Clone, Copy)]
pub(crate) struct NewerField<'a> {
    pub(crate) name: &'static str,
    /// The first api-version that has it, and then the first stable one, if there is one.
    pub(crate) since: &'static str,
    pub(crate) sent: &'a str,
}

impl fmt::Display for NewerField<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, since, sent } = self;
        let since = since.replacen(", ", " or ", 1);
        write!(f, "`{name}` needs api-version {since} or later, and {sent} was sent")
    }
}

/// Whether an api-version has what was added in `since`: a preview from the first version on, a stable version from the
/// first stable one on. What is not known of any stable version may be in a later one.
pub(crate) fn has(version: &str, since: &str) -> bool {
    let date = |version: &str| version.get(..10).map(str::to_owned);
    let (first, stable) = since.split_once(", ").unwrap_or((since, since));
    match version.ends_with("-preview") {
        true => date(version) >= date(first),
        false => date(version) >= date(stable),
    }
}

/// The fields that were warned of: each once a client.
#[derive(Default)]
pub(crate) struct Warned(Mutex<Vec<&'static str>>);

impl Warned {
    pub(crate) fn warn(&self, operation: &str, field: &NewerField<'_>) {
        let mut warned = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !warned.contains(&field.name) {
            warned.push(field.name);
            tracing::warn!(
                target: crate::telemetry::TARGET,
                operation,
                field = field.name,
                since = field.since,
                api_version = field.sent,
                "{field}: set it with `with_api_version` or OPENAI_API_VERSION"
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::has;

    #[test]
    fn previews_and_stable_versions_are_distinguished() {
        let both = "2024-08-01-preview, 2024-10-21";
        for (version, since, expected) in [
            ("2024-06-01", both, false),
            ("2024-09-01", both, false),
            ("2024-10-21", both, true),
            ("2025-01-01", both, true),
            ("2024-07-01-preview", both, false),
            ("2024-08-01-preview", both, true),
            ("2024-06-01", "2024-09-01-preview", false),
            ("2024-08-01-preview", "2024-09-01-preview", false),
            ("2024-09-01-preview", "2024-09-01-preview", true),
            ("2024-10-21", "2024-09-01-preview", true),
            ("2024-10-21", "2024-10-21", true),
        ] {
            assert_eq!(has(version, since), expected, "{version} {since}");
        }
    }
}
