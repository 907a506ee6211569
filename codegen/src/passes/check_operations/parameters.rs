//! Parameters against the template of their path, and against each other.

use serde_json::Value;

use super::Check;
use super::path::Template;
use crate::reference::{follow, join};

/// A declared parameter.
pub(super) struct Declared<'a> {
    pointer: String,
    name: &'a str,
    place: &'a str,
}

impl<'a> Check<'a> {
    /// The parameters of a path or an operation, references followed.
    pub(super) fn parameter_list(&mut self, list: Option<&'a Value>, pointer: &str) -> Vec<Declared<'a>> {
        let base = join(pointer, "parameters");
        let mut declared: Vec<Declared<'a>> = Vec::new();
        for (index, parameter) in list.and_then(Value::as_array).into_iter().flatten().enumerate() {
            let pointer = join(&base, &index.to_string());
            // Broken references are reported with the references.
            let Some(parameter) = follow(&self.document.root, parameter) else {
                continue;
            };
            let (Some(name), Some(place)) = (
                parameter.get("name").and_then(Value::as_str),
                parameter.get("in").and_then(Value::as_str),
            ) else {
                self.report(pointer, "a parameter needs a `name` and an `in`");
                continue;
            };
            if let Some(first) = declared.iter().find(|other| (other.name, other.place) == (name, place)) {
                let message = format!(
                    "a second parameter {name:?} in {place}: the first is #{}",
                    first.pointer
                );
                self.report(&pointer, message);
            }
            if place == "path" && parameter.get("required") != Some(&Value::Bool(true)) {
                self.report(
                    &pointer,
                    format!("the path parameter {name:?} must be `required: true`"),
                );
            }
            declared.push(Declared { pointer, name, place });
        }
        declared
    }

    pub(super) fn unused_parameters(&mut self, declared: &[Declared<'_>], template: &Template) {
        for parameter in declared.iter().filter(|parameter| parameter.place == "path") {
            if !template.names.iter().any(|name| name == parameter.name) {
                let message = format!("the path parameter {:?} is not in the path", parameter.name);
                self.report(&parameter.pointer, message);
            }
        }
    }

    pub(super) fn undeclared_parameters(&mut self, declared: &[&[Declared<'_>]], template: &Template, pointer: &str) {
        for name in &template.names {
            let known = declared
                .iter()
                .flat_map(|list| list.iter())
                .any(|parameter| parameter.place == "path" && parameter.name == name);
            if !known {
                self.report(pointer, format!("the path parameter {name:?} is not declared"));
            }
        }
    }
}
