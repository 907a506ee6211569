//! Styles of parameters: how lists and values that are not plain text go into paths, queries and cookies.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::value::ToParameter;

/// How a parameter is serialized, by the style table of the OpenAPI Specification. Items of a list are encoded one by one,
/// the delimiters between them are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterStyle {
    /// `a,b`: lists in paths, `collectionFormat: csv`, and `form` without `explode`.
    Commas,
    /// `a%20b`: `spaceDelimited`, `collectionFormat: ssv`.
    Spaces,
    /// `a%09b`: `collectionFormat: tsv`.
    Tabs,
    /// `a|b`: `pipeDelimited`, `collectionFormat: pipes`.
    Pipes,
    /// `.a,b` in a path.
    Label,
    /// `.a.b` in a path.
    LabelExploded,
    /// `;name=a,b` in a path.
    Matrix,
    /// `;name=a;name=b` in a path.
    MatrixExploded,
    /// As it is, but for what no URL can hold (`x-ms-skip-url-encoding`, `allowReserved`).
    Raw,
}

/// Everything but RFC 3986's unreserved characters.
pub(super) const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What cannot stand in a path or query in any case.
const UNSENDABLE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'`')
    .add(b'{')
    .add(b'}');

impl ParameterStyle {
    /// The value as it goes into a URL.
    pub(super) fn encode<T: ToParameter + ?Sized>(self, name: &str, value: &T) -> String {
        let mut items = Vec::new();
        value.each_parameter(&mut |item| items.push(encoded(item)));
        let name = encoded(name);
        match self {
            Self::Commas => items.join(","),
            Self::Spaces => items.join("%20"),
            Self::Tabs => items.join("%09"),
            Self::Pipes => items.join("|"),
            Self::Label => format!(".{}", items.join(",")),
            Self::LabelExploded => items.iter().map(|item| format!(".{item}")).collect(),
            Self::Matrix => format!(";{name}={}", items.join(",")),
            Self::MatrixExploded => items.iter().map(|item| format!(";{name}={item}")).collect(),
            Self::Raw => utf8_percent_encode(&value.to_parameter(), UNSENDABLE).to_string(),
        }
    }
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// A parameter's value, encoded for a URL or not yet.
#[derive(Clone, PartialEq)]
pub(crate) enum ParameterText {
    Plain(String),
    Encoded(String),
}

impl ParameterText {
    /// The value as it was given.
    pub(crate) fn plain(&self) -> Option<&str> {
        match self {
            Self::Plain(text) => Some(text),
            Self::Encoded(_) => None,
        }
    }

    pub(crate) fn encoded(&self) -> Cow<'_, str> {
        match self {
            Self::Plain(text) => utf8_percent_encode(text, RESERVED).into(),
            Self::Encoded(text) => Cow::Borrowed(text),
        }
    }
}

/// The pairs of an object: `name[key]=value` with `deep`, else `key=value`; within the object lists repeat their name and
/// objects nest.
pub(super) fn object_pairs(name: &str, value: &Value, deep: bool, add: &mut dyn FnMut(String, &Value)) {
    let Value::Object(fields) = value else {
        return add(name.to_owned(), value);
    };
    for (key, field) in fields {
        let path = if deep { format!("{name}[{key}]") } else { key.clone() };
        match field {
            Value::Object(_) => object_pairs(&path, field, true, add),
            Value::Null => {}
            other => add(path, other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_encoded_and_delimiters_are_not() {
        let list = ["a,b", "c d", "ü"];
        for (style, expected) in [
            (ParameterStyle::Commas, "a%2Cb,c%20d,%C3%BC"),
            (ParameterStyle::Spaces, "a%2Cb%20c%20d%20%C3%BC"),
            (ParameterStyle::Tabs, "a%2Cb%09c%20d%09%C3%BC"),
            (ParameterStyle::Pipes, "a%2Cb|c%20d|%C3%BC"),
            (ParameterStyle::Label, ".a%2Cb,c%20d,%C3%BC"),
            (ParameterStyle::LabelExploded, ".a%2Cb.c%20d.%C3%BC"),
            (ParameterStyle::Matrix, ";n=a%2Cb,c%20d,%C3%BC"),
            (ParameterStyle::MatrixExploded, ";n=a%2Cb;n=c%20d;n=%C3%BC"),
        ] {
            assert_eq!(style.encode("n", list.as_slice()), expected);
        }
        assert_eq!(ParameterStyle::Raw.encode("n", "a/b?c&d%2F e"), "a/b?c&d%2F%20e");
    }

    #[test]
    fn objects_become_pairs() {
        let value = serde_json::json!({"a": 1, "b": {"c": "x", "n": null}, "d": [1, 2]});
        let pairs = |deep| {
            let mut pairs = Vec::new();
            object_pairs("o", &value, deep, &mut |name, value| {
                pairs.push(format!("{name}={value}"))
            });
            pairs
        };
        assert_eq!(pairs(true), ["o[a]=1", "o[b][c]=\"x\"", "o[d]=[1,2]"]);
        assert_eq!(pairs(false), ["a=1", "b[c]=\"x\"", "d=[1,2]"]);
    }
}
