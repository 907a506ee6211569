//! A schema as a variant: its tag is a constant.

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use crate::Document;
use crate::keys::{CONSTANT, ORIGINAL_NAME};
use crate::naming::{type_name, unique};
use crate::walk::{items, plain, reference, resolve, schema, schemas, schemas_mut, text};

pub(super) fn component<'a>(root: &'a Value, name: &str) -> &'a Value {
    schema(root, name).unwrap_or(&Value::Null)
}

/// What the tag of a schema is where nothing says so: the name that the document gives it.
pub(super) fn default_tag(root: &Value, child: &str) -> String {
    match text(component(root, child), ORIGINAL_NAME) {
        "" => child.to_owned(),
        original => original.to_owned(),
    }
}

/// The schema as a variant with that tag: itself, or a copy where it is one with another tag already.
pub(super) fn as_variant(document: &mut Document, child: &str, tag: &str, value: &str, taken: &[String]) -> String {
    let mut variant = component(&document.root, child).clone();
    let Value::Object(schema) = &mut variant else {
        return child.to_owned();
    };
    // A variant that is a union itself says in its own variants which tag they have.
    if schema.contains_key("oneOf") || schema.contains_key("anyOf") {
        return child.to_owned();
    }
    let before = find_property(schema, tag).and_then(|property| property.get(CONSTANT).map(plain));
    let is_other = taken.iter().any(|name| name == child) || before.is_some_and(|before| before != value);
    set_constant(&document.root, schema, tag, value);
    let name = if is_other {
        unique(type_name(&format!("{child} {value}")), |name| {
            schemas(&document.root).any(|(other, schema)| other == name && *schema != variant)
        })
    } else {
        child.to_owned()
    };
    schemas_mut(&mut document.root).insert(name.clone(), variant);
    name
}

/// The tag, wherever among the schema's own parts it is declared, is required and always the same.
fn set_constant(root: &Value, schema: &mut Map<String, Value>, tag: &str, value: &str) {
    let mut declared = find_property(schema, tag).unwrap_or_else(|| json!({ "type": "string" }));
    // No constant is of a named type that is anything else than an enumeration.
    if reference(&declared).is_some() && resolve(root, &declared).get("enum").is_none() {
        declared = json!({ "type": "string", "description": text(&declared, "description") });
    }
    remove_property(schema, tag);
    let declared_kind = declared.clone();
    let mut constant = match declared {
        Value::Object(declared) if !declared.contains_key("$ref") && !declared.contains_key("allOf") => {
            let mut string = Map::new();
            string.insert("type".to_owned(), json!("string"));
            if let Some(description) = declared.get("description") {
                string.insert("description".to_owned(), description.clone());
            }
            string
        }
        // A tag whose values are a named enumeration keeps that type.
        Value::Object(mut declared) if declared.contains_key("allOf") => {
            declared.shift_remove("enum");
            declared
        }
        reference => Map::from_iter([("allOf".to_owned(), json!([reference]))]),
    };
    let typed = match text(&declared_kind, "type") {
        "integer" | "number" | "boolean" => serde_json::from_str(value).ok(),
        _ => None,
    };
    if let Some(kind) = typed.as_ref().and(declared_kind.get("type")) {
        constant.insert("type".to_owned(), kind.clone());
    }
    constant.insert(CONSTANT.to_owned(), typed.unwrap_or_else(|| json!(value)));
    let mut properties = Map::from_iter([(tag.to_owned(), Value::Object(constant))]);
    if let Some(Value::Object(own)) = schema.shift_remove("properties") {
        properties.extend(own);
    }
    schema.insert("properties".to_owned(), Value::Object(properties));
    let required = schema.entry("required").or_insert_with(|| json!([]));
    if let Value::Array(required) = required
        && !required.contains(&json!(tag))
    {
        required.insert(0, json!(tag));
    }
}

pub(super) fn find_property(schema: &Map<String, Value>, name: &str) -> Option<Value> {
    let own = schema.get("properties").and_then(|all| all.get(name));
    own.cloned().or_else(|| {
        items(schema.get("allOf"))
            .filter_map(Value::as_object)
            .find_map(|part| find_property(part, name))
    })
}

fn remove_property(schema: &mut Map<String, Value>, name: &str) {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.shift_remove(name);
    }
    if let Some(Value::Array(parts)) = schema.get_mut("allOf") {
        for part in parts.iter_mut().filter_map(Value::as_object_mut) {
            remove_property(part, name);
        }
    }
}

pub(super) fn mapping(variants: &IndexMap<String, String>) -> Map<String, Value> {
    variants
        .iter()
        .map(|(value, child)| (value.clone(), json!(format!("#/components/schemas/{child}"))))
        .collect()
}
