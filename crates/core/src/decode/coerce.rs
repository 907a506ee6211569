//! Values of another JSON type than specified, read as what they mean.

use serde_json::{Map, Number, Value};

use super::mode::may_retry;
use super::place::Place;

/// What of a value is in its place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Read {
    Nothing,
    /// Not all of it.
    Part,
    Whole,
}

/// Reads JSON text into its place, or what it means where it is of another JSON type.
pub(super) fn read_into(place: &mut dyn Place, json: &str) -> Read {
    let is_whole = try_ways(json, &mut |json| {
        place.reset();
        place.read(json).is_ok()
    });
    match is_whole {
        Some(true) => Read::Whole,
        Some(false) => Read::Part,
        None => {
            place.reset();
            Read::Nothing
        }
    }
}

/// Tries to read a value in one way after the other until one succeeds, the last that is tried. Returns whether it stands for
/// all of the value.
fn try_ways(json: &str, read: &mut dyn FnMut(&str) -> bool) -> Option<bool> {
    if read(json) {
        return Some(true);
    }
    let raw: Value = serde_json::from_str(json).ok()?;
    let mut exact = |value: &Value| may_retry(value) && read(&value.to_string());
    if scalar(&raw).is_some_and(|scalar| exact(&scalar)) {
        return Some(true);
    }
    let is_part = match &raw {
        Value::Array(items) => {
            return items_of(items, &mut exact).or_else(|| exact(&Value::String(text_of(items)?)).then_some(false));
        }
        Value::Object(fields) => {
            let kept: Map<String, Value> = fields
                .iter()
                .filter(|(name, value)| !value.is_null() && exact(&json_object(name, value)))
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect();
            let some = !kept.is_empty() || fields.values().all(Value::is_null);
            some && exact(&Value::Object(kept))
                || !fields.is_empty() && exact(&Value::Array(vec![raw.clone()]))
                || exact(&Value::String(json.to_owned()))
        }
        single => exact(&Value::Array(vec![single.clone()])),
    };
    is_part.then_some(false)
}

/// Tries a list without the items that can't be read.
fn items_of(items: &[Value], exact: &mut dyn FnMut(&Value) -> bool) -> Option<bool> {
    let mut is_readable = |item: &Value| exact(&Value::Array(vec![item.clone()]));
    let mut kept: Vec<Value> = Vec::with_capacity(items.len());
    let mut is_whole = true;
    for item in items {
        if !item.is_null() && is_readable(item) {
            kept.push(item.clone());
            continue;
        }
        match scalar(item).filter(|scalar| is_readable(scalar)) {
            Some(scalar) => kept.push(scalar),
            None => is_whole = false,
        }
    }
    if kept.is_empty() && !items.iter().all(Value::is_null) {
        return None;
    }
    exact(&Value::Array(kept)).then_some(is_whole)
}

fn json_object(name: &str, value: &Value) -> Value {
    Value::Object(Map::from_iter([(name.to_owned(), value.clone())]))
}

/// A number or boolean in quotes as such, a number or boolean as text, a whole number that is written as a fraction.
fn scalar(raw: &Value) -> Option<Value> {
    match raw {
        Value::String(text) => match serde_json::from_str(text.trim()).ok()? {
            Value::Number(number) => Some(whole(&number).unwrap_or(Value::Number(number))),
            boolean @ Value::Bool(_) => Some(boolean),
            _ => None,
        },
        Value::Number(number) => Some(whole(number).unwrap_or_else(|| Value::String(number.to_string()))),
        Value::Bool(boolean) => Some(Value::String(boolean.to_string())),
        _ => None,
    }
}

/// `30.0` as 30.
fn whole(number: &Number) -> Option<Value> {
    let float = number.as_f64().filter(|_| number.is_f64())?;
    // Every whole number below 2^53 is exact.
    (float.fract() == 0.0 && float.abs() < 9_007_199_254_740_992.0).then(|| Value::from(float as i64))
}

/// The text of a list of parts, as `[{"type": "text", "text": "…"}]`.
fn text_of(parts: &[Value]) -> Option<String> {
    let texts: Vec<&str> = parts
        .iter()
        .filter_map(|part| part.get("text").unwrap_or(part).as_str())
        .collect();
    (!texts.is_empty()).then(|| texts.concat())
}
