//! Where the service is.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use url::{Host, Url};

/// The address of an Azure OpenAI resource, or of a gateway in front of one. Cheap to clone.
///
/// Requests go to `{endpoint}/openai/…`, unless it was made by [`from_base_url`](Self::from_base_url). An endpoint that ends
/// with `/openai/v1` is the [version-less one](Self::is_v1). The scheme is `https`; `http` is allowed for this machine only (`localhost`, `127.0.0.0/8`, `::1`), since anybody on the way could
/// read the key.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Endpoint(Arc<Parts>);

#[derive(Clone, PartialEq, Eq, Hash)]
struct Parts {
    /// Scheme, host, port and path, without a slash at the end.
    base: String,
    /// Scheme, host and port.
    origin: String,
    /// The origin with the path `/`.
    root: Url,
    v1: bool,
}

/// What the path of a version-less endpoint ends with.
const V1: &str = "/openai/v1";

impl Endpoint {
    /// Parses an endpoint with or without a slash at the end, with or without `/openai` or `/openai/v1`. A path before that (a gateway's
    /// prefix) is kept. This is right for resources in any cloud (`…openai.azure.com`, `…cognitiveservices.azure.com`,
    /// `…services.ai.azure.com`, `…openai.azure.us`, …) and for custom domains.
    ///
    /// # Errors
    /// Returns [`EndpointError`], which says what to write instead. Text that a URL parser would repair silently is
    /// refused as well.
    ///
    /// ```
    /// use azure_openai_core::Endpoint;
    ///
    /// let endpoint = Endpoint::parse("https://my-resource.openai.azure.com/")?;
    /// assert_eq!(endpoint.base(), "https://my-resource.openai.azure.com/openai");
    /// assert!(Endpoint::parse("https://my-resource.openai.azure.com/openai/v1/")?.is_v1());
    /// assert!(Endpoint::parse("http://my-resource.openai.azure.com").is_err());
    /// # Ok::<(), azure_openai_core::EndpointError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, EndpointError> {
        Self::parse_checked(&checked(text, false)?)
    }

    fn parse_checked(url: &Url) -> Result<Self, EndpointError> {
        let path = url.path().trim_end_matches('/');
        if let Some(before) = path.strip_suffix(V1) {
            return Ok(Self::new(url, before, V1));
        }
        if let Some((before, _)) = path.split_once("/openai/") {
            return Err(EndpointError::new(format!(
                "the endpoint contains the path of an operation; end it at `{before}/openai` or `{before}{V1}`"
            )));
        }
        if path.starts_with("/api/projects/") {
            return Err(EndpointError::new(format!(
                "the endpoint is that of a project; use the resource's, `{}`",
                url.origin().ascii_serialization()
            )));
        }
        Ok(Self::new(url, path.strip_suffix("/openai").unwrap_or(path), "/openai"))
    }

    /// Parses an endpoint as [`parse`](Self::parse) does, over http to any host: for containers and gateways within a
    /// network of one's own. Whoever is on the way can read key, prompts and responses; a warning is traced.
    ///
    /// # Errors
    /// As [`parse`](Self::parse), but for the scheme.
    ///
    /// ```
    /// use azure_openai_core::Endpoint;
    ///
    /// let emulator = Endpoint::parse_allowing_http("http://emulator:8080")?;
    /// assert_eq!(emulator.base(), "http://emulator:8080/openai");
    /// # Ok::<(), azure_openai_core::EndpointError>(())
    /// ```
    pub fn parse_allowing_http(text: &str) -> Result<Self, EndpointError> {
        Self::parse_checked(&checked(text, true)?)
    }

    /// Parses a URL that paths are appended to as it is, without `/openai`: for a gateway that publishes the API elsewhere,
    /// and for clients generated from other documents.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    ///
    /// ```
    /// use azure_openai_core::Endpoint;
    ///
    /// let gateway = Endpoint::from_base_url("https://gateway.example.com/models/")?;
    /// assert_eq!(gateway.base(), "https://gateway.example.com/models");
    /// # Ok::<(), azure_openai_core::EndpointError>(())
    /// ```
    pub fn from_base_url(text: &str) -> Result<Self, EndpointError> {
        let url = checked(text, false)?;
        Ok(Self::new(&url, url.path(), ""))
    }

    fn new(url: &Url, path: &str, suffix: &str) -> Self {
        let origin = url.origin().ascii_serialization();
        let mut root = url.clone();
        root.set_path("/");
        Self(Arc::new(Parts {
            base: format!("{origin}{}{suffix}", path.trim_end_matches('/')),
            origin,
            root,
            v1: suffix == V1,
        }))
    }

    /// The version-less endpoint of the same resource, `https://host/openai/v1`. One made by
    /// [`from_base_url`](Self::from_base_url) keeps its URL.
    #[must_use]
    pub fn to_v1(&self) -> Self {
        let mut parts = (*self.0).clone();
        if parts.base.ends_with("/openai") {
            parts.base.push_str("/v1");
        }
        parts.v1 = true;
        Self(Arc::new(parts))
    }

    /// Whether this is a version-less endpoint, `https://host/openai/v1`: the deployment is the field `model` of the body in
    /// place of a part of the path, and no dated api-version is sent.
    pub fn is_v1(&self) -> bool {
        self.0.v1
    }

    /// Whether requests carry this api-version here: one of a day, `2024-06-01`, does not go to a version-less endpoint.
    pub(crate) fn takes_version(&self, version: &str) -> bool {
        !self.0.v1 || !is_dated(version)
    }

    /// The URL that an operation's path is appended to: `https://host/openai`, without a slash at the end.
    pub fn base(&self) -> &str {
        &self.0.base
    }

    /// Scheme, host and port, as in `https://host:8443`, without the scheme's default port.
    pub fn origin(&self) -> &str {
        &self.0.origin
    }

    /// The URL of the origin.
    pub(crate) fn root(&self) -> &Url {
        &self.0.root
    }

    /// Parses the URL of a request. Where its origin is that of the endpoint, as it nearly always is, only the rest is
    /// parsed.
    pub(crate) fn parse_url(&self, text: &str) -> Result<Url, url::ParseError> {
        let Some(rest) = text.strip_prefix(self.origin()).filter(|rest| rest.starts_with('/')) else {
            return Url::parse(text);
        };
        let (path, query) = match rest.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (rest, None),
        };
        let mut url = self.0.root.clone();
        url.set_path(path);
        url.set_query(query);
        Ok(url)
    }
}

/// A valid URL of a host that may be sent a key, written as it is meant.
fn checked(text: &str, any_http: bool) -> Result<Url, EndpointError> {
    let refused = |what: &str| Err(EndpointError::new(what.to_owned()));
    let text = text.trim();
    if text.is_empty() {
        return refused("the endpoint is empty");
    }
    if text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return refused("the endpoint contains white space or a line break");
    }
    if text.contains('\\') {
        return refused("the endpoint contains a backslash; write `/`");
    }
    let Some((scheme, rest)) = text.split_once("://") else {
        return refused("the endpoint does not start with `https://`");
    };
    let url = Url::parse(text).map_err(|error| EndpointError::new(format!("the endpoint is not a URL ({error})")))?;
    let Some(host) = url.host() else {
        return refused("the endpoint has no host");
    };
    match url.scheme() {
        "https" => {}
        "http" if is_loopback(&host) => {}
        "http" if any_http => tracing::warn!(
            target: "azure_openai",
            host = %host,
            "requests go over http, where whoever is on the way can read the key, prompts and responses"
        ),
        "http" => {
            return refused(
                "the endpoint is http, over which anybody could read the key; write https, or parse it with `Endpoint::parse_allowing_http`",
            );
        }
        _ => {
            return Err(EndpointError::new(format!(
                "the endpoint's scheme is `{scheme}`, not https"
            )));
        }
    }
    // These parts may hold secrets, so the messages do not repeat them.
    if !url.username().is_empty() || url.password().is_some() {
        return refused("the endpoint has a user name or password; leave out what is before `@`");
    }
    if url.query().is_some() {
        return refused("the endpoint has a query; leave out `?` and what follows (the api-version is set apart)");
    }
    if url.fragment().is_some() {
        return refused("the endpoint has a fragment; leave out `#` and what follows");
    }
    // What a parser repairs was not meant: `https:///host`, `good..com`, `127.1`, `/a/../b`.
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let written = authority.strip_suffix(':').unwrap_or(authority);
    let written = match written.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => written,
    };
    let same = match &host {
        Host::Domain(name) => !written.is_ascii() || written.eq_ignore_ascii_case(name),
        Host::Ipv4(address) => written == address.to_string(),
        Host::Ipv6(_) => written.starts_with('['),
    };
    let labels = url.host_str().unwrap_or_default();
    if !same || matches!(host, Host::Domain(_)) && labels.trim_end_matches('.').split('.').any(str::is_empty) {
        return refused("the endpoint's host is not a host name");
    }
    if path.is_ascii() && path.trim_end_matches('/') != url.path().trim_end_matches('/')
        || path.trim_end_matches('/').contains("//")
    {
        return refused("the endpoint's path contains `.`, `..` or an empty segment");
    }
    Ok(url)
}

pub(crate) fn is_dated(version: &str) -> bool {
    version.starts_with(|first: char| first.is_ascii_digit())
}

fn is_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => name.trim_end_matches('.').eq_ignore_ascii_case("localhost"),
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

impl FromStr for Endpoint {
    type Err = EndpointError;

    fn from_str(text: &str) -> Result<Self, EndpointError> {
        Self::parse(text)
    }
}

impl TryFrom<&str> for Endpoint {
    type Error = EndpointError;

    fn try_from(text: &str) -> Result<Self, EndpointError> {
        Self::parse(text)
    }
}

impl TryFrom<&String> for Endpoint {
    type Error = EndpointError;

    fn try_from(text: &String) -> Result<Self, EndpointError> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Endpoint {
    type Error = EndpointError;

    fn try_from(text: String) -> Result<Self, EndpointError> {
        Self::parse(&text)
    }
}

impl From<&Endpoint> for Endpoint {
    fn from(endpoint: &Endpoint) -> Self {
        endpoint.clone()
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.base())
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Endpoint({})", self.base())
    }
}

/// Text is not an [`Endpoint`]; the message says what to write instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0}. Expected `https://<resource>.openai.azure.com`, or `http://localhost:<port>` for a server on this machine"
)]
pub struct EndpointError(String);

impl EndpointError {
    fn new(what: String) -> Self {
        Self(what)
    }
}

impl From<Infallible> for EndpointError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn url_of_another_origin_is_parsed_whole() {
        let endpoint = Endpoint::parse("https://a.example").unwrap();
        for text in [
            "https://a.example.evil/x",
            "https://a.example:8443/x",
            "https://b.example/x",
        ] {
            assert_eq!(endpoint.parse_url(text), Url::parse(text));
        }
        assert!(endpoint.parse_url("https://a.example@").is_err());
    }

    proptest! {
        #[test]
        fn url_is_what_the_parser_would_make_of_it(
            path in "(/[a-zA-Z0-9._~%()+:@!$&'*,;=-]{0,6}){1,5}",
            query in proptest::option::of("[a-zA-Z0-9._~%+&=-]{0,12}"),
        ) {
            let text = match query {
                Some(query) => format!("https://a.example:8443{path}?{query}"),
                None => format!("https://a.example:8443{path}"),
            };
            let endpoint = Endpoint::from_base_url("https://a.example:8443/base").unwrap();
            prop_assert_eq!(endpoint.parse_url(&text).unwrap(), Url::parse(&text).unwrap());
        }
    }
}
