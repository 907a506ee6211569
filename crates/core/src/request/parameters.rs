//! Parameters of a request, in the styles of the OpenAPI Specification.

use std::borrow::Cow;

use http::header::COOKIE;
use serde::Serialize;

use super::style::{self, ParameterText};
use super::{ParameterStyle, Request, header, invalid, not_json};
use crate::value::ToParameter;

impl Request {
    /// Sets a path parameter, by its name in the operation's path. It is encoded as one segment, so `a/b` is sent as
    /// `a%2Fb`; empty text, `.` and `..` are refused.
    pub fn path<T: ToParameter + ?Sized>(mut self, name: impl Into<Cow<'static, str>>, value: &T) -> Self {
        let text = ParameterText::Plain(value.to_parameter().into_owned());
        self.path.push((name.into(), text));
        self
    }

    /// Sets a path parameter in a style of its own. It may be empty.
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

    /// Adds a query parameter. `None` is not sent; a list is sent as one pair per item.
    pub fn query<T: ToParameter + ?Sized>(mut self, name: impl Into<Cow<'static, str>>, value: Option<&T>) -> Self {
        if let Some(value) = value {
            let name = name.into();
            value.each_parameter(&mut |text| {
                self.query.push((name.clone(), ParameterText::Plain(text.to_owned())));
            });
        }
        self
    }

    /// Adds a query parameter whose values are joined to one. `None` is not sent.
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

    /// Adds an object to the query: with `deep` as `name[key]=value` (`deepObject`), else as `key=value` (`form`). `None` is
    /// not sent.
    pub fn query_object<T: Serialize + ?Sized>(mut self, name: &str, value: Option<&T>, deep: bool) -> Self {
        match value.map(crate::encode::to_value) {
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

    /// Sets a path parameter to an object, or to JSON text. It may be empty.
    pub fn path_object<T: Serialize + ?Sized>(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: &T,
        style: ParameterStyle,
    ) -> Self {
        let name = name.into();
        match crate::encode::to_value(value) {
            Ok(value) => {
                let text = style.encode_object(&name, &value, style::encoded);
                self.path.push((name, ParameterText::Encoded(text)));
                self
            }
            Err(error) => self.with_mistake(not_json(error)),
        }
    }

    /// Adds an object to the query as one pair, or as JSON text. `None` is not sent.
    pub fn query_object_as<T: Serialize + ?Sized>(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: Option<&T>,
        style: ParameterStyle,
    ) -> Self {
        let name = name.into();
        match value.map(crate::encode::to_value) {
            None => self,
            Some(Ok(value)) => {
                let text = style.encode_object(&name, &value, style::encoded);
                self.query.push((name, ParameterText::Encoded(text)));
                self
            }
            Some(Err(error)) => self.with_mistake(not_json(error)),
        }
    }

    /// Sets a header to an object, or to JSON text. `None` is not sent. `Debug` does not show its value.
    pub fn header_object<T: Serialize + ?Sized>(
        mut self,
        name: &str,
        value: Option<&T>,
        style: ParameterStyle,
    ) -> Self {
        match value.map(crate::encode::to_value) {
            None => self,
            Some(Ok(value)) => {
                self.set_header(name, &style.encode_object(name, &value, str::to_owned));
                self
            }
            Some(Err(error)) => self.with_mistake(not_json(error)),
        }
    }

    /// Adds a cookie. `None` is not sent. `Debug` does not show its value.
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

    /// Sets a header. `None` is not sent. `Debug` does not show its value.
    pub fn header<T: ToParameter + ?Sized>(mut self, name: &str, value: Option<&T>) -> Self {
        if let Some(value) = value {
            self.set_header(name, &value.to_parameter());
        }
        self
    }

    pub(super) fn set_header(&mut self, name: &str, value: &str) {
        match header(name, value) {
            Ok((name, value)) => drop(self.headers.insert(name, value)),
            Err(text) => self.keep_mistake(invalid(text)),
        }
    }
}
