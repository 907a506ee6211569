//! An enumeration of one value is not a choice: a required one becomes a value that is set by itself
//! (`"type": "function"`), an optional one a plain value. Nobody has to name the only possible value, and
//! another one is not an error when it comes.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::Document;
use crate::keys::{CONSTANT, ONLY, SCHEMA_NAME};
use crate::walk::{all_mut, describe, fields_mut, items, kind_of, only_value, plain, reference, resolve, schemas};
use crate::words::code;

/// See the module's documentation.
pub fn constants(document: &mut Document) -> usize {
    // The values of named constants as they are before any of them is changed.
    let root = &document.root;
    let constants = schemas(root).filter_map(|(name, schema)| {
        let only = only_value(resolve(root, schema))?;
        Some((name.clone(), only.clone()))
    });
    let constants: HashMap<String, Value> = constants.collect();
    let mut changes = 0;
    all_mut(&mut document.root, &mut |_, schema| {
        let required: Vec<String> = items(schema.get("required"))
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
        for (name, property) in fields_mut(schema.get_mut("properties")) {
            let is_required = required.contains(name);
            let name = reference(property);
            let named = name.is_some();
            let Some(only) = name
                .map_or_else(|| only_value(property), |name| constants.get(name))
                .cloned()
            else {
                continue;
            };
            let Value::Object(property) = property else {
                continue;
            };
            if property.contains_key(CONSTANT) || (named && !is_required) {
                continue;
            }
            if named {
                if let Some(reference) = property.shift_remove("$ref") {
                    property.insert("allOf".to_owned(), json!([{ "$ref": reference }]));
                }
            } else if property.contains_key("x-ms-enum") {
                // The service gave it a name: it means to add values.
                if !is_required {
                    continue;
                }
            } else {
                property.shift_remove("enum");
                property.shift_remove(SCHEMA_NAME);
                describe(property, &format!("Always {}.", code(&plain(&only))));
                if !only.is_string() {
                    property.insert("type".to_owned(), json!(kind_of(&only)));
                }
                if only.is_u64() && !only.is_i64() {
                    property.insert("format".to_owned(), json!("uint64"));
                }
            }
            // An optional one still distinguishes the variants of a union.
            let key = if is_required { CONSTANT } else { ONLY };
            property.insert(key.to_owned(), only);
            changes += 1;
        }
    });
    changes
}
