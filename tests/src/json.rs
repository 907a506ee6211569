//! Comparison of JSON values.

use serde::Serialize;
use serde_json::{Map, Number, Value};

/// Serializes a value as for the wire. Through text, since `serde_json::to_value` changes the digits of an `f32`.
pub fn encode<T: Serialize + ?Sized>(value: &T) -> Value {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

/// Removes fields that are `null`, and writes `1.0` as `1`.
pub fn without_nulls(value: &Value) -> Value {
    rebuild(value, &|_| false)
}

/// Removes fields that are `null` or an empty list or object, which the types do not distinguish.
pub fn without_empties(value: &Value) -> Value {
    rebuild(value, &|field| match field {
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    })
}

fn rebuild(value: &Value, drop: &impl Fn(&Value) -> bool) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(_, field)| !field.is_null())
            .map(|(name, field)| (name.clone(), rebuild(field, drop)))
            .filter(|(_, field)| !drop(field))
            .collect::<Map<_, _>>()
            .into(),
        Value::Array(items) => items.iter().map(|item| rebuild(item, drop)).collect::<Vec<_>>().into(),
        Value::Number(number) => plain(number).into(),
        other => other.clone(),
    }
}

fn plain(number: &Number) -> Number {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "compared right after"
    )]
    match number.as_f64() {
        Some(float) if !number.is_i64() && float as i64 as f64 == float => (float as i64).into(),
        _ => number.clone(),
    }
}

/// Lists the fields that are missing from `actual` or differ in it, as JSON pointers with both values. Additional
/// fields of `actual` are ignored.
pub fn lost(expected: &Value, actual: &Value) -> Vec<String> {
    let mut lost = Vec::new();
    compare(expected, Some(actual), "", &mut lost);
    lost
}

fn compare(expected: &Value, actual: Option<&Value>, pointer: &str, lost: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Object(expected), Some(Value::Object(actual))) => {
            for (name, field) in expected {
                compare(field, actual.get(name), &format!("{pointer}/{name}"), lost);
            }
        }
        (Value::Array(expected), Some(Value::Array(actual))) if expected.len() == actual.len() => {
            for (index, (expected, actual)) in expected.iter().zip(actual).enumerate() {
                compare(expected, Some(actual), &format!("{pointer}/{index}"), lost);
            }
        }
        (expected, Some(actual)) if expected == actual => {}
        (expected, Some(actual)) => lost.push(format!("{pointer}: {expected} became {actual}")),
        (expected, None) => lost.push(format!("{pointer}: {expected} is gone")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn nulls_and_empties_go_and_numbers_are_written_one_way() {
        let value = json!({"a": null, "b": [], "c": {"d": null}, "e": [null, 1.0, 1.5], "f": ""});
        assert_eq!(
            without_nulls(&value),
            json!({"b": [], "c": {}, "e": [null, 1, 1.5], "f": ""})
        );
        assert_eq!(without_empties(&value), json!({"e": [null, 1, 1.5], "f": ""}));
    }

    #[test]
    fn lost_value_is_named() {
        let expected = json!({"a": {"b": [1, 2]}, "c": 3});
        assert!(lost(&expected, &json!({"a": {"b": [1, 2], "x": 0}, "c": 3})).is_empty());
        assert_eq!(
            lost(&expected, &json!({"a": {"b": [1, 5]}})),
            ["/a/b/1: 2 became 5", "/c: 3 is gone"]
        );
    }
}
