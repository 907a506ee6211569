//! Component schemas under the names that their Rust types get: `AzureAISearchIndex` → `AzureAiSearchIndex`, and
//! `Option` → `OptionModel`.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::naming::{type_name, unique};
use crate::walk::schemas_mut;
use crate::{Document, Error};

const PREFIX: &str = "#/components/schemas/";

/// See the module's documentation.
///
/// # Errors
/// None: two names that become one get a number.
pub fn schema_names(document: &mut Document) -> Result<usize, Error> {
    let schemas = std::mem::take(schemas_mut(&mut document.root));
    let mut renamed = HashMap::new();
    let mut result = Map::new();
    // Names that stay come first, so that they keep their names.
    let (kept, changed): (Vec<_>, Vec<_>) =
        schemas.iter().map(|(name, _)| name.clone()).partition(|name| type_name(name) == *name);
    for name in changed {
        let taken = |candidate: &str| {
            kept.iter().any(|other| other == candidate)
                || renamed.values().any(|other| other == candidate)
        };
        let new = unique(type_name(&name), taken);
        renamed.insert(name, new);
    }
    for (name, schema) in schemas {
        let name = renamed.get(&name).cloned().unwrap_or(name);
        result.insert(name, schema);
    }
    *schemas_mut(&mut document.root) = result;
    if !renamed.is_empty() {
        rename(&mut document.root, &renamed);
    }
    Ok(renamed.len())
}

/// In every string that refers to a schema: `$ref`s and the targets of a discriminator's mapping.
fn rename(value: &mut Value, renamed: &HashMap<String, String>) {
    match value {
        Value::String(text) => {
            if let Some(name) = text.strip_prefix(PREFIX) {
                let decoded = name.replace("~1", "/").replace("~0", "~");
                if let Some(new) = renamed.get(&decoded) {
                    *text = format!("{PREFIX}{new}");
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|item| rename(item, renamed)),
        Value::Object(map) => map.values_mut().for_each(|member| rename(member, renamed)),
        _ => {}
    }
}
