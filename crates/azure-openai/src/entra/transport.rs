//! How azure_identity's requests are sent.
//!
//! azure_core has a transport over reqwest, with features of its own (compression, another TLS stack). This one uses
//! the reqwest of this crate, and sends no secrets where they could be read.

use std::sync::Arc;
use std::time::Duration;

use azure_core::error::{Error, ErrorKind, ResultExt};
use azure_core::http::headers::{HeaderName, HeaderValue, Headers};
use azure_core::http::{AsyncRawResponse, Body, HttpClient, Request, Url};
use azure_openai_core::reqwest;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
const TIMEOUT: Duration = Duration::from_secs(30);
/// Tokens have a few kilobytes.
const MAX_RESPONSE_BYTES: usize = 1024 * 1024;

pub(super) fn client() -> Arc<dyn HttpClient> {
    Arc::new(Client)
}

#[derive(Debug)]
struct Client;

#[async_trait::async_trait]
impl HttpClient for Client {
    async fn execute_request(&self, request: &Request) -> azure_core::Result<AsyncRawResponse> {
        let url = request.url();
        let local = check(url)?;
        // A client for each request, since tokens are requested once an hour: a client that is kept would tie its
        // connections to the runtime that created them.
        let mut builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(TIMEOUT);
        if local {
            builder = builder.no_proxy();
        }
        let client = builder
            .build()
            .with_context(ErrorKind::Other, "cannot build the HTTP client")?;
        let method = reqwest::Method::from_bytes(request.method().as_ref().as_bytes())
            .with_context(ErrorKind::Other, "invalid HTTP method")?;
        let mut sent = client.request(method, url.clone());
        for (name, value) in request.headers().iter() {
            sent = sent.header(name.as_str(), value.as_str());
        }
        let Body::Bytes(body) = request.body() else {
            return Err(Error::with_message(
                ErrorKind::Other,
                "unsupported streaming body of a request for a token",
            ));
        };
        let mut response = sent.body(body.clone()).send().await.map_err(failed)?;
        let status = response.status().as_u16().into();
        let mut headers = Headers::new();
        for (name, value) in response.headers() {
            if let Ok(value) = value.to_str() {
                headers.insert(
                    HeaderName::from(name.as_str().to_owned()),
                    HeaderValue::from(value.to_owned()),
                );
            }
        }
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(failed)? {
            if body.len() + chunk.len() > MAX_RESPONSE_BYTES {
                return Err(Error::with_message(
                    ErrorKind::Other,
                    "response of the token endpoint is larger than 1 MiB",
                ));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(AsyncRawResponse::from_bytes(status, headers, body))
    }
}

fn failed(error: reqwest::Error) -> Error {
    let kind = if error.is_connect() {
        ErrorKind::Connection
    } else {
        ErrorKind::Io
    };
    // The query names the identity.
    Error::with_error(kind, error.without_url(), "cannot reach the token endpoint")
}

/// Returns whether the endpoint is on this machine or its link, where http is accepted.
///
/// # Errors
/// Where the endpoint is http and is elsewhere.
fn check(url: &Url) -> azure_core::Result<bool> {
    if url.scheme() == "https" {
        return Ok(false);
    }
    let near = match url.host_str().unwrap_or("") {
        "localhost" => true,
        host => match host.trim_matches(['[', ']']).parse() {
            Ok(std::net::IpAddr::V4(address)) => address.is_loopback() || address.is_link_local(),
            Ok(std::net::IpAddr::V6(address)) => address.is_loopback() || address.is_unicast_link_local(),
            Err(_) => false,
        },
    };
    if url.scheme() == "http" && near {
        return Ok(true);
    }
    Err(Error::with_message(
        ErrorKind::Credential,
        "token endpoint is neither https nor on this machine: secrets and tokens could be read on the way",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn http_is_accepted_on_this_machine_and_its_link() {
        for (url, expected) in [
            ("https://login.microsoftonline.com/t", Some(false)),
            ("http://127.0.0.1:41741/msi/token", Some(true)),
            ("http://localhost:12356/msi/token", Some(true)),
            ("http://[::1]:12356/msi/token", Some(true)),
            ("http://169.254.169.254/metadata/identity", Some(true)),
            ("http://[fe80::1]/msi/token", Some(true)),
            ("http://10.0.0.4/msi/token", None),
            ("http://localhost.example.com/msi/token", None),
            ("http://127.0.0.1.example.com/", None),
            ("ftp://127.0.0.1/", None),
        ] {
            assert_eq!(check(&Url::parse(url).unwrap()).ok(), expected, "{url}");
        }
    }
}
