use codegen::passes::tagged_unions;
use serde_json::{Value, json};

use super::{schemas, settles};

fn to(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

#[test]
fn a_base_becomes_a_union_of_those_that_extend_it() {
    let after = settles(
        tagged_unions,
        schemas(json!({
            "Shape": {
                "type": "object",
                "description": "A shape.",
                "required": ["kind"],
                "discriminator": { "propertyName": "kind", "mapping": { "sq": "#/components/schemas/Square" } },
                "properties": { "kind": { "type": "string", "description": "Which." }, "name": { "type": "string" } },
            },
            "Circle": { "x-ms-discriminator-value": "Round", "allOf": [to("Shape"), { "properties": { "radius": {} } }] },
            "Square": { "allOf": [to("Shape")], "properties": { "side": {} } },
            "Plain": { "allOf": [to("Shape")] },
            "Cube": { "allOf": [to("Square")] },
            "Owner": { "allOf": [{ "properties": { "shape": to("Shape") } }] },
        })),
    );
    let inherited = json!({
        "type": "object",
        "required": ["kind"],
        "properties": { "name": { "type": "string" } },
    });
    let kind = |value: &str| json!({ "type": "string", "description": "Which.", "x-constant": value });
    assert_eq!(
        after.schemas(),
        &json!({
            "Shape": {
                "description": "A shape.",
                "oneOf": [to("Circle"), to("Square"), to("Cube"), to("Plain")],
                "discriminator": { "propertyName": "kind", "mapping": {
                    "Round": "#/components/schemas/Circle",
                    "sq": "#/components/schemas/Square",
                    "Cube": "#/components/schemas/Cube",
                    "Plain": "#/components/schemas/Plain",
                } },
            },
            "Circle": {
                "allOf": [inherited, { "properties": { "radius": {} } }],
                "properties": { "kind": kind("Round") },
                "required": ["kind"],
            },
            "Square": {
                "allOf": [inherited],
                "properties": { "kind": kind("sq"), "side": {} },
                "required": ["kind"],
            },
            "Plain": { "allOf": [inherited], "properties": { "kind": kind("Plain") }, "required": ["kind"] },
            "Cube": {
                "allOf": [to("Square")],
                "properties": { "kind": { "type": "string", "x-constant": "Cube" } },
                "required": ["kind"],
            },
            "Owner": { "allOf": [{ "properties": { "shape": to("Shape") } }] },
        })
    );
    assert_eq!((after.count, after.warnings.len()), (1, 0));
}

#[test]
fn a_tag_of_an_enumeration_keeps_its_type() {
    for (declared, expected) in [
        (to("Kind"), json!({ "allOf": [to("Kind")], "x-constant": "A" })),
        (
            json!({ "allOf": [to("Kind")], "description": "d" }),
            json!({ "allOf": [to("Kind")], "description": "d", "x-constant": "A" }),
        ),
    ] {
        let after = settles(
            tagged_unions,
            schemas(json!({
                "Base": { "discriminator": { "propertyName": "kind" }, "properties": { "kind": declared } },
                "A": { "allOf": [to("Base")], "required": ["x"] },
                "Kind": { "enum": ["A"] },
            })),
        );
        assert_eq!(after.schemas()["A"]["properties"], json!({ "kind": expected }));
        assert_eq!(after.schemas()["A"]["required"], json!(["kind", "x"]));
    }
}

#[test]
fn a_base_within_a_base_counts_for_both_where_the_tag_is_the_same() {
    // An inner base may come first in the document.
    let tree = |inner: &str| {
        schemas(json!({
            "Inner": { "allOf": [to("Base")], "discriminator": { "propertyName": inner }, "properties": { "more": {} } },
            "Base": { "discriminator": { "propertyName": "kind" }, "properties": { "kind": {} } },
            "Leaf": { "allOf": [to("Inner")] },
        }))
    };
    let same = settles(tagged_unions, tree("kind"));
    assert_eq!(same.schemas()["Base"]["oneOf"], json!([to("Inner"), to("Leaf")]));
    assert_eq!(same.schemas()["Inner"]["oneOf"], json!([to("Leaf")]));
    let other = settles(tagged_unions, tree("more"));
    assert_eq!(other.schemas()["Base"]["oneOf"], json!([to("Inner")]));
    assert_eq!(other.schemas()["Inner"]["oneOf"], json!([to("Leaf")]));
    assert_eq!((same.count, other.count), (2, 2));
}

#[test]
fn discriminator_that_distinguishes_nothing_goes_with_a_warning() {
    let after = settles(
        tagged_unions,
        schemas(json!({ "Base": { "discriminator": { "propertyName": "kind" }, "properties": { "kind": {} } } })),
    );
    assert_eq!(after.schemas(), &json!({ "Base": { "properties": { "kind": {} } } }));
    assert_eq!(after.count, 0);
    assert_eq!(
        after.warnings,
        ["/components/schemas/Base: the discriminator has no effect: no other schema names this one in `allOf`"]
    );
}

#[test]
fn a_one_of_keeps_its_variants_and_takes_their_tags() {
    for key in ["oneOf", "anyOf"] {
        let after = settles(
            tagged_unions,
            schemas(json!({
                "Event": {
                    key: [to("Started"), to("Stopped"), to("Paused")],
                    "discriminator": { "propertyName": "type", "mapping": { "stop": "#/components/schemas/Stopped" } },
                },
                "Started": { "properties": { "at": {}, "type": { "type": "string", "enum": ["started"] } }, "required": ["type"] },
                "Stopped": { "properties": { "type": { "type": "string" } } },
                "Paused": { "type": "object" },
            })),
        );
        let tag = |value: &str| json!({ "type": "string", "x-constant": value });
        assert_eq!(
            after.schemas(),
            &json!({
                "Event": {
                    "oneOf": [to("Started"), to("Stopped"), to("Paused")],
                    "discriminator": { "propertyName": "type", "mapping": {
                        "started": "#/components/schemas/Started",
                        "stop": "#/components/schemas/Stopped",
                        "Paused": "#/components/schemas/Paused",
                    } },
                },
                "Started": { "properties": { "type": tag("started"), "at": {} }, "required": ["type"] },
                "Stopped": { "properties": { "type": tag("stop") }, "required": ["type"] },
                "Paused": { "type": "object", "properties": { "type": tag("Paused") }, "required": ["type"] },
            })
        );
        assert_eq!(after.count, 1);
    }
}

#[test]
fn a_variant_that_is_no_object_leaves_the_union_to_its_shapes() {
    let variants = json!([to("A"), to("B")]);
    let document = json!({
        "U": { "oneOf": variants, "discriminator": { "propertyName": "type" } },
        "A": {},
        "B": { "type": "string", "format": "duration" },
    });
    let after = settles(tagged_unions, schemas(document));
    assert_eq!(after.schemas()["U"], json!({ "oneOf": variants }));
    assert_eq!(after.schemas()["B"], json!({ "type": "string", "format": "duration" }));
    assert_eq!(after.warnings.len(), 1);
}

#[test]
fn a_variant_that_is_written_in_place_leaves_the_union_to_its_shapes() {
    let variants = json!([to("A"), { "type": "string" }]);
    let after = settles(
        tagged_unions,
        schemas(json!({ "U": { "oneOf": variants, "discriminator": { "propertyName": "type" } }, "A": {} })),
    );
    assert_eq!(after.schemas(), &json!({ "U": { "oneOf": variants }, "A": {} }));
    assert_eq!(after.count, 0);
    assert_eq!(
        after.warnings,
        [
            "/components/schemas/U: a variant of a union with a discriminator has no tag: the union is distinguished by shape instead"
        ]
    );
}

#[test]
fn bases_that_extend_each_other_come_to_an_end() {
    super::once(
        tagged_unions,
        schemas(json!({
            "A": { "allOf": [to("B")], "discriminator": { "propertyName": "kind" }, "properties": { "kind": {} } },
            "B": { "allOf": [to("A")], "discriminator": { "propertyName": "kind" } },
        })),
    );
}
