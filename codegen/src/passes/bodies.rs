//! One request body an operation: JSON, a multipart form, or bytes with a media type (`x-body`). The parts of a
//! form that are files become `FilePart`s.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::formats::core;
use super::responses::{essence, is_json};
use crate::keys::{BODY, FORM, RUST_TYPE};
use crate::naming::unique;
use crate::walk::{join, members, members_mut, operations, reference, reference_to, references_in, schemas_mut, text};
use crate::{Diagnostic, Document, Error};

const PASS: &str = "bodies";

/// See the module's documentation.
///
/// # Errors
/// None: an operation whose body cannot be sent is left out, with a warning.
pub fn bodies(document: &mut Document) -> Result<usize, Error> {
    let root = document.root.clone();
    let uses = Uses::of(&root);
    let mut changes = 0;
    for operation in operations(&root) {
        let Some(body) = operation.value.get("requestBody") else {
            continue;
        };
        changes += 1;
        let pointer = format!("{}/requestBody", operation.pointer());
        let result = one_body(document, &uses, &pointer, body);
        let item = document.root.pointer_mut(&join("/paths", operation.path));
        let Some(Value::Object(item)) = item else {
            continue;
        };
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

fn one_body(document: &mut Document, uses: &Uses<'_>, pointer: &str, body: &Value) -> Result<(String, Value), String> {
    let media_types: Vec<(String, &Value)> = members(body.get("content"))
        .map(|(name, value)| (essence(name), value))
        .collect();
    let find = |wanted: &dyn Fn(&str) -> bool| media_types.iter().find(|(name, _)| wanted(name));
    let required = body.get("required") == Some(&json!(true));
    if body.get("required") == Some(&json!(false)) {
        document.warn(
            pointer,
            PASS,
            "a body that can be left out; the method always sends one",
        );
    }
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
        let name = form_schema(document, uses, pointer, form)?;
        return Ok(("form".to_owned(), with("multipart/form-data", reference_to(&name))));
    }
    match media_types.first() {
        Some((name, media_type)) => {
            let is_structured = media_type.get("schema").is_some_and(|schema| {
                reference(schema).is_some() || matches!(text(schema, "type"), "object" | "array")
            });
            if is_structured {
                let why = format!("`{name}` is sent as bytes that the caller makes: its schema is not generated");
                document.warn(pointer, PASS, why);
            }
            let bytes = json!({ "type": "string", "format": "binary" });
            Ok((name.clone(), with(name, bytes)))
        }
        None => Err("the body has no content".to_owned()),
    }
}

/// The name of the schema of a form, a copy of its own where it serves other purposes too.
fn form_schema(document: &mut Document, uses: &Uses<'_>, pointer: &str, media_type: &Value) -> Result<String, String> {
    // A repeated name is how lists are sent.
    let is_special = |encoding: &Value| {
        members(Some(encoding)).any(|(key, value)| match key.as_str() {
            "style" => *value != json!("form"),
            "explode" => *value != json!(true),
            _ => true,
        })
    };
    if members(media_type.get("encoding")).any(|(_, encoding)| is_special(encoding)) {
        document.warnings.push(Diagnostic::warning(
            &document.name,
            pointer,
            PASS,
            "`encoding` of form fields is not read: files are sent as such, all else as text",
        ));
    }
    let schema = media_type.get("schema").unwrap_or(&Value::Null);
    let name = reference(schema).ok_or("a form whose schema is no object")?.to_owned();
    let all = schemas_mut(&mut document.root);
    let Some(Value::Object(mut body)) = all.get(&name).cloned() else {
        return Err("a form whose schema is no object".to_owned());
    };
    if body.get("properties").is_none() {
        return Err("a form whose schema is no object with fields".to_owned());
    }
    let is_shared = body.get(FORM).is_none() && uses.beside_forms(&name);
    make_form(&mut body);
    let name = if is_shared {
        // A copy that was made for another operation serves this one, too.
        unique(format!("{name}Form"), |name| {
            all.get(name).is_some_and(|schema| schema.as_object() != Some(&body))
        })
    } else {
        name
    };
    all.insert(name.clone(), Value::Object(body));
    Ok(name)
}

/// How often each schema is used, in all and by forms.
struct Uses<'a> {
    all: HashMap<&'a str, usize>,
    forms: HashMap<&'a str, usize>,
}

impl<'a> Uses<'a> {
    fn of(root: &'a Value) -> Self {
        let mut found = Vec::new();
        references_in(root, &mut found);
        let forms = operations(root).into_iter().filter_map(|operation| {
            reference(
                operation
                    .value
                    .pointer("/requestBody/content/multipart~1form-data/schema")?,
            )
        });
        Self {
            all: count(found),
            forms: count(forms),
        }
    }

    /// Whether a schema is used by anything but forms.
    fn beside_forms(&self, name: &str) -> bool {
        self.all.get(name) > self.forms.get(name)
    }
}

fn count<'a>(names: impl IntoIterator<Item = &'a str>) -> HashMap<&'a str, usize> {
    let mut counts = HashMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts
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
            part.insert(RUST_TYPE.to_owned(), core("FilePart"));
        }
    }
}
