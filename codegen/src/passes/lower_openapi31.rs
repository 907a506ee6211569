//! OpenAPI 3.1 becomes 3.0.3.
//!
//! What 3.0 cannot express is taken out with a warning that names the place, never silently; what changes no data
//! (`$comment`, `examples` of a schema, definitions that nothing refers to) goes without one.

mod frame;
mod keywords;
mod nullability;
mod schema;
mod types;
mod unsupported;

use serde_json::Value;

use crate::document::{Dialect, Document};
use crate::error::Findings;
use crate::walk::grammar::is_newer;
use crate::walk::{items, walk_mut};

/// Lowers an OpenAPI 3.1 document to 3.0.3. Of one of 3.0 only the schemas that use keywords of 3.1 are lowered.
/// What cannot be expressed is a warning.
pub fn lower_openapi31(document: &mut Document) -> usize {
    if document.dialect == Dialect::Swagger20 {
        return 0;
    }
    let mut changed = 0;
    let newer = document.dialect == Dialect::OpenApi31;
    let Document { root, findings, .. } = document;
    let mut lower = Lower(findings);
    walk_mut(root, Dialect::OpenApi31, &mut |node| {
        let lowered = newer || node.kind.is_schema() && has_newer_keyword(node.value);
        if !lowered {
            return;
        }
        let before = node.value.clone();
        if node.kind.is_schema() {
            lower.schema(node.value, node.kind, node.pointer);
        } else {
            Lower::part(node.value, node.kind);
        }
        changed += usize::from(*node.value != before);
    });
    if let Value::Object(root) = root
        && (newer || root.contains_key("webhooks"))
    {
        lower.root(root);
    }
    document.dialect = Dialect::OpenApi30;
    changed + usize::from(newer)
}

/// What the parts of a document are lowered with.
struct Lower<'a>(&'a mut Findings);

/// Whether a schema says something that only OpenAPI 3.1 can.
fn has_newer_keyword(schema: &Value) -> bool {
    let Some(map) = schema.as_object() else {
        return schema.is_boolean();
    };
    let kind = map.get("type");
    // Beside a reference nothing counted before.
    map.contains_key("$ref") && map.len() > 1
        || kind.is_some_and(|kind| kind.is_array() || kind == "null")
        || ["exclusiveMinimum", "exclusiveMaximum"].iter().any(|key| map.get(*key).is_some_and(Value::is_number))
        || map.keys().any(|key| is_newer(key))
        // Their branches may have become `null` alone.
        || ["oneOf", "anyOf"].iter().any(|key| items(map.get(*key)).any(nullability::is_null))
}

#[cfg(test)]
mod tests;
