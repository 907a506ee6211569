//! Each response type, with its body changed in each place, one at a time.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tests::json::{lost, without_empties, without_nulls};

use super::mutation::{Change, Place, Step, at, change, is_struct, places};
use crate::samples::{self, Sample};

/// Decodes each body with the change in each place, and returns the failures, a line for each type and field.
fn failures(what: Change, check: fn(&Value, &Value) -> Vec<String>) -> BTreeSet<String> {
    let mut failures = BTreeSet::new();
    for sample in samples::all() {
        for place in places(&sample.body) {
            let Some(body) = change(&sample.body, &place, what) else {
                continue;
            };
            // A base64 embedding is a string whose content is decoded.
            if what == Change::Rename && place.contains(&Step::Field("embedding".into())) {
                continue;
            }
            let name = name(&sample, &place);
            match sample.round_trip(&body) {
                Ok(encoded) => {
                    failures.extend(check(&body, &encoded).into_iter().map(|text| format!("{name}: {text}")))
                }
                Err(error) => drop(failures.insert(format!("{name}: {error}"))),
            }
        }
    }
    failures
}

fn name(sample: &Sample, place: &Place) -> String {
    let steps = place.iter().map(|step| match step {
        Step::Field(name) => format!(".{name}"),
        Step::Item(_) => "[]".to_owned(),
    });
    format!("{}{}", sample.name, steps.collect::<String>())
}

fn assert_none(failures: &BTreeSet<String>) {
    let text: Vec<_> = failures.iter().map(String::as_str).collect();
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), text.join("\n"));
}

/// Compares JSON, `null` fields aside.
fn same(body: &Value, encoded: &Value) -> Vec<String> {
    let (body, encoded) = (without_nulls(body), without_nulls(encoded));
    let mut differences = lost(&body, &encoded);
    differences.extend(lost(&encoded, &body).into_iter().map(|text| format!("(added) {text}")));
    differences
}

/// Checks that every value is kept, and that every additional one stands for "absent".
fn same_but_for_defaults(body: &Value, encoded: &Value) -> Vec<String> {
    let (body, encoded) = (without_empties(body), without_empties(encoded));
    let mut differences = lost(&body, &encoded);
    for place in places(&encoded) {
        let pointer: String = place
            .iter()
            .map(|step| match step {
                Step::Field(name) => format!("/{name}"),
                Step::Item(index) => format!("/{index}"),
            })
            .collect();
        let value = at(&encoded, &place);
        if body.pointer(&pointer).is_none() && !stands_for_absent(value) {
            differences.push(format!("{pointer} was made up: {value}"));
        }
    }
    differences
}

/// Whether a missing required field may have the value: empty, or the only one that the specification allows.
fn stands_for_absent(value: &Value) -> bool {
    const CONSTANTS: [&str; 8] = [
        "chat.completion",
        "text_completion",
        "list",
        "embedding",
        "model",
        "deployment",
        "function",
        "wandb",
    ];
    match value {
        Value::String(text) => text.is_empty() || CONSTANTS.contains(&text.as_str()),
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::Bool(value) => !value,
        Value::Object(fields) => fields.values().all(stands_for_absent),
        Value::Array(items) => items.is_empty(),
        Value::Null => true,
    }
}

#[test]
fn bodies_encode_as_they_were_decoded() {
    for sample in samples::all() {
        let encoded = sample.round_trip(&sample.body).unwrap();
        assert_eq!(without_nulls(&encoded), without_nulls(&sample.body), "{}", sample.name);
    }
}

#[test]
fn unknown_fields_are_kept_at_every_level() {
    assert_none(&failures(Change::Add, same));
}

#[test]
fn unknown_values_and_tags_are_kept_at_every_level() {
    assert_none(&failures(Change::Rename, same));
}

#[test]
fn missing_field_decodes_at_every_level() {
    assert_none(&failures(Change::Drop, same_but_for_defaults));
}

#[test]
fn null_decodes_as_absent_at_every_level() {
    assert_none(&failures(Change::Null, same_but_for_defaults));
}

#[test]
fn empty_object_decodes_as_every_response() {
    let failures: BTreeSet<_> = samples::all()
        .iter()
        .filter_map(|sample| Some(format!("{}: {}", sample.name, sample.round_trip(&json!({})).err()?)))
        .collect();
    assert_none(&failures);
}

/// Empty lists and maps, in every place that has one.
#[test]
fn empty_list_is_kept_or_absent() {
    for sample in samples::all() {
        for place in places(&sample.body) {
            let value = at(&sample.body, &place);
            let empty = match value {
                Value::Array(_) => json!([]),
                Value::Object(_) if !is_struct(&sample.body, &place) => json!({}),
                _ => continue,
            };
            let mut body = sample.body.clone();
            set(&mut body, &place, empty);
            let encoded = sample
                .round_trip(&body)
                .unwrap_or_else(|error| panic!("{}: {error}", name(&sample, &place)));
            assert_eq!(
                without_empties(&encoded),
                without_empties(&body),
                "{}",
                name(&sample, &place)
            );
        }
    }
}

fn set(body: &mut Value, place: &[Step], value: Value) {
    let target = place.iter().fold(body, |value, step| match step {
        Step::Field(name) => &mut value[name],
        Step::Item(index) => &mut value[index],
    });
    *target = value;
}
