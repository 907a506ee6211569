//! Bodies changed at one place.

use serde_json::{Value, json};

/// A step into a body.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    Member(String),
    Item(usize),
}

/// A place in a body.
pub(super) type Place = Vec<Step>;

/// Every place of a body, the body itself first.
pub(super) fn places(body: &Value) -> Vec<Place> {
    let mut all = vec![Vec::new()];
    let mut next = 0;
    while next < all.len() {
        let place = all[next].clone();
        let steps: Vec<Step> = match at(body, &place) {
            Value::Object(members) => members.keys().cloned().map(Step::Member).collect(),
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
        Step::Member(name) => &value[name],
        Step::Item(index) => &value[index],
    })
}

fn at_mut<'a>(body: &'a mut Value, place: &[Step]) -> Option<&'a mut Value> {
    place.iter().try_fold(body, |value, step| match step {
        Step::Member(name) => value.get_mut(name),
        Step::Item(index) => value.get_mut(*index),
    })
}

/// Whether the place is an object of named fields. In a map a name more is a value of the map's type, not a field that
/// nobody knows.
pub(super) fn is_struct(body: &Value, place: &[Step]) -> bool {
    let Value::Object(members) = at(body, place) else {
        return false;
    };
    let last_name = place.iter().rev().find_map(|step| match step {
        Step::Member(name) => Some(name.as_str()),
        Step::Item(_) => None,
    });
    match last_name {
        Some("metadata" | "metrics") => false,
        // Maps by token in text completions and stored ones, objects with fields in chats.
        Some("logprobs" | "top_logprobs") => members.contains_key("token") || members.values().any(Value::is_array),
        _ => true,
    }
}

/// A change of a body at one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Change {
    /// The member is left out.
    Drop,
    /// The member is `null`.
    Null,
    /// The object has one more member.
    Add,
    /// The text is another one.
    Rename,
}

/// The text that a [`Change::Rename`] leaves, told apart from all that the service sends.
pub(super) fn renamed(text: &str) -> String {
    format!("Ünknown {text}")
}

/// The changed body; `None` where the change does not fit the place.
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
            let (Step::Member(name), parent) = place.split_last()? else {
                return None;
            };
            let members = at_mut(&mut body, parent)?.as_object_mut()?;
            members.get(name)?;
            if change == Change::Drop {
                members.remove(name);
            } else {
                members.insert(name.clone(), Value::Null);
            }
        }
    }
    Some(body)
}
