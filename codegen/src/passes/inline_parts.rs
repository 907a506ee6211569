//! Shared parameters, request bodies, responses and headers into the operations that use them, so that every
//! later pass finds an operation whole. Parameters of a path item go to each of its operations.

use serde_json::{Map, Value};

use crate::Document;
use crate::walk::{METHODS, members_mut};

/// See the module's documentation.
pub fn inline_parts(document: &mut Document) -> usize {
    let components = document.root.get("components").cloned().unwrap_or_default();
    let mut changes = 0;
    for (_, item) in members_mut(document.root.get_mut("paths")) {
        let Value::Object(item) = item else { continue };
        let shared = item.shift_remove("parameters").unwrap_or_default();
        for (method, operation) in item.iter_mut() {
            let (true, Value::Object(operation)) = (METHODS.contains(&method.as_str()), operation) else {
                continue;
            };
            changes += inline_parameters(operation, &shared, &components);
            if let Some(body) = operation.get_mut("requestBody") {
                changes += inline(body, &components);
            }
            for (_, response) in members_mut(operation.get_mut("responses")) {
                changes += inline(response, &components);
                for (_, header) in members_mut(response.get_mut("headers")) {
                    changes += inline(header, &components);
                }
            }
        }
    }
    if let Some(Value::Object(components)) = document.root.get_mut("components") {
        components.retain(|section, _| section == "schemas" || section == "securitySchemes");
    }
    changes
}

/// The path's parameters first, as its template has them; the operation's own win over those of the same name and place.
fn inline_parameters(operation: &mut Map<String, Value>, shared: &Value, components: &Value) -> usize {
    let mut changes = 0;
    let mut own = match operation.shift_remove("parameters") {
        Some(Value::Array(list)) => list,
        _ => Vec::new(),
    };
    for parameter in &mut own {
        changes += inline(parameter, components);
    }
    let mut all = Vec::new();
    for parameter in shared.as_array().into_iter().flatten() {
        let mut parameter = parameter.clone();
        inline(&mut parameter, components);
        let same = |other: &Value| other.get("name") == parameter.get("name") && other.get("in") == parameter.get("in");
        if !own.iter().any(same) {
            all.push(parameter);
            changes += 1;
        }
    }
    all.append(&mut own);
    if !all.is_empty() {
        operation.insert("parameters".to_owned(), Value::Array(all));
    }
    changes
}

fn inline(part: &mut Value, components: &Value) -> usize {
    let mut changes = 0;
    // A reference may lead to a reference; a circle was refused before.
    while let Some(target) = part
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|target| target.strip_prefix("#/components"))
        .and_then(|pointer| components.pointer(pointer))
    {
        *part = target.clone();
        changes += 1;
        if changes > 64 {
            break;
        }
    }
    changes
}
