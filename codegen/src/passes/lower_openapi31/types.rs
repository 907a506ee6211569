//! Lists of types: `null` becomes `nullable`, several others a `oneOf`.

use serde_json::{Map, Value, json};

use super::nullability::set_null;
use crate::walk::is_of;

pub(super) fn lower(map: &mut Map<String, Value>) {
    match map.get("type") {
        Some(Value::String(kind)) if kind == "null" => set_null(map),
        Some(Value::Array(kinds)) => {
            let mut rest: Vec<Value> = Vec::new();
            let mut nullable = false;
            for kind in kinds {
                if kind == "null" {
                    nullable = true;
                } else if !rest.contains(kind) {
                    rest.push(kind.clone());
                }
            }
            lower_list(map, rest, nullable);
        }
        _ => {}
    }
    if map.get("type").is_some_and(|kind| kind == "array") {
        // Required by 3.0; left out it means anything.
        map.entry("items").or_insert_with(|| json!({}));
    }
}

fn lower_list(map: &mut Map<String, Value>, kinds: Vec<Value>, nullable: bool) {
    // Every number is meant where integers are named beside it.
    let numbers = kinds.iter().any(|kind| kind == "number");
    let kinds: Vec<Value> = kinds
        .into_iter()
        .filter(|kind| !(numbers && kind == "integer"))
        .collect();
    if nullable && !kinds.is_empty() {
        map.insert("nullable".to_owned(), json!(true));
    }
    match kinds.as_slice() {
        [] if nullable => set_null(map),
        [] => {
            map.shift_remove("type");
        }
        [only] => {
            // Stays where it was among the keys.
            map.insert("type".to_owned(), only.clone());
        }
        _ => split(map, &kinds),
    }
}

/// A branch for each type, with the keywords that concern it; notes stay outside.
fn split(map: &mut Map<String, Value>, kinds: &[Value]) {
    map.shift_remove("type");
    let values = map.shift_remove("enum");
    let branches: Vec<Value> = kinds
        .iter()
        .filter_map(|kind| {
            let name = kind.as_str().unwrap_or_default();
            let mut branch = Map::new();
            branch.insert("type".to_owned(), kind.clone());
            for (key, value) in &*map {
                if concerns(key, value, name) {
                    branch.insert(key.clone(), value.clone());
                }
            }
            if name == "array" {
                branch.entry("items").or_insert_with(|| json!({}));
            }
            if let Some(Value::Array(values)) = &values {
                let fitting: Vec<&Value> = values.iter().filter(|value| is_of(value, name)).collect();
                if fitting.is_empty() {
                    return None;
                }
                branch.insert("enum".to_owned(), json!(fitting));
            }
            Some(Value::Object(branch))
        })
        .collect();
    let kept: Map<String, Value> = std::mem::take(map)
        .into_iter()
        .filter(|(key, value)| {
            !kinds
                .iter()
                .any(|kind| concerns(key, value, kind.as_str().unwrap_or_default()))
        })
        .collect();
    *map = kept;
    if map.contains_key("oneOf") {
        let union = json!({"oneOf": branches});
        match map.get_mut("allOf") {
            Some(Value::Array(all)) => all.push(union),
            _ => {
                map.insert("allOf".to_owned(), json!([union]));
            }
        }
    } else {
        map.insert("oneOf".to_owned(), Value::Array(branches));
    }
}

/// Whether a keyword constrains values of a type.
fn concerns(key: &str, value: &Value, kind: &str) -> bool {
    const STRING: [&str; 3] = ["minLength", "maxLength", "pattern"];
    const NUMBER: [&str; 5] = [
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
    ];
    const ARRAY: [&str; 4] = ["items", "minItems", "maxItems", "uniqueItems"];
    const OBJECT: [&str; 5] = [
        "properties",
        "required",
        "additionalProperties",
        "minProperties",
        "maxProperties",
    ];
    const NUMBER_FORMATS: [&str; 8] = ["int8", "int16", "int32", "int64", "uint8", "uint32", "float", "double"];
    match kind {
        "string" if key == "format" => !NUMBER_FORMATS.iter().any(|format| value == format),
        "integer" | "number" if key == "format" => NUMBER_FORMATS.iter().any(|format| value == format),
        "string" => STRING.contains(&key),
        "integer" | "number" => NUMBER.contains(&key),
        "array" => ARRAY.contains(&key),
        "object" => OBJECT.contains(&key),
        _ => false,
    }
}
