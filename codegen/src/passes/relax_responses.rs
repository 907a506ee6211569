//! What a document calls required in a response is not always sent. So in types that only come in responses, a
//! required field stays required where "absent" and "empty" mean the same (text, numbers, lists, maps, objects
//! that can be empty themselves), and becomes optional where an invented value would be a lie: booleans,
//! timestamps, enumerations, unions, and a type within itself.

use std::collections::HashSet;

use serde_json::Value;

use crate::Document;
use crate::keys::RUST_TYPE;
use crate::walk::{items, reached, reference, resolve, schema, schemas, schemas_mut, text};

/// See the module's documentation.
pub fn relax_responses(document: &mut Document) -> usize {
    let root = &document.root;
    let sent = crate::walk::sent(root);
    let only_responses: HashSet<&str> = schemas(root)
        .map(|(name, _)| name.as_str())
        .filter(|name| !sent.contains(*name))
        .collect();
    let stays_required = |name: &str, schema: &Value, field: &Value| {
        let field = field.as_str().and_then(|field| schema.get("properties")?.get(field));
        field.is_some_and(|field| can_be_empty(root, &only_responses, field) && !leads_back(root, name, field))
    };
    let mut relaxed: Vec<(String, Vec<Value>)> = Vec::new();
    let mut changes = 0;
    for (name, schema) in schemas(root).filter(|(name, _)| only_responses.contains(name.as_str())) {
        if let Some(Value::Array(required)) = schema.get("required") {
            let kept = required.iter().filter(|field| stays_required(name, schema, field));
            let kept: Vec<Value> = kept.cloned().collect();
            changes += required.len() - kept.len();
            relaxed.push((name.clone(), kept));
        }
    }
    let all = schemas_mut(&mut document.root);
    for (name, kept) in relaxed {
        all[&name]["required"] = Value::Array(kept);
    }
    changes
}

/// Whether a required field requires, directly or through others, a value of the type that it is in: no end of it
/// could ever be sent.
fn leads_back(root: &Value, owner: &str, field: &Value) -> bool {
    let all = reached(reference(field), |name, queue| {
        let Some(schema) = schema(root, name) else { return };
        let fields = items(schema.get("required")).filter_map(Value::as_str);
        let fields = fields.filter_map(|field| schema.get("properties")?.get(field));
        queue.extend(fields.filter_map(reference));
    });
    all.contains(owner)
}

fn can_be_empty(root: &Value, only_responses: &HashSet<&str>, field: &Value) -> bool {
    let target = resolve(root, field);
    if let Some(rust_type) = target.get(RUST_TYPE) {
        return text(rust_type, "path").ends_with("::EmbeddingVector");
    }
    if target.get("enum").is_some() || target.get("oneOf").is_some() || target.get("anyOf").is_some() {
        return false;
    }
    match reference(field) {
        // Its own required fields are relaxed as well, so that nothing in it must be there.
        Some(name) => only_responses.contains(name) && target.get("properties").is_some(),
        None => matches!(
            text(target, "type"),
            "string" | "integer" | "number" | "array" | "object"
        ),
    }
}
