//! Every place that is any JSON value is listed, with the reason.

use codegen::{AnyValue, Request, Source, generate};
use serde_json::{Value, json};

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
    assert_eq!(
        any_values(&document),
        [
            "free: the document gives no type",
            "odd: unknown type \"thing\"",
            "list/items: a list without `items`",
            "apart: the parts of `allOf` are of different types (\"string\" and \"object\"): taken as any JSON value",
        ]
    );
}

#[test]
fn fields_of_older_forms_keep_their_reason() {
    let fields = [
        json!({ "name": "odd", "in": "formData", "type": "thing" }),
        json!({ "name": "file", "in": "formData", "type": "file" }),
    ];
    let document = json!({
        "swagger": "2.0",
        "info": { "title": "t", "version": "1" },
        "paths": { "/a": { "post": { "operationId": "A_Post", "parameters": fields, "responses": { "204": {} } } } },
    });
    assert_eq!(any_values(&document), ["odd: unknown type \"thing\""]);
}

/// The fields that are any JSON value, each with the reason.
fn any_values(document: &Value) -> Vec<String> {
    let text = document.to_string();
    let source = Source { name: "t", text: &text };
    let output = generate(&Request {
        document: source,
        overlays: &[],
        command: "c",
    });
    let places = output.expect("a client").any_values;
    let line = |place: &AnyValue| {
        let field = place.pointer.rsplit("properties/").next().unwrap_or_default();
        format!("{field}: {}", place.reason)
    };
    places.iter().map(line).collect()
}
