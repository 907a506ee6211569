//! A schema of what satisfies two others.

use serde_json::{Map, Value, json};

use crate::walk::{fields, has_any};

/// The keywords that say what a value is; all others are words and limits.
pub(super) const SHAPES: [&str; 11] = [
    "$ref",
    "type",
    "format",
    "enum",
    "items",
    "properties",
    "required",
    "additionalProperties",
    "allOf",
    "oneOf",
    "anyOf",
];

pub(super) fn is_number(kind: &Value) -> bool {
    kind == "number" || kind == "integer"
}

/// A schema for what satisfies both. Where one of them only adds words or limits, the other keeps its form.
pub(super) fn both(first: Value, second: Value) -> Value {
    if first == second {
        return first;
    }
    match (first, second) {
        (Value::Object(first), Value::Object(second)) if only_narrows(&second) => lay_over(first, second),
        (Value::Object(first), Value::Object(second)) if only_narrows(&first) => {
            let words = first.into_iter().filter(|(key, _)| !second.contains_key(key)).collect();
            lay_over(second, words)
        }
        // What contradicts itself was meant to be replaced.
        (Value::Object(first), second @ Value::Object(_)) if contradict(&first, &second) => second,
        (first @ Value::Object(_), second @ Value::Object(_)) => {
            let description = second.get("description").or_else(|| first.get("description")).cloned();
            let mut whole = json!({ "allOf": [first, second] });
            if let Some(description) = description {
                whole["description"] = description;
            }
            whole
        }
        // `true` says nothing.
        (first, Value::Bool(true)) => first,
        (_, second) => second,
    }
}

/// The properties that two descriptions of one object give different types.
pub(super) fn contradictions<'a>(
    first: &Map<String, Value>,
    second: &'a Map<String, Value>,
) -> impl Iterator<Item = &'a str> {
    let before = first.get("properties").and_then(Value::as_object);
    fields(second.get("properties"))
        .filter(move |(name, new)| {
            let before = before.and_then(|before| before.get(*name)?.as_object());
            before.is_some_and(|before| contradict(before, new))
        })
        .map(|(name, _)| name.as_str())
}

fn contradict(first: &Map<String, Value>, second: &Value) -> bool {
    match (first.get("type"), second.get("type")) {
        (Some(first), Some(second)) => first != second && !(is_number(first) && is_number(second)),
        _ => false,
    }
}

/// Whether a schema says nothing of the shape of a value.
fn only_narrows(schema: &Map<String, Value>) -> bool {
    !has_any(schema, &SHAPES)
}

fn lay_over(mut schema: Map<String, Value>, words: Map<String, Value>) -> Value {
    if !words.is_empty()
        && let Some(reference) = schema.shift_remove("$ref")
    {
        schema = Map::from_iter([("allOf".to_owned(), json!([{ "$ref": reference }]))]);
    }
    schema.extend(words);
    Value::Object(schema)
}
