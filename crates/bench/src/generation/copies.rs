//! An OpenAPI document several times its size: what is in it, repeated under other names.

use serde_json::{Map, Value};

/// Returns the document with all paths and schemas so many times.
pub(super) fn repeat(root: &Value, times: usize) -> Value {
    let copies = |section: &Value, name_of: &dyn Fn(&str, usize) -> String| -> Value {
        let mut all = Map::new();
        for number in 0..times {
            for (name, value) in section.as_object().into_iter().flatten() {
                all.insert(name_of(name, number), rename(value, number));
            }
        }
        Value::Object(all)
    };
    let mut whole = root.clone();
    whole["paths"] = copies(&root["paths"], &|path, number| format!("/copy{number}{path}"));
    whole["components"]["schemas"] = copies(&root["components"]["schemas"], &|name, number| {
        format!("{name}Copy{number}")
    });
    whole
}

/// Renames references, ids and names that a document gives to what is inside it.
fn rename(value: &Value, number: usize) -> Value {
    match value {
        Value::Array(list) => list.iter().map(|item| rename(item, number)).collect(),
        Value::Object(map) => {
            let renamed = map.iter().map(|(key, field)| {
                let field = match (key.as_str(), field) {
                    ("$ref", Value::String(target)) if target.starts_with("#/components/schemas/") => {
                        Value::from(format!("{target}Copy{number}"))
                    }
                    ("operationId", Value::String(id)) => Value::from(id.replacen('_', &format!("{number}_"), 1)),
                    ("x-schema-name", Value::String(name)) => Value::from(format!("{name}Copy{number}")),
                    ("x-ms-enum", field) => {
                        let mut field = field.clone();
                        let name = field["name"].as_str().unwrap_or_default();
                        field["name"] = Value::from(format!("{name}Copy{number}"));
                        field
                    }
                    (_, field) => rename(field, number),
                };
                (key.clone(), field)
            });
            Value::Object(renamed.collect())
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn copies_refer_to_what_is_in_the_same_copy() {
        let document = json!({
            "openapi": "3.0.3",
            "paths": {"/a": {"get": {"operationId": "A_Get", "schema": {"$ref": "#/components/schemas/A"}}}},
            "components": {"schemas": {"A": {"type": "string", "x-ms-enum": {"name": "A"}}}},
        });
        let copy = |number: usize| {
            (
                json!({"get": {
                    "operationId": format!("A{number}_Get"),
                    "schema": {"$ref": format!("#/components/schemas/ACopy{number}")},
                }}),
                json!({"type": "string", "x-ms-enum": {"name": format!("ACopy{number}")}}),
            )
        };
        let ((path0, schema0), (path1, schema1)) = (copy(0), copy(1));
        let expected = json!({
            "openapi": "3.0.3",
            "paths": {"/copy0/a": path0, "/copy1/a": path1},
            "components": {"schemas": {"ACopy0": schema0, "ACopy1": schema1}},
        });
        assert_eq!(repeat(&document, 2), expected);
    }
}
