//! A request before it is sent.

mod body;
mod link;
mod path;
mod prepared;
mod style;

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use http::HeaderMap;
use http::header::{CONTENT_TYPE, COOKIE, HeaderName, HeaderValue};
use serde::Serialize;
use serde_json::Value;

use crate::error::{Error, ErrorKind};
use crate::form::Form;
use crate::operation::{DEPLOYMENT_ID, Operation};
use crate::value::ToParameter;
pub(crate) use body::Body;
pub(crate) use prepared::Defaults;
pub use prepared::PreparedRequest;
pub use style::ParameterStyle;
use style::ParameterText;

/// One call of an [`Operation`]: its path, query and header parameters and its body.
///
/// Building it does no I/O and does not fail: the first mistake (a header value that no header can carry, a body that
/// does not serialise) is kept and comes out when the request is sent or [prepared](crate::RequestBuilder::into_request).
pub struct Request {
    pub(crate) operation: &'static Operation,
    path: Vec<(Cow<'static, str>, ParameterText)>,
    query: Vec<(Cow<'static, str>, ParameterText)>,
    headers: HeaderMap,
    body: Body,
    /// In place of path and query: where the server said that the answer goes on.
    link: Option<String>,
    mistake: Option<Error>,
}

impl Request {
    /// A request of an operation, without parameters and body.
    pub fn new(operation: &'static Operation) -> Self {
        Self {
            operation,
            path: Vec::new(),
            query: Vec::new(),
            headers: HeaderMap::new(),
            body: Body::Empty,
            link: None,
            mistake: None,
        }
    }

    /// A parameter of the path, by the name that stands in braces in the operation's path. It is encoded as one segment,
    /// so `a/b` is sent as `a%2Fb`; empty text, `.` and `..` are refused.
    #[must_use]
    pub fn path<T: ToParameter + ?Sized>(mut self, name: impl Into<Cow<'static, str>>, value: &T) -> Self {
        let text = ParameterText::Plain(value.to_parameter().into_owned());
        self.path.push((name.into(), text));
        self
    }

    /// A parameter of the path in a style of its own. It may be empty.
    #[must_use]
    pub fn path_as<T: ToParameter + ?Sized>(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: &T,
        style: ParameterStyle,
    ) -> Self {
        let name = name.into();
        let text = ParameterText::Encoded(style.encode(&name, value));
        self.path.push((name, text));
        self
    }

    /// A parameter of the query; `None` is not sent, a list is sent as one pair an item.
    #[must_use]
    pub fn query<T: ToParameter + ?Sized>(mut self, name: impl Into<Cow<'static, str>>, value: Option<&T>) -> Self {
        if let Some(value) = value {
            let name = name.into();
            value.each_parameter(&mut |text| {
                self.query.push((name.clone(), ParameterText::Plain(text.to_owned())));
            });
        }
        self
    }

    /// A parameter of the query whose values go in one piece; `None` is not sent.
    #[must_use]
    pub fn query_as<T: ToParameter + ?Sized>(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: Option<&T>,
        style: ParameterStyle,
    ) -> Self {
        if let Some(value) = value {
            let name = name.into();
            let text = ParameterText::Encoded(style.encode(&name, value));
            self.query.push((name, text));
        }
        self
    }

    /// An object in the query: with `deep` as `name[key]=value` (`deepObject`), else as `key=value` (`form`). `None` is
    /// not sent.
    #[must_use]
    pub fn query_object<T: Serialize + ?Sized>(mut self, name: &str, value: Option<&T>, deep: bool) -> Self {
        match value.map(serde_json::to_value) {
            None => self,
            Some(Ok(value)) => {
                style::object_pairs(name, &value, deep, &mut |name, value| {
                    value.each_parameter(&mut |text| {
                        self.query
                            .push((name.clone().into(), ParameterText::Plain(text.to_owned())));
                    });
                });
                self
            }
            Some(Err(error)) => self.with_mistake(not_json(error)),
        }
    }

    /// A parameter of the query as JSON text; `None` is not sent.
    #[must_use]
    pub fn query_json<T: Serialize + ?Sized>(mut self, name: impl Into<Cow<'static, str>>, value: Option<&T>) -> Self {
        match value.map(serde_json::to_string) {
            None => self,
            Some(Ok(text)) => {
                self.query.push((name.into(), ParameterText::Plain(text)));
                self
            }
            Some(Err(error)) => self.with_mistake(not_json(error)),
        }
    }

    /// A cookie; `None` is not sent. `Debug` does not show its value.
    #[must_use]
    pub fn cookie<T: ToParameter + ?Sized>(mut self, name: &str, value: Option<&T>) -> Self {
        if let Some(value) = value {
            let mut cookies = self
                .headers
                .get(COOKIE)
                .and_then(|all| all.to_str().ok())
                .unwrap_or("")
                .to_owned();
            if !cookies.is_empty() {
                cookies.push_str("; ");
            }
            cookies.push_str(&format!("{name}={}", ParameterStyle::Commas.encode(name, value)));
            self.set_header(COOKIE.as_str(), &cookies);
        }
        self
    }

    /// Replaces every query parameter of the name.
    pub(crate) fn set_query(&mut self, name: Cow<'static, str>, value: String) {
        self.query.retain(|(other, _)| *other != name);
        self.query.push((name, ParameterText::Plain(value)));
    }

    /// A header; `None` is not sent. `Debug` does not show its value.
    #[must_use]
    pub fn header<T: ToParameter + ?Sized>(mut self, name: &str, value: Option<&T>) -> Self {
        if let Some(value) = value {
            self.set_header(name, &value.to_parameter());
        }
        self
    }

    pub(crate) fn set_header(&mut self, name: &str, value: &str) {
        match header(name, value) {
            Ok((name, value)) => drop(self.headers.insert(name, value)),
            Err(error) => self.keep_mistake(error),
        }
    }

    /// A JSON body.
    #[must_use]
    pub fn json<T: Serialize + ?Sized>(self, body: &T) -> Self {
        match crate::encode::to_vec(body) {
            Ok(bytes) => self.raw(bytes, "application/json"),
            Err(error) => self.with_mistake(not_json(error)),
        }
    }

    /// A JSON body, if there is one.
    #[must_use]
    pub fn opt_json<T: Serialize + ?Sized>(self, body: Option<&T>) -> Self {
        match body {
            Some(body) => self.json(body),
            None => self,
        }
    }

    /// The media type of the body, in place of that of its kind: `application/merge-patch+json` for JSON.
    #[must_use]
    pub fn content_type(mut self, content_type: &str) -> Self {
        if !matches!(self.body, Body::Empty) {
            self.set_header(CONTENT_TYPE.as_str(), content_type);
        }
        self
    }

    /// A JSON object as body, with members that are added to it or replace its own.
    #[must_use]
    pub fn json_with<T: Serialize + ?Sized>(self, body: &T, members: &[(&str, Value)]) -> Self {
        match crate::encode::to_value(body) {
            Ok(Value::Object(mut object)) => {
                object.extend(members.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
                self.json(&object)
            }
            Ok(_) => self.with_mistake(Error::new(
                ErrorKind::InvalidRequest,
                "the body is no JSON object, so nothing can be added to it",
            )),
            Err(error) => self.with_mistake(not_json(error)),
        }
    }

    /// A multipart form as body.
    #[must_use]
    pub fn form(mut self, form: Form) -> Self {
        self.headers.remove(CONTENT_TYPE);
        self.body = Body::Form(form);
        self
    }

    /// A form as `application/x-www-form-urlencoded` body. Files cannot go into one.
    #[must_use]
    pub fn urlencoded(self, form: &Form) -> Self {
        match form.urlencoded() {
            Ok(text) => self.raw(text, "application/x-www-form-urlencoded"),
            Err(error) => self.with_mistake(error),
        }
    }

    /// Bytes as body, with their content type.
    #[must_use]
    pub fn raw(mut self, body: impl Into<Bytes>, content_type: &str) -> Self {
        self.set_header(CONTENT_TYPE.as_str(), content_type);
        self.body = Body::Bytes(body.into());
        self
    }

    /// The deployment that is called, by the name the caller has for it.
    pub(crate) fn deployment(&self) -> Option<&str> {
        self.path
            .iter()
            .find(|(name, _)| name == DEPLOYMENT_ID)
            .and_then(|(_, deployment)| deployment.plain())
    }

    /// The body, if it is bytes.
    pub(crate) fn bytes(&self) -> Option<&[u8]> {
        match &self.body {
            Body::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// Sets a member of a JSON object, or a field of a form.
    pub(crate) fn set_body_field(&mut self, name: String, value: Value) {
        match std::mem::replace(&mut self.body, Body::Empty) {
            Body::Form(form) => self.body = Body::Form(form.set(&name, &value)),
            Body::Bytes(bytes) => match serde_json::from_slice(&bytes) {
                Ok(Value::Object(mut object)) => {
                    object.insert(name, value);
                    self.body = Body::Bytes(Value::Object(object).to_string().into());
                }
                _ => self.keep_mistake(no_object(&name)),
            },
            Body::Empty => self.keep_mistake(no_object(&name)),
        }
    }

    /// Goes to a link that the server gave, in place of the operation's path and query; only the api-version is added
    /// where the link has none.
    pub(crate) fn set_link(&mut self, link: String) {
        self.link = Some(link);
    }

    /// The same request once more; `None` where its body can be sent only once, or it cannot be sent at all.
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
            link: self.link.clone(),
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

fn no_object(name: &str) -> Error {
    let name = name.escape_debug();
    let text = format!("the body is no JSON object, so `{name}` cannot be added to it");
    Error::new(ErrorKind::InvalidRequest, text)
}

fn not_json(error: serde_json::Error) -> Error {
    Error::new(ErrorKind::InvalidRequest, "the body does not serialise to JSON").with_source(error)
}

/// The header, or an error that names it and does not repeat its value.
pub(crate) fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), Error> {
    let bad = |what: &str| {
        Error::new(
            ErrorKind::InvalidRequest,
            format!("{what} of the header `{}`", name.escape_debug()),
        )
    };
    let parsed = HeaderName::from_bytes(name.as_bytes()).map_err(|_| bad("no header can have the name"))?;
    let value = HeaderValue::from_str(value).map_err(|_| bad("no header can carry the value"))?;
    Ok((parsed, value))
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
