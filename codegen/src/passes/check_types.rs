//! Every part of a document has the form that its place asks for, and every type is one that there is. What is not so
//! is mended with a warning, and that place degrades: the rest of the document is still worth a client.

mod format;
mod keyword;
mod schema;

use serde_json::{Map, Value, json};

use crate::document::{Dialect, Document};
use crate::error::Findings;
use crate::keys::ANY_VALUE;
use crate::reference::join;
use crate::walk::grammar::{Shape, fields};
use crate::walk::known::version_of;
use crate::walk::{Kind, Node, is_extension, text, walk_mut};

/// Mends forms and types, before a document is lifted. Returns the number of warnings.
pub fn check_types(document: &mut Document) -> usize {
    let before = document.findings.all().len();
    let mut check = Check {
        dialect: document.dialect,
        findings: &mut document.findings,
    };
    check.frame(&mut document.root);
    walk_mut(&mut document.root, document.dialect, &mut |node| check.node(node));
    document.findings.all().len() - before
}

struct Check<'a> {
    dialect: Dialect,
    findings: &'a mut Findings,
}

impl Check<'_> {
    /// Lets a schema stand for any JSON value, with a warning about it.
    fn any_value(&mut self, schema: &mut Map<String, Value>, at: &str, why: &str) {
        schema.shift_remove("type");
        schema.insert(ANY_VALUE.to_owned(), why.into());
        self.findings.warn(at, format!("{why}; any value is accepted"));
    }

    /// Removes a field, with a warning about it.
    fn drop(&mut self, map: &mut Map<String, Value>, key: &str, pointer: &str, message: impl Into<String>) {
        map.shift_remove(key);
        self.findings.warn(join(pointer, key), message);
    }

    fn frame(&mut self, root: &mut Value) {
        let Value::Object(root) = root else { return };
        let info = root.entry("info").or_insert_with(|| json!({}));
        if !info.is_object() {
            *info = json!({});
        }
        for (key, otherwise) in [("title", "The service"), ("version", "1")] {
            match &info[key] {
                Value::String(_) => {}
                other => {
                    let read = match other {
                        // Without quotes YAML reads 1.0 as a number.
                        Value::Number(number) => number.to_string(),
                        _ => otherwise.to_owned(),
                    };
                    self.findings
                        .warn("/info", format!("`{key}` must be a string; it is read as {read:?}"));
                    info[key] = json!(read);
                }
            }
        }
        if self.dialect != Dialect::OpenApi31 && !root.contains_key("paths") {
            self.findings.warn("", "no `paths`: the client has no operations");
            root.insert("paths".to_owned(), json!({}));
        }
    }

    fn node(&mut self, node: Node<'_, &mut Value>) {
        let Node { kind, pointer, value } = node;
        let map = match &mut *value {
            Value::Object(map) => map,
            Value::Bool(_) if kind.is_schema() => {
                if kind == Kind::Schema && self.dialect != Dialect::OpenApi31 {
                    self.findings
                        .warn(pointer, "a boolean as a schema is of OpenAPI 3.1; it is read as such");
                }
                return;
            }
            other => {
                let loss = if kind.is_schema() {
                    "any value is accepted"
                } else {
                    "it is read as an empty one"
                };
                let message = format!("{} must be an object, not {}; {loss}", kind.one(), described(other));
                self.findings.warn(pointer, message);
                *value = if kind.is_schema() {
                    json!({ ANY_VALUE: format!("the schema is {}", described(value)) })
                } else {
                    json!({})
                };
                return;
            }
        };
        for &(key, shape, child) in fields(kind, self.dialect) {
            let (fits, wanted) = match (map.get(key), shape) {
                (None, _) | (_, Shape::One | Shape::OneOrList) => continue,
                (Some(field), Shape::List) => (field.is_array(), "a list"),
                (Some(field), Shape::Map | Shape::MapBesideExtensions) => (field.is_object(), "a map"),
            };
            if !fits {
                let message = format!("must be {wanted}, each {}; it is ignored", child.one());
                self.drop(map, key, pointer, message);
            }
        }
        if map.get("$ref").is_some_and(|reference| !reference.is_string()) {
            self.drop(map, "$ref", pointer, "must be a string; it is ignored");
        }
        if map.contains_key("$ref") && !kind.can_refer() {
            self.drop(
                map,
                "$ref",
                pointer,
                format!("{} has no `$ref`; it has no effect", kind.one()),
            );
        }
        if map.contains_key("$ref") && self.dialect != Dialect::OpenApi31 {
            return self.beside_reference(map, kind, pointer);
        }
        self.unknown_fields(map, kind, pointer);
        match kind {
            Kind::Schema | Kind::SchemaOrBool => self.schema(map, pointer),
            Kind::Items => self.typed(map, pointer, false),
            Kind::Header if self.dialect == Dialect::Swagger20 => self.typed(map, pointer, false),
            Kind::Parameter => self.parameter(map, pointer),
            _ => {}
        }
    }

    /// Up to OpenAPI 3.0 nothing counts beside a reference, but people write what they mean there.
    fn beside_reference(&mut self, map: &Map<String, Value>, kind: Kind, pointer: &str) {
        const WORDS: [&str; 8] = [
            "$ref",
            "description",
            "title",
            "summary",
            "example",
            "examples",
            "externalDocs",
            "deprecated",
        ];
        let counts = |key: &str| !WORDS.contains(&key) && !is_extension(key);
        // On a path item others may stand.
        if kind == Kind::PathItem {
            return;
        }
        for key in map.keys().filter(|key| counts(key)) {
            let outcome = if kind.is_schema() {
                "is of OpenAPI 3.1; it is read as such"
            } else {
                "has no effect"
            };
            self.findings
                .warn(join(pointer, key), format!("`{key}` beside a `$ref` {outcome}"));
        }
    }

    /// A misspelt field would be lost without a word.
    fn unknown_fields(&mut self, map: &Map<String, Value>, kind: Kind, pointer: &str) {
        for key in map.keys().filter(|key| !is_extension(key) && *key != "$ref") {
            let outcome = match version_of(kind, key, self.dialect) {
                Some(version) if version == self.dialect => continue,
                Some(Dialect::OpenApi31) => format!("`{key}` is of OpenAPI 3.1; it is read as such"),
                _ => format!("{} has no `{key}`; it has no effect", kind.one()),
            };
            self.findings.warn(join(pointer, key), outcome);
        }
    }

    fn parameter(&mut self, parameter: &mut Map<String, Value>, pointer: &str) {
        if parameter.contains_key("$ref") {
            return;
        }
        self.words(parameter, &["name", "in"], pointer);
        self.flags(
            parameter,
            &["required", "deprecated", "allowEmptyValue", "explode"],
            pointer,
        );
        let place = text(parameter, "in").to_owned();
        if self.dialect != Dialect::Swagger20 {
            if !parameter.contains_key("schema") && !parameter.contains_key("content") {
                self.findings.warn(
                    pointer,
                    "a parameter without `schema` or `content`; any string is accepted",
                );
            }
        } else if place == "body" {
            if !parameter.contains_key("schema") {
                self.findings
                    .warn(pointer, "a body without `schema`; any value is accepted");
            }
        } else {
            if !parameter.contains_key("type") {
                self.findings
                    .warn(pointer, "a parameter without `type`; any string is accepted");
                parameter.insert(ANY_VALUE.to_owned(), json!("a parameter without `type`"));
            }
            self.typed(parameter, pointer, place == "formData");
        }
    }
}

/// A value's kind with its article.
fn described(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests;
