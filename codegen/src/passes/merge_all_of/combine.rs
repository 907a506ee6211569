//! Two descriptions of one value: both hold.

use serde_json::{Map, Value, json};

use super::both::{both, is_number};
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
