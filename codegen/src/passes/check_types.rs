//! Every part of a document has the form that its place asks for, and every type is one that there is.

mod keyword;
mod schema;

use serde_json::Value;

use crate::document::{Dialect, Document};
use crate::error::{Diagnostic, Error};
use crate::reference::join;
use crate::walk::grammar::{Shape, members};
use crate::walk::{Kind, Node, walk};

const PASS: &str = "check_types";

/// Checks forms and types, before or after a document is lifted; changes nothing.
///
/// A list without `items`, a parameter without a type, a `required` name without its property, a repeated or misfit
/// `enum` value and an unknown keyword are warnings.
///
/// # Errors
/// A part that is no object (or list, or map) where one must be; an unknown `type` or `in`; a keyword with a value of the
/// wrong kind; a document without `info` or `paths`.
pub fn check_types(document: &mut Document) -> Result<usize, Error> {
    let mut check = Check {
        dialect: document.dialect,
        file: &document.name,
        found: Vec::new(),
        warnings: Vec::new(),
    };
    check.frame(&document.root);
    walk(&document.root, document.dialect, &mut |node| check.node(&node));
    let (found, warnings) = (check.found, check.warnings);
    document.warnings.extend(warnings);
    Error::unless_empty(found)?;
    Ok(0)
}

struct Check<'a> {
    dialect: Dialect,
    file: &'a str,
    found: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
}

impl Check<'_> {
    fn report(&mut self, pointer: impl Into<String>, message: impl Into<String>) {
        self.found.push(Diagnostic::error(self.file, pointer, PASS, message));
    }

    fn warn(&mut self, pointer: impl Into<String>, message: impl Into<String>) {
        self.warnings
            .push(Diagnostic::warning(self.file, pointer, PASS, message));
    }

    fn frame(&mut self, root: &Value) {
        match root.get("info") {
            Some(Value::Object(info)) => {
                for key in ["title", "version"] {
                    if !info.get(key).is_some_and(Value::is_string) {
                        self.report("/info", format!("`{key}` must be a text"));
                    }
                }
            }
            Some(_) => self.report("/info", "must be an object"),
            None => self.report("", "no `info` with `title` and `version`"),
        }
        if root.get("paths").is_none() && self.dialect != Dialect::OpenApi31 {
            self.report("", "no `paths`");
        }
    }

    fn node(&mut self, node: &Node<'_, &Value>) {
        let &Node { kind, pointer, value } = node;
        let bool_allowed = kind == Kind::SchemaOrBool || kind == Kind::Schema && self.dialect == Dialect::OpenApi31;
        match value {
            Value::Object(_) => {}
            Value::Bool(_) if bool_allowed => return,
            other => {
                let message = format!("a {} must be an object, not {}", kind.name(), described(other));
                self.report(pointer, message);
                return;
            }
        }
        for &(key, shape, child) in members(kind, self.dialect) {
            let (fits, wanted) = match (value.get(key), shape) {
                (None, _) | (_, Shape::One | Shape::OneOrList) => continue,
                (Some(member), Shape::List) => (member.is_array(), "a list"),
                (Some(member), Shape::Map | Shape::MapBesideExtensions) => (member.is_object(), "a map"),
            };
            if !fits {
                self.report(join(pointer, key), format!("must be {wanted}, each a {}", child.name()));
            }
        }
        if value.get("$ref").is_some() && self.dialect != Dialect::OpenApi31 {
            // Whatever stands beside it counts for nothing here.
            return;
        }
        match kind {
            Kind::Schema | Kind::SchemaOrBool => self.schema(value, pointer),
            Kind::Items => self.typed(value, pointer, false),
            Kind::Header if self.dialect == Dialect::Swagger20 => self.typed(value, pointer, false),
            Kind::Parameter => self.parameter(value, pointer),
            _ => {}
        }
    }

    fn parameter(&mut self, parameter: &Value, pointer: &str) {
        let places: &[&str] = match self.dialect {
            Dialect::Swagger20 => &["path", "query", "header", "formData", "body"],
            Dialect::OpenApi30 | Dialect::OpenApi31 => &["path", "query", "header", "cookie"],
        };
        if parameter.get("$ref").is_some() {
            return;
        }
        let place = parameter.get("in");
        match place.and_then(Value::as_str) {
            Some(place) if places.contains(&place) => {}
            _ => self.report(
                join(pointer, "in"),
                format!(
                    "unknown `in: {}`: there are {}",
                    place.unwrap_or(&Value::Null),
                    places.join(", ")
                ),
            ),
        }
        for key in ["required", "deprecated", "allowEmptyValue", "explode"] {
            if parameter.get(key).is_some_and(|flag| !flag.is_boolean()) {
                self.report(join(pointer, key), "must be true or false");
            }
        }
        let place = place.and_then(Value::as_str).unwrap_or_default();
        if self.dialect != Dialect::Swagger20 {
            if parameter.get("schema").is_none() && parameter.get("content").is_none() {
                self.warn(pointer, "a parameter without `schema` or `content`; any value is taken");
            }
        } else if place == "body" {
            if parameter.get("schema").is_none() {
                self.warn(pointer, "a body without `schema`; any value is taken");
            }
        } else {
            if parameter.get("type").is_none() {
                self.warn(pointer, "a parameter without `type`; any value is taken");
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
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests;
