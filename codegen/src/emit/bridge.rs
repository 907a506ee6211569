//! The document in words that progenitor takes.

use serde_json::{Map, Value, json};

use super::{operation_name, parameter_name, property_name};
use crate::keys::{BODY, RESPONSE};
use crate::walk::{SCHEMAS, all_mut, operations_mut, schemas_mut, text};

/// The document as far as it concerns types: operations and parameters under plain names, bodies and answers
/// only where they are JSON.
pub(super) fn bridge(root: &Value) -> Value {
    let mut bridged = root.clone();
    let mut index = 0;
    let mut paths = Map::new();
    operations_mut(&mut bridged, |path, method, operation| {
        let mut plain = Map::new();
        plain.insert("operationId".to_owned(), json!(operation_name(index)));
        let mut template = path.to_owned();
        let mut parameters = Vec::new();
        let list = operation.get("parameters").and_then(Value::as_array);
        for (position, parameter) in list.into_iter().flatten().enumerate() {
            let (old, new) = (text(parameter, "name"), parameter_name(position));
            if text(parameter, "in") == "path" {
                template = template.replace(&format!("{{{old}}}"), &format!("{{{new}}}"));
            }
            parameters.push(json!({
                "name": new,
                "in": parameter.get("in"),
                "required": parameter.get("required").unwrap_or(&json!(false)),
                "schema": parameter.get("schema"),
            }));
        }
        plain.insert("parameters".to_owned(), Value::Array(parameters));
        if let Some(schema) = json_body(operation) {
            let body = json!({ "required": true, "content": { "application/json": { "schema": schema } } });
            plain.insert("requestBody".to_owned(), body);
        }
        let mut success = json!({ "description": "" });
        if matches!(
            operation.get(RESPONSE).and_then(Value::as_str),
            Some("json" | "json-or-text")
        ) && let Some(content) = operation.get("responses").and_then(|all| all.pointer("/200/content"))
        {
            success["content"] = content.clone();
        }
        plain.insert("responses".to_owned(), json!({ "200": success }));
        // A path of its own, so that no two operations can be in each other's way.
        let path = format!("/{}{template}", operation_name(index));
        paths.insert(path, json!({ method: plain }));
        index += 1;
    });
    for (_, schema) in schemas_mut(&mut bridged).iter_mut() {
        if let Some(schema) = schema.as_object_mut() {
            schema.shift_remove("discriminator");
        }
    }
    all_mut(&mut bridged, &mut |_, schema| {
        if let Some(schema) = schema.as_object_mut() {
            plain_names(schema);
        }
    });
    json!({
        "openapi": "3.0.3",
        "info": { "title": "", "version": "" },
        "paths": paths,
        "components": { "schemas": bridged.pointer(SCHEMAS).cloned().unwrap_or_else(|| json!({})) },
    })
}

/// The schema of a body that is JSON or a form.
fn json_body(operation: &Map<String, Value>) -> Option<Value> {
    let media_type = match operation.get(BODY)?.as_str()? {
        "json" => "application~1json",
        "form" => "multipart~1form-data",
        _ => return None,
    };
    let pointer = format!("/content/{media_type}/schema");
    operation.get("requestBody")?.pointer(&pointer).cloned()
}

/// Properties and values under names that cannot be in each other's way: what they are called is told by the document.
fn plain_names(schema: &mut Map<String, Value>) {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        let names: Vec<String> = properties.keys().cloned().collect();
        let plain = std::mem::take(properties).into_iter().enumerate();
        *properties = plain
            .map(|(index, (_, property))| (property_name(index), property))
            .collect();
        if let Some(Value::Array(required)) = schema.get_mut("required") {
            let places = names
                .iter()
                .enumerate()
                .filter(|(_, name)| required.contains(&json!(name)));
            *required = places.map(|(index, _)| json!(property_name(index))).collect();
        }
        // Fields beside the named ones are always kept, in `extra`.
        schema.shift_remove("additionalProperties");
    }
    if schema.get("additionalProperties") == Some(&json!(false)) {
        // An object that is always empty is kept as it comes as well.
        schema.shift_remove("additionalProperties");
    }
    if let Some(Value::Array(values)) = schema.get_mut("enum") {
        *values = (0..values.len()).map(|index| json!(format!("V{index}"))).collect();
    }
}
