//! Random valid documents from a grammar of schemas and operations: each becomes a client.
//!
//! To compile some of them: `GRAMMAR_DOCUMENTS=300 GRAMMAR_DIRECTORY=/tmp/grammar cargo test -p codegen --test all
//! grammar -- --ignored`, then `cargo xtask documents /tmp/grammar`. `GRAMMAR_SEED` chooses others.

mod operations;
mod schemas;

use codegen::{Request, Source, generate};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map, Value, json};

use operations::operation;
use schemas::{SCHEMAS, component};

fn document() -> impl Strategy<Value = Value> {
    let components: Vec<BoxedStrategy<Value>> = (0..SCHEMAS.len()).map(|index| component(index).boxed()).collect();
    let ids = select(vec!["Things_Do", "things_do", "doThing", "thing/do ", "List"]);
    (
        components,
        prop::collection::vec((operation(), ids), 1..5),
        any::<bool>(),
    )
        .prop_map(|(components, operations, is_newer)| {
            let schemas: Map<String, Value> = SCHEMAS.iter().map(|name| (*name).to_owned()).zip(components).collect();
            let paths: Map<String, Value> = operations
                .into_iter()
                .enumerate()
                .map(|(index, ((method, mut operation), id))| {
                    operation["operationId"] = json!(format!("{id}{index}"));
                    (format!("/things/{index}/{{thing-id}}"), json!({ method: operation }))
                })
                .collect();
            let mut document = json!({
                "openapi": "3.0.3",
                "info": { "title": "Random", "version": "1" },
                "servers": [{ "url": "https://things.example.com/v1" }],
                "security": [{ "key": [] }],
                "paths": paths,
                "components": {
                    "schemas": schemas,
                    "securitySchemes": {
                        "key": { "type": "apiKey", "in": "header", "name": "X-Key" },
                        "token": { "type": "http", "scheme": "bearer" },
                    },
                },
            });
            if is_newer {
                document["openapi"] = json!("3.1.0");
                newer(&mut document);
            }
            document
        })
}

/// Says what is nullable, and what has one value, as OpenAPI 3.1 does.
fn newer(value: &mut Value) {
    if let Some(object) = value.as_object_mut() {
        if object.get("nullable").is_some_and(Value::is_boolean) {
            let is_nullable = object.remove("nullable") == Some(json!(true));
            if let Some(kind) = object.get_mut("type").filter(|kind| is_nullable && kind.is_string()) {
                *kind = json!([kind, "null"]);
            }
        }
        if let Some([only]) = object.get("enum").and_then(Value::as_array).map(Vec::as_slice) {
            let only = only.clone();
            object.remove("enum");
            object.insert("const".to_owned(), only);
        }
    }
    match value {
        Value::Object(object) => object.values_mut().for_each(newer),
        Value::Array(list) => list.iter_mut().for_each(newer),
        _ => {}
    }
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
