//! The first api-versions that take a property or a value become words: `x-since` on a property, or on an enumeration
//! with an entry for each newer value. Two versions are the first one and the first stable one. Operations keep a table of
//! the fields of their bodies.

use serde_json::{Map, Value, json};

use crate::Document;
use crate::keys::SINCE;
use crate::walk::{all_mut, describe, fields, operations, operations_mut, resolve, text};

/// See the module's documentation. A version that is not a date, or is said of a value that the enumeration does not have,
/// is an error.
pub fn since(document: &mut Document) -> usize {
    let fields: Vec<_> = operations(&document.root)
        .iter()
        .map(|operation| newer_fields(&document.root, operation.value))
        .collect();
    let mut fields = fields.into_iter();
    operations_mut(&mut document.root, |_, _, operation| {
        if let Some(fields) = fields.next().filter(|fields| !fields.is_empty()) {
            operation.insert(SINCE.to_owned(), Value::Object(fields));
        }
    });
    let mut changes = 0;
    let Document { root, findings, .. } = document;
    all_mut(root, &mut |pointer, schema| {
        let Value::Object(schema) = schema else {
            return;
        };
        let Some(since) = schema.shift_remove(SINCE) else {
            return;
        };
        match rewrite(schema, &since) {
            Ok(()) => changes += 1,
            Err(message) => findings.error(pointer, message),
        }
    });
    changes
}

/// The fields of a body that not every api-version takes.
fn newer_fields(root: &Value, operation: &Value) -> Map<String, Value> {
    let contents = fields(operation.pointer("/requestBody/content"));
    contents
        .flat_map(|(_, content)| fields(resolve(root, &content["schema"]).get("properties")))
        .filter_map(|(name, property)| Some((name.clone(), Value::from(property.get(SINCE)?.as_str()?))))
        .collect()
}

fn rewrite(schema: &mut Map<String, Value>, since: &Value) -> Result<(), String> {
    let Some(values) = since.as_object() else {
        describe(schema, &sentence(since)?);
        return Ok(());
    };
    for (value, versions) in values {
        let listed = schema.get("enum").and_then(Value::as_array);
        if !listed.is_some_and(|listed| listed.iter().any(|other| other == value)) {
            return Err(format!(
                "`{SINCE}` names {value:?}, which the enumeration does not have"
            ));
        }
        describe_value(schema, value, &sentence(versions)?);
    }
    Ok(())
}

/// Adds a sentence to what `x-ms-enum` says of a value.
fn describe_value(schema: &mut Map<String, Value>, value: &str, sentence: &str) {
    let annotation = schema.entry("x-ms-enum").or_insert_with(|| json!({}));
    let Some(annotation) = annotation.as_object_mut() else {
        return;
    };
    let Some(values) = annotation.entry("values").or_insert_with(|| json!([])).as_array_mut() else {
        return;
    };
    match values.iter_mut().find(|entry| text(&**entry, "value") == value) {
        Some(Value::Object(entry)) => describe(entry, sentence),
        _ => values.push(json!({"value": value, "description": sentence})),
    }
}

fn sentence(since: &Value) -> Result<String, String> {
    let text = since.as_str().unwrap_or_default();
    let (first, stable) = match text.split_once(", ") {
        Some((first, stable)) => (first, Some(stable)),
        None => (text, None),
    };
    let dates = [Some(first.strip_suffix("-preview").unwrap_or(first)), stable];
    if !dates.into_iter().flatten().all(is_date) {
        return Err(format!(
            "`{SINCE}` is {since}, not an api-version such as \"2024-08-01-preview\" or \
             \"2024-08-01-preview, 2024-10-21\""
        ));
    }
    Ok(match stable {
        Some(stable) => format!("Since api-version {first} (stable: {stable})."),
        None => format!("Since api-version {first}."),
    })
}

fn is_date(text: &str) -> bool {
    let digits = |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    matches!(text.split('-').collect::<Vec<_>>()[..], [y, m, d] if digits(y, 4) && digits(m, 2) && digits(d, 2))
}
