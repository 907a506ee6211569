//! Limits and defaults become words. The server checks limits, and its limits change before the document does: as types
//! they would refuse data that the service sends. Defaults are the server's: a client that sends them breaks models that
//! refuse the parameter.

use serde_json::{Map, Value};

use crate::Document;
use crate::walk::{all_mut, describe, plain};
use crate::words::code;

/// See the module's documentation.
pub fn limits(document: &mut Document) -> usize {
    let mut changes = 0;
    let Document { root, findings, .. } = document;
    all_mut(root, &mut |pointer, schema| {
        let Some(schema) = schema.as_object_mut() else {
            return;
        };
        // `not: {}` is the `false` of OpenAPI 3.1, of which there was a word already.
        if schema
            .shift_remove("not")
            .is_some_and(|not| not != Value::Object(Map::new()))
        {
            findings.warn(pointer, "`not` cannot be expressed; values are not checked against it");
        }
        if let Some(message) = widen(schema) {
            findings.warn(pointer, message);
        }
        for sentence in default(schema).into_iter().chain(sentences(schema)) {
            describe(schema, &sentence);
            changes += 1;
        }
    });
    changes
}

/// Drops a format that cannot hold the limits beside it, with a message, and notes that an integer needs 64 unsigned bits.
fn widen(schema: &mut Map<String, Value>) -> Option<String> {
    let format = schema.get("format").and_then(Value::as_str).unwrap_or_default();
    let bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
    let limits = || bounds.iter().filter_map(|key| schema.get(*key)?.as_number());
    let (low, high) = match format {
        "int8" => (i64::from(i8::MIN), i8::MAX as u64),
        "int16" => (i64::from(i16::MIN), i16::MAX as u64),
        "int32" => (i64::from(i32::MIN), i32::MAX as u64),
        "uint8" => (0, u64::from(u8::MAX)),
        "uint16" => (0, u64::from(u16::MAX)),
        "uint32" => (0, u64::from(u32::MAX)),
        "" if schema.get("type").is_some_and(|kind| kind == "integer") => {
            let is_unsigned = limits().any(|limit| limit.is_u64() && !limit.is_i64());
            if is_unsigned && !limits().any(|limit| limit.as_i64().is_some_and(|limit| limit < 0)) {
                schema.insert("format".to_owned(), Value::from("uint64"));
            }
            return None;
        }
        _ => return None,
    };
    // What is excluded may be next to the last.
    let fits = |limit: &serde_json::Number| {
        limit
            .as_f64()
            .is_some_and(|limit| limit >= low as f64 - 1.0 && limit <= high as f64 + 1.0)
    };
    if limits().all(fits) {
        return None;
    }
    let message = format!("`{format}` cannot hold the limits beside it; integers of 64 bits are generated");
    schema.shift_remove("format");
    Some(message)
}

fn default(schema: &mut Map<String, Value>) -> Option<String> {
    let named = ["default", "x-ms-client-default"].map(|key| schema.shift_remove(key));
    // That nothing is set by default needs no words.
    let default = named.into_iter().flatten().find(|default| !default.is_null())?;
    let shown = if default == "" {
        default.to_string()
    } else {
        plain(&default)
    };
    Some(format!("Default of the server: {}.", code(&shown)))
}

fn sentences(schema: &mut Map<String, Value>) -> Vec<String> {
    let mut take = |key: &str| schema.shift_remove(key).filter(|value| !value.is_null());
    let mut found = Vec::new();
    let (above, below) = (take("exclusiveMinimum"), take("exclusiveMaximum"));
    let (minimum, maximum) = (take("minimum"), take("maximum"));
    let excludes = |flag: &Option<Value>| *flag == Some(Value::Bool(true));
    match (minimum, maximum) {
        (Some(min), Some(max)) => {
            let (above, below) = (
                if excludes(&above) { "above " } else { "" },
                if excludes(&below) { "below " } else { "" },
            );
            found.push(format!("Range: {above}{min} to {below}{max}."));
        }
        (Some(min), None) if excludes(&above) => found.push(format!("More than {min}.")),
        (Some(min), None) => found.push(format!("At least {min}.")),
        (None, Some(max)) if excludes(&below) => found.push(format!("Less than {max}.")),
        (None, Some(max)) => found.push(format!("At most {max}.")),
        (None, None) => {}
    }
    if let Some(step) = take("multipleOf") {
        found.push(format!("A multiple of {step}."));
    }
    for (min, max, what) in [
        ("minLength", "maxLength", "characters"),
        ("minItems", "maxItems", "items"),
        ("minProperties", "maxProperties", "entries"),
    ] {
        match (take(min), take(max)) {
            (Some(min), Some(max)) => found.push(format!("{min} to {max} {what}.")),
            (Some(min), None) if min == 1 => found.push("Not empty.".to_owned()),
            (Some(min), None) => found.push(format!("At least {min} {what}.")),
            (None, Some(max)) => found.push(format!("At most {max} {what}.")),
            (None, None) => {}
        }
    }
    if take("uniqueItems") == Some(Value::Bool(true)) {
        found.push("No item twice.".to_owned());
    }
    if let Some(Value::String(pattern)) = take("pattern") {
        found.push(format!("Pattern: {}.", code(&pattern)));
    }
    found
}
