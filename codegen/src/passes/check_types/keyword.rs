//! Which values a keyword can have, and which keywords there are.

use serde_json::Value;

use super::Check;
use crate::document::Dialect;
use crate::reference::join;
use crate::walk::grammar::members;
use crate::walk::{Kind, is_extension};

/// What a keyword's value must be.
#[derive(Clone, Copy)]
enum Form {
    Text,
    Flag,
    Count,
    Number,
    /// A flag up to OpenAPI 3.0, a number from 3.1.
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

/// Further ones of JSON Schema 2020-12 that hold no schemas.
const NEWER: [&str; 15] = [
    "const",
    "contentEncoding",
    "contentMediaType",
    "minContains",
    "maxContains",
    "dependentRequired",
    "dependencies",
    "$id",
    "$schema",
    "$anchor",
    "$dynamicAnchor",
    "$dynamicRef",
    "$recursiveAnchor",
    "$recursiveRef",
    "$vocabulary",
];

impl Check<'_> {
    pub(super) fn keyword_forms(&mut self, schema: &Value, pointer: &str) {
        for (key, form) in KEYWORDS {
            let Some(value) = schema.get(key) else {
                continue;
            };
            let flags = self.dialect != Dialect::OpenApi31;
            let (fits, wanted) = match form {
                Form::Text => (value.is_string(), "a text"),
                Form::Bound if flags => (value.is_boolean(), "true or false"),
                Form::Flag => (value.is_boolean(), "true or false"),
                Form::Count => (value.is_u64(), "a whole number, not negative"),
                Form::Number | Form::Bound => (value.is_number(), "a number"),
                Form::Free => continue,
            };
            if !fits {
                self.report(join(pointer, key), format!("`{key}` must be {wanted}, not {value}"));
            }
        }
    }

    /// A misspelt keyword would be lost without a word.
    pub(super) fn unknown_keywords(&mut self, schema: &Value, pointer: &str) {
        for key in schema.as_object().into_iter().flatten().map(|(key, _)| key) {
            let known = KEYWORDS.iter().any(|(name, _)| name == key)
                || members(Kind::Schema, self.dialect).iter().any(|(name, ..)| name == key)
                || self.dialect == Dialect::OpenApi31 && NEWER.contains(&key.as_str())
                || is_extension(key);
            if !known {
                self.warn(join(pointer, key), format!("unknown keyword `{key}`; it has no effect"));
            }
        }
    }
}
