use codegen::passes::streaming;
use serde_json::{Value, json};

use super::{once, settles};

fn to(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn document(request: Value, events: Value) -> Value {
    json!({
        "paths": { "/a": { "post": {
            "operationId": "Chat_Create",
            "requestBody": { "content": { "application/json": { "schema": request } } },
            "responses": {
                "200": { "content": {
                    "application/json": { "schema": to("Reply") },
                    "text/event-stream": events,
                } },
                "400": { "content": { "text/event-stream": {} } },
            },
        } } },
        "components": { "schemas": {
            "Ask": { "required": ["prompt", "stream"], "properties": { "prompt": {}, "stream": { "type": "boolean" } } },
            "Reply": {},
        } },
    })
}

#[test]
fn the_events_become_a_second_form_and_the_switch_goes() {
    let after = settles(streaming, document(to("Ask"), json!({ "schema": to("Chunk") })));
    let operation = after.operation();
    assert_eq!(operation["x-stream"], to("Chunk"));
    assert_eq!(operation["x-stream-switch"], "stream");
    assert_eq!(
        operation["responses"],
        json!({
            "200": { "content": { "application/json": { "schema": to("Reply") } } },
            "400": { "content": { "text/event-stream": {} } },
        })
    );
    assert_eq!(
        after.schemas()["Ask"],
        json!({ "required": ["prompt"], "properties": { "prompt": {} } })
    );
    assert_eq!(after.count, 1);
}

#[test]
fn switch_of_a_form_goes_too() {
    let mut root = document(to("Ask"), json!({ "schema": to("Chunk") }));
    root["paths"]["/a"]["post"]["requestBody"] = json!({
        "content": { "multipart/form-data": { "schema": to("Ask") } },
    });
    let after = settles(streaming, root);
    assert_eq!(after.operation()["x-stream-switch"], "stream");
    assert_eq!(
        after.schemas()["Ask"],
        json!({ "required": ["prompt"], "properties": { "prompt": {} } })
    );
}

#[test]
fn inline_schemas_are_treated_like_referenced_ones() {
    let request = json!({ "properties": { "stream": {}, "prompt": {} } });
    let after = settles(
        streaming,
        document(request, json!({ "schema": { "properties": { "delta": {} } } })),
    );
    assert_eq!(after.operation()["x-stream"], to("ChatCreateEvent"));
    assert_eq!(
        after.schemas()["ChatCreateEvent"],
        json!({ "properties": { "delta": {} } })
    );
    let schema = after
        .operation()
        .pointer("/requestBody/content/application~1json/schema");
    assert_eq!(schema, Some(&json!({ "properties": { "prompt": {} } })));
}

#[test]
fn events_of_no_type_stay_with_a_warning() {
    let root = document(to("Ask"), json!({}));
    let after = once(streaming, root.clone());
    assert_eq!((after.root, after.count), (root, 0));
    assert_eq!(
        after.warnings,
        ["/paths/~1a/post/responses/200: events without a schema have no type: they are taken as bytes"]
    );
}

#[test]
fn an_operation_without_events_keeps_its_switch() {
    let mut root = document(to("Ask"), json!({}));
    root["paths"]["/a"]["post"]["responses"] = json!({ "200": { "content": { "application/json": {} } } });
    let after = settles(streaming, root.clone());
    assert_eq!((after.root, after.count), (root, 0));
}

#[test]
fn a_body_without_the_switch_stays_as_it_is() {
    let mut root = document(to("Query"), json!({ "schema": to("Chunk") }));
    root["components"]["schemas"]["Query"] = json!({ "properties": { "words": {} } });
    let content = &mut root["paths"]["/a"]["post"]["responses"]["200"]["content"];
    *content = json!({ "text/event-stream; charset=utf-8": { "schema": to("Chunk") } });
    let after = settles(streaming, root);
    assert_eq!(after.operation()["x-stream"], to("Chunk"));
    assert!(after.operation().get("x-stream-switch").is_none());
    assert_eq!(after.schemas()["Query"], json!({ "properties": { "words": {} } }));
}
