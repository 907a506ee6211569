//! Enumerations of strings keep their values, with what `x-ms-enum` says of each; `null` among the values means
//! that it may be absent; enumerations of anything else become plain values that say in words what is allowed.

use serde_json::{Map, Value};

use crate::keys::{DESCRIPTIONS, SCHEMA_NAME};
use crate::walk::{all_mut, describe, items, text};
use crate::words::code;
use crate::{Diagnostic, Document, Error};

/// See the module's documentation.
///
/// # Errors
/// None.
pub fn enums(document: &mut Document) -> Result<usize, Error> {
    let mut changes = 0;
    let mut warnings = Vec::new();
    all_mut(&mut document.root, &mut |pointer, schema| {
        let Value::Object(schema) = schema else {
            return;
        };
        let mut warn = |message: String| {
            warnings.push(Diagnostic::warning(&document.name, pointer, "enums", message));
        };
        changes += usize::from(rewrite(schema, &mut warn));
    });
    document.warnings.append(&mut warnings);
    Ok(changes)
}

fn rewrite(schema: &mut Map<String, Value>, warn: &mut dyn FnMut(String)) -> bool {
    let Some(Value::Array(mut values)) = schema.shift_remove("enum") else {
        schema.shift_remove("x-ms-enum");
        return false;
    };
    let all = values.len();
    values.retain(|value| !value.is_null());
    if values.len() < all {
        schema.insert("nullable".to_owned(), Value::Bool(true));
    }
    let names: Vec<String> = values.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    if names.len() != values.len() || names.is_empty() {
        let list: Vec<String> = values.iter().map(|value| code(&value.to_string())).collect();
        describe(schema, &format!("One of {}.", list.join(", ")));
        schema.shift_remove("x-ms-enum");
        return true;
    }
    let mut unique: indexmap::IndexSet<String> = indexmap::IndexSet::new();
    for name in names {
        match unique.iter().find(|other| other.eq_ignore_ascii_case(&name)) {
            Some(other) if *other != name => {
                warn(format!(
                    "{name:?} and {other:?} differ in case alone: both are taken as {other:?}"
                ));
            }
            Some(_) => {}
            None => drop(unique.insert(name)),
        }
    }
    let annotation = schema.shift_remove("x-ms-enum");
    let described: Map<String, Value> = items(annotation.as_ref().and_then(|enumeration| enumeration.get("values")))
        .filter(|value| unique.contains(text(value, "value")))
        .filter_map(|value| {
            let description = value.get("description")?.clone();
            Some((text(value, "value").to_owned(), description))
        })
        .collect();
    let name = annotation
        .as_ref()
        .map(|annotation| text(annotation, "name"))
        .unwrap_or_default();
    if !name.is_empty() && !schema.contains_key(SCHEMA_NAME) {
        schema.insert(SCHEMA_NAME.to_owned(), Value::from(name));
    }
    schema.insert("type".to_owned(), Value::from("string"));
    schema.shift_remove("format");
    schema.insert(
        "enum".to_owned(),
        Value::Array(unique.into_iter().map(Value::String).collect()),
    );
    if !described.is_empty() {
        schema.insert(DESCRIPTIONS.to_owned(), Value::Object(described));
    }
    true
}
