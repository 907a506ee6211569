//! Whatever a document holds, the result is `Ok` or `Err`, never a panic.

use codegen::overlay::Overlay;
use codegen::passes::{
    check_operations, check_references, check_types, inline_parts, inner_schemas, lift_swagger2, lower_openapi31,
};
use codegen::reference::join;
use codegen::{Document, Pass, Source};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::documents::SPECS;

const PASSES: [Pass; 7] = [
    check_references,
    check_operations,
    check_types,
    inner_schemas,
    inline_parts,
    lift_swagger2,
    lower_openapi31,
];

/// Runs every pass, each on what the one before left, even where that one failed.
fn run(text: &str) {
    if let Ok(mut document) = Document::read(Source { name: "t", text }) {
        for pass in PASSES {
            pass(&mut document);
        }
        // What is left can be read again.
        let again = document.root.to_string();
        assert!(
            Document::read(Source {
                name: "t",
                text: &again
            })
            .is_ok(),
            "{again}"
        );
    }
}

/// Values with the keys and texts that mean something to the passes.
fn value() -> impl Strategy<Value = Value> {
    let word = prop::sample::select(vec![
        "$ref",
        "#/definitions/A",
        "#/components/schemas/A",
        "#/parameters/p",
        "A",
        "p",
        "type",
        "array",
        "null",
        "file",
        "properties",
        "items",
        "allOf",
        "oneOf",
        "anyOf",
        "not",
        "enum",
        "const",
        "required",
        "additionalProperties",
        "discriminator",
        "in",
        "body",
        "formData",
        "query",
        "name",
        "schema",
        "get",
        "post",
        "parameters",
        "responses",
        "200",
        "default",
        "headers",
        "content",
        "consumes",
        "produces",
        "collectionFormat",
        "operationId",
        "$defs",
        "prefixItems",
        "patternProperties",
        "exclusiveMinimum",
        "minimum",
        "x-nullable",
        "/a/{b}",
        "{",
        "~1",
        "callbacks",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,6}".prop_map(Value::from),
        word.clone().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, move |inner| {
        let key = prop_oneof![4 => word.clone().prop_map(str::to_owned), 1 => ".{0,4}"];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..6).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// A document whose every section is arbitrary.
fn document() -> impl Strategy<Value = Value> {
    let swagger = [
        "info",
        "paths",
        "definitions",
        "parameters",
        "responses",
        "securityDefinitions",
        "consumes",
        "produces",
        "schemes",
        "host",
        "basePath",
        "x-ms-paths",
        "x-ms-parameterized-host",
        "security",
    ];
    let openapi = [
        "info",
        "paths",
        "components",
        "webhooks",
        "security",
        "servers",
        "jsonSchemaDialect",
    ];
    let sections = |names: &'static [&'static str], key: &'static str, version: &'static str| {
        prop::collection::vec((prop::sample::select(names.to_vec()), value()), 0..6).prop_map(move |fields| {
            let mut root: serde_json::Map<String, Value> = fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect();
            root.insert(key.to_owned(), json!(version));
            Value::Object(root)
        })
    };
    let swagger: &'static [&'static str] = Vec::leak(swagger.to_vec());
    let openapi: &'static [&'static str] = Vec::leak(openapi.to_vec());
    prop_oneof![
        sections(swagger, "swagger", "2.0"),
        sections(openapi, "openapi", "3.0.3"),
        sections(openapi, "openapi", "3.1.0"),
    ]
}

/// Pointers to everything in a document.
fn pointers(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, child) in map {
                pointers(child, join(&at, key), all);
            }
        }
        Value::Array(list) => {
            for (index, child) in list.iter().enumerate() {
                pointers(child, join(&at, &index.to_string()), all);
            }
        }
        _ => {}
    }
    all.push(at);
}

#[derive(Clone, Debug)]
enum Edit {
    Delete(prop::sample::Index),
    Replace(prop::sample::Index, Value),
    /// The second's content comes to the first.
    Copy(prop::sample::Index, prop::sample::Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        any::<prop::sample::Index>().prop_map(Edit::Delete),
        (any::<prop::sample::Index>(), value()).prop_map(|(at, value)| Edit::Replace(at, value)),
        (any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(to, from)| Edit::Copy(to, from)),
    ]
}

fn apply(root: &mut Value, edit: &Edit) {
    let mut all = Vec::new();
    pointers(root, String::new(), &mut all);
    match edit {
        Edit::Delete(at) => {
            let pointer = at.get::<String>(&all);
            let Some((parent, key)) = pointer.rsplit_once('/') else {
                return;
            };
            let key = key.replace("~1", "/").replace("~0", "~");
            match root.pointer_mut(parent) {
                Some(Value::Object(map)) => {
                    map.shift_remove(&key);
                }
                Some(Value::Array(list)) => {
                    list.remove(key.parse().expect("an index"));
                }
                _ => {}
            }
        }
        Edit::Replace(at, value) => *root.pointer_mut(at.get::<String>(&all)).expect("it is there") = value.clone(),
        Edit::Copy(to, from) => {
            let value = root.pointer(from.get::<String>(&all)).expect("it is there").clone();
            *root.pointer_mut(to.get::<String>(&all)).expect("it is there") = value;
        }
    }
}

fn parsed(text: &str) -> Value {
    Document::read(Source { name: "t", text })
        .expect("the given documents")
        .root
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_sections(root in document()) {
        run(&root.to_string());
    }

    #[test]
    fn arbitrary_text(text in "[a-z0-9{}\\[\\]:,&*#!|>'\"% \\n\\t-]{0,80}") {
        run(&text);
        run(&format!("openapi: 3.1.0\n{text}"));
    }

    #[test]
    fn arbitrary_overlays(actions in value(), root in document()) {
        let overlay = json!({"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": actions});
        let _ = Overlay::read(Source { name: "o", text: &overlay.to_string() });
        let Ok(mut document) = Document::read(Source { name: "t", text: &root.to_string() }) else { return Ok(()) };
        let targets = ["$", "$.*", "$..*", "$..[0]", "$.paths", "$..['type','type']", "$..[?@.name]"];
        for target in targets {
            for change in [json!({"remove": true}), json!({"update": actions})] {
                let mut action = change;
                action["target"] = json!(target);
                action["description"] = json!("d");
                let overlay = json!({"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": [action]});
                let overlay = Overlay::read(Source { name: "o", text: &overlay.to_string() });
                let _ = overlay.unwrap().apply(&mut document);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_documents(edits in prop::collection::vec(edit(), 1..6)) {
        for (_, text) in SPECS {
            let mut root = parsed(text);
            for edit in &edits {
                apply(&mut root, edit);
            }
            run(&root.to_string());
        }
    }

    #[test]
    fn truncated_documents(at in any::<prop::sample::Index>(), gap in 0..40_usize) {
        for (_, text) in SPECS {
            let chars: Vec<char> = text.chars().collect();
            let cut = at.index(chars.len());
            run(&chars[..cut].iter().collect::<String>());
            let rest = chars.iter().skip(cut + gap);
            run(&chars[..cut].iter().chain(rest).collect::<String>());
        }
    }
}
