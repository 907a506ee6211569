use codegen::passes::bodies;
use serde_json::{Value, json};

use super::{After, once};

fn to(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn file_part() -> Value {
    json!({ "crate": "azure-openai-core", "version": "*", "path": "azure_openai_core::FilePart" })
}

fn after(body: Value) -> After {
    once(
        bodies,
        json!({
            "paths": { "/a": { "post": { "operationId": "a", "requestBody": body }, "get": {} } },
            "components": { "schemas": {
                "Form": { "type": "object", "required": ["file"], "properties": {
                    "file": { "type": "string", "format": "binary" },
                    "more": { "type": "array", "items": { "type": "string", "format": "binary" } },
                    "purpose": { "type": "string" },
                } },
                "Text": { "type": "string" },
            } },
        }),
    )
}

#[test]
fn json_comes_before_everything_else() {
    let after = after(json!({ "required": true, "description": "d", "content": {
        "multipart/form-data": { "schema": to("Form") },
        "Application/JSON; charset=utf-8": { "schema": to("Text") },
    } }));
    assert_eq!(
        after.operation(),
        &json!({
            "operationId": "a",
            "requestBody": { "description": "d", "required": true, "content": { "application/json": { "schema": to("Text") } } },
            "x-body": "json",
        })
    );
    assert_eq!(after.count, 1);
}

#[test]
fn files_of_a_form_are_parts() {
    let after = after(json!({ "content": { "multipart/form-data": { "schema": to("Form") } } }));
    assert_eq!(after.operation()["x-body"], "form");
    assert_eq!(
        after.schemas()["Form"],
        json!({
            "type": "object", "required": ["file"], "x-form": true,
            "properties": {
                "file": { "type": "string", "format": "binary", "x-rust-type": file_part() },
                "more": { "type": "array", "items": { "type": "string", "format": "binary", "x-rust-type": file_part() } },
                "purpose": { "type": "string" },
            },
        })
    );
    assert!(after.warnings.is_empty());
}

#[test]
fn a_schema_that_serves_other_purposes_is_copied_once() {
    let form = json!({ "requestBody": { "content": { "multipart/form-data": { "schema": to("Both") } } } });
    let answer = json!({ "responses": { "200": { "content": { "application/json": { "schema": to("Both") } } } } });
    let schemas = json!({ "schemas": { "Both": { "properties": { "a": {} } } } });
    let used = |paths: Value| once(bodies, json!({ "paths": paths, "components": schemas }));
    let shared = used(json!({ "/a": { "post": form, "put": form, "get": answer } }));
    for method in ["post", "put"] {
        let body = &shared.root["paths"]["/a"][method]["requestBody"]["content"]["multipart/form-data"];
        assert_eq!(body["schema"], to("BothForm"));
    }
    assert_eq!(
        shared.schemas(),
        &json!({
            "Both": { "properties": { "a": {} } },
            "BothForm": { "properties": { "a": {} }, "x-form": true },
        })
    );
    // Forms alone can have it to themselves.
    let forms = used(json!({ "/a": { "post": form, "put": form } }));
    assert_eq!(
        forms.schemas(),
        &json!({ "Both": { "properties": { "a": {} }, "x-form": true } })
    );
}

#[test]
fn any_other_type_is_bytes() {
    let plain =
        after(json!({ "required": true, "content": { "application/jsonl; x=y": { "schema": { "type": "string" } } } }));
    assert_eq!(plain.operation()["x-body"], "application/jsonl");
    assert_eq!(
        plain.operation()["requestBody"]["content"],
        json!({ "application/jsonl": { "schema": { "type": "string", "format": "binary" } } })
    );
    assert!(plain.warnings.is_empty());
    let typed = after(json!({ "content": { "application/x-www-form-urlencoded": { "schema": to("Form") } } }));
    assert_eq!(typed.operation()["x-body"], "application/x-www-form-urlencoded");
    assert_eq!(
        typed.warnings,
        [
            "/paths/~1a/post/requestBody: `application/x-www-form-urlencoded` is sent as bytes that the caller makes: \
          its schema is not generated"
        ]
    );
}

#[test]
fn what_cannot_be_sent_is_left_out_with_a_warning() {
    for (body, why) in [
        (
            json!({ "content": {} }),
            "the body has no content; the operation is left out",
        ),
        (
            json!({ "content": { "multipart/form-data": { "schema": { "type": "string" } } } }),
            "a form whose schema is no object; the operation is left out",
        ),
        (
            json!({ "content": { "multipart/form-data": { "schema": to("Text") } } }),
            "a form whose schema is no object with fields; the operation is left out",
        ),
    ] {
        let after = after(body);
        assert_eq!(after.root["paths"], json!({ "/a": { "get": {} } }));
        assert_eq!(after.warnings, [format!("/paths/~1a/post/requestBody: {why}")]);
    }
}

#[test]
fn the_encoding_of_fields_is_not_read() {
    let with = |encoding: Value| {
        after(json!({ "content": { "multipart/form-data": { "schema": to("Form"), "encoding": { "a": encoding } } } }))
    };
    // A repeated name is how lists are sent anyway.
    let usual = with(json!({ "style": "form", "explode": true }));
    assert_eq!(usual.warnings, [""; 0]);
    let after = with(json!({ "contentType": "application/json" }));
    assert_eq!(after.operation()["x-body"], "form");
    assert_eq!(
        after.warnings,
        [
            "/paths/~1a/post/requestBody: `encoding` of form fields is not read: files are sent as such, all else as text"
        ]
    );
}
