use codegen::passes::drop_annotations;
use serde_json::json;

use super::settles;

#[test]
fn examples_and_annotations_that_nobody_reads_go() {
    let after = settles(
        drop_annotations,
        json!({
            "x-top": 1,
            "externalDocs": {},
            "info": { "title": "t", "x-logo": 1 },
            "paths": { "/a": {
                "x-path": 1,
                "post": {
                    "operationId": "a",
                    "x-ms-examples": {},
                    "callbacks": { "done": {} },
                    "parameters": [{ "name": "p", "in": "query", "example": 1, "x-ms-secret": true, "schema": { "example": 1 } }],
                    "requestBody": { "x-body": 1, "content": { "a/b": { "examples": {}, "schema": { "xml": {} } } } },
                    "responses": { "200": {
                        "links": {},
                        "headers": { "x-count": { "example": 1, "schema": {} } },
                        "content": { "a/b": { "example": 1 } },
                    } },
                },
            } },
            "components": {
                "x-all": 1,
                "schemas": { "S": {
                    "x-ms-enum": {},
                    "x-ms-mutability": [],
                    "example": { "example": 1 },
                    "properties": { "example": { "type": "string" }, "x-field": { "externalDocs": {} } },
                } },
            },
        }),
    );
    assert_eq!(
        after.root,
        json!({
            "info": { "title": "t" },
            "paths": { "/a": { "post": {
                "operationId": "a",
                "parameters": [{ "name": "p", "in": "query", "x-ms-secret": true, "schema": {} }],
                "requestBody": { "content": { "a/b": { "schema": {} } } },
                "responses": { "200": {
                    "headers": { "x-count": { "schema": {} } },
                    "content": { "a/b": {} },
                } },
            } } },
            "components": { "schemas": { "S": {
                "x-ms-enum": {},
                // Properties are no annotations, whatever they are called.
                "properties": { "example": { "type": "string" }, "x-field": {} },
            } } },
        })
    );
    assert_eq!(after.count, 18);
    assert!(after.warnings.is_empty());
}

#[test]
fn long_running_operations_are_kept() {
    let root = json!({ "paths": { "/a": {
        "post": { "x-ms-long-running-operation": true },
        "put": { "x-ms-long-running-operation": false },
    } } });
    assert_eq!(settles(drop_annotations, root.clone()).root, root);
}
