//! Every place that is any JSON value is listed, with the reason.

use codegen::{Request, Source, generate};
use serde_json::json;

#[test]
fn any_values_are_listed_with_the_reason() {
    let properties = json!({
        "free": {},
        "odd": { "type": "thing" },
        "list": { "type": "array" },
        "apart": { "allOf": [{ "type": "string" }, { "type": "object" }] },
        "known": { "type": "string" },
    });
    let document = json!({
        "openapi": "3.0.3",
        "info": { "title": "t", "version": "1" },
        "paths": { "/a": { "get": { "operationId": "A_Get", "responses": { "200": {
            "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A" } } },
        } } } } },
        "components": { "schemas": { "A": { "type": "object", "properties": properties } } },
    });
    let text = document.to_string();
    let source = Source { name: "t", text: &text };
    let output = generate(&Request {
        document: source,
        overlays: &[],
        command: "c",
    })
    .expect("a client");
    let found: Vec<(&str, &str)> = output
        .any_values
        .iter()
        .map(|place| {
            (
                place.pointer.rsplit("properties/").next().unwrap_or_default(),
                place.reason.as_str(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("free", "the document gives no type"),
            ("odd", "unknown type \"thing\""),
            ("list/items", "a list without `items`"),
            (
                "apart",
                "the parts of `allOf` are of different types (\"string\" and \"object\"): taken as any JSON value"
            ),
        ]
    );
}
