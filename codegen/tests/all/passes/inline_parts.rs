use codegen::passes::inline_parts;
use serde_json::json;

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
    // Three parameters of the path, the body, the response in two steps, its header.
    assert_eq!(after.count, 7);
}

#[test]
fn an_operation_without_parts_stays() {
    let root = json!({ "paths": { "/a": { "get": { "parameters": [], "responses": {} } } } });
    let after = settles(inline_parts, root);
    assert_eq!(after.root, json!({ "paths": { "/a": { "get": { "responses": {} } } } }));
    assert_eq!(after.count, 0);
}
