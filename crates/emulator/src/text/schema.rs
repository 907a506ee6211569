//! Reads the keywords of a JSON Schema.

use serde_json::{Map, Value};

/// The type to make: the first that isn't null, or the one that the other keywords imply.
pub(super) fn kind(schema: &Map<String, Value>) -> &str {
    match schema.get("type") {
        Some(Value::String(kind)) => kind,
        Some(Value::Array(kinds)) => {
            let mut kinds = kinds.iter().filter_map(Value::as_str);
            kinds.find(|kind| *kind != "null").unwrap_or("null")
        }
        _ if schema.contains_key("properties") || schema.contains_key("required") => "object",
        _ if schema.contains_key("items") || schema.contains_key("prefixItems") => "array",
        _ if ["minimum", "maximum", "multipleOf"]
            .iter()
            .any(|keyword| schema.contains_key(*keyword)) =>
        {
            "number"
        }
        _ => "string",
    }
}

/// Whether null is one of the types listed.
pub(super) fn may_be_null(schema: &Map<String, Value>) -> bool {
    let types = schema.get("type").and_then(Value::as_array);
    types.is_some_and(|types| types.iter().any(|kind| kind == "null"))
}

/// Adds the keywords of `more`; properties and required names are joined, otherwise the first keyword counts.
pub(super) fn merge(schema: &mut Map<String, Value>, more: Map<String, Value>) {
    for (keyword, value) in more {
        match (schema.get_mut(&keyword), value) {
            (Some(Value::Object(fields)), Value::Object(others)) if keyword == "properties" => {
                others.into_iter().for_each(|(name, other)| {
                    fields.entry(name).or_insert(other);
                });
            }
            (Some(Value::Array(names)), Value::Array(others)) if keyword == "required" => {
                others.into_iter().for_each(|name| {
                    if !names.contains(&name) {
                        names.push(name);
                    }
                });
            }
            (Some(_), _) => {}
            (None, value) => {
                schema.insert(keyword, value);
            }
        }
    }
}
