//! Parameters in the forms that are generated: a simple value, a list sent as a repeated name, a list with commas. What cannot
//! be sent is taken off with a warning, and where it is required the operation with it.

use serde_json::{Map, Value, json};

use crate::keys::{JOINED, RUST_TYPE};
use crate::walk::{join, operations, resolve, text};
use crate::{Diagnostic, Document, Error};

const PASS: &str = "parameters";

/// See the module's documentation.
///
/// # Errors
/// None.
pub fn parameters(document: &mut Document) -> Result<usize, Error> {
    let root = document.root.clone();
    let mut changes = 0;
    for operation in operations(&root) {
        let pointer = operation.pointer();
        let mut kept = Vec::new();
        let mut skip = false;
        let list = operation.value.get("parameters").and_then(Value::as_array);
        for parameter in list.into_iter().flatten() {
            let mut parameter = parameter.clone();
            match simplify(&root, &mut parameter) {
                Ok(changed) => {
                    changes += usize::from(changed);
                    kept.push(parameter);
                }
                Err(why) => {
                    changes += 1;
                    let name = text(&parameter, "name");
                    let required = parameter.get("required") == Some(&json!(true));
                    skip |= required;
                    let consequence = if required { "the operation" } else { "the parameter" };
                    document.warnings.push(Diagnostic::warning(
                        &document.name,
                        // Its own place is not known any more: it may have been the path's, or a shared one.
                        &pointer,
                        PASS,
                        format!("the parameter `{name}`: {why}; {consequence} is left out"),
                    ));
                }
            }
        }
        let item = document
            .root
            .pointer_mut(&join("/paths", operation.path))
            .and_then(Value::as_object_mut);
        let Some(item) = item else { continue };
        if skip {
            item.shift_remove(operation.method);
        } else if let Some(Value::Object(operation)) = item.get_mut(operation.method) {
            set(operation, kept);
        }
    }
    Ok(changes)
}

fn set(operation: &mut Map<String, Value>, kept: Vec<Value>) {
    if kept.is_empty() {
        operation.shift_remove("parameters");
    } else {
        operation.insert("parameters".to_owned(), Value::Array(kept));
    }
}

fn simplify(root: &Value, parameter: &mut Value) -> Result<bool, String> {
    let place = text(parameter, "in").to_owned();
    let Some(parameter) = parameter.as_object_mut() else {
        return Err("it is no object".to_owned());
    };
    if place == "cookie" {
        return Err("cookies are not sent".to_owned());
    }
    let mut changed = false;
    if parameter.contains_key("content") {
        return Err("a parameter with a media type of its own is not supported".to_owned());
    }
    if !parameter.contains_key("schema") {
        parameter.insert("schema".to_owned(), json!({ "type": "string" }));
        changed = true;
    }
    let style = parameter.shift_remove("style");
    let explode = parameter.shift_remove("explode");
    changed |= style.is_some() || explode.is_some();
    let schema = resolve(root, parameter.get("schema").unwrap_or(&Value::Null)).clone();
    let kind = text(&schema, "type");
    if kind == "object" || schema.get("properties").is_some() {
        return Err("an object as a parameter is not supported".to_owned());
    }
    if kind == "array" {
        let style = style.as_ref().and_then(Value::as_str);
        let known = match place.as_str() {
            "query" => matches!(style, None | Some("form")),
            _ => matches!(style, None | Some("simple")),
        };
        if !known {
            let style = style.unwrap_or_default();
            return Err(format!("a list in the style `{style}` is not supported"));
        }
        if place == "query" && explode == Some(json!(false)) {
            parameter.insert(JOINED.to_owned(), json!(true));
        }
        let inner = resolve(root, schema.get("items").unwrap_or(&Value::Null));
        if matches!(text(inner, "type"), "object" | "array") || inner.get("properties").is_some() {
            return Err("a list of lists or objects as a parameter is not supported".to_owned());
        }
    }
    // A value whose shape is open, or one of several, is sent as the text that the caller gives.
    if let Some(schema) = parameter.get_mut("schema") {
        changed |= as_text(root, schema);
        if let Some(items) = schema.get_mut("items") {
            changed |= as_text(root, items);
        }
    }
    Ok(changed)
}

fn as_text(root: &Value, schema: &mut Value) -> bool {
    let shape = resolve(root, schema);
    let is_open = ["oneOf", "anyOf", "allOf"].iter().any(|key| shape.get(key).is_some())
        || text(shape, "type").is_empty() && shape.get("enum").is_none();
    let is_bytes = text(&shape[RUST_TYPE], "path").ends_with("::Base64Bytes") || text(shape, "format") == "binary";
    if is_open || is_bytes {
        *schema = json!({ "type": "string", "description": text(schema, "description") });
    }
    is_open || is_bytes
}
