//! Pointers, references and the walk.

use serde_json::json;

use super::*;

#[test]
fn pointers_and_references_escape_each_other() {
    assert_eq!(join("/paths", "/a/{b}~c"), "/paths/~1a~1{b}~0c");
    assert_eq!(tokens("/paths/~1a~1{b}~0c").collect::<Vec<_>>(), ["paths", "/a/{b}~c"]);
    let pointer = "/definitions/ü a%\"{}";
    assert_eq!(local_pointer(&reference_to(pointer)).as_deref(), Some(pointer));
    assert_eq!(local_pointer("#").as_deref(), Some(""));
    assert_eq!(local_pointer("other.yaml#/a"), None);
    assert_eq!(local_pointer("#anchor"), None);
    assert_eq!(local_pointer("#/a%ff"), None);
}

#[test]
fn chains_of_references_are_followed_and_rings_are_not() {
    let root = json!({"a": {"$ref": "#/b%2Fc/0"}, "b/c": [1], "b": {"c": [{"$ref": "#/d~1e"}]},
        "d/e": {"type": "string"}, "r": {"$ref": "#/s"}, "s": {"$ref": "#/r"}, "x": {"$ref": "#/none"}});
    assert_eq!(follow(&root, &root["a"]), Some(&json!({"type": "string"})));
    assert_eq!(follow(&root, &root["r"]), None);
    assert_eq!(follow(&root, &root["x"]), None);
}

#[test]
fn the_walk_finds_every_reference_but_those_in_data() {
    let schema = json!({
        "properties": {"default": {"$ref": "#/1"}, "x-y": {"$ref": "#/2"}, "$ref": {"type": "string"}},
        "additionalProperties": {"$ref": "#/3"}, "items": {"$ref": "#/4"}, "allOf": [{"$ref": "#/5"}],
        "not": {"oneOf": [{"$ref": "#/6"}], "anyOf": [{"$ref": "#/7"}]},
        "default": {"$ref": "no"}, "example": {"$ref": "no"}, "enum": [{"$ref": "no"}], "x-z": {"$ref": "no"},
    });
    let document = |dialect, root| Document {
        name: "t".to_owned(),
        dialect,
        root,
        warnings: Vec::new(),
    };
    let texts = |document: &Document| {
        let mut texts: Vec<_> = references(document).into_iter().map(|(_, text)| text).collect();
        texts.sort();
        texts.join(" ")
    };
    let swagger = document(
        Dialect::Swagger20,
        json!({"definitions": {"A": schema}, "parameters": {"p": {"schema": {"$ref": "#/p"}}},
            "paths": {"/x": {"get": {"parameters": [{"$ref": "#/q"}], "responses": {"200": {"schema": {"$ref": "#/r"}},
                "x-no": {"$ref": "no"}}, "x-ms-examples": {"a": {"$ref": "no"}}}}, "x-no": {"get": {"$ref": "no"}}}}),
    );
    assert_eq!(texts(&swagger), "#/1 #/2 #/3 #/4 #/5 #/6 #/7 #/p #/q #/r");
    let openapi = document(
        Dialect::OpenApi31,
        json!({"components": {"schemas": {"A": schema, "B": {"$defs": {"C": {"prefixItems": [{"$ref": "#/d"}]}}}}},
            "paths": {"/x": {"get": {"requestBody": {"content": {"a/b": {"schema": {"$ref": "#/b"}}}},
                "callbacks": {"c": {"{$url}": {"post": {"parameters": [{"$ref": "#/c"}]}}}},
                "responses": {"200": {"headers": {"h": {"$ref": "#/h"}}}}}}}}),
    );
    assert_eq!(texts(&openapi), "#/1 #/2 #/3 #/4 #/5 #/6 #/7 #/b #/c #/d #/h");
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
