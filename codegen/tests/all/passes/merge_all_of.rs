use codegen::passes::merge_all_of;
use serde_json::{Value, json};

use super::{schemas, settles};

fn to(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

#[test]
fn parts_become_one_object() {
    let after = settles(
        merge_all_of,
        schemas(json!({
            "Base": {
                "type": "object", "title": "Base", "description": "The base.", "x-schema-name": "B", "required": ["a"],
                "properties": { "a": { "type": "string" }, "b": { "type": "string" } },
            },
            "Middle": { "allOf": [to("Base")], "properties": { "m": {} } },
            "Whole": {
                "description": "The whole.",
                "allOf": [to("Middle"), { "required": ["a", "c"], "properties": { "b": { "type": "integer" }, "c": {} } }],
            },
            "Holder": { "properties": { "list": { "items": { "allOf": [{ "type": "string" }, { "maxLength": 3 }] } } } },
        })),
    );
    assert_eq!(
        after.schemas()["Middle"],
        json!({
            "type": "object", "required": ["a"],
            "properties": { "a": { "type": "string" }, "b": { "type": "string" }, "m": {} },
        })
    );
    // What comes later wins; what a part says of itself is not said of the whole.
    assert_eq!(
        after.schemas()["Whole"],
        json!({
            "type": "object", "required": ["a", "c"], "description": "The whole.",
            "properties": { "a": { "type": "string" }, "b": { "type": "integer" }, "m": {}, "c": {} },
        })
    );
    assert_eq!(
        after.schemas()["Holder"]["properties"]["list"]["items"],
        json!({ "type": "string", "maxLength": 3 })
    );
    assert!(after.count >= 3);
    assert_eq!(
        after.warnings,
        ["/components/schemas/Whole/properties/b: the parts of `allOf` give it different types: the last one is taken"]
    );
}

#[test]
fn one_reference_stays_as_the_way_to_describe_it() {
    let root = schemas(json!({ "A": {}, "B": { "allOf": [to("A")], "description": "An A.", "nullable": true } }));
    let after = settles(merge_all_of, root.clone());
    assert_eq!((after.root, after.count), (root, 0));
    // With a requirement of its own it is more than a description.
    let root = schemas(json!({
        "A": { "properties": { "x": {} } },
        "B": { "allOf": [to("A")], "required": ["x"] },
    }));
    let after = settles(merge_all_of, root);
    assert_eq!(
        after.schemas()["B"],
        json!({ "properties": { "x": {} }, "required": ["x"] })
    );
}

#[test]
fn parts_that_contradict_each_other_are_any_value_with_a_warning() {
    for (parts, why) in [
        (
            json!([{ "type": "string" }, { "type": "object" }]),
            r#"the parts of `allOf` are of different types ("string" and "object"): taken as any JSON value"#,
        ),
        (
            json!([{ "oneOf": [to("A")] }, { "oneOf": [to("B")] }]),
            "two parts of `allOf` are unions without a common variant: taken as any JSON value",
        ),
    ] {
        let after = settles(
            merge_all_of,
            schemas(
                json!({ "A": { "type": "string" }, "B": { "type": "integer" }, "S": { "description": "d", "allOf": parts } }),
            ),
        );
        assert_eq!(after.schemas()["S"], json!({ "description": "d", "x-any-value": why }));
        assert_eq!(after.warnings, [format!("/components/schemas/S: {why}")]);
    }
}

#[test]
fn two_unions_are_one_of_what_both_allow() {
    let object = |field: &str| json!({ "type": "object", "properties": { field: {} } });
    let after = settles(
        merge_all_of,
        schemas(json!({
            "A": object("a"), "B": object("b"), "C": object("c"),
            // Said again, in other words and with one variant less.
            "Again": { "allOf": [
                { "properties": { "stop": { "oneOf": [
                    { "type": "string", "nullable": true }, { "type": "array", "items": { "type": "string" } }, to("A"),
                ] } } },
                { "properties": { "stop": { "description": "d", "oneOf": [
                    { "type": "string" }, { "type": "array", "maxItems": 4, "items": { "type": "string", "example": "x" } },
                ] } } },
            ] },
            // Objects of both.
            "Both": { "allOf": [{ "oneOf": [to("A"), { "type": "string" }] }, { "anyOf": [to("B"), to("C")] }] },
        })),
    );
    assert_eq!(
        after.schemas()["Again"]["properties"]["stop"]["oneOf"],
        json!([
            { "type": "string" },
            { "type": "array", "maxItems": 4, "items": { "type": "string", "example": "x" } },
        ])
    );
    assert_eq!(
        after.schemas()["Both"],
        json!({ "oneOf": [
            { "title": "A B", "type": "object", "properties": { "a": {}, "b": {} } },
            { "title": "A C", "type": "object", "properties": { "a": {}, "c": {} } },
        ] })
    );
    assert!(after.warnings.is_empty(), "{:?}", after.warnings);
}

#[test]
fn schemas_that_extend_each_other_come_to_an_end() {
    super::once(
        merge_all_of,
        schemas(json!({
            "A": { "allOf": [to("B"), { "properties": { "a": {} } }] },
            "B": { "allOf": [to("A"), { "properties": { "b": {} } }] },
        })),
    );
}

#[test]
fn constraints_of_both_parts_hold_for_a_property() {
    let after = settles(
        merge_all_of,
        schemas(json!({
            "State": { "type": "string", "enum": ["a", "b"] },
            "S": { "allOf": [
                { "properties": {
                    "words": to("State"), "number": { "type": "number" },
                    "inner": { "type": "object", "properties": { "x": { "type": "string" } } },
                    "letter": { "enum": ["a", "b"] },
                } },
                { "properties": {
                    "words": { "description": "d" }, "number": { "type": "integer" },
                    "inner": { "properties": { "y": { "type": "string" } } },
                    "letter": { "enum": ["b", "c"] },
                } },
            ] },
        })),
    );
    assert_eq!(
        after.schemas()["S"]["properties"],
        json!({
            "words": { "allOf": [to("State")], "description": "d" },
            "number": { "type": "integer" },
            "inner": { "type": "object", "properties": { "x": { "type": "string" }, "y": { "type": "string" } } },
            "letter": { "enum": ["b"] },
        })
    );
}

#[test]
fn properties_go_into_the_variants_beside_them() {
    let after = settles(
        merge_all_of,
        schemas(json!({
            "A": { "type": "object", "properties": { "a": {} } },
            "S": { "type": "object", "description": "d", "properties": { "s": {} }, "oneOf": [to("A"), { "required": ["s"] }] },
            "T": { "properties": { "s": {} }, "anyOf": [{ "required": ["s"] }, {}] },
        })),
    );
    assert_eq!(
        after.schemas()["S"],
        json!({ "description": "d", "oneOf": [
            { "type": "object", "properties": { "s": {}, "a": {} }, "title": "A" },
            { "type": "object", "properties": { "s": {} }, "required": ["s"] },
        ] })
    );
    assert_eq!(after.schemas()["T"], json!({ "properties": { "s": {} } }));
}

#[test]
fn unions_and_parts_that_contain_each_other_have_an_end() {
    let to = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    let part = json!({ "type": "object", "properties": { "a": { "type": "string" } } });
    let schemas = json!({
        "Whole": { "oneOf": [to("Whole"), to("Part"), to("Other")] },
        "Part": { "allOf": [to("Whole"), part] },
        "Other": { "allOf": [to("Part"), part] },
    });
    let after = super::once(
        codegen::passes::merge_all_of,
        json!({ "components": { "schemas": schemas } }),
    );
    assert!(
        after
            .warnings
            .iter()
            .any(|warning| warning.contains("contain each other")),
        "{:?}",
        after.warnings.first()
    );
}
