//! Links to the next page or to the state of an operation: followed on the endpoint's own origin only.

use std::borrow::Cow;

use url::Url;

use percent_encoding::utf8_percent_encode;

use super::path::{append_query, invalid_url};
use super::style::RESERVED;
use crate::error::{Error, ErrorKind};

/// A link that the server gave.
#[derive(Clone, Debug)]
pub(super) struct Link {
    text: String,
    keeps_version: bool,
}

impl Link {
    /// A link to the next page. It is requested with the api-version of the first, whatever the link says; where the
    /// first has none, a link without one is requested with the client's.
    pub(super) fn to_page(text: String, first_has_version: bool) -> Self {
        Self {
            text,
            keeps_version: !first_has_version,
        }
    }

    /// A link to the state of a long-running operation. Its own api-version stays, which can be another service's.
    pub(super) fn to_state(text: String) -> Self {
        Self {
            text,
            keeps_version: true,
        }
    }

    /// The URL of the link, absolute or relative to the request's URL. Its path and query stay as they are but for the
    /// api-version.
    pub(super) fn resolve(&self, request_url: &str, api_version: Option<&str>) -> Result<Url, Error> {
        resolve(request_url, &self.text, api_version, self.keeps_version)
    }
}

fn resolve(request_url: &str, link: &str, api_version: Option<&str>, keeps_version: bool) -> Result<Url, Error> {
    let refused = |kind, text: String| Err(Error::new(kind, text));
    let base = Url::parse(request_url).map_err(invalid_url)?;
    // The link may hold a token in its query, so the messages contain only its origin.
    let Ok(mut url) = base.join(link.trim()) else {
        return refused(ErrorKind::ForeignLink, "the next link is not a URL".into());
    };
    if url.origin() != base.origin() {
        return refused(
            ErrorKind::ForeignLink,
            format!(
                "the next link goes to {}, where the key must not go: requests go to {} only. \
                 A gateway in front of the service has to rewrite its links",
                url.origin().ascii_serialization(),
                base.origin().ascii_serialization()
            ),
        );
    }
    if !url.username().is_empty() || url.password().is_some() {
        return refused(
            ErrorKind::ForeignLink,
            "the next link contains a user name or password".into(),
        );
    }
    url.set_fragment(None);
    let is_version =
        |(name, value): (Cow<'_, str>, Cow<'_, str>)| name.eq_ignore_ascii_case("api-version") && !value.is_empty();
    let has_kept = keeps_version && url.query_pairs().any(is_version);
    if let Some(version) = api_version.filter(|_| !has_kept) {
        // Not through `Url::query_pairs_mut`, which would write the whole query anew.
        let kept = url
            .query()
            .unwrap_or("")
            .split('&')
            .filter(|pair| {
                let name = pair.split('=').next().unwrap_or("");
                !pair.is_empty() && !name.eq_ignore_ascii_case("api-version")
            })
            .collect::<Vec<_>>()
            .join("&");
        let mut version_pair = String::new();
        append_query(
            [("api-version", utf8_percent_encode(version, RESERVED).into())].into_iter(),
            &mut version_pair,
        );
        let version_pair = version_pair.trim_start_matches('?');
        let query = match kept.as_str() {
            "" => version_pair.to_owned(),
            kept => format!("{kept}&{version_pair}"),
        };
        url.set_query(Some(&query));
    }
    Ok(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    const REQUEST: &str = "https://r.openai.azure.com/openai/ingestion/jobs";

    fn resolved(link: &str) -> Result<String, ErrorKind> {
        Link::to_page(link.to_owned(), true)
            .resolve(REQUEST, Some("v1"))
            .map(String::from)
            .map_err(|error| {
                assert!(!error.to_string().contains("canary"), "{error}");
                error.kind()
            })
    }

    #[test]
    fn link_on_same_origin_is_resolved_against_request_with_one_version() {
        let origin = "https://r.openai.azure.com";
        for (link, expected) in [
            (
                "/openai/ingestion/jobs?skip=1",
                "/openai/ingestion/jobs?skip=1&api-version=v1",
            ),
            ("/openai/ingestion/jobs", "/openai/ingestion/jobs?api-version=v1"),
            ("/x?api-version=v2&t=a%2Bb%20c", "/x?t=a%2Bb%20c&api-version=v1"),
            ("/x?API-Version=v2", "/x?api-version=v1"),
            ("/x?api-version=&t=a+b", "/x?t=a+b&api-version=v1"),
            ("/x?t=1#part", "/x?t=1&api-version=v1"),
        ] {
            assert_eq!(resolved(link), Ok(format!("{origin}{expected}")));
            assert_eq!(resolved(&format!("{origin}{link}")), Ok(format!("{origin}{expected}")));
        }
        for (link, expected) in [
            ("?next=1", "/openai/ingestion/jobs?next=1&api-version=v1"),
            ("jobs?next=1", "/openai/ingestion/jobs?next=1&api-version=v1"),
            ("../batches", "/openai/batches?api-version=v1"),
        ] {
            assert_eq!(resolved(link), Ok(format!("{origin}{expected}")));
        }
        // The port of the scheme may be written, the host in any case.
        assert_eq!(
            resolved("HTTPS://R.openai.azure.com:443/x"),
            Ok(format!("{origin}/x?api-version=v1"))
        );
    }

    #[test]
    fn link_to_state_or_of_an_operation_without_api_version_keeps_its_own() {
        for (link, expected) in [
            ("/x?api-version=v2&t=a%2Bb", "/x?api-version=v2&t=a%2Bb"),
            ("/x?API-Version=v2", "/x?API-Version=v2"),
            ("/x?api-version=", "/x?api-version=v1"),
            ("/x", "/x?api-version=v1"),
        ] {
            for link in [Link::to_state(link.to_owned()), Link::to_page(link.to_owned(), false)] {
                let resolved = link.resolve(REQUEST, Some("v1")).unwrap();
                assert_eq!(resolved.as_str(), format!("https://r.openai.azure.com{expected}"));
            }
        }
        let page = Link::to_page("/x?api-version=v2".to_owned(), true);
        let without = page.resolve(REQUEST, None).unwrap();
        assert_eq!(without.as_str(), "https://r.openai.azure.com/x?api-version=v2");
    }

    #[test]
    fn link_elsewhere_is_refused_and_its_query_not_shown() {
        for link in [
            "http://r.openai.azure.com/openai/x?token=canary",
            "https://r.openai.azure.com:8443/openai/x?token=canary",
            "https://other.openai.azure.com/openai/x?token=canary",
            "https://r.openai.azure.com.evil.example/openai/x?token=canary",
            "//evil.example/openai/x?token=canary",
            "\\\\evil.example/x?token=canary",
            "https://canary@r.openai.azure.com/openai/x",
            "https://r.openai.azure.com@evil.example/canary",
            "file:///etc/canary",
            "data:,canary",
            "http://[canary",
        ] {
            assert_eq!(resolved(link), Err(ErrorKind::ForeignLink), "{link}");
        }
    }
}
