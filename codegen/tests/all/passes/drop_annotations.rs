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
fn servers_of_operations_are_not_dropped_silently_and_long_running_ones_are_kept() {
    let long = json!({ "x-ms-long-running-operation": true, "servers": [{ "url": "https://b" }] });
    let short = json!({ "x-ms-long-running-operation": false });
    let after = settles(
        drop_annotations,
        json!({
            "servers": [{ "url": "https://a" }],
            "paths": { "/a": { "servers": [], "post": long, "put": short } },
        }),
    );
    let expected = json!({
        "servers": [{ "url": "https://a" }],
        "paths": { "/a": {
            "post": { "x-ms-long-running-operation": true },
            "put": { "x-ms-long-running-operation": false },
        } },
    });
    assert_eq!(after.root, expected);
    assert_eq!(
        after.warnings,
        [
            "/paths/~1a/servers: requests go to the client's endpoint, not to the path's `servers`",
            "/paths/~1a/post/servers: requests go to the client's endpoint, not to the operation's `servers`",
        ]
    );
}
