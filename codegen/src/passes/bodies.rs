//! One request body an operation: JSON, a multipart form, or bytes with a media type (`x-body`). The parts of a
//! form that are files become `FilePart`s.

use serde_json::{Map, Value, json};

use super::answers::{essence, is_json};
use super::formats::core;
use crate::walk::{
    join, members, members_mut, operations, reference, reference_to, references_in, schemas, schemas_mut, text,
};
use crate::naming::unique;
use crate::{Diagnostic, Document, Error};

/// Where an operation says what its body is: `json`, `form`, or a media type of bytes.
pub const BODY: &str = "x-body";

/// Marks a schema that is sent as a form.
pub const FORM: &str = "x-form";

const PASS: &str = "bodies";

/// See the module's documentation.
///
/// # Errors
/// None: an operation whose body cannot be sent is left out, with a warning.
pub fn bodies(document: &mut Document) -> Result<usize, Error> {
    let root = document.root.clone();
    let mut changes = 0;
    for operation in operations(&root) {
        let Some(body) = operation.value.get("requestBody") else { continue };
        changes += 1;
        let pointer = format!("{}/requestBody", operation.pointer());
        let result = one_body(document, &pointer, body);
        let item = document.root.pointer_mut(&join("/paths", operation.path));
        let Some(Value::Object(item)) = item else { continue };
        match result {
            Ok((kind, body)) => {
                if let Some(Value::Object(operation)) = item.get_mut(operation.method) {
                    operation.insert("requestBody".to_owned(), body);
                    operation.insert(BODY.to_owned(), json!(kind));
                }
            }
            Err(why) => {
                item.shift_remove(operation.method);
                let why = format!("{why}; the operation is left out");
                document.warn(pointer, PASS, why);
            }
        }
    }
    Ok(changes)
}

fn one_body(document: &mut Document, pointer: &str, body: &Value) -> Result<(String, Value), String> {
    let media_types: Vec<(String, &Value)> =
        members(body.get("content")).map(|(name, value)| (essence(name), value)).collect();
    let find = |wanted: &dyn Fn(&str) -> bool| media_types.iter().find(|(name, _)| wanted(name));
    let required = body.get("required") == Some(&json!(true));
    let description = text(body, "description");
    let with = |media_type: &str, schema: Value| {
        json!({
            "description": description,
            "required": required,
            "content": { media_type: { "schema": schema } },
        })
    };
    if let Some((_, json)) = find(&is_json) {
        let schema = json.get("schema").cloned().unwrap_or_else(|| json!({}));
        return Ok(("json".to_owned(), with("application/json", schema)));
    }
    if let Some((_, form)) = find(&|name| name == "multipart/form-data") {
        let name = form_schema(document, pointer, form)?;
        return Ok(("form".to_owned(), with("multipart/form-data", reference_to(&name))));
    }
    match media_types.first() {
        Some((name, _)) if name == "application/x-www-form-urlencoded" => {
            Err(format!("`{name}` is not supported"))
        }
        Some((name, _)) => {
            let bytes = json!({ "type": "string", "format": "binary" });
            Ok((name.clone(), with(name, bytes)))
        }
        None => Err("the body has no content".to_owned()),
    }
}

/// The name of the schema of a form, a copy of its own where it serves other purposes too.
fn form_schema(document: &mut Document, pointer: &str, media_type: &Value) -> Result<String, String> {
    if media_type.get("encoding").is_some() {
        document.warnings.push(Diagnostic::warning(
            &document.name,
            pointer,
            PASS,
            "`encoding` of form fields is not read: files are sent as such, all else as text",
        ));
    }
    let schema = media_type.get("schema").unwrap_or(&Value::Null);
    let name = reference(schema).ok_or("a form whose schema is no object")?.to_owned();
    let body = schemas(&document.root)
        .find(|(other, _)| **other == name)
        .map(|(_, schema)| schema.clone())
        .unwrap_or_default();
    let Value::Object(mut body) = body else {
        return Err("a form whose schema is no object".to_owned());
    };
    if body.get("properties").is_none() {
        return Err("a form whose schema is no object with fields".to_owned());
    }
    let name = if body.get(FORM).is_none() && used_elsewhere(&document.root, &name) {
        unique(format!("{name}Form"), |name| {
            schemas(&document.root).any(|(other, _)| other == name)
        })
    } else {
        name
    };
    make_form(&mut body);
    schemas_mut(&mut document.root).insert(name.clone(), Value::Object(body));
    Ok(name)
}

/// Whether a schema is used by more than one place.
fn used_elsewhere(root: &Value, name: &str) -> bool {
    let mut found = Vec::new();
    references_in(root, &mut found);
    found.iter().filter(|other| **other == name).count() > 1
}

fn make_form(schema: &mut Map<String, Value>) {
    schema.insert(FORM.to_owned(), json!(true));
    for (_, property) in members_mut(schema.get_mut("properties")) {
        let is_file = |schema: &Value| text(schema, "format") == "binary";
        let part = if is_file(property) {
            Some(&mut *property)
        } else {
            property.get_mut("items").filter(|items| is_file(items))
        };
        if let Some(Value::Object(part)) = part {
            part.insert("x-rust-type".to_owned(), core("FilePart"));
        }
    }
}
