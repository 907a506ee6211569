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
        for sentence in default(schema).into_iter().chain(sentences(schema)) {
            describe(schema, &sentence);
            changes += 1;
        }
    });
    changes
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
