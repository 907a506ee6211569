//! The server of an operation.

use std::borrow::Cow;

use url::Url;

use crate::endpoint::Endpoint;
use crate::operation::Operation;

/// The URL that the operation's path is appended to: see [`Operation::at_server`]. A key never goes to another host over
/// http.
pub(super) fn base<'a>(operation: &Operation, endpoint: &'a Endpoint) -> Cow<'a, str> {
    let Some((own, usual)) = operation.server else {
        return Cow::Borrowed(endpoint.base());
    };
    let is_usual = Url::parse(usual).is_ok_and(|usual| usual.origin().ascii_serialization() == endpoint.origin());
    if is_usual && own.starts_with("https://") {
        return Cow::Borrowed(own);
    }
    let base = endpoint.base();
    Cow::Owned(base.strip_suffix(path(usual)).unwrap_or(base).to_owned() + path(own))
}

/// The path of a URL, or of the rest of one: empty, or with a leading slash.
fn path(url: &str) -> &str {
    let from = url.find("://").map_or(0, |at| at + "://".len());
    url[from..].find('/').map_or("", |at| &url[from + at..])
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;

    #[test]
    fn own_server_is_used_where_the_endpoint_is_the_usual_one() {
        for (own, usual, endpoint, expected) in [
            (
                "https://b.example/v3",
                "https://a.example/v1",
                "https://a.example/v1",
                "https://b.example/v3",
            ),
            (
                "https://b.example",
                "https://a.example/v1",
                "https://A.example:443",
                "https://b.example",
            ),
            (
                "https://b.example/v3",
                "https://a.example/v1",
                "https://gateway.example/x/v1",
                "https://gateway.example/x/v3",
            ),
            (
                "https://b.example/v3",
                "https://a.example/v1",
                "http://127.0.0.1:8080",
                "http://127.0.0.1:8080/v3",
            ),
            (
                "https://b.example",
                "https://a.example/v1",
                "http://127.0.0.1:8080/v1",
                "http://127.0.0.1:8080",
            ),
            (
                "/v3",
                "https://a.example/v1",
                "https://a.example/v1",
                "https://a.example/v3",
            ),
            ("/v3", "/v1", "https://a.example/v1", "https://a.example/v3"),
            ("https://b.example/v3", "", "https://a.example", "https://a.example/v3"),
            (
                "http://b.example/v3",
                "https://a.example",
                "https://a.example",
                "https://a.example/v3",
            ),
        ] {
            let operation = Operation::new("X", Method::GET, "/x").at_server(own, usual);
            let endpoint = Endpoint::from_base_url(endpoint).unwrap();
            assert_eq!(base(&operation, &endpoint), expected, "{own} {usual} {endpoint:?}");
        }
    }
}
