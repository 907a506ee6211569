//! Two descriptions of one value: both hold.

use serde_json::{Map, Value, json};

use super::join_unions::join;

/// `more` into `whole`; `more` wins where both describe the same thing in words.
pub(super) fn combine(root: &Value, whole: &mut Map<String, Value>, more: Map<String, Value>) -> Result<(), String> {
    for (mut key, value) in more {
        // A value of a `oneOf` and an `anyOf` is of one variant of both.
        let other_union = match key.as_str() {
            "oneOf" => "anyOf",
            "anyOf" => "oneOf",
            _ => "",
        };
        if whole.contains_key(other_union) && !whole.contains_key("properties") {
            key = other_union.to_owned();
        }
        let Some(have) = whole.get_mut(&key) else {
            whole.insert(key, value);
            continue;
        };
        match (key.as_str(), &mut *have, value) {
            ("properties", Value::Object(have), Value::Object(new)) => {
                for (name, schema) in new {
                    let before = have.get_mut(&name).map(std::mem::take);
                    let schema = match before {
                        Some(before) => both(before, schema),
                        None => schema,
                    };
                    have.insert(name, schema);
                }
            }
            ("required", Value::Array(have), Value::Array(new)) => {
                for name in new {
                    if !have.contains(&name) {
                        have.push(name);
                    }
                }
            }
            ("allOf", Value::Array(have), Value::Array(new)) => have.extend(new),
            ("type", have, value) if *have != value => {
                if !is_number(have) || !is_number(&value) {
                    return Err(format!(
                        "the parts of `allOf` are of different types ({have} and {value}): taken as any JSON value"
                    ));
                }
                // What is a number and an integer is an integer.
                *have = json!("integer");
            }
            ("enum", Value::Array(have), Value::Array(new)) => {
                let common: Vec<Value> = have.iter().filter(|value| new.contains(value)).cloned().collect();
                // Without a common value the later one stands: nothing valid is lost.
                *have = if common.is_empty() { new } else { common };
            }
            ("oneOf" | "anyOf", have, value) if *have != value => {
                *have = join(root, have, &value)?;
            }
            ("nullable", have, value) => *have = json!(*have == json!(true) && value == json!(true)),
            ("items" | "additionalProperties", Value::Object(_), value @ Value::Object(_)) => {
                *have = both(std::mem::take(have), value);
            }
            ("additionalProperties", Value::Object(_), Value::Bool(true)) => {}
            (_, _, value) => *have = value,
        }
    }
    Ok(())
}

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

fn contradict(first: &Map<String, Value>, second: &Value) -> bool {
    match (first.get("type"), second.get("type")) {
        (Some(first), Some(second)) => first != second && !(is_number(first) && is_number(second)),
        _ => false,
    }
}

/// Whether a schema says nothing of the shape of a value.
fn only_narrows(schema: &Map<String, Value>) -> bool {
    let shapes = [
        "$ref",
        "type",
        "properties",
        "required",
        "items",
        "additionalProperties",
        "enum",
        "allOf",
        "oneOf",
        "anyOf",
        "not",
        "format",
        "discriminator",
    ];
    !shapes.iter().any(|key| schema.contains_key(*key))
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
