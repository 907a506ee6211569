//! Multipart forms, never held in memory as a whole.

mod escape;
mod file_part;
mod nested;
mod progress;
mod source;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use crate::error::{Error, ErrorKind};
use crate::value::{Extra, ToParameter};
pub(crate) use escape::escape;
pub use file_part::{FilePart, FileStream};
use nested::{joined, nested_pairs};
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
    /// With its content type as a part, where it has one.
    Text(String, Option<&'static str>),
    File(FilePart),
}

impl Field {
    fn text(text: &str) -> Self {
        Self::Text(text.to_owned(), None)
    }
}

impl Form {
    /// A form without fields.
    pub fn new() -> Self {
        Self::default()
    }

    /// A field of text; a list becomes one field of the same name an item.
    pub fn text<T: ToParameter + ?Sized>(mut self, name: impl Into<Cow<'static, str>>, value: &T) -> Self {
        let name = name.into();
        value.each_parameter(&mut |text| self.fields.push((name.clone(), Field::text(text))));
        self
    }

    /// A field of text that is sent if it is there.
    pub fn opt_text<T: ToParameter + ?Sized>(self, name: impl Into<Cow<'static, str>>, value: Option<&T>) -> Self {
        match value {
            Some(value) => self.text(name, value),
            None => self,
        }
    }

    /// A field with a structure of its own, if it is there: objects as JSON, which is their content type as parts, a list
    /// as several fields. One that does not become JSON fails the request.
    pub fn json<T: Serialize + ?Sized>(self, name: impl Into<Cow<'static, str>>, value: Option<&T>) -> Self {
        self.with_value(name.into(), value, |form, name, value| {
            let before = form.fields.len();
            let mut form = form.text(name, value);
            for (_, field) in &mut form.fields[before..] {
                match field {
                    Field::Text(text, kind) if text.starts_with(['{', '[']) => *kind = Some("application/json"),
                    _ => {}
                }
            }
            form
        })
    }

    /// A list or object as one field, if it is there, with a delimiter between its items, or keys and values.
    pub fn delimited<T: Serialize + ?Sized>(
        self,
        name: impl Into<Cow<'static, str>>,
        value: Option<&T>,
        delimiter: &str,
    ) -> Self {
        self.with_value(name.into(), value, |form, name, value| {
            form.text(name, &joined(value, delimiter))
        })
    }

    /// A value as one field of JSON text, if it is there.
    pub fn json_text<T: Serialize + ?Sized>(self, name: impl Into<Cow<'static, str>>, value: Option<&T>) -> Self {
        self.with_value(name.into(), value, |form, name, value| {
            form.text(name, &value.to_string())
        })
    }

    /// An object or list as a field for each value in it, if it is there: `name[key]`, `name[0]` or, where `deep` is not set,
    /// `key`.
    pub fn nested<T: Serialize + ?Sized>(
        self,
        name: impl Into<Cow<'static, str>>,
        value: Option<&T>,
        deep: bool,
    ) -> Self {
        self.with_value(name.into(), value, |mut form, name, value| {
            nested_pairs(&name, value, deep, &mut |name, text| {
                form.fields.push((name.into(), Field::text(text)));
            });
            form
        })
    }

    fn with_value<T: Serialize + ?Sized>(
        mut self,
        name: Cow<'static, str>,
        value: Option<&T>,
        add: impl FnOnce(Self, Cow<'static, str>, &Value) -> Self,
    ) -> Self {
        match value.map(crate::encode::to_value) {
            None => self,
            Some(Ok(value)) => add(self, name, &value),
            Some(Err(error)) => {
                let mistake = format!("the field `{name}` does not become JSON: {error}");
                self.mistake.get_or_insert(mistake);
                self
            }
        }
    }

    /// Gives the parts of the name a content type, but for files that have one.
    pub fn content_type(mut self, name: &str, content_type: &'static str) -> Self {
        for (_, field) in self.fields.iter_mut().filter(|(other, _)| other == name) {
            match field {
                Field::Text(_, kind) => *kind = Some(content_type),
                Field::File(file) => file.default_content_type(content_type),
            }
        }
        self
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
        self.fields.insert(0, (name.to_owned().into(), Field::text(text)));
        self
    }

    /// Whether the form could be sent a second time: no part is from a stream.
    pub fn is_replayable(&self) -> bool {
        self.fields.iter().all(|(_, field)| match field {
            Field::Text(..) => true,
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
                Field::Text(value, _) => drop(text.append_pair(name, value)),
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
                Field::Text(text, kind) => {
                    let part = reqwest::multipart::Part::text(text.clone());
                    match kind {
                        Some(kind) => part.mime_str(kind).map_err(|_| of_no_type(name, kind))?,
                        None => part,
                    }
                }
                Field::File(file) => file.build(progress).await.map_err(|error| match error {
                    source::SourceError::File(error) => Error::new(ErrorKind::File, error.to_string()),
                    source::SourceError::Used => Error::new(
                        ErrorKind::InvalidRequest,
                        format!("the part `{name}` is a stream that was sent before"),
                    ),
                    source::SourceError::ContentType(text) => of_no_type(name, &text),
                })?,
            };
            form = form.part(escape(name).into_owned(), part);
        }
        Ok(form)
    }
}

fn of_no_type(name: &str, content_type: &str) -> Error {
    let message = format!(
        "the content type `{}` of the part `{name}` is none",
        content_type.escape_debug()
    );
    Error::new(ErrorKind::InvalidRequest, message)
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields = f.debug_map();
        for (name, field) in &self.fields {
            match field {
                Field::Text(text, _) => fields.entry(name, &format_args!("text of {} bytes", text.len())),
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
    fn lists_and_objects_have_the_form_of_their_style() {
        let card = serde_json::json!({"number": 42, "none": null, "tags": ["a", {"b": true}]});
        let flat = serde_json::json!({"R": 1, "G": "x y"});
        let list = ["a", "b c"];
        let form = Form::new()
            .nested("card", Some(&card), true)
            .nested("list", Some(&list), true)
            .nested("flat", Some(&flat), false)
            .delimited("commas", Some(&list), ",")
            .delimited("spaces", Some(&list), " ")
            .delimited("pipes", Some(&flat), "|")
            .json_text("json", Some(&list))
            .json_text("none", None::<&Value>);
        let expected = "card[number]=42&card[tags][0]=a&card[tags][1][b]=true&list[0]=a&list[1]=b c&R=1&G=x y&\
            commas=a,b c&spaces=a b c&pipes=R|1|G|x y&json=[\"a\",\"b c\"]";
        let text = form.urlencoded().unwrap();
        let pairs = url::form_urlencoded::parse(text.as_bytes());
        let pairs: Vec<String> = pairs.map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(pairs.join("&"), expected);
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
