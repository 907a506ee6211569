//! Styles of parameters: how lists and values that are not plain text go into paths, queries and cookies.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::value::ToParameter;

/// How a parameter is serialized, by the style table of the OpenAPI Specification. Items of a list are encoded one by one,
/// the delimiters between them are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterStyle {
    /// `a,b`: lists in paths, `collectionFormat: csv`, and `form` without `explode`. An object as `key,value`.
    Commas,
    /// As [`Commas`](Self::Commas), but for an object, which is `key=value,key=value`.
    CommasExploded,
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
    /// JSON text, of an object or list.
    Json,
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
            Self::Commas | Self::CommasExploded => items.join(","),
            Self::Spaces => items.join("%20"),
            Self::Tabs => items.join("%09"),
            Self::Pipes => items.join("|"),
            Self::Label => format!(".{}", items.join(",")),
            Self::LabelExploded => items.iter().map(|item| format!(".{item}")).collect(),
            Self::Matrix => format!(";{name}={}", items.join(",")),
            Self::MatrixExploded => items.iter().map(|item| format!(";{name}={item}")).collect(),
            Self::Json => encoded(&value.to_parameter()),
            Self::Raw => utf8_percent_encode(&value.to_parameter(), UNSENDABLE).to_string(),
        }
    }
}

impl ParameterStyle {
    /// An object, or a list as JSON, each key and value escaped. Fields that are `null` are left out.
    pub(super) fn encode_object(self, name: &str, value: &Value, escaped: fn(&str) -> String) -> String {
        let Value::Object(fields) = value else {
            return match self {
                Self::Json => escaped(&value.to_string()),
                _ => escaped(&value.to_parameter()),
            };
        };
        let pairs = fields.iter().filter(|(_, field)| !field.is_null());
        let joined = |between: &str, delimiter: &str| {
            let pairs =
                pairs.map(|(key, field)| format!("{}{between}{}", escaped(key), escaped(&field.to_parameter())));
            pairs.collect::<Vec<_>>().join(delimiter)
        };
        match self {
            Self::Json => escaped(&value.to_string()),
            Self::Commas => joined(",", ","),
            Self::CommasExploded => joined("=", ","),
            Self::Spaces => joined("%20", "%20"),
            Self::Tabs => joined("%09", "%09"),
            Self::Pipes => joined("|", "|"),
            Self::Label => format!(".{}", joined(",", ",")),
            Self::LabelExploded => format!(".{}", joined("=", ".")),
            Self::Matrix => format!(";{}={}", escaped(name), joined(",", ",")),
            Self::MatrixExploded => format!(";{}", joined("=", ";")),
            Self::Raw => joined(",", ","),
        }
    }
}

pub(super) fn encoded(text: &str) -> String {
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
    fn objects_have_the_form_of_the_style_table() {
        let color = serde_json::json!({"R": 100, "G,": "a b", "none": null, "B": 0.5});
        for (style, expected) in [
            (ParameterStyle::Commas, "R,100,G%2C,a%20b,B,0.5"),
            (ParameterStyle::CommasExploded, "R=100,G%2C=a%20b,B=0.5"),
            (ParameterStyle::Label, ".R,100,G%2C,a%20b,B,0.5"),
            (ParameterStyle::LabelExploded, ".R=100.G%2C=a%20b.B=0.5"),
            (ParameterStyle::Matrix, ";color=R,100,G%2C,a%20b,B,0.5"),
            (ParameterStyle::MatrixExploded, ";R=100;G%2C=a%20b;B=0.5"),
            (ParameterStyle::Spaces, "R%20100%20G%2C%20a%20b%20B%200.5"),
            (ParameterStyle::Pipes, "R|100|G%2C|a%20b|B|0.5"),
            (
                ParameterStyle::Json,
                "%7B%22R%22%3A100%2C%22G%2C%22%3A%22a%20b%22%2C%22none%22%3Anull%2C%22B%22%3A0.5%7D",
            ),
        ] {
            assert_eq!(style.encode_object("color", &color, encoded), expected, "{style:?}");
        }
        assert_eq!(
            ParameterStyle::Commas.encode_object("x", &color, str::to_owned),
            "R,100,G,,a b,B,0.5"
        );
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
