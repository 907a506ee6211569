//! Schemas that no operation reaches are left out: nobody could send or get one. Their names are kept in
//! `x-unreachable`, so that a review sees what goes.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::Document;
use crate::keys::{RUST_TYPE, UNREACHABLE};
use crate::walk::{closure, references_in, schemas_mut};

/// See the module's documentation.
pub fn prune(document: &mut Document) -> usize {
    for (_, schema) in schemas_mut(&mut document.root) {
        // What the core crate has as a type is not made of the document's parts.
        if let Value::Object(schema) = schema
            && schema.contains_key(RUST_TYPE)
        {
            schema.retain(|key, _| ["type", "description", RUST_TYPE].contains(&key.as_str()));
        }
    }
    let mut used = Vec::new();
    if let Some(paths) = document.root.get("paths") {
        references_in(paths, &mut used);
    }
    let reached: HashSet<String> = closure(&document.root, used).into_iter().map(str::to_owned).collect();
    let mut unreachable = Vec::new();
    schemas_mut(&mut document.root).retain(|name, _| {
        let keep = reached.contains(name.as_str());
        if !keep {
            unreachable.push(name.clone());
        }
        keep
    });
    let count = unreachable.len();
    if let (Value::Object(root), true) = (&mut document.root, count > 0) {
        root.insert(UNREACHABLE.to_owned(), json!(unreachable));
    }
    count
}
