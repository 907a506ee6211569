//! A request with its URL and headers, ready to be sent as often as needed.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use percent_encoding::utf8_percent_encode;
use url::Url;

use super::path::invalid_url;
use super::style::{ParameterText, RESERVED};
use super::versions::{self, API_VERSION, NewerField};
use super::{Body, Request, RequestOptions, deployment, invalid, object, path, server};
use crate::credential::Authorization;
use crate::endpoint::{Endpoint, is_dated};
use crate::error::Error;
use crate::form::{Form, SendProgress};
use crate::operation::{DEPLOYMENT_ID, Operation};

/// The field of the body that names the deployment at a version-less endpoint.
const MODEL: &str = "model";
/// What the paths of operations begin with that only version-less endpoints have.
const V1: &str = "/v1";

/// A request as it is sent, except for the credential, which is asked for by each attempt.
pub struct PreparedRequest {
    pub(crate) operation: &'static Operation,
    method: Method,
    pub(crate) url: Url,
    /// The path parameters, for an endpoint with other names of deployments.
    path: Vec<(Cow<'static, str>, ParameterText)>,
    pub(crate) headers: HeaderMap,
    body: Body,
    pub(crate) may_have_newer_fields: bool,
    /// What is sent to endpoints with versions where `url` and `body` are those of one without.
    versioned: Option<Versioned>,
}

struct Versioned {
    body: Body,
    api_version: Option<String>,
}

/// A request as one endpoint takes it.
pub(crate) struct Placed<'a> {
    pub(crate) url: Cow<'a, Url>,
    body: Cow<'a, Body>,
}

/// What a pipeline adds to every request.
pub(crate) struct Defaults<'a> {
    pub(crate) endpoint: &'a Endpoint,
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
        let options = defaults.options.get();
        if let Some(text) = &options.mistake {
            return Err(invalid(text.clone()));
        }
        if !options.body_fields.is_empty() {
            let fields = self.unset_fields(&options.body_fields);
            let _ = self.set_fields(&fields);
        }
        let (url, unsent_version) = self.url(defaults)?;
        let mut headers = self.headers;
        let is_form = matches!(self.body, Body::Form(_));
        if is_form && headers.contains_key(CONTENT_TYPE) {
            return Err(invalid("cannot set the content type of a form: it holds the boundary"));
        }
        headers
            .entry(ACCEPT)
            .or_insert(HeaderValue::from_static(defaults.accept));
        for (name, value) in &options.headers {
            if !(is_form && *name == CONTENT_TYPE) {
                headers.entry(name).or_insert_with(|| value.clone());
            }
        }
        let mut body = self.body;
        let mut versioned = None;
        if defaults.endpoint.is_v1() {
            let placed = match deployment(&self.path) {
                Some(name) => with_model(&body, name)?,
                None => body.clone(),
            };
            versioned = Some(Versioned {
                body: std::mem::replace(&mut body, placed),
                api_version: unsent_version,
            });
        }
        Ok(PreparedRequest {
            operation: self.operation,
            method: self.method,
            url,
            path: self.path,
            headers,
            body,
            may_have_newer_fields: self.may_have_newer_fields,
            versioned,
        })
    }

    /// The URL at the first endpoint, and the api-version that does not go there.
    fn url(&self, defaults: &Defaults<'_>) -> Result<(Url, Option<String>), Error> {
        let mut url = place(self.operation, &self.path, defaults.endpoint)?;
        let outer: Vec<_> = defaults
            .options
            .get()
            .query
            .iter()
            .filter(|(name, _)| !self.query.iter().any(|(other, _)| other == name))
            .collect();
        let own = self.query.iter().find(|(name, _)| name == API_VERSION);
        let outer_version = outer.iter().find(|(name, _)| name == API_VERSION);
        let api_version = own.and_then(|(_, version)| version.plain()).or(outer_version
            .map(|(_, version)| version.as_str())
            .or(defaults.api_version)
            .filter(|_| self.operation.has_api_version || self.link.is_some()));
        let is_v1 = self.operation.path.starts_with(V1);
        let (api_version, unsent) = match api_version {
            Some(version) if !defaults.endpoint.takes_version(version) || is_v1 && is_dated(version) => {
                (None, Some(version.to_owned()))
            }
            sent => (sent, None),
        };
        if let Some(link) = &self.link {
            return Ok((link.resolve(&url, api_version)?, unsent));
        }
        let encode = |text| Cow::from(utf8_percent_encode(text, RESERVED));
        let pairs = outer
            .iter()
            .map(|(name, value)| (&**name, encode(value.as_str())))
            .chain(self.query.iter().map(|(name, value)| (&**name, value.encoded())))
            .filter(|(name, _)| *name != API_VERSION)
            .chain(api_version.map(|version| (API_VERSION, encode(version))));
        path::append_query(pairs, &mut url);
        Ok((defaults.endpoint.parse_url(&url).map_err(invalid_url)?, unsent))
    }
}

/// The operation's URL at an endpoint, without a query.
fn place(
    operation: &Operation,
    parameters: &[(Cow<'static, str>, ParameterText)],
    endpoint: &Endpoint,
) -> Result<String, Error> {
    let mut url = String::with_capacity(256);
    url.push_str(&server::base(operation, endpoint));
    let start = url.len();
    path::expand(operation.path, parameters, &mut url)?;
    if endpoint.is_v1() {
        if !operation.has_v1 {
            return Err(invalid(format!(
                "a version-less endpoint does not have the operation: use the endpoint {}/openai, with an api-version",
                endpoint.origin()
            )));
        }
        if operation.is_inference() {
            // `/deployments/` and one segment.
            let end = url[start..]
                .match_indices('/')
                .nth(2)
                .map_or(url.len(), |(at, _)| start + at);
            url.replace_range(start..end, "");
        } else if operation.path.starts_with(V1) {
            url.replace_range(start..start + V1.len(), "");
        }
    }
    Ok(url)
}

fn with_model(body: &Body, deployment: &str) -> Result<Body, Error> {
    body.with_field(MODEL, deployment).ok_or_else(|| {
        invalid("a version-less endpoint takes the deployment in the body, which is not a JSON object or form")
    })
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

    /// Visits the fields of the body that are newer than the api-version that is sent.
    pub(crate) fn each_newer_field(&self, mut visit: impl FnMut(&NewerField<'_>)) {
        let table = self.operation.newer_fields;
        let query = self.url.query().unwrap_or_default();
        let version = query.split('&').find_map(|pair| pair.strip_prefix("api-version="));
        let Some(sent) = version.filter(|version| is_dated(version) && !table.is_empty()) else {
            return;
        };
        let mut check = |field: &[u8]| {
            let newer = table.iter().find(|(name, _)| name.as_bytes() == field);
            if let Some((name, since)) = newer.filter(|(_, since)| !versions::has(sent, since)) {
                visit(&NewerField { name, since, sent });
            }
        };
        match &self.body {
            Body::Bytes(json) => drop(object::each_key(json, check)),
            Body::Form(form) => form.field_names().for_each(|name| check(name.as_bytes())),
            Body::Empty => {}
        }
    }

    /// Adds to an error about a field which api-version has it.
    pub(crate) fn explain(&self, error: Error) -> Error {
        // A version without the operation responds that the resource does not exist.
        let lacks_operation = error.status() == Some(StatusCode::NOT_FOUND) && error.code() == Some("404");
        if error.status() != Some(StatusCode::BAD_REQUEST) && !lacks_operation {
            return error;
        }
        let (message, param) = (error.message().unwrap_or_default(), error.param());
        let mut advice = None;
        self.each_newer_field(|field| {
            if lacks_operation || param == Some(field.name) || message.contains(field.name) {
                advice.get_or_insert_with(|| field.to_string());
            }
        });
        match advice {
            Some(advice) => error.with_advice(advice),
            None => error,
        }
    }

    /// The request at the endpoint that it was prepared for.
    pub(crate) fn placed(&self) -> Placed<'_> {
        Placed {
            url: Cow::Borrowed(&self.url),
            body: Cow::Borrowed(&self.body),
        }
    }

    /// The request at another endpoint, where `rename` gives the deployment's name.
    pub(crate) fn placed_at<'a>(
        &'a self,
        endpoint: &Endpoint,
        rename: impl Fn(&'a str) -> &'a str,
    ) -> Result<Placed<'a>, Error> {
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
        let mut url = place(self.operation, &parameters, endpoint)?;
        let version = format!("{API_VERSION}=");
        let pairs = self.url.query().unwrap_or_default().split('&');
        let kept = pairs.filter(|pair| {
            let unsent = pair
                .strip_prefix(&version)
                .is_some_and(|version| !endpoint.takes_version(version));
            !pair.is_empty() && !unsent
        });
        for pair in kept {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(pair);
        }
        let versioned = self.versioned.as_ref().filter(|_| !endpoint.is_v1());
        if let Some(version) = versioned.and_then(|versioned| versioned.api_version.as_deref()) {
            let version = Cow::from(utf8_percent_encode(version, RESERVED));
            path::append_query([(API_VERSION, version)].into_iter(), &mut url);
        }
        let body = versioned.map_or(&self.body, |versioned| &versioned.body);
        Ok(Placed {
            url: Cow::Owned(endpoint.parse_url(&url).map_err(invalid_url)?),
            body: match self.deployment().filter(|_| endpoint.is_v1()) {
                Some(name) => Cow::Owned(with_model(body, rename(name))?),
                None => Cow::Borrowed(body),
            },
        })
    }

    /// Whether the progress of sending the body can be watched.
    pub(crate) fn has_progress(&self) -> bool {
        matches!(self.body, Body::Form(_))
    }

    /// The request of one attempt. Files are opened here.
    pub(crate) async fn build(
        &self,
        client: &reqwest::Client,
        placed: &Placed<'_>,
        authorization: &Authorization,
        progress: Option<&Arc<SendProgress>>,
    ) -> Result<reqwest::Request, Error> {
        let url = authorization.url(&placed.url).into_owned();
        let mut request = reqwest::Request::new(self.method.clone(), url);
        let mut headers = self.headers.clone();
        if let Some((name, value)) = &authorization.header {
            headers.insert(name, value.clone());
        }
        *request.headers_mut() = headers;
        match &*placed.body {
            // Some gateways respond with 411 to a POST without a length.
            Body::Empty if self.method == Method::POST || self.method == Method::PUT => {
                *request.body_mut() = Some(Bytes::new().into());
                request
                    .headers_mut()
                    .insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
            }
            Body::Empty => {}
            Body::Bytes(bytes) => *request.body_mut() = Some(bytes.clone().into()),
            Body::Form(form) => {
                let form = Box::pin(form.build(progress)).await?;
                let builder = reqwest::RequestBuilder::from_parts(client.clone(), request).multipart(form);
                return builder
                    .build()
                    .map_err(|error| invalid("the request cannot be made").with_source(error.without_url()));
            }
        }
        Ok(request)
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
