//! Values of another JSON type than specified, read as what they mean.

use serde::de::DeserializeOwned;
use serde_json::{Map, Number, Value};

use super::absent::{Absent, filled};
use super::mode::may_retry;

/// What a value was read as.
pub(super) enum Read<T> {
    /// All of it.
    Whole(T),
    /// A part of it, or in other words: the value itself is worth keeping.
    Part(T),
}

/// Reads a value as a `T`, or as what it means where it is of another JSON type; `None` where it means none.
pub(super) fn read<T: Absent + DeserializeOwned>(raw: &Value) -> Option<Read<T>> {
    if let Ok(value) = filled::<T, _>(raw) {
        return Some(Read::Whole(value));
    }
    let exact = |value: &Value| may_retry(value).then(|| filled::<T, _>(value).ok()).flatten();
    if let Some(value) = scalar(raw).and_then(|scalar| exact(&scalar)) {
        return Some(Read::Whole(value));
    }
    match raw {
        Value::Array(items) => items_of(items).or_else(|| exact(&Value::String(text_of(items)?)).map(Read::Part)),
        Value::Object(fields) => {
            let readable =
                |(name, value): &(&String, &Value)| !value.is_null() && exact(&json_object(name, value)).is_some();
            let kept: Map<String, Value> = fields
                .iter()
                .filter(readable)
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect();
            let some = !kept.is_empty() || fields.values().all(Value::is_null);
            let part = some.then(|| exact(&Value::Object(kept))).flatten();
            let one = || exact(&Value::Array(vec![raw.clone()])).filter(|_| !fields.is_empty());
            let text = || exact(&Value::String(raw.to_string()));
            part.or_else(one).or_else(text).map(Read::Part)
        }
        single => exact(&Value::Array(vec![single.clone()])).map(Read::Part),
    }
}

/// A list without the items that can't be read.
fn items_of<T: Absent + DeserializeOwned>(items: &[Value]) -> Option<Read<T>> {
    let is_readable = |item: &Value| may_retry(item) && filled::<T, _>(&Value::Array(vec![item.clone()])).is_ok();
    let mut kept: Vec<Value> = Vec::with_capacity(items.len());
    let mut whole = true;
    for item in items {
        if !item.is_null() && is_readable(item) {
            kept.push(item.clone());
            continue;
        }
        match scalar(item).filter(|scalar| is_readable(scalar)) {
            Some(scalar) => kept.push(scalar),
            None => whole = false,
        }
    }
    if kept.is_empty() && !items.iter().all(Value::is_null) {
        return None;
    }
    let kept = Value::Array(kept);
    let list = may_retry(&kept).then(|| filled::<T, _>(&kept).ok()).flatten()?;
    Some(if whole { Read::Whole(list) } else { Read::Part(list) })
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
