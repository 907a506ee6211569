//! A request before it is sent.

mod body;
mod follow;
mod header;
mod json;
mod link;
mod next_page;
mod object;
mod options;
mod parameters;
mod path;
mod prepared;
mod server;
mod style;
mod versions;

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method};
use serde_json::Value;

use crate::error::{Error, ErrorKind};
use crate::form::Form;
use crate::operation::{DEPLOYMENT_ID, Operation};
pub(crate) use body::Body;
pub(crate) use header::header;
use link::Link;
pub(crate) use next_page::NextPage;
pub use options::RequestOptions;
pub use prepared::PreparedRequest;
pub(crate) use prepared::{Defaults, Placed};
pub use style::ParameterStyle;
use style::ParameterText;
pub(crate) use versions::Warned;

/// A request of an [`Operation`]: its path, query and header parameters and its body.
///
/// Building it does no I/O and does not fail: the first mistake (an invalid header value, a body that does not serialize)
/// is reported when the request is sent or [prepared](crate::RequestBuilder::into_request).
#[must_use = "a request is sent by a `RequestBuilder`"]
pub struct Request {
    pub(crate) operation: &'static Operation,
    path: Vec<(Cow<'static, str>, ParameterText)>,
    query: Vec<(Cow<'static, str>, ParameterText)>,
    headers: HeaderMap,
    body: Body,
    /// The operation's, or GET where something is followed.
    method: Method,
    /// In place of path and query: what the server said.
    link: Option<Link>,
    /// How the page after this one is requested.
    pub(crate) next_page: NextPage,
    /// Whether the body may have fields that not every api-version has.
    may_have_newer_fields: bool,
    mistake: Option<Error>,
}

impl Request {
    /// Creates a request of an operation, without parameters and body.
    pub fn new(operation: &'static Operation) -> Self {
        Self {
            operation,
            path: Vec::new(),
            query: Vec::new(),
            headers: HeaderMap::new(),
            body: Body::Empty,
            method: operation.method.clone(),
            link: None,
            next_page: NextPage::Link,
            may_have_newer_fields: true,
            mistake: None,
        }
    }

    /// Sets the media type of the body, in place of that of its kind: `application/merge-patch+json` for JSON.
    pub fn content_type(mut self, content_type: &str) -> Self {
        if !matches!(self.body, Body::Empty) {
            self.set_header(CONTENT_TYPE.as_str(), content_type);
        }
        self
    }

    /// Sets a multipart form as body.
    pub fn form(mut self, form: Form) -> Self {
        self.headers.remove(CONTENT_TYPE);
        self.body = Body::Form(form);
        self.may_have_newer_fields = true;
        self
    }

    /// Sets a form as `application/x-www-form-urlencoded` body. Files cannot go into one.
    pub fn urlencoded(self, form: &Form) -> Self {
        match form.urlencoded() {
            Ok(text) => self.raw(text, "application/x-www-form-urlencoded"),
            Err(error) => self.with_mistake(error),
        }
    }

    /// Sets a multipart form as body, if there is one.
    pub fn opt_form(self, form: Option<Form>) -> Self {
        match form {
            Some(form) => self.form(form),
            None => self,
        }
    }

    /// Sets a form as `application/x-www-form-urlencoded` body, if there is one.
    pub fn opt_urlencoded(self, form: Option<&Form>) -> Self {
        match form {
            Some(form) => self.urlencoded(form),
            None => self,
        }
    }

    /// Sets bytes as body, if there are any, with their content type.
    pub fn opt_raw(self, body: Option<Bytes>, content_type: &str) -> Self {
        match body {
            Some(body) => self.raw(body, content_type),
            None => self,
        }
    }

    /// Sets bytes as body, with their content type.
    pub fn raw(mut self, body: impl Into<Bytes>, content_type: &str) -> Self {
        self.set_header(CONTENT_TYPE.as_str(), content_type);
        self.body = Body::Bytes(body.into());
        self.may_have_newer_fields = true;
        self
    }

    /// The deployment in the path, by the caller's name for it.
    pub(crate) fn deployment(&self) -> Option<&str> {
        deployment(&self.path)
    }

    /// The body, if it is bytes.
    pub(crate) fn bytes(&self) -> Option<&[u8]> {
        match &self.body {
            Body::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// Sets what the request's own options say of headers, query and body, in place of what the operation sends.
    pub(crate) fn apply(&mut self, options: &mut RequestOptions) {
        if options.is_empty() {
            return;
        }
        let options = options.get_mut();
        if let Some(text) = options.mistake.take() {
            self.keep_mistake(invalid(text));
        }
        self.headers.extend(std::mem::take(&mut options.headers));
        for (name, value) in std::mem::take(&mut options.query) {
            self.query.retain(|(other, _)| *other != name);
            self.query.push((name, ParameterText::Plain(value)));
        }
        let fields = std::mem::take(&mut options.body_fields);
        if let Some(name) = self.set_fields(&fields) {
            self.keep_mistake(not_an_object(name));
        }
    }

    /// Sets fields of the body; the name of one where the body has no fields.
    fn set_fields<'a>(&mut self, fields: &'a [(String, Value)]) -> Option<&'a str> {
        let (name, _) = fields.first()?;
        self.may_have_newer_fields = true;
        match std::mem::replace(&mut self.body, Body::Empty) {
            Body::Form(form) => {
                let form = fields.iter().fold(form, |form, (name, value)| form.set(name, value));
                self.body = Body::Form(form);
                None
            }
            Body::Bytes(bytes) => match object::rewritten(&bytes, fields) {
                Some(json) => {
                    self.body = Body::Bytes(json.into());
                    None
                }
                None => {
                    self.body = Body::Bytes(bytes);
                    Some(name)
                }
            },
            Body::Empty => Some(name),
        }
    }

    /// The fields of these that the body does not set itself.
    fn unset_fields(&self, fields: &[(String, Value)]) -> Vec<(String, Value)> {
        let is_set: Box<dyn Fn(&str) -> bool> = match &self.body {
            Body::Form(form) => Box::new(|name| form.field_names().any(|other| other == name)),
            Body::Bytes(bytes) => match serde_json::from_slice::<serde_json::Map<String, Value>>(bytes) {
                Ok(object) => Box::new(move |name| object.contains_key(name)),
                Err(_) => return Vec::new(),
            },
            Body::Empty => return Vec::new(),
        };
        fields.iter().filter(|(name, _)| !is_set(name)).cloned().collect()
    }

    /// A copy of the request; `None` where its body can be sent only once, or it cannot be sent at all.
    pub(crate) fn again(&self) -> Option<Self> {
        if self.mistake.is_some() || !self.body.is_replayable() {
            return None;
        }
        Some(Self {
            operation: self.operation,
            path: self.path.clone(),
            query: self.query.clone(),
            headers: self.headers.clone(),
            body: self.body.clone(),
            method: self.method.clone(),
            link: self.link.clone(),
            next_page: self.next_page,
            may_have_newer_fields: self.may_have_newer_fields,
            mistake: None,
        })
    }

    fn with_mistake(mut self, mistake: Error) -> Self {
        self.keep_mistake(mistake);
        self
    }

    fn keep_mistake(&mut self, mistake: Error) {
        self.mistake.get_or_insert(mistake);
    }
}

fn deployment<'a>(path: &'a [(Cow<'static, str>, ParameterText)]) -> Option<&'a str> {
    path.iter()
        .find(|(name, _)| name == DEPLOYMENT_ID)
        .and_then(|(_, deployment)| deployment.plain())
}

fn not_json(error: serde_json::Error) -> Error {
    invalid("the body does not serialize to JSON").with_source(error)
}

fn invalid(text: impl Into<Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::InvalidRequest, text)
}

fn not_an_object(name: &str) -> Error {
    let name = name.escape_debug();
    invalid(format!("cannot set body field `{name}`: the body is not a JSON object"))
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("operation", &self.operation.id)
            .field(
                "path",
                &self
                    .path
                    .iter()
                    .map(|(name, text)| (name, text.encoded()))
                    .collect::<Vec<_>>(),
            )
            .field("query", &self.query.iter().map(|(name, _)| name).collect::<Vec<_>>())
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &self.body)
            .field("mistake", &self.mistake)
            .finish()
    }
}
