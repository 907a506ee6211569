//! What the walk visits, and what it leaves alone.

use serde_json::json;

use super::*;
use crate::reference::reference_of;

#[test]
fn the_walk_finds_every_reference_but_those_in_data() {
    let schema = json!({
        "properties": {"default": {"$ref": "#/1"}, "x-y": {"$ref": "#/2"}, "$ref": {"type": "string"}},
        "additionalProperties": {"$ref": "#/3"}, "items": {"$ref": "#/4"}, "allOf": [{"$ref": "#/5"}],
        "not": {"oneOf": [{"$ref": "#/6"}], "anyOf": [{"$ref": "#/7"}]},
        "default": {"$ref": "no"}, "example": {"$ref": "no"}, "enum": [{"$ref": "no"}], "x-z": {"$ref": "no"},
    });
    let texts = |dialect, root: serde_json::Value| {
        let mut texts = Vec::new();
        walk(&root, dialect, &mut |node| {
            texts.extend(reference_of(node.value).map(str::to_owned))
        });
        texts.sort();
        texts.join(" ")
    };
    let swagger = texts(
        Dialect::Swagger20,
        json!({"definitions": {"A": schema}, "parameters": {"p": {"schema": {"$ref": "#/p"}}},
            "paths": {"/x": {"get": {"parameters": [{"$ref": "#/q"}], "responses": {"200": {"schema": {"$ref": "#/r"}},
                "x-no": {"$ref": "no"}}, "x-ms-examples": {"a": {"$ref": "no"}}}}, "x-no": {"get": {"$ref": "no"}}}}),
    );
    assert_eq!(swagger, "#/1 #/2 #/3 #/4 #/5 #/6 #/7 #/p #/q #/r");
    let openapi = texts(
        Dialect::OpenApi31,
        json!({"components": {"schemas": {"A": schema, "B": {"$defs": {"C": {"prefixItems": [{"$ref": "#/d"}]}}}}},
            "paths": {"/x": {"get": {"requestBody": {"content": {"a/b": {"schema": {"$ref": "#/b"}}}},
                "callbacks": {"c": {"{$url}": {"post": {"parameters": [{"$ref": "#/c"}]}}}},
                "responses": {"200": {"headers": {"h": {"$ref": "#/h"}}}}}}}}),
    );
    assert_eq!(openapi, "#/1 #/2 #/3 #/4 #/5 #/6 #/7 #/b #/c #/d #/h");
}

#[test]
fn both_walks_name_the_same_places() {
    let mut root = json!({"components": {"schemas": {"A": {"properties": {"a/b": {"items": {"type": "string"}}}}}},
        "paths": {"/x": {"get": {"responses": {"200": {"content": {"a/b": {"schema": true}}}}}}}});
    let mut before = Vec::new();
    walk(&root, Dialect::OpenApi30, &mut |node| {
        before.push((node.pointer.to_owned(), node.kind))
    });
    let mut after = Vec::new();
    walk_mut(&mut root, Dialect::OpenApi30, &mut |node| {
        after.push((node.pointer.to_owned(), node.kind))
    });
    assert!(before.iter().all(|(pointer, _)| root.pointer(pointer).is_some()));
    before.sort_by(|a, b| a.0.cmp(&b.0));
    after.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(before, after);
    assert!(before.contains(&("/components/schemas/A/properties/a~1b/items".to_owned(), Kind::Schema)));
}
