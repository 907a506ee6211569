//! What stands beside a `$ref`.

use serde_json::{Map, Value, json};

/// `{$ref, description}` becomes `{allOf: [{$ref}], description}`: OpenAPI 3.0 ignores what stands beside a `$ref`.
/// An `allOf` that is already there gets the reference as its first part. Says whether anything changed.
pub(super) fn wrap_reference_siblings(schema: &mut Value) -> bool {
    let Value::Object(map) = schema else {
        return false;
    };
    if map.len() < 2 || !map.get("$ref").is_some_and(Value::is_string) {
        return false;
    }
    let Some(reference) = map.shift_remove("$ref") else {
        return false;
    };
    let mut all = vec![json!({"$ref": reference})];
    if let Some(Value::Array(others)) = map.shift_remove("allOf") {
        all.extend(others);
    }
    let mut wrapped = Map::new();
    wrapped.insert("allOf".to_owned(), Value::Array(all));
    wrapped.append(map);
    *map = wrapped;
    true
}
