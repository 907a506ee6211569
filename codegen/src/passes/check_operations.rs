//! Paths, operations and their parameters are consistent. What is not is mended with a warning; what has no meaning
//! is left out with one.

mod parameters;
mod path;

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use self::path::Template;
use crate::document::{Dialect, Document};
use crate::error::Findings;
use crate::reference::join;
use crate::walk::grammar::methods;
use crate::walk::{is_extension, items, text};

/// Mends paths and operations, before a document is lifted. Returns the number of warnings.
pub fn check_operations(document: &mut Document) -> usize {
    let sections: &[&str] = match document.dialect {
        Dialect::Swagger20 => &["paths", "x-ms-paths"],
        Dialect::OpenApi30 | Dialect::OpenApi31 => &["paths"],
    };
    let before = document.findings.all().len();
    let Document {
        root,
        findings,
        dialect,
    } = document;
    let mut check = Check {
        root,
        dialect: *dialect,
        findings,
        ids: HashMap::new(),
        templates: HashMap::new(),
        nameless: Vec::new(),
    };
    let mut mended = Vec::new();
    for section in sections {
        let Some(Value::Object(paths)) = check.root.get(section) else {
            continue;
        };
        let mut paths = paths.clone();
        paths.retain(|path, item| is_extension(path) || check.path(path, item, &join(&join("", section), path)));
        // A path is below the server's, with or without its slash.
        if paths.keys().any(|path| !path.starts_with('/') && !is_extension(path)) {
            let mut rooted = Map::new();
            for (path, item) in paths {
                let wanted = if is_extension(&path) {
                    path.clone()
                } else {
                    path::rooted(path.clone())
                };
                if rooted.contains_key(&wanted) {
                    check.findings.warn(
                        join(&join("", section), &path),
                        format!("a second path {wanted:?}, which is left out"),
                    );
                } else {
                    rooted.insert(wanted, item);
                }
            }
            paths = rooted;
        }
        mended.push((*section, paths));
    }
    check.tags();
    let nameless = check.name_the_nameless();
    for (section, paths) in mended {
        root[section] = Value::Object(paths);
    }
    for (pointer, id) in nameless {
        if let Some(Value::Object(operation)) = root.pointer_mut(&pointer) {
            operation.insert("operationId".to_owned(), Value::String(id));
        }
    }
    findings.all().len() - before
}

struct Check<'a> {
    root: &'a Value,
    dialect: Dialect,
    findings: &'a mut Findings,
    /// Where each `operationId` was first seen.
    ids: HashMap<String, String>,
    /// The first path of each shape.
    templates: HashMap<String, String>,
    /// Operations without an id of their own, with the id that is made for them.
    nameless: Vec<(String, String)>,
}

impl Check<'_> {
    fn tags(&mut self) {
        let mut seen = HashSet::new();
        for (index, tag) in items(self.root.get("tags")).enumerate() {
            let name = text(tag, "name");
            if name.is_empty() {
                let message = "a tag has a `name`; this one is ignored";
                self.findings.warn(format!("/tags/{index}"), message);
            } else if !seen.insert(name) {
                let message = format!("a second tag {name:?}: the first one's description is used");
                self.findings.warn(format!("/tags/{index}"), message);
            }
        }
    }

    /// Whether the path is one.
    fn path(&mut self, path: &str, item: &mut Value, pointer: &str) -> bool {
        let template = match Template::parse(path) {
            Ok(template) => template,
            Err(message) => {
                self.findings.warn(pointer, format!("{message}; the path is left out"));
                return false;
            }
        };
        if !path.starts_with('/') {
            self.findings
                .warn(pointer, "a path begins with `/`; it is read as if it did");
        }
        if path.contains('#') {
            self.findings.warn(
                pointer,
                "what follows `#` is not part of a request: it is left out of the URL",
            );
        }
        if let Some(other) = self.templates.insert(template.shape.clone(), path.to_owned()) {
            let message =
                format!("differs from {other:?} in the names of parameters alone; the operations distinguish them");
            self.findings.warn(pointer, message);
        }
        let rooted = join(
            &pointer[..pointer.rfind('/').unwrap_or_default()],
            &path::rooted(path.to_owned()),
        );
        let Some(item) = item.as_object_mut() else { return true };
        self.methods(item, pointer);
        let common = self.parameters(item, pointer, &template);
        for &method in methods(self.dialect) {
            if let Some(Value::Object(operation)) = item.get_mut(method) {
                let at = join(pointer, method);
                self.operation(operation, &at, &join(&rooted, method), (method, path));
                let own = self.parameters(operation, &at, &template);
                self.declare_the_rest(operation, &common, &own, &template, &at);
            }
        }
        true
    }

    fn methods(&mut self, item: &mut Map<String, Value>, pointer: &str) {
        const OTHERS: [&str; 5] = ["parameters", "$ref", "summary", "description", "servers"];
        let methods = methods(self.dialect);
        let unknown: Vec<String> = item
            .keys()
            .filter(|key| !methods.contains(&key.as_str()) && !OTHERS.contains(&key.as_str()) && !is_extension(key))
            .cloned()
            .collect();
        for key in unknown {
            item.shift_remove(&key);
            let message = format!(
                "unknown method {key:?}, which is left out: there are {}",
                methods.join(", ")
            );
            self.findings.warn(join(pointer, &key), message);
        }
    }

    fn operation(
        &mut self,
        operation: &mut Map<String, Value>,
        pointer: &str,
        rooted: &str,
        (method, path): (&str, &str),
    ) {
        let made_up = path::made_up_id(method, path);
        match operation.get("operationId") {
            Some(Value::String(id)) if !id.trim().is_empty() => match self.ids.get(id) {
                Some(first) => {
                    let message =
                        format!("a second operation with the id {id:?}, it is given another: the first is #{first}");
                    let wanted = id.clone();
                    self.findings.warn(join(pointer, "operationId"), message);
                    self.nameless.push((rooted.to_owned(), wanted));
                }
                None => drop(self.ids.insert(id.clone(), pointer.to_owned())),
            },
            _ => self.nameless.push((rooted.to_owned(), made_up)),
        }
        self.operation_tags(operation, pointer);
        self.responses(operation, pointer);
        if operation.contains_key("callbacks") {
            self.findings.warn(
                join(pointer, "callbacks"),
                "callbacks are not generated: a client receives no requests",
            );
            operation.shift_remove("callbacks");
        }
    }

    fn operation_tags(&mut self, operation: &mut Map<String, Value>, pointer: &str) {
        let at = join(pointer, "tags");
        match operation.get("tags") {
            None | Some(Value::Array(_)) => {}
            Some(Value::String(tag)) => {
                self.findings
                    .warn(&at, format!("`tags` must be a list; it is read as [{tag:?}]"));
                let tags = json!([tag]);
                operation.insert("tags".to_owned(), tags);
            }
            Some(_) => {
                operation.shift_remove("tags");
                self.findings
                    .warn(&at, "`tags` must be a list of names; the operation belongs to none");
            }
        }
        let tags = operation.get_mut("tags").and_then(Value::as_array_mut);
        for (index, tag) in tags.into_iter().flatten().enumerate() {
            if !tag.is_string() {
                let message = format!("a tag must be a string, not {tag}; it is read as one");
                self.findings.warn(format!("{at}/{index}"), message);
                *tag = json!(tag.to_string());
            }
        }
    }

    fn responses(&mut self, operation: &mut Map<String, Value>, pointer: &str) {
        let at = join(pointer, "responses");
        let dialect = self.dialect;
        let Some(Value::Object(responses)) = operation.get_mut("responses") else {
            if dialect != Dialect::OpenApi31 {
                self.findings
                    .warn(at, "an operation without `responses`: nothing is read of a success");
            }
            operation.insert("responses".to_owned(), json!({}));
            return;
        };
        let unknown: Vec<String> = responses.keys().filter(|status| !is_status(status)).cloned().collect();
        for status in unknown {
            responses.shift_remove(&status);
            self.findings.warn(
                join(&at, &status),
                format!("unknown status {status:?}, which is left out"),
            );
        }
    }

    /// Made-up ids, none of which is taken.
    fn name_the_nameless(&mut self) -> Vec<(String, String)> {
        let mut named: Vec<(String, String)> = Vec::new();
        let mut made: HashSet<String> = HashSet::new();
        for (pointer, wanted) in std::mem::take(&mut self.nameless) {
            let id = crate::naming::unique(wanted, |id| self.ids.contains_key(id) || made.contains(id));
            self.findings.warn(
                &pointer,
                format!("the operation has no id of its own: it is called {id:?}"),
            );
            made.insert(id.clone());
            named.push((pointer, id));
        }
        named
    }
}

fn is_status(status: &str) -> bool {
    match status.as_bytes() {
        b"default" => true,
        [b'1'..=b'5', b'X' | b'x', b'X' | b'x'] => true,
        [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'] => true,
        _ => is_extension(status),
    }
}

#[cfg(test)]
mod tests;
