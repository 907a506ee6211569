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
            "requestBody": {
                "description": "d", "required": true,
                "content": { "application/json": { "schema": to("Text") } },
                "x-media-types": ["Application/JSON; charset=utf-8", "multipart/form-data"],
            },
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
    let response = json!({ "responses": { "200": { "content": { "application/json": { "schema": to("Both") } } } } });
    let schemas = json!({ "schemas": { "Both": { "properties": { "a": {} } } } });
    let used = |paths: Value| once(bodies, json!({ "paths": paths, "components": schemas }));
    let shared = used(json!({ "/a": { "post": form, "put": form, "get": response } }));
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
fn the_declared_media_type_is_kept() {
    for (declared, sent) in [
        (json!({ "application/json": {} }), json!(null)),
        (json!({ "*/*": {} }), json!(null)),
        (
            json!({ "application/merge-patch+json": {} }),
            json!(["application/merge-patch+json"]),
        ),
        (
            json!({ "application/x+json": {}, "application/json": {} }),
            json!(["application/json", "application/x+json"]),
        ),
    ] {
        let typed: serde_json::Map<String, Value> = declared
            .as_object()
            .unwrap()
            .keys()
            .map(|name| (name.clone(), json!({ "schema": to("Text") })))
            .collect();
        let after = after(json!({ "content": typed }));
        assert_eq!(after.operation()["x-body"], "json", "{declared}");
        assert_eq!(after.operation()["requestBody"]["x-media-types"], sent, "{declared}");
    }
}

#[test]
fn any_other_type_is_bytes() {
    let plain =
        after(json!({ "required": true, "content": { "application/jsonl; x=y": { "schema": { "type": "string" } } } }));
    assert_eq!(plain.operation()["x-body"], "bytes");
    assert_eq!(
        plain.operation()["requestBody"]["content"],
        json!({ "application/jsonl; x=y": { "schema": { "type": "string", "format": "binary" } } })
    );
    assert!(plain.warnings.is_empty());
    let binary = json!({ "schema": { "type": "string", "format": "binary" } });
    let first = after(json!({ "content": { "image/png": binary, "application/json": { "schema": to("Text") } } }));
    assert_eq!(first.operation()["x-body"], "bytes");
    assert_eq!(
        first.operation()["requestBody"]["x-media-types"],
        json!(["image/png", "application/json"])
    );
    let xml = after(json!({ "content": { "application/xml": { "schema": to("Form") } } }));
    assert_eq!(
        xml.warnings,
        [
            "/paths/~1a/post/requestBody: `application/xml` is sent as bytes that the caller makes: \
          its schema is not generated"
        ]
    );
}

#[test]
fn a_urlencoded_form_is_typed_like_any_other() {
    let typed = after(json!({ "content": { "application/x-www-form-urlencoded": { "schema": to("Form") } } }));
    assert_eq!(typed.operation()["x-body"], "form");
    assert_eq!(typed.schemas()["Form"]["x-form"], true);
    assert_eq!(
        typed.operation()["requestBody"]["x-media-types"],
        json!(["application/x-www-form-urlencoded"])
    );
    assert!(typed.warnings.is_empty());
}

#[test]
fn a_form_without_fields_is_bytes_and_a_body_without_content_none() {
    for (schema, why) in [
        (json!({ "type": "string" }), "a form whose schema is not an object"),
        (to("Text"), "a form whose schema has no fields"),
    ] {
        let after = after(json!({ "content": { "multipart/form-data": { "schema": schema } } }));
        assert_eq!(after.operation()["x-body"], "bytes");
        let said = format!("/paths/~1a/post/requestBody: {why}: it is sent as bytes that the caller makes");
        assert_eq!(after.warnings, [said]);
    }
    let none = after(json!({ "content": {} }));
    assert_eq!(none.operation(), &json!({ "operationId": "a" }));
    assert_eq!(
        none.warnings,
        ["/paths/~1a/post/requestBody: the body has no content; none is sent"]
    );
}

#[test]
fn fields_are_encoded_as_the_document_says() {
    let with = |encoding: Value| {
        after(json!({ "content": { "multipart/form-data": { "schema": to("Form"), "encoding": encoding } } }))
    };
    // A repeated name is how lists are sent anyway.
    let usual = with(json!({ "more": { "style": "form", "explode": true } }));
    assert_eq!(usual.warnings, [""; 0]);
    let typed = with(json!({ "purpose": { "contentType": "text/markdown" }, "more": { "contentType": "image/*" } }));
    assert_eq!(typed.warnings, [""; 0]);
    let fields = &typed.schemas()["Form"]["properties"];
    assert_eq!(
        (&fields["purpose"]["x-part-type"], fields["more"].get("x-part-type")),
        (&json!("text/markdown"), None)
    );
    let odd = with(json!({ "none": {}, "purpose": { "style": "odd", "headers": { "X": {} } } }));
    let place = "/paths/~1a/post/requestBody/content/multipart~1form-data/encoding";
    assert_eq!(
        odd.warnings,
        [
            format!("{place}/none: the form has no such field; it is ignored"),
            format!("{place}/purpose/headers: headers of parts are not sent"),
            format!("{place}/purpose/style: there is no style \"odd\" in a form; it is ignored"),
        ]
    );
}
