//! The query parameter `api-version`.

use http::StatusCode;

use super::ServiceError;

/// The inference document's version. What came before it has other shapes.
const OLDEST: &str = "2024-06-01";

/// Whether a request is for a preview: reads a version of a day, or at the version-less base none, `preview` or `v1`.
pub(crate) fn is_preview(text: Option<&str>, v1: bool) -> Result<bool, ServiceError> {
    match (text, v1) {
        (None | Some("preview" | "v1" | "latest"), true) => Ok(true),
        (Some(_), true) => Err(ServiceError::new(
            StatusCode::BAD_REQUEST,
            "BadRequest",
            "API version not supported",
        )),
        (text, false) => text.and_then(parse).ok_or_else(ServiceError::no_resource),
    }
}

/// Reads `2024-06-01` or `2025-03-01-preview`, and whether it is a preview; `None` for anything else, versions that are
/// too old included.
fn parse(text: &str) -> Option<bool> {
    let date = text.strip_suffix("-preview").unwrap_or(text);
    let is_date = date.len() == OLDEST.len()
        && date.bytes().zip(OLDEST.bytes()).all(|(byte, like)| match like {
            b'-' => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let known =
        is_date && date >= OLDEST && ("01"..="12").contains(&&date[5..7]) && ("01"..="31").contains(&&date[8..]);
    known.then_some(date != text)
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
    use super::{has, parse};

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
        assert_eq!(parse("2024-06-01"), Some(false));
        assert_eq!(parse("2025-03-01-preview"), Some(true));
        assert_eq!(parse("2031-12-31"), Some(false));
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
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
