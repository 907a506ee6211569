//! Random valid documents from a grammar of schemas and operations: each becomes a client.
//!
//! To compile some of them: `GRAMMAR_DOCUMENTS=300 GRAMMAR_DIRECTORY=/tmp/grammar cargo test -p codegen --test all
//! grammar -- --ignored`, then `cargo xtask documents /tmp/grammar`. `GRAMMAR_SEED` chooses others.

use codegen::{Request, Source, generate};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map, Value, json};

/// Names of component schemas, some of which generated code has uses of its own for.
const SCHEMAS: [&str; 9] = ["A", "Key", "Whole", "Option", "p1", "smart_salmon", "Pet", "Value", "T"];

const PROPERTIES: [&str; 10] = ["id", "type", "self", "a-b", "aB", "A", "extra", "new", "@kind", "1st"];

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn scalar() -> impl Strategy<Value = Value> {
    let plain = select(vec![
        json!({ "type": "string" }),
        json!({ "type": "string", "format": "date-time" }),
        json!({ "type": "string", "format": "byte" }),
        json!({ "type": "string", "format": "uuid" }),
        json!({ "type": "integer" }),
        json!({ "type": "integer", "format": "int32", "minimum": 1 }),
        json!({ "type": "number", "format": "float" }),
        json!({ "type": "boolean" }),
        json!({ "type": "string", "enum": ["a", "A", "b c", "", "1"] }),
        json!({ "type": "string", "enum": ["only"] }),
        json!({ "type": "integer", "enum": [1, 2] }),
        json!({}),
    ]);
    (plain, any::<bool>()).prop_map(|(mut schema, nullable)| {
        if nullable && schema.get("type").is_some() {
            schema["nullable"] = json!(true);
        }
        schema
    })
}

fn object(inner: impl Strategy<Value = Value> + Clone + 'static) -> impl Strategy<Value = Value> + Clone {
    let property = (select(&PROPERTIES[..]), inner, any::<bool>());
    let rest = select(vec![
        json!(null),
        json!(true),
        json!(false),
        json!({ "type": "string" }),
    ]);
    (prop::collection::vec(property, 0..4), rest).prop_map(|(list, rest)| {
        let (mut properties, mut required) = (Map::new(), Vec::new());
        for (name, schema, is_required) in list {
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

fn schema() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![3 => scalar(), 2 => select(&SCHEMAS[..]).prop_map(reference)];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            object(inner.clone()),
            inner
                .clone()
                .prop_map(|items| json!({ "type": "array", "items": items })),
            inner
                .clone()
                .prop_map(|values| json!({ "type": "object", "additionalProperties": values })),
            prop::collection::vec(inner.clone(), 1..4).prop_map(|list| json!({ "oneOf": list })),
            prop::collection::vec(inner, 1..4).prop_map(|list| json!({ "anyOf": list })),
        ]
    })
    .boxed()
}

/// A component: never a bare reference, and `allOf` extends those before it alone, since a ring of these means nothing.
/// Unions refer to any, so that unions and `allOf` lead in rings.
fn component(index: usize) -> impl Strategy<Value = Value> {
    let own = object(schema());
    let base = select(&SCHEMAS[..index.max(1)]);
    let anyone = select(&SCHEMAS[..]).prop_map(reference);
    let extends = index > 0;
    prop_oneof![
        4 => own.clone(),
        1 => scalar(),
        1 => (prop::collection::vec(anyone.clone(), 1..4), select(vec!["oneOf", "anyOf"]), prop::bool::ANY).prop_map(
            |(list, key, tagged)| match tagged {
                true => json!({ key: list, "discriminator": { "propertyName": "@kind" } }),
                false => json!({ key: list }),
            },
        ),
        1 => (prop::collection::vec(anyone, 1..3), own.clone()).prop_map(|(list, mut own)| {
            own["oneOf"] = json!(list);
            own
        }),
        2 => (base, own, any::<bool>()).prop_map(move |(base, mut own, tagged)| {
            if tagged {
                own["discriminator"] = json!({ "propertyName": "type" });
            }
            match extends {
                true => json!({ "allOf": [reference(base), own] }),
                false => own,
            }
        }),
    ]
}

fn parameter() -> impl Strategy<Value = Value> {
    let list = scalar().prop_map(|items| json!({ "type": "array", "items": items }));
    let place = select(vec![
        ("query", "form"),
        ("query", "pipeDelimited"),
        ("header", "simple"),
        ("cookie", "form"),
    ]);
    let name = select(vec!["q", "api-version", "Accept", "options", "X-Type", "$top"]);
    (name, place, prop_oneof![scalar(), list], any::<bool>(), any::<bool>()).prop_map(
        |(name, (place, style), schema, required, explode)| {
            json!({
                "name": name, "in": place, "style": style, "explode": explode, "required": required, "schema": schema,
            })
        },
    )
}

fn content() -> impl Strategy<Value = Value> {
    let media_types = vec![
        "application/json",
        "application/merge-patch+json; charset=utf-8",
        "text/plain",
        "application/octet-stream",
        "text/event-stream",
        "application/xml",
    ];
    prop::collection::vec((select(media_types), schema()), 0..3).prop_map(|list| {
        let content: Map<String, Value> = list
            .into_iter()
            .map(|(name, schema)| (name.to_owned(), json!({ "schema": schema })))
            .collect();
        Value::Object(content)
    })
}

fn body() -> impl Strategy<Value = Option<Value>> {
    let form = (
        select(vec!["multipart/form-data", "application/x-www-form-urlencoded"]),
        object(schema()),
    )
        .prop_map(|(name, schema)| json!({ name: { "schema": schema } }));
    let content = prop_oneof![3 => content(), 1 => form];
    prop::option::of(
        (content, any::<bool>()).prop_map(|(content, required)| json!({ "content": content, "required": required })),
    )
}

fn operation() -> impl Strategy<Value = (&'static str, Value)> {
    let status = select(vec!["200", "201", "202", "204", "404", "default"]);
    let responses = prop::collection::btree_map(status, content(), 1..4);
    let method = select(vec!["get", "post", "put", "patch", "delete", "head"]);
    (method, prop::collection::vec(parameter(), 0..4), body(), responses).prop_map(
        |(method, parameters, body, responses)| {
            let responses: Map<String, Value> = responses
                .into_iter()
                .map(|(status, content)| (status.to_owned(), json!({ "description": "d", "content": content })))
                .collect();
            let mut seen = std::collections::HashSet::new();
            let parameters: Vec<Value> = parameters
                .into_iter()
                .filter(|parameter| seen.insert((parameter["name"].to_string(), parameter["in"].to_string())))
                .collect();
            let mut operation = json!({ "parameters": parameters, "responses": responses });
            if let Some(body) = body {
                operation["requestBody"] = body;
            }
            (method, operation)
        },
    )
}

fn document() -> impl Strategy<Value = Value> {
    let components: Vec<BoxedStrategy<Value>> = (0..SCHEMAS.len()).map(|index| component(index).boxed()).collect();
    (components, prop::collection::vec(operation(), 1..5)).prop_map(|(components, operations)| {
        let schemas: Map<String, Value> = SCHEMAS.iter().map(|name| (*name).to_owned()).zip(components).collect();
        let paths: Map<String, Value> = operations
            .into_iter()
            .enumerate()
            .map(|(index, (method, mut operation))| {
                operation["operationId"] = json!(format!("Things_Do{index}"));
                (format!("/things/{index}"), json!({ method: operation }))
            })
            .collect();
        json!({
            "openapi": "3.0.3",
            "info": { "title": "Random", "version": "1" },
            "paths": paths,
            "components": { "schemas": schemas },
        })
    })
}

fn config(cases: u32) -> Config {
    Config {
        cases,
        ..Config::default()
    }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn every_valid_document_becomes_a_client(document in document()) {
        let text = document.to_string();
        let request = Request { document: Source { name: "t", text: &text }, overlays: &[], command: "c" };
        match generate(&request) {
            Ok(output) => prop_assert!(output.files.contains_key("mod.rs")),
            Err(error) => return Err(TestCaseError::fail(format!("{error}\n{document}"))),
        }
    }
}

#[test]
#[ignore = "writes documents to compile by hand"]
fn documents_are_written() {
    let variable = |name: &str| std::env::var(name).ok();
    let directory = variable("GRAMMAR_DIRECTORY").expect("GRAMMAR_DIRECTORY says where to");
    let count = variable("GRAMMAR_DOCUMENTS")
        .and_then(|count| count.parse().ok())
        .unwrap_or(100);
    let seed = variable("GRAMMAR_SEED")
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(0_u8);
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    std::fs::create_dir_all(&directory).unwrap();
    for index in 0..count {
        let document = document().new_tree(&mut runner).unwrap().current();
        std::fs::write(
            format!("{directory}/{seed:03}-{index:04}.json"),
            format!("{document:#}"),
        )
        .unwrap();
    }
}
