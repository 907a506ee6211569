//! From the schemas of OpenAPI to those of JSON Schema 2020-12.

use serde_json::{Map, Value, json};

/// Converts the parts in which the dialects differ to plain JSON Schema, in the whole document.
pub(super) fn prepare(mut root: Value) -> Value {
    plain(&mut root);
    if let Some(Value::Object(schemas)) = root.pointer_mut("/components/schemas") {
        discriminate(schemas);
    }
    root
}

fn plain(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            // Examples are not schemas, and those of the documents are invalid.
            for name in ["example", "examples", "x-ms-examples"] {
                fields.remove(name);
            }
            // The overlay's mark for an open list of values.
            if fields.contains_key("x-open-values") {
                fields.remove("enum");
            }
            // The alternatives of `oneOf` overlap in both documents: `[]` is a list of texts and one of tokens.
            if fields.get("oneOf").is_some_and(Value::is_array)
                && let Some(alternatives) = fields.remove("oneOf")
            {
                fields.insert("anyOf".to_owned(), alternatives);
            }
            fields.values_mut().for_each(plain);
        }
        Value::Array(items) => items.iter_mut().for_each(plain),
        _ => {}
    }
}

/// `discriminator`: an object with the value of a subtype is checked against that subtype.
///
/// A base `B` becomes `B` = its own schema (kept as `B.base`), and for each subtype "if the field has this value, then
/// the subtype"; the subtypes extend `B.base`, so that no reference is circular.
fn discriminate(schemas: &mut Map<String, Value>) {
    let reference_to = |name: &str| format!("#/components/schemas/{name}");
    let bases: Vec<(String, String)> = schemas
        .iter()
        .filter_map(|(name, schema)| {
            // A union lists its alternatives itself.
            let field = schema.get("discriminator").filter(|_| schema.get("anyOf").is_none())?;
            let field = field.get("propertyName")?.as_str()?;
            Some((name.clone(), field.to_owned()))
        })
        .collect();
    for (base, field) in bases {
        let reference = reference_to(&base);
        let own = format!("{base}.base");
        let mut cases = vec![json!({"$ref": reference_to(&own)})];
        for (name, schema) in schemas.iter_mut() {
            let Some(parents) = schema.get_mut("allOf").and_then(Value::as_array_mut) else {
                continue;
            };
            let mut is_subtype = false;
            for parent in parents {
                if parent["$ref"] == reference {
                    parent["$ref"] = reference_to(&own).into();
                    is_subtype = true;
                }
            }
            if is_subtype {
                let value = schema.get("x-ms-discriminator-value").cloned();
                let value = value.unwrap_or_else(|| name.clone().into());
                cases.push(json!({
                    "if": {"properties": {&field: {"const": value}}, "required": [&field]},
                    "then": {"$ref": reference_to(name)},
                }));
            }
        }
        if let Some(schema) = schemas.insert(base, json!({ "allOf": cases })) {
            schemas.insert(own, schema);
        }
    }
}

/// Makes the references of a schema, which are within its document, into ones from outside.
pub(super) fn rebase(schema: &mut Value, uri: &str) {
    match schema {
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                match value {
                    Value::String(reference) if name == "$ref" && reference.starts_with('#') => {
                        reference.insert_str(0, uri);
                    }
                    other => rebase(other, uri),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rebase(item, uri)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::prepare;

    #[test]
    fn a_subtype_is_checked_by_its_value() {
        let root = prepare(json!({"components": {"schemas": {
            "Animal": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}},
                "discriminator": {"propertyName": "kind"}},
            "Cat": {"x-ms-discriminator-value": "cat", "required": ["lives"],
                "allOf": [{"$ref": "#/components/schemas/Animal"}, {"properties": {"lives": {"type": "integer"}}}]},
        }}}));
        let schema = json!({"$ref": "#/components/schemas/Animal", "components": root["components"]});
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        assert!(validator.is_valid(&json!({"kind": "cat", "lives": 9})));
        assert!(validator.is_valid(&json!({"kind": "dog"})));
        assert!(!validator.is_valid(&json!({"kind": "cat"})));
        assert!(!validator.is_valid(&json!({"kind": "cat", "lives": "nine"})));
        assert!(!validator.is_valid(&json!({"lives": 9})));
    }

    #[test]
    fn overlapping_alternatives_are_valid() {
        let schema = prepare(json!({"oneOf": [{"type": "array"}, {"maxItems": 2}], "example": {"oneOf": 1}}));
        assert_eq!(schema, json!({"anyOf": [{"type": "array"}, {"maxItems": 2}]}));
    }
}
