//! Lists and objects as fields of a form.

use std::borrow::Cow;

use serde_json::Value;

use crate::value::ToParameter;

/// The items of a list, or the keys and values of an object, with a delimiter between them. What is `null` in an object is
/// left out.
pub(super) fn joined(value: &Value, delimiter: &str) -> String {
    let parts: Vec<Cow<'_, str>> = match value {
        Value::Array(items) => items.iter().map(ToParameter::to_parameter).collect(),
        Value::Object(fields) => fields
            .iter()
            .filter(|(_, field)| !field.is_null())
            .flat_map(|(key, field)| [Cow::Borrowed(key.as_str()), field.to_parameter()])
            .collect(),
        other => return other.to_parameter().into_owned(),
    };
    parts.join(delimiter)
}

/// The fields that an object or list becomes: `name[key]` and `name[0]` with `deep`, else `key`; within it all nest. What is
/// `null` is left out.
pub(super) fn nested_pairs(name: &str, value: &Value, deep: bool, add: &mut dyn FnMut(String, &str)) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                let path = if deep { format!("{name}[{key}]") } else { key.clone() };
                nested_pairs(&path, field, true, add);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                nested_pairs(&format!("{name}[{index}]"), item, true, add);
            }
        }
        Value::Null => {}
        other => add(name.to_owned(), &other.to_parameter()),
    }
}
