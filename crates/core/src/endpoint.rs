//! Where the service is.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use url::{Host, Url};

use crate::error::{Error, ErrorKind};

/// The address of an Azure OpenAI resource, or of a gateway in front of one.
///
/// Calls go to `{endpoint}/openai/…`. The scheme is `https`; `http` is taken for the own machine only (`localhost`,
/// `127.0.0.0/8`, `::1`), since a key sent over it could be read on the way. A clone costs next to nothing.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Endpoint {
    /// `https://host[:port][/prefix]/openai`, without a slash at the end.
    base: Arc<str>,
    origin: Arc<str>,
}

impl Endpoint {
    /// Reads an endpoint as people write it: with or without a slash at the end, with or without `/openai`. A path
    /// before that (a gateway's prefix) is kept.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] where the text is not such an address; the message says what to write instead.
    ///
    /// ```
    /// use azure_openai_core::Endpoint;
    /// let endpoint = Endpoint::parse("https://my-resource.openai.azure.com/").unwrap();
    /// assert_eq!(endpoint.base(), "https://my-resource.openai.azure.com/openai");
    /// assert!(Endpoint::parse("http://my-resource.openai.azure.com").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, Error> {
        let url = Self::checked(text)?;
        let path = url.path().trim_end_matches('/');
        let prefix = path.strip_suffix("/openai").unwrap_or(path);
        if let Some((before, _)) = path.split_once("/openai/") {
            return Err(invalid(format!(
                "the endpoint holds the path of an operation; end it at `{}`",
                if before.is_empty() { "/openai" } else { before }
            )));
        }
        let origin = url.origin().ascii_serialization();
        Ok(Self {
            base: format!("{origin}{}/openai", prefix.trim_end_matches('/')).into(),
            origin: origin.into(),
        })
    }

    /// That of answers that no endpoint gave: downloads from elsewhere, lines of a file.
    pub(crate) fn nowhere() -> Self {
        Self {
            base: "".into(),
            origin: "".into(),
        }
    }

    /// Reads the base URL of another service, which calls are appended to as it is: no `/openai` is added. For clients
    /// that are generated from other documents.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn other_service(text: &str) -> Result<Self, Error> {
        let url = Self::checked(text)?;
        let origin = url.origin().ascii_serialization();
        Ok(Self {
            base: format!("{origin}{}", url.path().trim_end_matches('/')).into(),
            origin: origin.into(),
        })
    }
    fn checked(text: &str) -> Result<Url, Error> {
        let text = text.trim();
        if text.is_empty() {
            return Err(invalid("the endpoint is empty"));
        }
        let url = Url::parse(text).map_err(|error| match error {
            url::ParseError::RelativeUrlWithoutBase => invalid("the endpoint has no scheme"),
            _ => invalid(format!("the endpoint is not a URL ({error})")),
        })?;
        let Some(host) = url.host() else {
            return Err(invalid("the endpoint has no host"));
        };
        match url.scheme() {
            "https" => {}
            "http" if is_loopback(&host) => {}
            "http" => {
                return Err(invalid(
                    "the endpoint is http, over which keys could be read; write https",
                ));
            }
            _ => return Err(invalid("the endpoint's scheme is not https")),
        }
        // What stands in these parts may be a secret, so the messages do not repeat it.
        if !url.username().is_empty() || url.password().is_some() {
            return Err(invalid(
                "the endpoint has a user name or password; leave out what stands before `@`",
            ));
        }
        if url.query().is_some() {
            return Err(invalid(
                "the endpoint has a query; leave out what follows `?` (the api-version is a setting of its own)",
            ));
        }
        if url.fragment().is_some() {
            return Err(invalid("the endpoint has a fragment; leave out what follows `#`"));
        }
        Ok(url)
    }

    /// What every operation's path is appended to: `https://host/openai`, without a slash at the end.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Scheme, host and port, as in `https://host:8443`; the port is left out where it is the scheme's own.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

fn is_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => name.trim_end_matches('.').eq_ignore_ascii_case("localhost"),
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

fn invalid(what: impl fmt::Display) -> Error {
    Error::new(
        ErrorKind::InvalidRequest,
        format!(
            "{what}. Expected `https://<resource>.openai.azure.com`, or `http://localhost:<port>` for a server on this machine"
        ),
    )
}

impl FromStr for Endpoint {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.base)
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Endpoint({})", self.base)
    }
}
