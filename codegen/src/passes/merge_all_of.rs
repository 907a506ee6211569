//! `allOf` into one object: properties together, required fields together. An `allOf` of one reference stays,
//! as the way to describe a reference. What stands beside a union goes into each of its variants.

mod both;
mod combine;
mod join_unions;
mod spread;

use serde_json::{Map, Value, json};

use self::both::contradictions;
use self::combine::combine;
use self::spread::spread;
use super::inline_parts::spend;
use crate::Document;
use crate::keys::{ANY_VALUE, SCHEMA_NAME};
use crate::reference::join;
use crate::walk::{all_mut, has_any, reference, resolve};

/// How often a schema's parts are looked at: enough for 64 levels.
const MAX_ROUNDS: usize = 7;

/// How many values all copies may add together.
const MAX_COPIED_VALUES: usize = 400_000;

const CIRCLE: &str = "`allOf` and unions that contain each other have no end: taken as any JSON value";

/// See the module's documentation.
pub fn merge_all_of(document: &mut Document) -> usize {
    let mut changes = 0;
    let mut budget = MAX_COPIED_VALUES;
    let Document { root, findings, .. } = document;
    // A part can refer to a schema that is an `allOf` itself; each round resolves twice as many levels.
    for round in 1..=MAX_ROUNDS {
        let before = root.clone();
        let mut merged = 0;
        all_mut(root, &mut |pointer, schema| {
            let can_grow = round < MAX_ROUNDS && budget > 0;
            let needs = needs_merging(schema);
            let result = match needs {
                true if can_grow => merge(&before, schema, &mut budget, &mut |name| {
                    let pointer = join(&join(pointer, "properties"), name);
                    findings.warn(
                        pointer,
                        "the parts of `allOf` give it different types: the last one is taken",
                    );
                }),
                true => Err(CIRCLE.to_owned()),
                false => Ok(()),
            };
            merged += usize::from(needs);
            if let Err(why) = result {
                findings.warn(pointer, why.as_str());
                *schema = any(schema, why);
            } else if can_grow && spread(&before, schema) {
                merged += 1;
                spend(schema, &mut budget);
            }
        });
        changes += merged;
        if merged == 0 {
            break;
        }
    }
    changes
}

fn needs_merging(schema: &Value) -> bool {
    let Some(parts) = schema.get("allOf").and_then(Value::as_array) else {
        return false;
    };
    let only_reference = parts.len() == 1 && parts[0].get("$ref").is_some();
    // What says more about values than the reference does.
    let says_more = ["properties", "required", "enum", "items", "additionalProperties"];
    !only_reference || has_any(schema, &says_more)
}

fn any(schema: &Value, why: String) -> Value {
    let mut any = json!({});
    if let Some(description) = schema.get("description") {
        any["description"] = description.clone();
    }
    any[ANY_VALUE] = json!(why);
    any
}

/// Merges the parts of a schema; calls `contradicted` with the names of properties that can have no valid value.
fn merge(
    root: &Value,
    schema: &mut Value,
    budget: &mut usize,
    contradicted: &mut impl FnMut(&str),
) -> Result<(), String> {
    let Value::Object(outer) = schema else {
        return Ok(());
    };
    let Some(Value::Array(parts)) = outer.shift_remove("allOf") else {
        return Ok(());
    };
    let mut whole = Map::new();
    for part in &parts {
        let named = reference(part).is_some();
        let part = resolve(root, part);
        spend(part, budget);
        if *budget == 0 {
            return Err(CIRCLE.to_owned());
        }
        let Value::Object(part) = part else {
            continue;
        };
        let mut part = part.clone();
        if named {
            // What a shared schema says of itself is not what this one is.
            for key in ["description", "title", "nullable", SCHEMA_NAME] {
                part.shift_remove(key);
            }
        }
        contradictions(&whole, &part).for_each(&mut *contradicted);
        combine(root, &mut whole, part)?;
    }
    let outer = std::mem::take(outer);
    contradictions(&whole, &outer).for_each(contradicted);
    combine(root, &mut whole, outer)?;
    *schema = Value::Object(whole);
    Ok(())
}
