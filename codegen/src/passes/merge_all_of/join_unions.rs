//! Two unions of which one value has to be a variant each.

use serde_json::{Map, Value, json};

use super::both::{SHAPES, both, is_number};
use crate::walk::{items, resolve, text};

/// How many variants both unions may make together.
const MAX_VARIANTS: usize = 32;

/// The variants that satisfy one of `first` and one of `second`. A union that is said again is that union.
///
/// # Errors
/// Where there are none, or too many.
pub(super) fn join(root: &Value, first: &Value, second: &Value) -> Result<Value, String> {
    let said_again: Vec<Value> = items(Some(second))
        .filter(|variant| items(Some(first)).any(|other| shape(other) == shape(variant)))
        .cloned()
        .collect();
    if !said_again.is_empty() {
        return Ok(Value::Array(said_again));
    }
    let mut joined = Vec::new();
    for variant in items(Some(second)) {
        for other in items(Some(first)) {
            let (kind, other_kind) = (kind(root, variant), kind(root, other));
            let is_possible = kind == other_kind || is_number(&json!(kind)) && is_number(&json!(other_kind));
            if is_possible && kind == "object" {
                let titles = [title(other), title(variant)];
                joined.push(json!({ "title": titles.join(" ").trim(), "allOf": [other, variant] }));
            } else if is_possible {
                joined.push(both(other.clone(), variant.clone()));
            }
        }
    }
    if joined.len() > MAX_VARIANTS {
        return Err(format!(
            "two parts of `allOf` are unions that make {} variants together: taken as any JSON value",
            joined.len()
        ));
    }
    if joined.is_empty() {
        return Err("two parts of `allOf` are unions without a common variant: taken as any JSON value".to_owned());
    }
    Ok(Value::Array(joined))
}

fn title(variant: &Value) -> &str {
    match crate::walk::reference(variant) {
        Some(name) => name,
        None => text(variant, "title"),
    }
}

fn kind<'a>(root: &'a Value, variant: &'a Value) -> &'a str {
    let variant = resolve(root, variant);
    let is_word = || items(variant.get("enum")).any(Value::is_string);
    match text(variant, "type") {
        "" if is_word() => "string",
        "" => "object",
        kind => kind,
    }
}

/// A schema without what only describes or limits its values.
fn shape(schema: &Value) -> Value {
    let Value::Object(schema) = schema else {
        return schema.clone();
    };
    let kept = SHAPES.iter().filter_map(|key| {
        let value = schema.get(*key)?;
        let value = match (*key, value) {
            ("items" | "additionalProperties", inner) => shape(inner),
            ("allOf" | "oneOf" | "anyOf", Value::Array(all)) => all.iter().map(shape).collect(),
            ("properties", Value::Object(all)) => {
                let all = all.iter().map(|(name, inner)| (name.clone(), shape(inner)));
                Value::Object(all.collect())
            }
            (_, value) => value.clone(),
        };
        Some(((*key).to_owned(), value))
    });
    Value::Object(kept.collect::<Map<_, _>>())
}
