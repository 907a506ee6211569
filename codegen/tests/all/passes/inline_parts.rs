use codegen::passes::inline_parts;
use codegen::{Dialect, Document};
use serde_json::{Map, Value, json};

use super::settles;

#[test]
fn shared_parts_go_to_their_operations() {
    let after = settles(
        inline_parts,
        json!({
            "paths": { "/a/{id}": {
                "summary": "stays",
                "parameters": [
                    { "$ref": "#/components/parameters/id" },
                    { "name": "v", "in": "query", "description": "the path's" },
                ],
                "get": {
                    "parameters": [{ "name": "v", "in": "query", "description": "its own" }, { "name": "v", "in": "header" }],
                    "requestBody": { "$ref": "#/components/requestBodies/body" },
                    "responses": { "200": { "$ref": "#/components/responses/alias" } },
                },
                "delete": {},
            } },
            "components": {
                "schemas": { "S": {} },
                "securitySchemes": { "key": {} },
                "parameters": { "id": { "name": "id", "in": "path" } },
                "requestBodies": { "body": { "content": {} } },
                "headers": { "count": { "schema": { "type": "integer" } } },
                "responses": {
                    "alias": { "$ref": "#/components/responses/done" },
                    "done": { "headers": { "x-count": { "$ref": "#/components/headers/count" } } },
                },
                "examples": { "e": {} },
            },
        }),
    );
    assert_eq!(
        after.root,
        json!({
            "paths": { "/a/{id}": {
                "summary": "stays",
                "get": {
                    // The path's come first; the operation's own win over them.
                    "parameters": [
                        { "name": "id", "in": "path" },
                        { "name": "v", "in": "query", "description": "its own" },
                        { "name": "v", "in": "header" },
                    ],
                    "requestBody": { "content": {} },
                    "responses": { "200": { "headers": { "x-count": { "schema": { "type": "integer" } } } } },
                },
                "delete": { "parameters": [
                    { "name": "id", "in": "path" },
                    { "name": "v", "in": "query", "description": "the path's" },
                ] },
            } },
            "components": { "schemas": { "S": {} }, "securitySchemes": { "key": {} } },
        })
    );
    // A shared parameter, three of the path, the body, the response in two steps, its header.
    assert_eq!(after.count, 8);
}

#[test]
fn an_operation_without_parts_stays() {
    let root = json!({ "paths": { "/a": { "get": { "parameters": [], "responses": {} } } } });
    let after = settles(inline_parts, root);
    assert_eq!(after.root, json!({ "paths": { "/a": { "get": { "responses": {} } } } }));
    assert_eq!(after.count, 0);
}

#[test]
fn parts_in_the_middle_of_something_are_copied() {
    let root = json!({"paths": {"/a": {"get": {"parameters": [{"name": "p", "in": "query", "type": "string"}]}},
        "/b": {"get": {"parameters": [{"$ref": "#/paths/~1a/get/parameters/0"}, {"$ref": "#/parameters/q"}]}}},
        "parameters": {"q": {"name": "q"}}});
    let mut document = Document::new("t", Dialect::Swagger20, root);
    assert_eq!(inline_parts(&mut document), 2);
    assert_eq!(
        document.root["paths"]["/b"]["get"]["parameters"],
        json!([{"name": "p", "in": "query", "type": "string"}, {"name": "q"}])
    );
}

#[test]
fn path_items_are_written_out() {
    let root = json!({"paths": {"/a": {"$ref": "#/components/pathItems/A", "summary": "own"}, "/r": {"$ref": "#/paths/~1r"}},
        "components": {"pathItems": {"A": {"summary": "shared", "get": {"operationId": "x"}}}}});
    let mut document = Document::new("t", Dialect::OpenApi31, root);
    assert_eq!(inline_parts(&mut document), 1);
    assert_eq!(
        document.root["paths"],
        json!({"/a": {"summary": "own", "get": {"operationId": "x"}}, "/r": {"$ref": "#/paths/~1r"}})
    );
}

#[test]
fn parts_that_contain_themselves_are_refused() {
    let callbacks: Map<String, Value> = (0..20)
        .map(|n| (format!("c{n}"), json!({"{$url}": {"$ref": "#/paths/~1a"}})))
        .collect();
    let root = json!({"paths": {"/a": {"post": {"callbacks": callbacks}}}});
    let mut document = Document::new("t", Dialect::OpenApi31, root);
    let error = document.run("t", inline_parts).unwrap_err();
    assert!(error.to_string().contains("that contain each other"), "{error}");
}
