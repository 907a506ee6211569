//! Links that the server gave: followed on the endpoint's own origin only.

use url::Url;

use percent_encoding::utf8_percent_encode;

use super::path::{RESERVED, append_query};
use crate::error::{Error, ErrorKind};

/// The URL of a link, absolute or relative to the endpoint. What the link says stays as it is; only an api-version is
/// added where it has none.
pub(super) fn resolve(base: &str, link: &str, api_version: Option<&str>) -> Result<Url, Error> {
    let refused = |kind, text: String| Err(Error::new(kind, text));
    let Ok(base) = Url::parse(base) else {
        return refused(ErrorKind::InvalidRequest, "the endpoint makes no URL".into());
    };
    // The link may hold a token in its query, so the messages tell no more of it than its origin.
    let Ok(mut url) = base.join(link.trim()) else {
        return refused(
            ErrorKind::ForeignLink,
            "the link that the service gave is no URL".into(),
        );
    };
    if url.origin() != base.origin() {
        return refused(
            ErrorKind::ForeignLink,
            format!(
                "the service gave a link to {}, and the key is not sent there: calls go to {} only. \
                 Where a gateway stands in front of the service, have it rewrite the links",
                url.origin().ascii_serialization(),
                base.origin().ascii_serialization()
            ),
        );
    }
    if !url.username().is_empty() || url.password().is_some() {
        return refused(
            ErrorKind::ForeignLink,
            "the link that the service gave holds a user name or password".into(),
        );
    }
    url.set_fragment(None);
    let has_version = url
        .query_pairs()
        .any(|(name, value)| name.eq_ignore_ascii_case("api-version") && !value.is_empty());
    if let Some(version) = api_version.filter(|_| !has_version) {
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

    const BASE: &str = "https://r.openai.azure.com/openai";

    fn resolved(link: &str) -> Result<String, ErrorKind> {
        resolve(BASE, link, Some("v1")).map(String::from).map_err(|error| {
            assert!(!error.to_string().contains("canary"), "{error}");
            error.kind()
        })
    }

    #[test]
    fn the_same_origin_is_followed_and_the_version_goes_once() {
        let origin = "https://r.openai.azure.com";
        for (link, expected) in [
            (
                "/openai/ingestion/jobs?skip=1",
                "/openai/ingestion/jobs?skip=1&api-version=v1",
            ),
            ("/openai/ingestion/jobs", "/openai/ingestion/jobs?api-version=v1"),
            ("/x?api-version=v2&t=a%2Bb%20c", "/x?api-version=v2&t=a%2Bb%20c"),
            ("/x?API-Version=v2", "/x?API-Version=v2"),
            ("/x?api-version=&t=a+b", "/x?t=a+b&api-version=v1"),
            ("/x?t=1#part", "/x?t=1&api-version=v1"),
        ] {
            assert_eq!(resolved(link), Ok(format!("{origin}{expected}")));
            assert_eq!(resolved(&format!("{origin}{link}")), Ok(format!("{origin}{expected}")));
        }
        // The port of the scheme may be written, the host in any case.
        assert_eq!(
            resolved("HTTPS://R.openai.azure.com:443/x"),
            Ok(format!("{origin}/x?api-version=v1"))
        );
    }

    #[test]
    fn another_place_is_refused_and_the_query_not_repeated() {
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
