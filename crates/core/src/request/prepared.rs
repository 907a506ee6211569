//! A request with its URL and headers, ready to be sent as often as need be.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HOST};
use http::{HeaderMap, HeaderValue, Method};
use url::Url;

use super::style::ParameterText;
use super::{Body, Request, link, path};
use crate::error::{Error, ErrorKind};
use crate::form::Form;
use crate::operation::{DEPLOYMENT_ID, Operation};
use crate::pipeline::Target;
use crate::retry::Progress;

const API_VERSION: &str = "api-version";

/// A request as it is sent, but for the credential, which is asked anew for each attempt.
pub struct PreparedRequest {
    pub(crate) operation: &'static Operation,
    pub(crate) url: Url,
    /// What the URL's path was made from, for an endpoint that calls it otherwise.
    path: Vec<(Cow<'static, str>, ParameterText)>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Body,
}

/// What a pipeline adds to every request.
pub(crate) struct Defaults<'a> {
    pub(crate) base: &'a str,
    pub(crate) api_version: Option<&'a str>,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) accept: &'static str,
}

impl Request {
    pub(crate) fn prepare(self, defaults: &Defaults<'_>) -> Result<PreparedRequest, Error> {
        let operation = self.operation;
        self.prepare_inner(defaults)
            .map_err(|error| error.with_operation(operation.id))
    }

    fn prepare_inner(self, defaults: &Defaults<'_>) -> Result<PreparedRequest, Error> {
        if let Some(mistake) = self.mistake {
            return Err(mistake);
        }
        let url = match &self.link {
            Some(link) => link::resolve(defaults.base, link, self.version(defaults))?,
            None => self.url(defaults)?,
        };
        let mut headers = defaults.headers.clone();
        headers.insert(ACCEPT, HeaderValue::from_static(defaults.accept));
        for (name, value) in &self.headers {
            if *name == AUTHORIZATION || *name == "api-key" || *name == HOST {
                return Err(Error::new(
                    ErrorKind::InvalidRequest,
                    format!("the header `{name}` is the pipeline's: set the credential or the endpoint instead"),
                ));
            }
            headers.insert(name.clone(), value.clone());
        }
        if matches!(self.body, Body::Form(_))
            && headers.remove(CONTENT_TYPE).is_some()
            && self.headers.contains_key(CONTENT_TYPE)
        {
            return Err(Error::new(
                ErrorKind::InvalidRequest,
                "the content type of a form holds its boundary and cannot be set",
            ));
        }
        Ok(PreparedRequest {
            operation: self.operation,
            url,
            path: self.path,
            headers,
            body: self.body,
        })
    }
}

fn no_url(error: url::ParseError) -> Error {
    Error::new(ErrorKind::InvalidRequest, "the endpoint and the path make no URL").with_source(error)
}

impl Request {
    /// The version that goes with the call: its own, if it has one.
    fn version<'a>(&'a self, defaults: &Defaults<'a>) -> Option<&'a str> {
        let own = self.query.iter().find(|(name, _)| name == API_VERSION);
        let own = own.and_then(|(_, version)| version.plain());
        own.or(defaults.api_version.filter(|_| self.operation.has_api_version))
    }

    /// Path and query, on the endpoint.
    fn url(&self, defaults: &Defaults<'_>) -> Result<Url, Error> {
        let mut url = String::with_capacity(256);
        url.push_str(defaults.base);
        path::expand(self.operation.path, &self.path, &mut url)?;
        let others = self.query.iter().filter(|(name, _)| name != API_VERSION);
        let version = self
            .version(defaults)
            .map(|version| ParameterText::Plain(version.to_owned()));
        let pairs = others
            .map(|(name, value)| (&**name, value.encoded()))
            .chain(version.iter().map(|version| (API_VERSION, version.encoded())));
        path::append_query(pairs, &mut url);
        Url::parse(&url).map_err(no_url)
    }
}

impl PreparedRequest {
    /// The operation that is called.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The HTTP method.
    pub fn method(&self) -> &Method {
        &self.operation.method
    }

    /// The whole URL, query and api-version included.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// The headers, without the credential's and those that depend on the connection.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body, if it is bytes; empty if there is none. `None` for a form.
    pub fn body(&self) -> Option<&[u8]> {
        match &self.body {
            Body::Empty => Some(&[]),
            Body::Bytes(bytes) => Some(bytes),
            Body::Form(_) => None,
        }
    }

    /// The body, if it is a form.
    pub fn form(&self) -> Option<&Form> {
        match &self.body {
            Body::Form(form) => Some(form),
            _ => None,
        }
    }

    /// Whether the body could be sent a second time: anything but a form with a stream.
    pub fn is_replayable(&self) -> bool {
        self.body.is_replayable()
    }

    /// The deployment that is called, by the name the caller has for it.
    pub(crate) fn deployment(&self) -> Option<&str> {
        self.path
            .iter()
            .find(|(name, _)| name == DEPLOYMENT_ID)
            .and_then(|(_, deployment)| deployment.plain())
    }

    /// The URL at a pipeline's endpoint of this index: the first is the one that the request was prepared for.
    pub(crate) fn url_at(&self, index: usize, target: &Target) -> Result<Cow<'_, Url>, Error> {
        if index == 0 {
            return Ok(Cow::Borrowed(&self.url));
        }
        let mut parameters = self.path.clone();
        for (_, value) in parameters.iter_mut().filter(|(name, _)| name == DEPLOYMENT_ID) {
            if let ParameterText::Plain(name) = value {
                *name = target.deployment(name).to_owned();
            }
        }
        let mut url = String::with_capacity(256);
        url.push_str(target.endpoint.base());
        path::expand(self.operation.path, &parameters, &mut url)?;
        let mut url = Url::parse(&url).map_err(no_url)?;
        url.set_query(self.url.query());
        Ok(Cow::Owned(url))
    }

    /// Whether the body goes out in pieces that are told apart.
    pub(crate) fn is_sent_in_pieces(&self) -> bool {
        matches!(self.body, Body::Form(_))
    }

    /// One attempt's request. Files are opened here.
    pub(crate) async fn build(
        &self,
        client: &reqwest::Client,
        url: &Url,
        progress: Option<&Arc<Progress>>,
    ) -> Result<reqwest::RequestBuilder, Error> {
        let builder = client
            .request(self.operation.method.clone(), url.clone())
            .headers(self.headers.clone());
        Ok(match &self.body {
            // A POST without a body says so: some gateways answer 411 otherwise.
            Body::Empty if self.operation.method == Method::POST || self.operation.method == Method::PUT => {
                builder.body(Bytes::new()).header(http::header::CONTENT_LENGTH, 0)
            }
            Body::Empty => builder,
            Body::Bytes(bytes) => builder.body(bytes.clone()),
            Body::Form(form) => builder.multipart(form.build(progress).await?),
        })
    }
}

impl fmt::Debug for PreparedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PreparedRequest")
            .field("operation", &self.operation.id)
            .field("method", &self.operation.method)
            // Queries and header values may hold the caller's secrets.
            .field("path", &self.url.path())
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &self.body)
            .finish()
    }
}
