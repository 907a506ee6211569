//! A request with its URL and headers, ready to be sent as often as needed.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Method};
use percent_encoding::utf8_percent_encode;
use url::Url;

use super::path::invalid_url;
use super::style::{ParameterText, RESERVED};
use super::{Body, Request, RequestOptions, deployment, invalid, link, path};
use crate::error::Error;
use crate::form::{Form, Progress};
use crate::operation::{DEPLOYMENT_ID, Operation};

const API_VERSION: &str = "api-version";

/// A request as it is sent, except for the credential, which is asked for by each attempt.
pub struct PreparedRequest {
    pub(crate) operation: &'static Operation,
    method: Method,
    pub(crate) url: Url,
    /// The path parameters, for an endpoint with other names of deployments.
    path: Vec<(Cow<'static, str>, ParameterText)>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Body,
}

/// What a pipeline adds to every request.
pub(crate) struct Defaults<'a> {
    pub(crate) base: &'a str,
    pub(crate) api_version: Option<&'a str>,
    pub(crate) options: &'a RequestOptions,
    pub(crate) accept: &'static str,
}

impl Request {
    pub(crate) fn prepare(self, defaults: &Defaults<'_>) -> Result<PreparedRequest, Error> {
        let operation = self.operation;
        self.prepare_inner(defaults)
            .map_err(|error| error.with_operation(operation.id))
    }

    fn prepare_inner(mut self, defaults: &Defaults<'_>) -> Result<PreparedRequest, Error> {
        if let Some(mistake) = self.mistake {
            return Err(mistake);
        }
        let options = defaults.options;
        if let Some(text) = &options.mistake {
            return Err(invalid(text.clone()));
        }
        if !options.body_fields.is_empty() {
            let fields = self.unset_fields(&options.body_fields);
            let _ = self.set_fields(&fields);
        }
        let url = self.url(defaults)?;
        let mut headers = options.headers.clone();
        headers.insert(ACCEPT, HeaderValue::from_static(defaults.accept));
        let own_type = self.headers.contains_key(CONTENT_TYPE);
        headers.extend(self.headers);
        if matches!(self.body, Body::Form(_)) && headers.remove(CONTENT_TYPE).is_some() && own_type {
            return Err(invalid("cannot set the content type of a form: it holds the boundary"));
        }
        Ok(PreparedRequest {
            operation: self.operation,
            method: self.method,
            url,
            path: self.path,
            headers,
            body: self.body,
        })
    }

    fn url(&self, defaults: &Defaults<'_>) -> Result<Url, Error> {
        let mut url = String::with_capacity(256);
        url.push_str(defaults.base);
        path::expand(self.operation.path, &self.path, &mut url)?;
        let outer: Vec<_> = defaults
            .options
            .query
            .iter()
            .filter(|(name, _)| !self.query.iter().any(|(other, _)| other == name))
            .collect();
        let own = self.query.iter().find(|(name, _)| name == API_VERSION);
        let outer_version = outer.iter().find(|(name, _)| name == API_VERSION);
        let api_version = own.and_then(|(_, version)| version.plain()).or(outer_version
            .map(|(_, version)| version.as_str())
            .or(defaults.api_version)
            .filter(|_| self.operation.has_api_version));
        if let Some(link) = &self.link {
            return link::resolve(&url, link, api_version);
        }
        let encode = |text| Cow::from(utf8_percent_encode(text, RESERVED));
        let pairs = outer
            .iter()
            .map(|(name, value)| (&**name, encode(value.as_str())))
            .chain(self.query.iter().map(|(name, value)| (&**name, value.encoded())))
            .filter(|(name, _)| *name != API_VERSION)
            .chain(api_version.map(|version| (API_VERSION, encode(version))));
        path::append_query(pairs, &mut url);
        Url::parse(&url).map_err(invalid_url)
    }
}

impl PreparedRequest {
    /// The operation.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The HTTP method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// Whether the request may be sent twice: see [`Operation::is_idempotent`].
    pub(crate) fn is_idempotent(&self) -> bool {
        self.method == Method::GET || self.operation.is_idempotent()
    }

    /// The whole URL, query and api-version included.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// The headers, without those of the credential and of the connection.
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

    /// Whether the body can be sent a second time: anything but a form with a stream.
    pub fn is_replayable(&self) -> bool {
        self.body.is_replayable()
    }

    /// The deployment in the path, by the caller's name for it.
    pub(crate) fn deployment(&self) -> Option<&str> {
        deployment(&self.path)
    }

    /// The URL at another endpoint, where `rename` gives the deployment's name.
    pub(crate) fn url_at<'a>(&'a self, base: &str, rename: impl Fn(&'a str) -> &'a str) -> Result<Url, Error> {
        let mut parameters = self.path.clone();
        for (own, (_, value)) in self
            .path
            .iter()
            .zip(&mut parameters)
            .filter(|((name, _), _)| name == DEPLOYMENT_ID)
        {
            if let Some(name) = own.1.plain() {
                *value = ParameterText::Plain(rename(name).to_owned());
            }
        }
        let mut url = String::with_capacity(256);
        url.push_str(base);
        path::expand(self.operation.path, &parameters, &mut url)?;
        let mut url = Url::parse(&url).map_err(invalid_url)?;
        url.set_query(self.url.query());
        Ok(url)
    }

    /// Whether the progress of sending the body can be watched.
    pub(crate) fn has_progress(&self) -> bool {
        matches!(self.body, Body::Form(_))
    }

    /// The request of one attempt. Files are opened here.
    pub(crate) async fn build(
        &self,
        client: &reqwest::Client,
        url: &Url,
        progress: Option<&Arc<Progress>>,
    ) -> Result<reqwest::RequestBuilder, Error> {
        let builder = client
            .request(self.method.clone(), url.clone())
            .headers(self.headers.clone());
        Ok(match &self.body {
            // Some gateways answer 411 to a POST without a length.
            Body::Empty if self.method == Method::POST || self.method == Method::PUT => {
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
            .field("method", &self.method)
            // Query and header values may be the caller's secrets.
            .field("path", &self.url.path())
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &self.body)
            .finish()
    }
}
