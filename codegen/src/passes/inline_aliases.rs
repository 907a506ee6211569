//! A component schema that only gives another name to a type (a string, a list, a map, any value, another schema)
//! goes to where it is used: a type of its own would have to be wrapped and unwrapped.

use std::collections::HashSet;

use serde_json::{Map, Value};

use crate::walk::{all_mut, closure, members, reference, schemas, schemas_mut};
use crate::{Document, Error};

/// See the module's documentation.
///
/// # Errors
/// None: an alias that contains itself stays.
pub fn inline_aliases(document: &mut Document) -> Result<usize, Error> {
    let recursive: HashSet<String> = schemas(&document.root)
        .filter(|(name, schema)| {
            let mut inner = Vec::new();
            crate::walk::references_in(schema, &mut inner);
            is_alias(schema) && closure(&document.root, inner).contains(name.as_str())
        })
        .map(|(name, _)| name.clone())
        .collect();
    let aliases: Map<String, Value> = schemas(&document.root)
        .filter(|(name, schema)| is_alias(schema) && !recursive.contains(*name))
        .map(|(name, schema)| (name.clone(), schema.clone()))
        .collect();
    let mut changes = 0;
    // An alias can hold another alias: round by round, one level deeper.
    for _ in 0..32 {
        let mut inlined = 0;
        all_mut(&mut document.root, &mut |_, schema| {
            if let Some(alias) = reference(schema).and_then(|name| aliases.get(name)) {
                *schema = with_own_words(alias, schema);
                inlined += 1;
            }
        });
        changes += inlined;
        if inlined == 0 {
            break;
        }
    }
    let schemas = schemas_mut(&mut document.root);
    schemas.retain(|name, _| !aliases.contains_key(name));
    Ok(changes)
}

/// What is said beside the reference wins over what the alias says of itself.
fn with_own_words(alias: &Value, used: &Value) -> Value {
    let mut result = alias.clone();
    if let Value::Object(result) = &mut result {
        for (key, value) in members(Some(used)) {
            if key != "$ref" && key != "allOf" {
                result.insert(key.clone(), value.clone());
            }
        }
    }
    result
}

fn is_alias(schema: &Value) -> bool {
    if schema.get("x-rust-type").is_some() {
        return false;
    }
    let has_shape = ["properties", "enum", "oneOf", "anyOf"]
        .iter()
        .any(|key| schema.get(key).is_some());
    let whole_all_of = schema.get("allOf").is_some() && reference(schema).is_none();
    !has_shape && !whole_all_of
}
