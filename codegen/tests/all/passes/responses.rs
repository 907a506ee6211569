use serde_json::{Value, json};

use super::{After, once, operation};

fn after(responses: Value) -> After {
    once(codegen::passes::responses, operation(json!({ "responses": responses })))
}

fn json_of(name: &str) -> Value {
    json!({ "application/json": { "schema": { "$ref": format!("#/components/schemas/{name}") } } })
}

#[test]
fn one_success_is_left() {
    let after = after(json!({
        "default": { "content": json_of("Error") },
        "201": { "description": "Made.", "headers": { "Location": {} }, "content": json_of("A") },
        "200": { "description": "There.", "content": json_of("A") },
        "404": { "content": json_of("Error") },
    }));
    let error = json!({ "$ref": "#/components/schemas/Error" });
    assert_eq!(
        after.operation(),
        &json!({
            "x-errors": { "default": error, "404": error },
            "x-response": "json",
            "responses": { "200": { "description": "Made.", "headers": { "Location": {} }, "content": json_of("A") } },
        })
    );
    assert_eq!((after.count, after.warnings.len()), (1, 0));
}

#[test]
fn several_types_of_success_become_one_of_them() {
    let other = after(json!({ "200": { "content": json_of("A") }, "202": { "content": json_of("B") } }));
    let union = other.schemas().as_object().unwrap();
    let (name, schema) = union.iter().next().unwrap();
    assert_eq!(other.operation()["responses"]["200"]["content"], json_of(name));
    let to = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    assert_eq!(
        schema,
        &json!({ "anyOf": [to("A"), to("B")], "x-statuses": ["200", "202"] })
    );
    assert!(other.operation().get("x-optional").is_none());
    assert!(other.warnings.is_empty());
    assert_eq!(other.operation()["x-response"], "json");
}

#[test]
fn several_kinds_of_success_are_told_apart_by_their_content_type() {
    let text = json!({ "text/plain": {} });
    let bytes = json!({ "image/png": {} });
    for (first, second, expected) in [
        (json_of("A"), text.clone(), "json-or-text"),
        (text.clone(), json_of("A"), "json-or-text"),
        (json_of("A"), bytes.clone(), "json-or-bytes"),
        (text.clone(), bytes.clone(), "binary"),
        (bytes, json_of("A"), "json-or-bytes"),
    ] {
        let mixed = after(json!({ "200": { "content": first }, "202": { "content": second } }));
        assert_eq!(mixed.operation()["x-response"], expected);
        let content = mixed.operation()["responses"]["200"].get("content");
        assert_eq!(content.is_some(), expected != "binary");
        assert!(mixed.warnings.is_empty());
    }
    let three = after(
        json!({ "200": { "content": json_of("A") }, "201": { "content": json_of("B") }, "202": { "content": text } }),
    );
    assert_eq!(three.operation()["x-response"], "json-or-text");
    assert_eq!(three.schemas().as_object().unwrap().len(), 1);
}

#[test]
fn success_without_a_body_or_of_null_has_no_value() {
    let nullable = json!({ "allOf": [{ "$ref": "#/components/schemas/A" }], "nullable": true });
    for responses in [
        json!({ "200": { "content": json_of("A") }, "204": {} }),
        json!({ "202": { "description": "x" }, "200": { "content": json_of("A") } }),
        json!({ "200": { "content": { "application/json": { "schema": nullable } } } }),
    ] {
        let after = after(responses);
        let operation = after.operation();
        assert_eq!(
            (&operation["x-response"], &operation["x-optional"]),
            (&json!("json"), &json!(true))
        );
        let schema = &operation["responses"]["200"]["content"]["application/json"]["schema"];
        assert!(schema.get("nullable").is_none());
        assert!(after.warnings.is_empty());
    }
    let head = json!({ "paths": { "/a": { "head": { "responses": { "200": { "content": json_of("A") } } } } } });
    let head = once(codegen::passes::responses, head);
    assert_eq!(head.root["paths"]["/a"]["head"]["x-response"], "none");
}

#[test]
fn kind_of_a_response_follows_from_its_media_types() {
    let binary = json!({ "schema": { "type": "string", "format": "binary" } });
    for (content, expected) in [
        (json!({ "application/json": {} }), "json"),
        (json!({ "application/problem+json; v=1": {} }), "json"),
        (json!({ "*/*": {} }), "json"),
        (json!({ "text/plain": {} }), "text"),
        (json!({ "text/plain": binary }), "binary"),
        (json!({ "application/json": binary }), "binary"),
        (json!({ "application/octet-stream": {} }), "binary"),
        (json!({ "text/csv": {}, "audio/mp3": {} }), "binary"),
        (json!({ "text/vtt": {}, "application/json": {} }), "json-or-text"),
        (json!({ "application/json": {}, "audio/mp3": {} }), "json-or-bytes"),
        // The same in other words, of which JSON is asked for.
        (
            json!({ "application/json": {}, "application/xml": {}, "text/plain": { "schema": { "type": "object" } } }),
            "json",
        ),
        (json!({}), "none"),
    ] {
        let after = after(json!({ "200": { "content": content } }));
        assert_eq!(after.operation()["x-response"], expected, "of {content}");
        let has_schema = expected.starts_with("json");
        assert_eq!(
            after.operation()["responses"]["200"].get("content").is_some(),
            has_schema
        );
        assert!(after.warnings.is_empty());
    }
}

#[test]
fn events_alone_are_the_response() {
    let stream = |responses: Value| {
        let after = once(
            codegen::passes::responses,
            operation(json!({ "x-stream": {}, "responses": responses })),
        );
        after.operation()["x-response"].clone()
    };
    assert_eq!(stream(json!({ "200": { "content": {} } })), "events");
    assert_eq!(stream(json!({ "200": { "content": json_of("A") } })), "json");
}

#[test]
fn default_is_a_success_where_no_other_is_declared() {
    for responses in [
        json!({ "default": { "content": json_of("A") } }),
        json!({ "default": { "content": json_of("A") }, "x-cached": true }),
        json!({ "404": { "content": json_of("Error") }, "default": { "content": json_of("A") } }),
    ] {
        let after = after(responses);
        assert_eq!(after.operation()["responses"]["200"]["content"], json_of("A"));
        assert!(after.warnings.is_empty());
    }
    let range = after(json!({ "2XX": { "content": json_of("A") }, "default": {} }));
    assert_eq!(range.operation()["x-response"], "json");
    let none = after(json!({ "302": {}, "default": { "content": json_of("Error") } }));
    assert_eq!(none.operation()["x-response"], "none");
    assert_eq!(
        none.warnings,
        ["/paths/~1a/post/responses: no success (2xx) is declared: nothing is read of one"]
    );
}

#[test]
fn a_schema_of_another_format_than_json_is_not_dropped_silently() {
    let schema = json!({ "$ref": "#/components/schemas/A" });
    let after = after(json!({ "200": { "content": { "application/xml": { "schema": schema } } } }));
    assert_eq!(after.operation()["x-response"], "binary");
    assert_eq!(
        after.warnings,
        ["/paths/~1a/post/responses: `application/xml` is returned as it comes: its schema is not generated"]
    );
}
