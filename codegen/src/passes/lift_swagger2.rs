//! Swagger 2.0 becomes OpenAPI 3.0.3.
//!
//! Bodies and form fields become request bodies, types move into schemas, `definitions` and the like become
//! components, hosts become servers.

mod lift;
mod operation;
mod parameter;
mod response;
mod schema;
mod security;
mod servers;

use serde_json::{Map, Value, json};

pub(super) use self::lift::Lift;
use crate::document::{Dialect, Document};
use crate::walk::{Kind, is_extension, walk_mut};

/// Lifts a Swagger 2.0 document to OpenAPI 3.0.3; others are left as they are.
///
/// The number of places is that of the operations and schemas lifted.
pub fn lift_swagger2(document: &mut Document) -> usize {
    if document.dialect != Dialect::Swagger20 {
        return 0;
    }
    let mut changed = 0;
    let Document { root, findings, .. } = document;
    let mut lift = Lift::new(root, findings);
    walk_mut(root, Dialect::Swagger20, &mut |node| {
        if node.kind.is_schema() || node.kind == Kind::Items {
            changed += 1;
            lift.schema(node.value, node.pointer);
        }
    });
    if let Value::Object(root) = root {
        let old = std::mem::take(root);
        *root = lift.root(old, &mut changed);
    }
    document.dialect = Dialect::OpenApi30;
    changed
}

impl Lift<'_> {
    fn root(&mut self, mut old: Map<String, Value>, changed: &mut usize) -> Map<String, Value> {
        let mut root = Map::new();
        root.insert("openapi".to_owned(), json!("3.0.3"));
        root.insert("info".to_owned(), old.shift_remove("info").unwrap_or_else(|| json!({})));
        let servers = old.shift_remove("servers").unwrap_or_else(|| self.servers(&old));
        root.insert("servers".to_owned(), servers);
        for key in ["security", "tags", "externalDocs"] {
            if let Some(value) = old.shift_remove(key) {
                root.insert(key.to_owned(), value);
            }
        }
        let mut paths = self.paths(old.shift_remove("paths"), "/paths", changed);
        // Paths that differ from another only in their query: Microsoft's extension.
        for (path, item) in self.paths(old.shift_remove("x-ms-paths"), "/x-ms-paths", changed) {
            if paths.contains_key(&path) {
                let pointer = crate::reference::join("/x-ms-paths", &path);
                self.findings
                    .warn(pointer, "the path is in `paths` as well, which is used");
                continue;
            }
            paths.insert(path, item);
        }
        root.insert("paths".to_owned(), Value::Object(paths));
        let components = self.components(&mut old);
        root.insert("components".to_owned(), Value::Object(components));
        for key in [
            "swagger",
            "host",
            "basePath",
            "schemes",
            "consumes",
            "produces",
            "x-ms-parameterized-host",
        ] {
            old.shift_remove(key);
        }
        for (key, value) in old {
            if is_extension(&key) {
                root.insert(key, value);
            } else {
                self.findings.warn(
                    crate::reference::join("", &key),
                    format!("`{key}` is not part of Swagger 2.0; it is dropped"),
                );
            }
        }
        root
    }

    fn components(&mut self, old: &mut Map<String, Value>) -> Map<String, Value> {
        let mut components = match old.shift_remove("components") {
            Some(Value::Object(components)) => components,
            _ => Map::new(),
        };
        if let Some(definitions) = old.shift_remove("definitions") {
            add(&mut components, "schemas", definitions);
        }
        if let Some(Value::Object(schemes)) = old.shift_remove("securityDefinitions") {
            add(&mut components, "securitySchemes", self.security_schemes(schemes));
        }
        components
    }

    pub(in crate::passes) fn security_schemes(&mut self, schemes: Map<String, Value>) -> Value {
        let lifted = schemes.into_iter().map(|(name, scheme)| {
            let pointer = crate::reference::join("/securityDefinitions", &name);
            let scheme = self.security_scheme(scheme, &pointer);
            (name, scheme)
        });
        Value::Object(lifted.collect())
    }
}

/// Adds what a section does not have yet.
pub(super) fn add(components: &mut Map<String, Value>, section: &str, more: Value) {
    match (components.get_mut(section), more) {
        (Some(Value::Object(section)), Value::Object(more)) => {
            for (name, value) in more {
                section.entry(name).or_insert(value);
            }
        }
        (_, more) => drop(components.insert(section.to_owned(), more)),
    }
}

#[cfg(test)]
mod tests;
