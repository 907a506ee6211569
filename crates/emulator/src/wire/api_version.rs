//! The query parameter `api-version`.

use http::StatusCode;

use super::ServiceError;

/// A version that the service would know: a date, maybe a preview, not older than the inference document's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ApiVersion {
    pub(crate) preview: bool,
}

/// The inference document's version. What came before it has other shapes.
const OLDEST: (u16, u8, u8) = (2024, 6, 1);

impl ApiVersion {
    /// Reads what a request carries: a version of a day, or at the version-less base none, `preview` or `v1`.
    pub(crate) fn of(text: Option<&str>, v1: bool) -> Result<Self, ServiceError> {
        match (text, v1) {
            (None | Some("preview" | "v1" | "latest"), true) => Ok(Self { preview: true }),
            (Some(_), true) => Err(ServiceError::new(
                StatusCode::BAD_REQUEST,
                "BadRequest",
                "API version not supported",
            )),
            (text, false) => text.and_then(Self::parse).ok_or_else(ServiceError::no_resource),
        }
    }

    /// Reads `2024-06-01` or `2025-03-01-preview`; `None` for anything else, versions that are too old included.
    fn parse(text: &str) -> Option<Self> {
        let (date, preview) = match text.strip_suffix("-preview") {
            Some(date) => (date, true),
            None => (text, false),
        };
        let digits =
            |range: std::ops::Range<usize>| date.get(range).filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
        let bytes = date.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let year: u16 = digits(0..4)?.parse().ok()?;
        let month: u8 = digits(5..7)?.parse().ok()?;
        let day: u8 = digits(8..10)?.parse().ok()?;
        let known = (1..=12).contains(&month) && (1..=31).contains(&day) && (year, month, day) >= OLDEST;
        known.then_some(Self { preview })
    }
}

/// Whether a dated version has what was added in `since`, `2024-08-01-preview` or with the first stable version
/// `2024-08-01-preview, 2024-10-21`: a preview from the first on, a stable version from the first stable one on.
pub(crate) fn has(version: &str, since: &str) -> bool {
    let (first, stable) = since.split_once(", ").unwrap_or((since, since));
    let since = if version.ends_with("-preview") { first } else { stable };
    version.get(..10) >= since.get(..10)
}

#[cfg(test)]
mod tests {
    use super::{ApiVersion, has};

    #[test]
    fn stable_versions_have_what_became_stable() {
        let both = "2024-08-01-preview, 2024-10-21";
        for (version, since, expected) in [
            ("2024-06-01", both, false),
            ("2024-09-01", both, false),
            ("2024-10-21", both, true),
            ("2024-07-01-preview", both, false),
            ("2024-08-01-preview", both, true),
            ("2024-06-01", "2024-09-01-preview", false),
            ("2024-10-21", "2024-09-01-preview", true),
            ("2024-12-01-preview", "2024-12-01-preview", true),
        ] {
            assert_eq!(has(version, since), expected, "{version} {since}");
        }
    }

    #[test]
    fn takes_the_documents_versions_and_later_ones() {
        assert_eq!(ApiVersion::parse("2024-06-01"), Some(ApiVersion { preview: false }));
        assert_eq!(
            ApiVersion::parse("2025-03-01-preview"),
            Some(ApiVersion { preview: true })
        );
        assert_eq!(ApiVersion::parse("2031-12-31"), Some(ApiVersion { preview: false }));
    }

    #[test]
    fn refuses_anything_else() {
        for text in [
            "",
            "2024",
            "2024-6-1",
            "2024-13-01",
            "2024-10-32",
            "2023-05-15",
            "2024-06-01-PREVIEW",
            " 2024-06-01",
            "2024-06-01-preview-preview",
            "+024-06-01",
            "2024/06/01",
            "2024-06-0é",
            "ééééé",
            "latest",
        ] {
            assert_eq!(ApiVersion::parse(text), None, "{text}");
        }
    }
}
