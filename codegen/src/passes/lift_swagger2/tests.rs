//! Before and after, as small as they get.

mod operations;

use serde_json::json;

use super::*;

fn lift(root: Value) -> (Value, Vec<String>) {
    let mut document = document(root);
    assert!(document.run("inline_parts", super::super::inline_parts).is_ok());
    assert!(document.run("lift_swagger2", lift_swagger2).is_ok());
    assert_eq!(document.dialect, Dialect::OpenApi30);
    let warnings = document
        .findings
        .all()
        .iter()
        .map(|w| format!("{}: {}", w.pointer, w.message));
    (document.root, warnings.collect())
}

fn document(mut root: Value) -> Document {
    root["swagger"] = json!("2.0");
    Document::new("t", Dialect::Swagger20, root)
}

/// What is said of a document, a line each.
fn warnings(root: Value) -> String {
    lift(root).1.join("\n")
}

/// The one operation of a document, lifted.
fn operation(mut operation: Value) -> Value {
    operation["responses"] = operation.get("responses").cloned().unwrap_or_else(|| json!({}));
    let (root, warnings) = lift(json!({"paths": {"/a": {"post": operation}}}));
    assert!(warnings.is_empty(), "{warnings:?}");
    root["paths"]["/a"]["post"].clone()
}

fn schema(schema: Value) -> Value {
    let (root, warnings) = lift(json!({"definitions": {"A": schema}}));
    assert!(warnings.is_empty(), "{warnings:?}");
    root["components"]["schemas"]["A"].clone()
}

#[test]
fn the_frame() {
    let (root, warnings) = lift(json!({
        "info": {"title": "t", "version": "1"}, "host": "h:1", "basePath": "/v1/", "schemes": ["https", "http"],
        "consumes": ["a/b"], "produces": ["a/b"], "security": [{"k": []}], "tags": [{"name": "x"}],
        "externalDocs": {"url": "u"}, "x-own": 1, "odd": 2, "paths": {"x-p": 1},
    }));
    assert_eq!(
        root,
        json!({"openapi": "3.0.3", "info": {"title": "t", "version": "1"},
            "servers": [{"url": "https://h:1/v1"}, {"url": "http://h:1/v1"}], "security": [{"k": []}],
            "tags": [{"name": "x"}], "externalDocs": {"url": "u"}, "paths": {"x-p": 1}, "components": {}, "x-own": 1})
    );
    assert_eq!(warnings, ["/odd: `odd` is not part of Swagger 2.0; it is dropped"]);
}

#[test]
fn servers_without_a_host() {
    assert_eq!(lift(json!({})).0["servers"], json!([{"url": "/"}]));
    assert_eq!(lift(json!({"basePath": "/a"})).0["servers"], json!([{"url": "/a"}]));
}

#[test]
fn a_parameterized_host() {
    let endpoint = json!({"in": "path", "name": "endpoint", "type": "string", "description": "d", "x-a": 1});
    let (root, _) = lift(json!({
        "x-ms-parameterized-host": {"hostTemplate": "{endpoint}/{part}/openai", "useSchemePrefix": false,
            "parameters": [{"$ref": "#/parameters/endpoint"}, {"name": "part", "in": "path", "enum": ["p", "q"]}]},
        "parameters": {"endpoint": endpoint}, "schemes": ["https"], "basePath": "/v1",
    }));
    assert_eq!(
        root["servers"],
        json!([{"url": "{endpoint}/{part}/openai/v1", "variables": {
            "endpoint": {"default": "endpoint", "description": "d", "x-a": 1}, "part": {"enum": ["p", "q"], "default": "p"}}}])
    );
    assert_eq!(root["components"], json!({}));
    assert_eq!(root.get("x-ms-parameterized-host"), None);
    let (root, _) = lift(json!({"x-ms-parameterized-host": {"hostTemplate": "h"}, "schemes": ["http"]}));
    assert_eq!(root["servers"][0]["url"], "http://h");
    assert!(warnings(json!({"x-ms-parameterized-host": {"hostTemplate": "{h}"}})).contains("`{h}` of the template"));
    assert!(warnings(json!({"x-ms-parameterized-host": {}})).contains("no `hostTemplate`"));
}

#[test]
fn schemas() {
    let cases = [
        (
            json!({"type": "object", "discriminator": "kind", "properties": {"kind": {"type": "string", "readOnly": true}}}),
            json!({"type": "object", "discriminator": {"propertyName": "kind"},
                "properties": {"kind": {"type": "string", "readOnly": true}}}),
        ),
        (
            json!({"type": "string", "x-nullable": true, "example": "e"}),
            json!({"type": "string", "example": "e", "nullable": true}),
        ),
        (
            json!({"properties": {"a": {"$ref": "#/definitions/A", "description": "d", "x-nullable": true}}}),
            json!({"properties": {"a": {"allOf": [{"$ref": "#/components/schemas/A"}], "description": "d", "nullable": true}}}),
        ),
        (
            json!({"items": {"$ref": "#/definitions/A"}, "default": {"$ref": "#/definitions/A"}}),
            json!({"items": {"$ref": "#/components/schemas/A"}, "default": {"$ref": "#/definitions/A"}}),
        ),
        (
            json!({"additionalProperties": {"allOf": [{"$ref": "#/definitions/A"}]}, "x-ms-enum": {"name": "n"}}),
            json!({"additionalProperties": {"allOf": [{"$ref": "#/components/schemas/A"}]}, "x-ms-enum": {"name": "n"}}),
        ),
        // A property may be called like a keyword.
        (
            json!({"properties": {"discriminator": {"type": "string"}, "$ref": {"type": "string"}}}),
            json!({"properties": {"discriminator": {"type": "string"}, "$ref": {"type": "string"}}}),
        ),
    ];
    for (before, after) in cases {
        assert_eq!(schema(before), after);
    }
}

#[test]
fn names_that_components_cannot_have() {
    let mut document = document(
        json!({"definitions": {"Page«A»": {"type": "object"}, "Page_A": {"type": "string"},
        "B": {"$ref": "#/definitions/Page%C2%ABA%C2%BB"}, "«»": {}}}),
    );
    lift_swagger2(&mut document);
    super::super::schema_names(&mut document);
    let root = document.root;
    assert_eq!(
        root["components"]["schemas"],
        json!({"PageA": {"type": "object", "x-original-name": "Page«A»"},
            "PageA2": {"type": "string", "x-original-name": "Page_A"},
            "B": {"$ref": "#/components/schemas/PageA"}, "X": {"x-original-name": "«»"}})
    );
}

#[test]
fn security() {
    let (root, _) = lift(json!({"securityDefinitions": {
        "k": {"type": "apiKey", "name": "api-key", "in": "header", "description": "d"}, "b": {"type": "basic"},
        "i": {"type": "oauth2", "flow": "implicit", "authorizationUrl": "a", "scopes": {"s": "d", "x-a": 1}, "x-b": 1},
        "a": {"type": "oauth2", "flow": "application", "tokenUrl": "t"}}}));
    assert_eq!(
        root["components"]["securitySchemes"],
        json!({"k": {"type": "apiKey", "name": "api-key", "in": "header", "description": "d"},
            "b": {"type": "http", "scheme": "basic"},
            "i": {"type": "oauth2", "x-b": 1, "flows": {"implicit": {"authorizationUrl": "a", "scopes": {"s": "d"}}}},
            "a": {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "t", "scopes": {}}}}})
    );
    assert!(warnings(json!({"securityDefinitions": {"k": {"type": "oauth2", "flow": "f"}}})).contains("flow f"));
}

#[test]
fn paths_with_a_query_join_the_others() {
    let (root, _) = lift(json!({"paths": {"/a": {}}, "x-ms-paths": {"/a?b": {"get": {"schemes": ["https"]}}}}));
    assert_eq!(root["paths"], json!({"/a": {}, "/a?b": {"get": {}}}));
    assert!(warnings(json!({"paths": {"/a": {}}, "x-ms-paths": {"/a": {}}})).contains("is in `paths` as well"));
}

#[test]
fn other_dialects_are_left_alone() {
    let root = json!({"openapi": "3.0.0", "definitions": {"A": {"x-nullable": true}}});
    let mut document = document(root.clone());
    document.root = root.clone();
    document.dialect = Dialect::OpenApi30;
    assert_eq!(lift_swagger2(&mut document), 0);
    assert_eq!(document.root, root);
}
