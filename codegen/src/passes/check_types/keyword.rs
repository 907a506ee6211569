//! Which values a keyword can have, and which keywords there are.

use serde_json::{Map, Value, json};

use super::Check;
use crate::document::Dialect;
use crate::reference::join;
use crate::walk::grammar::{holds_schemas, is_newer};
use crate::walk::is_extension;

/// What a keyword's value must be.
#[derive(Clone, Copy)]
enum Form {
    Text,
    Flag,
    Count,
    Number,
    /// A flag up to OpenAPI 3.0, a number from 3.1; each is read as the other.
    Bound,
    /// Looked at elsewhere, or anything.
    Free,
}

const KEYWORDS: [(&str, Form); 32] = [
    ("type", Form::Free),
    ("format", Form::Text),
    ("title", Form::Text),
    ("description", Form::Text),
    ("pattern", Form::Text),
    ("nullable", Form::Flag),
    ("x-nullable", Form::Flag),
    ("readOnly", Form::Flag),
    ("writeOnly", Form::Flag),
    ("deprecated", Form::Flag),
    ("uniqueItems", Form::Flag),
    ("minLength", Form::Count),
    ("maxLength", Form::Count),
    ("minItems", Form::Count),
    ("maxItems", Form::Count),
    ("minProperties", Form::Count),
    ("maxProperties", Form::Count),
    ("minimum", Form::Number),
    ("maximum", Form::Number),
    ("multipleOf", Form::Number),
    ("exclusiveMinimum", Form::Bound),
    ("exclusiveMaximum", Form::Bound),
    ("required", Form::Free),
    ("enum", Form::Free),
    ("default", Form::Free),
    ("example", Form::Free),
    ("discriminator", Form::Free),
    ("externalDocs", Form::Free),
    ("xml", Form::Free),
    ("$ref", Form::Free),
    // Not a keyword of Swagger 2.0 or OpenAPI 3.0 schemas, but often seen and without effect.
    ("examples", Form::Free),
    ("$comment", Form::Text),
];

/// Keywords that Swagger 2.0 does not have, but for unions, which it has no other way to say.
const OF_OPENAPI3: [&str; 4] = ["not", "nullable", "writeOnly", "deprecated"];

impl Check<'_> {
    pub(super) fn keyword_forms(&mut self, schema: &mut Map<String, Value>, pointer: &str) {
        for (key, form) in KEYWORDS {
            match form {
                Form::Free => {}
                Form::Bound => self.bound(schema, key, pointer),
                form => self.form(schema, key, form, pointer),
            }
        }
    }

    pub(super) fn flags(&mut self, holder: &mut Map<String, Value>, keys: &[&str], pointer: &str) {
        for key in keys {
            self.form(holder, key, Form::Flag, pointer);
        }
    }

    pub(super) fn words(&mut self, holder: &mut Map<String, Value>, keys: &[&str], pointer: &str) {
        for key in keys {
            self.form(holder, key, Form::Text, pointer);
        }
    }

    /// A value of the wrong kind is read as the right one where it says the same, and else left out.
    fn form(&mut self, schema: &mut Map<String, Value>, key: &str, form: Form, pointer: &str) {
        let Some(value) = schema.get_mut(key) else { return };
        let (fits, wanted) = match form {
            Form::Text => (value.is_string(), "a string"),
            Form::Flag => (value.is_boolean(), "true or false"),
            Form::Count => (value.is_u64(), "a whole number, not negative"),
            Form::Number | Form::Bound => (value.is_number(), "a number"),
            Form::Free => return,
        };
        if fits {
            return;
        }
        let read = match (form, &*value) {
            (Form::Text, Value::Number(_) | Value::Bool(_)) => Some(json!(value.to_string())),
            // YAML 1.1 has more words for it.
            (Form::Flag, Value::String(text)) => match text.to_ascii_lowercase().as_str() {
                "true" | "yes" | "on" | "y" => Some(json!(true)),
                "false" | "no" | "off" | "n" => Some(json!(false)),
                _ => None,
            },
            (Form::Count, Value::String(text)) => text.parse::<u64>().ok().map(Value::from),
            (Form::Count, Value::Number(number)) => number
                .as_f64()
                .filter(|n| n.fract() == 0.0 && *n >= 0.0)
                .map(|n| json!(n as u64)),
            (Form::Number, Value::String(text)) => text.parse::<f64>().ok().map(Value::from),
            _ => None,
        };
        let message = format!("`{key}` must be {wanted}, not {value}; it is ");
        match read.filter(|read| !read.is_null()) {
            Some(read) => {
                self.findings
                    .warn(join(pointer, key), format!("{message}read as {read}"));
                *value = read;
            }
            None => self.drop(schema, key, pointer, format!("{message}ignored")),
        }
    }

    /// `exclusiveMinimum` is a flag beside `minimum` up to OpenAPI 3.0, and a bound of its own from 3.1.
    fn bound(&mut self, schema: &mut Map<String, Value>, key: &str, pointer: &str) {
        let inclusive = if key == "exclusiveMinimum" {
            "minimum"
        } else {
            "maximum"
        };
        let newer = self.dialect == Dialect::OpenApi31;
        match schema.get(key) {
            Some(Value::Bool(flag)) if newer => {
                let flag = *flag;
                self.findings.warn(
                    join(pointer, key),
                    format!("`{key}: {flag}` is of OpenAPI 3.0; it is read as such"),
                );
                schema.shift_remove(key);
                if flag && let Some(bound) = schema.shift_remove(inclusive) {
                    schema.insert(key.to_owned(), bound);
                }
            }
            Some(Value::Number(_)) if !newer => {
                // Lowered with the other keywords of OpenAPI 3.1.
                self.findings.warn(
                    join(pointer, key),
                    format!("a number as `{key}` is of OpenAPI 3.1; it is read as such"),
                );
            }
            Some(Value::Bool(_) | Value::Number(_)) | None => {}
            Some(other) => {
                let message = format!("`{key}` must be a bound, not {other}; it is ignored");
                self.drop(schema, key, pointer, message);
            }
        }
    }

    /// A misspelled keyword would be lost without a word.
    pub(super) fn unknown_keywords(&mut self, schema: &Map<String, Value>, pointer: &str) {
        for key in schema.keys() {
            let other = match self.dialect {
                Dialect::Swagger20 if OF_OPENAPI3.contains(&key.as_str()) => Some("3"),
                Dialect::OpenApi31 if key == "nullable" => Some("3.0"),
                _ => None,
            };
            if let Some(version) = other {
                let message = format!("the keyword `{key}` is of OpenAPI {version}; it is read as such");
                self.findings.warn(join(pointer, key), message);
                continue;
            }
            let is_plain = KEYWORDS.iter().any(|(name, _)| name == key) || holds_schemas(key) || is_extension(key);
            match (is_newer(key), self.dialect) {
                (true, Dialect::OpenApi31) => {}
                (true, _) => self.findings.warn(
                    join(pointer, key),
                    format!("the keyword `{key}` is of OpenAPI 3.1; it is read as such"),
                ),
                (false, _) if is_plain => {}
                (false, _) => self
                    .findings
                    .warn(join(pointer, key), format!("unknown keyword `{key}`; it has no effect")),
            }
        }
    }
}
