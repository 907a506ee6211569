//! Paths, operations and their parameters are consistent.

mod parameters;
mod path;

use std::collections::HashMap;

use serde_json::{Map, Value};

use self::path::Template;
use crate::document::{Dialect, Document};
use crate::error::{Diagnostic, Error};
use crate::reference::join;
use crate::walk::{grammar::methods, is_extension};

const PASS: &str = "check_operations";

/// Checks paths and operations, before or after a document is lifted. An operation without an `operationId` gets one made
/// from its method and path, with a warning; the number of those is given.
///
/// # Errors
/// Two operations with one id; two paths that differ only in the names of their parameters; a broken path template; a
/// parameter in the template that is not declared, or the other way round; a path parameter that is not required; two
/// parameters of one name and place; an unknown method or status.
pub fn check_operations(document: &mut Document) -> Result<usize, Error> {
    let mut check = Check {
        document,
        ids: HashMap::new(),
        templates: HashMap::new(),
        nameless: Vec::new(),
        found: Vec::new(),
        warnings: Vec::new(),
    };
    let sections: &[&str] = match check.document.dialect {
        Dialect::Swagger20 => &["paths", "x-ms-paths"],
        Dialect::OpenApi30 | Dialect::OpenApi31 => &["paths"],
    };
    for section in sections {
        let paths = check.document.root.get(section).and_then(Value::as_object);
        for (path, item) in paths.into_iter().flatten() {
            if !is_extension(path) {
                check.path(path, item, &join(&join("", section), path));
            }
        }
    }
    let nameless = check.name_the_nameless();
    let (found, warnings) = (check.found, check.warnings);
    let count = nameless.len();
    for (pointer, id) in nameless {
        if let Some(Value::Object(operation)) = document.root.pointer_mut(&pointer) {
            document.warnings.push(Diagnostic::warning(
                &document.name,
                pointer,
                PASS,
                format!("no `operationId`: it is called {id:?}"),
            ));
            operation.insert("operationId".to_owned(), Value::String(id));
        }
    }
    document.warnings.extend(warnings);
    Error::unless_empty(found)?;
    Ok(count)
}

struct Check<'a> {
    document: &'a Document,
    /// Where each operation id was seen first.
    ids: HashMap<&'a str, String>,
    /// The path that has each shape, parameters left out.
    templates: HashMap<String, &'a str>,
    /// Operations without an id: pointer, and what their id is to be.
    nameless: Vec<(String, String)>,
    found: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
}

impl<'a> Check<'a> {
    fn report(&mut self, pointer: impl Into<String>, message: impl Into<String>) {
        self.found.push(self.document.error(pointer, PASS, message));
    }

    fn warn(&mut self, pointer: impl Into<String>, message: impl Into<String>) {
        let file = &self.document.name;
        self.warnings.push(Diagnostic::warning(file, pointer, PASS, message));
    }

    fn path(&mut self, path: &'a str, item: &'a Value, pointer: &str) {
        let template = match Template::parse(path) {
            Ok(template) => template,
            Err(message) => {
                self.report(pointer, message);
                return;
            }
        };
        if let Some(other) = self.templates.insert(template.shape.clone(), path) {
            self.report(
                pointer,
                format!("the same path as {other:?} but for the names of its parameters"),
            );
        }
        let Some(item) = item.as_object() else { return };
        self.methods(item, pointer);
        let common = self.parameter_list(item.get("parameters"), pointer);
        self.unused_parameters(&common, &template);
        for &method in methods(self.document.dialect) {
            if let Some(Value::Object(operation)) = item.get(method) {
                let at = join(pointer, method);
                self.operation(operation, &at, method, path);
                let own = self.parameter_list(operation.get("parameters"), &at);
                self.unused_parameters(&own, &template);
                self.undeclared_parameters(&[&common, &own], &template, &at);
            }
        }
    }

    fn methods(&mut self, item: &Map<String, Value>, pointer: &str) {
        const OTHERS: [&str; 5] = ["parameters", "$ref", "summary", "description", "servers"];
        let methods = methods(self.document.dialect);
        for key in item.keys() {
            let known = methods.contains(&key.as_str()) || OTHERS.contains(&key.as_str());
            if !known && !is_extension(key) {
                self.report(
                    join(pointer, key),
                    format!("unknown method {key:?}: there are {}", methods.join(", ")),
                );
            }
        }
    }

    fn operation(&mut self, operation: &'a Map<String, Value>, pointer: &str, method: &str, path: &str) {
        match operation.get("operationId") {
            Some(Value::String(id)) if !id.trim().is_empty() => {
                if let Some(first) = self.ids.get(id.as_str()) {
                    let message = format!("a second operation with the id {id:?}: the first is #{first}");
                    self.report(join(pointer, "operationId"), message);
                } else {
                    self.ids.insert(id, pointer.to_owned());
                }
            }
            Some(_) => self.report(join(pointer, "operationId"), "must be a text with something in it"),
            None => self.nameless.push((pointer.to_owned(), path::made_up_id(method, path))),
        }
        self.responses(operation.get("responses"), pointer);
        if operation.contains_key("callbacks") {
            self.warn(
                join(pointer, "callbacks"),
                "what the service calls in return is no part of a client; nothing is generated for it",
            );
        }
    }

    fn responses(&mut self, responses: Option<&Value>, pointer: &str) {
        let dialect = self.document.dialect;
        let at = join(pointer, "responses");
        let Some(Value::Object(responses)) = responses else {
            if dialect != Dialect::OpenApi31 {
                self.report(at, "an operation needs `responses`");
            }
            return;
        };
        for status in responses.keys() {
            let known = match status.as_bytes() {
                b"default" => true,
                [b'1'..=b'5', b'X', b'X'] => dialect != Dialect::Swagger20,
                [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'] => true,
                _ => is_extension(status),
            };
            if !known {
                self.report(join(&at, status), format!("unknown status {status:?}"));
            }
        }
    }

    /// Made-up ids, none of which is taken.
    fn name_the_nameless(&mut self) -> Vec<(String, String)> {
        let mut named: Vec<(String, String)> = Vec::new();
        for (pointer, made_up) in std::mem::take(&mut self.nameless) {
            let mut id = made_up.clone();
            let mut number = 2;
            while self.ids.contains_key(id.as_str()) || named.iter().any(|(_, other)| *other == id) {
                id = format!("{made_up}{number}");
                number += 1;
            }
            named.push((pointer, id));
        }
        named
    }
}

#[cfg(test)]
mod tests;
