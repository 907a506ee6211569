//! Each response type, with each field in turn of another JSON type than specified.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tests::json::{lost, without_empties, without_nulls};

use super::mutation::{Place, Step, at, places};
use crate::samples;

/// A value of each JSON type, empty and not.
fn values() -> [Value; 11] {
    [
        json!("odd"),
        json!("7"),
        json!(7),
        json!(-0.5),
        json!(true),
        json!([]),
        json!(["odd"]),
        json!([{"odd": 1}]),
        json!([[1]]),
        json!({}),
        json!({"odd": {"deep": [1]}}),
    ]
}

fn kind(value: &Value) -> u8 {
    match value {
        Value::Null => 0,
        Value::Bool(_) => 1,
        Value::Number(_) => 2,
        Value::String(_) => 3,
        Value::Array(_) => 4,
        Value::Object(_) => 5,
    }
}

/// The body without what is at the path.
fn without(body: &Value, place: &[Step]) -> Value {
    let mut body = body.clone();
    let Some((last, parents)) = place.split_last() else {
        return Value::Null;
    };
    let parent = parents.iter().try_fold(&mut body, |value, step| match step {
        Step::Field(name) => value.get_mut(name),
        Step::Item(index) => value.get_mut(*index),
    });
    match (parent, last) {
        (Some(Value::Object(fields)), Step::Field(name)) => drop(fields.remove(name)),
        (Some(Value::Array(items)), Step::Item(index)) if *index < items.len() => drop(items.remove(*index)),
        _ => {}
    }
    body
}

fn with(body: &Value, place: &[Step], value: Value) -> Value {
    let mut body = body.clone();
    let target = place.iter().fold(&mut body, |value, step| match step {
        Step::Field(name) => &mut value[name],
        Step::Item(index) => &mut value[index],
    });
    *target = value;
    body
}

fn shown(place: &Place) -> String {
    let steps = place.iter().map(|step| match step {
        Step::Field(name) => format!(".{name}"),
        Step::Item(_) => "[]".to_owned(),
    });
    steps.collect()
}

#[test]
fn field_of_another_json_type_costs_no_other_field() {
    let (mut failures, mut count) = (BTreeSet::new(), 0);
    for sample in samples::all() {
        for (number, place) in places(&sample.body).into_iter().enumerate().skip(1) {
            // Each field with a third of the values, each value in a third of the fields: all of them take a minute.
            for value in values().into_iter().skip(number % 3).step_by(3) {
                if kind(at(&sample.body, &place)) == kind(&value) {
                    continue;
                }
                count += 1;
                let body = with(&sample.body, &place, value.clone());
                let name = format!("{}{} as {value}", sample.name, shown(&place));
                match sample.round_trip(&body) {
                    Ok(encoded) => {
                        let plain = |body: &Value| without_empties(&without_nulls(&without(body, &place)));
                        let differences = lost(&plain(&body), &plain(&encoded));
                        failures.extend(differences.into_iter().map(|text| format!("{name}: {text}")));
                    }
                    Err(error) => drop(failures.insert(format!("{name}: {error}"))),
                }
            }
        }
    }
    let text: Vec<_> = failures.iter().map(String::as_str).collect();
    assert!(
        failures.is_empty(),
        "{} failures of {count}:\n{}",
        failures.len(),
        text.join("\n")
    );
    assert!(count > 3_000, "only {count} changes were tried");
}
