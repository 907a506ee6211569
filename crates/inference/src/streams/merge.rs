//! How fields that come in chunks are put together.

use azure_openai_core::{Extra, Value};

/// The choice of an index, new where there is none; choices are kept in the order of their indexes.
pub(crate) fn at_index<T>(
    choices: &mut Vec<T>,
    index: i64,
    index_of: impl Fn(&T) -> Option<i64>,
    new: impl FnOnce() -> T,
) -> &mut T {
    let place = choices.partition_point(|choice| index_of(choice) < Some(index));
    if choices.get(place).is_none_or(|choice| index_of(choice) != Some(index)) {
        choices.insert(place, new());
    }
    &mut choices[place]
}

/// Keeps the first string that is not empty.
pub(crate) fn first_text(kept: &mut Option<String>, new: Option<String>) {
    if kept.is_none() {
        *kept = new.filter(|text| !text.is_empty());
    }
}

/// Appends text.
pub(crate) fn append(kept: &mut Option<String>, new: Option<&str>) {
    if let Some(new) = new {
        kept.get_or_insert_default().push_str(new);
    }
}

/// Merges fields of a message: strings are appended and lists extended, anything else is replaced; `null` changes
/// nothing.
pub(crate) fn grow(kept: &mut Extra, new: &Extra) {
    for (name, new) in new {
        match kept.get_mut(name) {
            Some(kept) => grow_value(kept, new),
            None => {
                kept.insert(name.clone(), new.clone());
            }
        }
    }
}

fn grow_value(kept: &mut Value, new: &Value) {
    match (kept, new) {
        (_, Value::Null) => {}
        (Value::String(kept), Value::String(new)) => kept.push_str(new),
        (Value::Array(kept), Value::Array(new)) => kept.extend(new.iter().cloned()),
        (Value::Object(kept), Value::Object(new)) => {
            for (name, new) in new {
                match kept.get_mut(name) {
                    Some(kept) => grow_value(kept, new),
                    None => {
                        kept.insert(name.clone(), new.clone());
                    }
                }
            }
        }
        (kept, new) => *kept = new.clone(),
    }
}

/// Merges fields beside the message: the last value counts; `null` changes nothing.
pub(crate) fn replace(kept: &mut Extra, new: impl IntoIterator<Item = (String, Value)>) {
    for (name, value) in new {
        match kept.get_mut(&name) {
            Some(_) if value.is_null() => {}
            Some(kept) => *kept = value,
            None => drop(kept.insert(name, value)),
        }
    }
}
