//! Changes of a body in one place.

use serde_json::{Value, json};

/// A step into a body.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    Field(String),
    Item(usize),
}

/// A path into a body.
pub(super) type Place = Vec<Step>;

/// Lists every path of a body, the body itself first.
pub(super) fn places(body: &Value) -> Vec<Place> {
    let mut all = vec![Vec::new()];
    let mut next = 0;
    while next < all.len() {
        let place = all[next].clone();
        let steps: Vec<Step> = match at(body, &place) {
            Value::Object(fields) => fields.keys().cloned().map(Step::Field).collect(),
            Value::Array(items) => (0..items.len()).map(Step::Item).collect(),
            _ => Vec::new(),
        };
        for step in steps {
            let mut further = place.clone();
            further.push(step);
            all.push(further);
        }
        next += 1;
    }
    all
}

pub(super) fn at<'a>(body: &'a Value, place: &[Step]) -> &'a Value {
    place.iter().fold(body, |value, step| match step {
        Step::Field(name) => &value[name],
        Step::Item(index) => &value[index],
    })
}

fn at_mut<'a>(body: &'a mut Value, place: &[Step]) -> Option<&'a mut Value> {
    place.iter().try_fold(body, |value, step| match step {
        Step::Field(name) => value.get_mut(name),
        Step::Item(index) => value.get_mut(*index),
    })
}

/// Whether the path leads to an object with named fields. In a map, an additional key is a value of the map's type, not
/// an unknown field.
pub(super) fn is_struct(body: &Value, place: &[Step]) -> bool {
    let Value::Object(fields) = at(body, place) else {
        return false;
    };
    let last_name = place.iter().rev().find_map(|step| match step {
        Step::Field(name) => Some(name.as_str()),
        Step::Item(_) => None,
    });
    match last_name {
        Some("metadata" | "metrics") => false,
        // Maps by token in text completions and stored completions, objects with fields in chat completions.
        Some("logprobs" | "top_logprobs") => fields.contains_key("token") || fields.values().any(Value::is_array),
        _ => true,
    }
}

/// A change of a body in one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Change {
    /// Removes the field.
    Drop,
    /// Sets the field to `null`.
    Null,
    /// Adds a field to the object.
    Add,
    /// Replaces the string.
    Rename,
}

/// The string that [`Change::Rename`] inserts, different from everything that the service sends.
pub(super) fn renamed(text: &str) -> String {
    format!("Ünknown {text}")
}

/// Returns the changed body; `None` where the change does not apply to the path.
pub(super) fn change(body: &Value, place: &[Step], change: Change) -> Option<Value> {
    let mut body = body.clone();
    match change {
        Change::Add => {
            if !is_struct(&body, place) {
                return None;
            }
            let unknown = json!({"deep": [1, {"null": null, "text": "ü\n"}], "big": u64::MAX});
            at_mut(&mut body, place)?
                .as_object_mut()?
                .insert("x_unknown".into(), unknown);
        }
        Change::Rename => {
            let Some(Value::String(text)) = at_mut(&mut body, place) else {
                return None;
            };
            *text = renamed(text);
        }
        Change::Drop | Change::Null => {
            let (Step::Field(name), parent) = place.split_last()? else {
                return None;
            };
            let fields = at_mut(&mut body, parent)?.as_object_mut()?;
            fields.get(name)?;
            if change == Change::Drop {
                fields.remove(name);
            } else {
                fields.insert(name.clone(), Value::Null);
            }
        }
    }
    Some(body)
}
