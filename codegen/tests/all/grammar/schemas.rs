//! Random schemas.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Names of component schemas, some of which generated code has uses of its own for.
pub(super) const SCHEMAS: [&str; 14] = [
    "A",
    "Key",
    "Whole",
    "Option",
    "p1",
    "smart_salmon",
    "Pet",
    "Value",
    "T",
    "Self",
    "Client",
    "Things",
    "Error",
    "a.b-c",
];

const PROPERTIES: [&str; 16] = [
    "id", "type", "self", "a-b", "aB", "A", "extra", "new", "@kind", "1st", "crate", "a_b", "", "ü", "default",
    "with_id",
];

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

pub(super) fn scalar() -> impl Strategy<Value = Value> + Clone {
    let text = |format: &str| json!({ "type": "string", "format": format });
    let number = |kind: &str, format: &str| json!({ "type": kind, "format": format });
    let plain = select(vec![
        json!({ "type": "string" }),
        json!({ "type": "string", "default": "b", "maxLength": 3, "pattern": "^b" }),
        text("date-time"),
        text("date-time-rfc1123"),
        text("date"),
        text("time"),
        text("duration"),
        text("byte"),
        text("base64url"),
        text("binary"),
        text("uuid"),
        text("password"),
        text("uri"),
        json!({ "type": "integer" }),
        json!({ "type": "integer", "format": "int32", "minimum": 1 }),
        json!({ "type": "integer", "minimum": 0, "maximum": 18_446_744_073_709_551_615_u64 }),
        number("integer", "int8"),
        number("integer", "uint64"),
        number("integer", "unixtime"),
        number("number", "float"),
        number("number", "int64"),
        json!({ "type": "number", "default": 0.5 }),
        json!({ "type": "boolean", "default": true }),
        json!({ "type": "string", "enum": ["a", "A", "b c", "", "1"] }),
        json!({ "type": "string", "enum": ["only"] }),
        json!({ "type": "string", "enum": ["Self", "unknown", "Unknown", "-1", "+1", "é"] }),
        json!({ "type": "string", "enum": ["x", "y"], "x-ms-enum": { "name": "Letter", "modelAsString": true } }),
        json!({ "type": "integer", "enum": [1, 2] }),
        json!({ "type": "integer", "enum": [-1], "x-enum-varnames": ["Nothing"] }),
        json!({ "type": "number", "enum": [1.5, -1.5, 2] }),
        json!({ "type": "boolean", "enum": [true] }),
        json!({ "enum": ["a", 1, true, 2.5] }),
        json!({}),
    ]);
    (plain, any::<bool>()).prop_map(|(mut schema, nullable)| {
        if nullable && schema.get("type").is_some() {
            schema["nullable"] = json!(true);
        }
        schema
    })
}

pub(super) fn object(inner: impl Strategy<Value = Value> + Clone + 'static) -> impl Strategy<Value = Value> + Clone {
    let direction = select(vec![
        "",
        "",
        "",
        "",
        "readOnly",
        "writeOnly",
        "deprecated",
        "x-ms-client-name",
    ]);
    let property = (select(&PROPERTIES[..]), inner, any::<bool>(), direction);
    let rest = select(vec![
        json!(null),
        json!(true),
        json!(false),
        json!({ "type": "string" }),
        json!({ "type": "integer", "format": "int32" }),
        reference("A"),
    ]);
    (prop::collection::vec(property, 0..4), rest).prop_map(|(list, rest)| {
        let (mut properties, mut required) = (Map::new(), Vec::new());
        for (name, mut schema, is_required, direction) in list {
            // What stands beside a reference says nothing in OpenAPI 3.0.
            match direction {
                "" => {}
                _ if schema.get("$ref").is_some() => {}
                "x-ms-client-name" => schema[direction] = json!("renamed"),
                _ => schema[direction] = json!(true),
            }
            if properties.insert(name.to_owned(), schema).is_none() && is_required {
                required.push(name);
            }
        }
        let mut object = json!({ "type": "object", "properties": properties });
        if !required.is_empty() {
            object["required"] = json!(required);
        }
        if !rest.is_null() {
            object["additionalProperties"] = rest;
        }
        object
    })
}

pub(super) fn schema() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![3 => scalar(), 2 => select(&SCHEMAS[..]).prop_map(reference)];
    leaf.prop_recursive(3, 16, 4, |inner| {
        let list = |key: &'static str, inner: BoxedStrategy<Value>| {
            prop::collection::vec(inner, 1..4).prop_map(move |list| json!({ key: list }))
        };
        prop_oneof![
            object(inner.clone()),
            (inner.clone(), any::<bool>()).prop_map(|(items, nullable)| match nullable {
                true => json!({ "type": "array", "items": items, "nullable": true, "uniqueItems": true }),
                false => json!({ "type": "array", "items": items }),
            }),
            inner
                .clone()
                .prop_map(|values| json!({ "type": "object", "additionalProperties": values })),
            list("oneOf", inner.clone().boxed()),
            list("anyOf", inner.clone().boxed()),
            // What a reference says, and a description: how 3.0 documents annotate one.
            (select(&SCHEMAS[..]), any::<bool>()).prop_map(
                |(name, nullable)| json!({ "allOf": [reference(name)], "nullable": nullable, "title": "One" })
            ),
        ]
    })
    .boxed()
}

/// A component: never a bare reference, and `allOf` extends those before it alone, since a ring of these means nothing.
/// Unions refer to any, so that unions and `allOf` lead in rings.
pub(super) fn component(index: usize) -> impl Strategy<Value = Value> {
    let own = object(schema());
    let base = select(&SCHEMAS[..index.max(1)]);
    let anyone = select(&SCHEMAS[..]);
    let extends = index > 0;
    let tag = select(vec!["no", "plain", "mapped"]);
    prop_oneof![
        4 => own.clone(),
        1 => scalar(),
        1 => schema().prop_map(|items| json!({ "type": "array", "items": items })),
        1 => schema().prop_map(|values| json!({ "type": "object", "additionalProperties": values })),
        2 => (prop::collection::vec(anyone.clone(), 1..4), select(vec!["oneOf", "anyOf"]), tag).prop_map(
            |(list, key, tag)| {
                let mapping: Map<String, Value> = list
                    .iter()
                    .enumerate()
                    .map(|(index, name)| (format!("kind {index}"), json!(format!("#/components/schemas/{name}"))))
                    .collect();
                let list: Vec<Value> = list.into_iter().map(reference).collect();
                match tag {
                    "plain" => json!({ key: list, "discriminator": { "propertyName": "@kind" } }),
                    "mapped" => json!({ key: list, "discriminator": { "propertyName": "type", "mapping": mapping } }),
                    _ => json!({ key: list }),
                }
            },
        ),
        1 => (prop::collection::vec(anyone.prop_map(reference), 1..3), own.clone()).prop_map(|(list, mut own)| {
            own["oneOf"] = json!(list);
            own
        }),
        3 => (base, own, any::<bool>(), any::<bool>()).prop_map(move |(base, mut own, tagged, named)| {
            if tagged {
                own["discriminator"] = json!({ "propertyName": "type" });
            }
            let mut schema = match extends {
                true => json!({ "allOf": [reference(base), own] }),
                false => own,
            };
            if named {
                schema["x-ms-discriminator-value"] = json!("#a.b");
            }
            schema
        }),
    ]
}
