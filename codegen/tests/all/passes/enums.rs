use codegen::passes::enums;
use serde_json::{Value, json};

use super::{once, schemas};

fn after(schema: Value) -> (Value, usize) {
    let after = once(enums, schemas(json!({ "S": schema })));
    (after.schemas()["S"].clone(), after.count)
}

#[test]
fn texts_keep_their_values_and_what_is_said_of_each() {
    let schema = json!({
        "enum": ["a", "b", "a", null],
        "format": "x",
        "x-ms-enum": { "name": "Letter", "modelAsString": true, "values": [
            { "value": "b", "description": "The b." }, { "value": "a" }, { "value": "z", "description": "Gone." },
        ] },
    });
    let expected = json!({
        "nullable": true,
        "x-schema-name": "Letter",
        "type": "string",
        "enum": ["a", "b"],
        "x-enum-descriptions": { "b": "The b." },
    });
    assert_eq!(after(schema), (expected, 1));
}

#[test]
fn a_name_that_is_there_wins() {
    let schema = json!({ "type": "string", "enum": ["a"], "x-schema-name": "Mine", "x-ms-enum": { "name": "Theirs" } });
    let expected = json!({ "type": "string", "enum": ["a"], "x-schema-name": "Mine" });
    assert_eq!(after(schema), (expected, 1));
}

#[test]
fn values_of_any_scalar_type_are_kept() {
    for values in [json!([1, 2]), json!(["a", 1, true]), json!(["m", "M"])] {
        let schema = json!({ "enum": values, "x-ms-enum": {}, "description": "d" });
        let (after, count) = after(schema);
        assert_eq!(
            (&after["enum"], &after["description"], count),
            (&values, &json!("d"), 1)
        );
    }
    assert_eq!(
        after(json!({ "type": "boolean", "enum": [true, false] })),
        (json!({ "type": "boolean" }), 1)
    );
}

#[test]
fn values_that_are_objects_are_said_in_words() {
    let schema = json!({ "enum": [{ "a": 1 }, 2], "description": "d" });
    let expected = json!({ "description": "d\n\nOne of `{\"a\":1}`, `2`." });
    assert_eq!(after(schema), (expected, 1));
}

#[test]
fn alternatives_of_texts_are_one_enumeration() {
    for (variants, expected) in [
        (
            json!([{ "type": "string" }, { "type": "string", "enum": ["a", "b"] }]),
            json!({ "type": "string", "enum": ["a", "b"] }),
        ),
        (
            json!([{ "type": "string", "enum": ["a"], "description": "The a." }, { "type": "string", "enum": ["b"] }]),
            json!({ "type": "string", "enum": ["a", "b"], "x-enum-descriptions": { "a": "The a." } }),
        ),
        (
            json!([{ "type": "string" }, { "type": "string", "maxLength": 3 }]),
            json!({ "type": "string" }),
        ),
    ] {
        assert_eq!(after(json!({ "anyOf": variants })).0, expected);
    }
    let union = json!({ "anyOf": [{ "type": "string", "enum": ["a"] }, { "type": "integer" }] });
    assert_eq!(after(union.clone()).0, union);
}

#[test]
fn an_annotation_without_values_goes() {
    assert_eq!(
        after(json!({ "type": "string", "x-ms-enum": {} })),
        (json!({ "type": "string" }), 0)
    );
}
