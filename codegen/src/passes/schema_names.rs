//! Component schemas under the names that their Rust types get: `AzureAISearchIndex` → `AzureAiSearchIndex`, and
//! `Option` → `OptionModel`.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use crate::Document;
use crate::keys::{ORIGINAL_NAME, RUST_TYPE};
use crate::naming::{pascal, type_name, unique};
use crate::walk::{fields_mut, schemas_mut};

const PREFIX: &str = "#/components/schemas/";

/// See the module's documentation.
pub fn schema_names(document: &mut Document) -> usize {
    let schemas = std::mem::take(schemas_mut(&mut document.root));
    let mut renamed = HashMap::new();
    let mut result = Map::new();
    // What is a type of the core crate takes nobody's place: it keeps the name of that type.
    let name_of = |name: &str, schema: &Value| match schema.get(RUST_TYPE) {
        Some(_) => pascal(name),
        None => type_name(name),
    };
    // Names that stay come first, so that they keep their names.
    let mut taken: HashSet<String> = schemas
        .iter()
        .filter(|(name, schema)| name_of(name, schema) == **name)
        .map(|(name, _)| name.clone())
        .collect();
    for (name, schema) in &schemas {
        let wanted = name_of(name, schema);
        if wanted != *name {
            let new = unique(wanted, |candidate| taken.contains(candidate));
            taken.insert(new.clone());
            renamed.insert(name.clone(), new);
        }
    }
    for (name, schema) in schemas {
        let mut schema = schema;
        match (renamed.get(&name), &mut schema) {
            (Some(new), Value::Object(named)) => {
                // A discriminator's values are the names that the document gives.
                named.insert(ORIGINAL_NAME.to_owned(), Value::from(name));
                result.insert(new.clone(), schema);
            }
            (Some(new), _) => drop(result.insert(new.clone(), schema)),
            (None, _) => drop(result.insert(name, schema)),
        }
    }
    *schemas_mut(&mut document.root) = result;
    if !renamed.is_empty() {
        rename(&mut document.root, &renamed);
    }
    renamed.len()
}

/// In every string that refers to a schema: `$ref`s and the targets of a discriminator's mapping.
fn rename(value: &mut Value, renamed: &HashMap<String, String>) {
    match value {
        Value::String(text) => {
            if let Some(name) = text.strip_prefix(PREFIX) {
                let decoded = percent_encoding::percent_decode_str(name).decode_utf8_lossy();
                let decoded = decoded.replace("~1", "/").replace("~0", "~");
                if let Some(new) = renamed.get(&decoded) {
                    *text = format!("{PREFIX}{new}");
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|item| rename(item, renamed)),
        Value::Object(map) => {
            // The targets of a discriminator's mapping can be names alone.
            for (_, target) in fields_mut(map.get_mut("discriminator").and_then(|tag| tag.get_mut("mapping"))) {
                if let Some(new) = target.as_str().and_then(|name| renamed.get(name)) {
                    *target = Value::from(new.as_str());
                }
            }
            map.values_mut().for_each(|field| rename(field, renamed));
        }
        _ => {}
    }
}
