//! `null` as a type becomes `nullable`.

use serde_json::{Map, Value, json};

/// Whether a lowered schema allows `null` and nothing else: the form that `type: 'null'` is given.
pub(super) fn is_null(schema: &Value) -> bool {
    schema
        .get("enum")
        .and_then(Value::as_array)
        .is_some_and(|values| values == &[Value::Null])
}

/// Makes a schema one that allows `null` only.
pub(super) fn set_null(map: &mut Map<String, Value>) {
    map.shift_remove("type");
    map.insert("nullable".to_owned(), json!(true));
    map.insert("enum".to_owned(), json!([null]));
}

/// Takes `null` out of `oneOf` and `anyOf`; a single branch that is left takes their place.
pub(super) fn lower_unions(map: &mut Map<String, Value>) {
    for key in ["oneOf", "anyOf"] {
        let Some(Value::Array(branches)) = map.get_mut(key) else {
            continue;
        };
        let before = branches.len();
        branches.retain(|branch| !is_null(branch));
        if branches.len() == before {
            continue;
        }
        let rest = std::mem::take(branches);
        map.shift_remove(key);
        match <[Value; 1]>::try_from(rest) {
            Ok([only]) => {
                map.insert("nullable".to_owned(), json!(true));
                inline(map, only);
            }
            Err(rest) if rest.is_empty() => set_null(map),
            Err(rest) => {
                map.insert("nullable".to_owned(), json!(true));
                map.insert(key.to_owned(), Value::Array(rest));
            }
        }
    }
}

/// The only branch joins the schema around it, by `allOf` where it is a reference or the two would clash.
fn inline(map: &mut Map<String, Value>, only: Value) {
    const NOTES: [&str; 6] = ["title", "description", "default", "example", "deprecated", "nullable"];
    match only {
        Value::Object(branch)
            if !branch.contains_key("$ref")
                && branch
                    .keys()
                    .all(|key| NOTES.contains(&key.as_str()) || !map.contains_key(key)) =>
        {
            for (key, value) in branch {
                map.entry(key).or_insert(value);
            }
        }
        other => match map.get_mut("allOf") {
            Some(Value::Array(all)) => all.push(other),
            _ => {
                map.insert("allOf".to_owned(), json!([other]));
            }
        },
    }
}

/// A `null` among the values of an `enum` is allowed by 3.0 only beside `nullable`.
pub(super) fn note_null_in_enum(map: &mut Map<String, Value>) {
    let has_null = map
        .get("enum")
        .and_then(Value::as_array)
        .is_some_and(|values| values.contains(&Value::Null));
    if has_null && !map.contains_key("type") {
        map.insert("nullable".to_owned(), json!(true));
    }
}
