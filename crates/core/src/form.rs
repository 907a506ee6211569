//! Multipart forms, never held in memory as a whole.

mod escape;
mod file_part;
mod progress;
mod source;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::error::{Error, ErrorKind};
use crate::value::{Extra, ToParameter};
pub(crate) use escape::escape;
pub use file_part::{FilePart, FileStream};
pub(crate) use progress::SendProgress;
pub(crate) use source::FileError;

/// The body of a `multipart/form-data` request: fields of text and files, in the order they were added.
///
/// Files are opened and read while they are sent. Where the length of every part is known the request says it
/// (`Content-Length`), else it is sent in chunks.
#[derive(Clone, Default)]
#[must_use = "a form is sent as the body of a request"]
pub struct Form {
    fields: Vec<(Cow<'static, str>, Field)>,
    /// The first field that could not be written; comes out when the form is sent.
    mistake: Option<String>,
}

#[derive(Clone)]
enum Field {
    Text(String),
    File(FilePart),
}

impl Form {
    /// A form without fields.
    pub fn new() -> Self {
        Self::default()
    }

    /// A field of text; a list becomes one field of the same name an item.
    pub fn text<T: ToParameter + ?Sized>(mut self, name: impl Into<Cow<'static, str>>, value: &T) -> Self {
        let name = name.into();
        value.each_parameter(&mut |text| self.fields.push((name.clone(), Field::Text(text.to_owned()))));
        self
    }

    /// A field of text that is sent if it is there.
    pub fn opt_text<T: ToParameter + ?Sized>(self, name: impl Into<Cow<'static, str>>, value: Option<&T>) -> Self {
        match value {
            Some(value) => self.text(name, value),
            None => self,
        }
    }

    /// A field with a structure of its own, if it is there: objects as JSON, a list as several fields. One that does not
    /// become JSON fails the request.
    pub fn json<T: Serialize + ?Sized>(mut self, name: impl Into<Cow<'static, str>>, value: Option<&T>) -> Self {
        let name = name.into();
        match value.map(crate::encode::to_value) {
            None => self,
            Some(Ok(value)) => self.text(name, &value),
            Some(Err(error)) => {
                let mistake = format!("the field `{name}` does not become JSON: {error}");
                self.mistake.get_or_insert(mistake);
                self
            }
        }
    }

    /// A file.
    pub fn file(mut self, name: impl Into<Cow<'static, str>>, file: FilePart) -> Self {
        self.fields.push((name.into(), Field::File(file)));
        self
    }

    /// Sets a field of text for each of these, in place of those of the same name: strings as they are, lists as several
    /// fields, objects as JSON, `null` not at all.
    pub fn extra(self, extra: Extra) -> Self {
        extra
            .into_iter()
            .fold(self, |form, (name, value)| form.set(&name, &value))
    }

    /// Replaces every field of the name.
    pub(crate) fn set<T: ToParameter + ?Sized>(mut self, name: &str, value: &T) -> Self {
        self.fields.retain(|(other, _)| other != name);
        self.text(name.to_owned(), value)
    }

    /// Replaces every field of the name, before all others: a server may read it before it reads a file.
    pub(crate) fn set_first(mut self, name: &str, text: &str) -> Self {
        self.fields.retain(|(other, _)| other != name);
        self.fields
            .insert(0, (name.to_owned().into(), Field::Text(text.to_owned())));
        self
    }

    /// Whether the form could be sent a second time: no part is from a stream.
    pub fn is_replayable(&self) -> bool {
        self.fields.iter().all(|(_, field)| match field {
            Field::Text(_) => true,
            Field::File(file) => file.is_replayable(),
        })
    }

    /// The names of the fields, in order.
    pub fn field_names(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|(name, _)| &**name)
    }

    /// The fields as `application/x-www-form-urlencoded` text.
    pub(crate) fn urlencoded(&self) -> Result<String, Error> {
        if let Some(mistake) = &self.mistake {
            return Err(Error::new(ErrorKind::InvalidRequest, mistake.clone()));
        }
        let mut text = url::form_urlencoded::Serializer::new(String::new());
        for (name, field) in &self.fields {
            match field {
                Field::Text(value) => drop(text.append_pair(name, value)),
                Field::File(_) => {
                    let message = format!("the file `{name}` cannot go into a urlencoded form");
                    return Err(Error::new(ErrorKind::InvalidRequest, message));
                }
            }
        }
        Ok(text.finish())
    }

    /// The form as one attempt sends it. Files are opened here.
    pub(crate) async fn build(&self, progress: Option<&Arc<SendProgress>>) -> Result<reqwest::multipart::Form, Error> {
        if let Some(mistake) = &self.mistake {
            return Err(Error::new(ErrorKind::InvalidRequest, mistake.clone()));
        }
        // Names are escaped here, as browsers do it; reqwest would write `name*=`, which RFC 7578 forbids.
        let mut form = reqwest::multipart::Form::new().percent_encode_noop();
        for (name, field) in &self.fields {
            let part = match field {
                Field::Text(text) => reqwest::multipart::Part::text(text.clone()),
                Field::File(file) => file.build(progress).await.map_err(|error| match error {
                    source::SourceError::File(error) => Error::new(ErrorKind::File, error.to_string()),
                    source::SourceError::Used => Error::new(
                        ErrorKind::InvalidRequest,
                        format!("the part `{name}` is a stream that was sent before"),
                    ),
                    source::SourceError::ContentType(text) => Error::new(
                        ErrorKind::InvalidRequest,
                        format!(
                            "the content type `{}` of the part `{name}` is none",
                            text.escape_debug()
                        ),
                    ),
                })?,
            };
            form = form.part(escape(name).into_owned(), part);
        }
        Ok(form)
    }
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields = f.debug_map();
        for (name, field) in &self.fields {
            match field {
                Field::Text(text) => fields.entry(name, &format_args!("text of {} bytes", text.len())),
                Field::File(file) => fields.entry(name, file),
            };
        }
        fields.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_urlencoded_form_has_text_alone() {
        let form = Form::new().text("a b", "1&2").text("list", &vec!["x", "ü"]);
        assert_eq!(form.urlencoded().ok().as_deref(), Some("a+b=1%262&list=x&list=%C3%BC"));
        let error = form
            .file("f", FilePart::from_bytes("f.txt", ""))
            .urlencoded()
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    }

    #[test]
    fn fields_in_order_and_lists_repeated() {
        let form = Form::new()
            .text("a", "1")
            .text("list[]", &vec!["x", "y"])
            .opt_text("none", None::<&str>)
            .opt_text("some", Some(&7))
            .file("file", FilePart::from_bytes("f.txt", "secret contents"))
            .extra(Extra::from([
                ("n", serde_json::Value::Null),
                ("o", serde_json::json!({"k": 1})),
            ]));
        assert_eq!(
            form.field_names().collect::<Vec<_>>(),
            ["a", "list[]", "list[]", "some", "file", "o"]
        );
        assert!(form.is_replayable());
        insta::assert_snapshot!(format!("{form:?}"), @r#"{"a": text of 1 bytes, "list[]": text of 1 bytes, "list[]": text of 1 bytes, "some": text of 1 bytes, "file": FilePart("f.txt", 15 bytes), "o": text of 7 bytes}"#);
    }
}
