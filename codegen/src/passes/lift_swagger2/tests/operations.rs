//! Parameters, bodies, forms and responses.

use serde_json::json;

use super::*;

#[test]
fn parameters_get_a_schema() {
    let before = json!([
        {"name": "a", "in": "query", "description": "d", "required": true, "type": "string", "enum": ["x"], "default": "x",
            "x-ms-enum": {"name": "E"}, "x-nullable": true, "x-ms-client-name": "n"},
        {"name": "b", "in": "path", "required": true, "type": "integer", "format": "int32", "minimum": 1, "maximum": 2,
            "exclusiveMaximum": true, "multipleOf": 2},
        {"name": "c", "in": "query", "type": "array", "items": {"type": "string"}},
        {"name": "d", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi"},
        {"name": "e", "in": "header", "type": "array", "items": {"type": "string"}, "collectionFormat": "csv"},
        {"name": "f", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "pipes"},
        {"name": "g", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "ssv"},
        {"name": "h", "in": "query"},
    ]);
    let strings = json!({"type": "array", "items": {"type": "string"}});
    assert_eq!(
        operation(json!({"parameters": before}))["parameters"],
        json!([
            {"name": "a", "in": "query", "description": "d", "required": true, "x-ms-client-name": "n",
                "schema": {"type": "string", "default": "x", "enum": ["x"], "x-ms-enum": {"name": "E"}, "nullable": true}},
            {"name": "b", "in": "path", "required": true, "schema": {"type": "integer", "format": "int32", "minimum": 1,
                "maximum": 2, "exclusiveMaximum": true, "multipleOf": 2}},
            {"name": "c", "in": "query", "style": "form", "explode": false, "schema": strings},
            {"name": "d", "in": "query", "style": "form", "explode": true, "schema": strings},
            {"name": "e", "in": "header", "style": "simple", "explode": false, "schema": strings},
            {"name": "f", "in": "query", "style": "pipeDelimited", "explode": false, "schema": strings},
            {"name": "g", "in": "query", "style": "spaceDelimited", "explode": false, "schema": strings},
            {"name": "h", "in": "query", "schema": {}},
        ])
    );
}

#[test]
fn separators_that_cannot_be_expressed_are_warned_of() {
    let list = |format: &str, place: &str| {
        json!({"name": "a", "in": place, "type": "array", "collectionFormat": format,
        "items": {"type": "array", "items": {"type": "string"}, "collectionFormat": "pipes"}})
    };
    let (_, warnings) = lift(json!({"paths": {"/a": {"get": {"parameters": [
        list("tsv", "query"), list("multi", "path")]}}}}));
    assert_eq!(
        warnings,
        [
            "/paths/~1a/get/parameters/0/items: `collectionFormat: \"pipes\"` of a list inside a list cannot be expressed; it is dropped",
            "/paths/~1a/get/parameters/1/items: `collectionFormat: \"pipes\"` of a list inside a list cannot be expressed; it is dropped",
            "/paths/~1a/get/parameters/1: `collectionFormat: multi` cannot be expressed here; commas are used",
        ]
    );
}

#[test]
fn shared_parameters() {
    let (root, _) = lift(json!({
        "parameters": {"v": {"name": "v", "in": "query", "type": "string"},
            "body": {"name": "b", "in": "body", "required": true, "schema": {"$ref": "#/definitions/A"}},
            "again": {"$ref": "#/parameters/body"}},
        "definitions": {"A": {"type": "object"}},
        "paths": {"/a": {"parameters": [{"$ref": "#/parameters/v"}, {"$ref": "#/parameters/again"}],
            "post": {"responses": {}}}},
    }));
    assert_eq!(root["components"].get("parameters"), None);
    assert_eq!(
        root["paths"]["/a"]["post"],
        json!({"parameters": [{"name": "v", "in": "query", "schema": {"type": "string"}}],
            "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}, "required": true},
            "responses": {}})
    );
}

#[test]
fn a_body_has_the_content_types_consumed() {
    let body = |consumes: Value| {
        let lifted = operation(json!({"consumes": consumes, "parameters": [
            {"name": "b", "in": "body", "description": "d", "schema": {"type": "object"}, "x-a": 1}]}));
        assert_eq!(lifted["parameters"], json!([]));
        assert_eq!(lifted["requestBody"]["description"], "d");
        assert_eq!(lifted["requestBody"]["x-a"], 1);
        assert_eq!(lifted["requestBody"].get("required"), None);
        let content = lifted["requestBody"]["content"].as_object().unwrap();
        assert!(
            content
                .values()
                .all(|media| media == &json!({"schema": {"type": "object"}}))
        );
        content.keys().cloned().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(body(json!([])), "application/json");
    assert_eq!(body(json!(["application/json", "text/json"])), "application/json");
    assert_eq!(
        body(json!(["text/json", "application/json; charset=utf-8"])),
        "application/json; charset=utf-8"
    );
    assert_eq!(
        body(json!(["application/merge-patch+json"])),
        "application/merge-patch+json"
    );
    assert_eq!(
        body(json!(["application/xml", "application/json"])),
        "application/xml application/json"
    );
    assert_eq!(body(json!(["multipart/form-data"])), "application/json");
}

#[test]
fn the_operations_own_body_replaces_the_paths() {
    let body = |kind: &str| json!({"name": "b", "in": "body", "schema": {"type": kind}});
    let (root, _) = lift(json!({"paths": {"/a": {"parameters": [body("string")],
        "post": {"parameters": [body("object")]}, "put": {}}}}));
    let kind =
        |method: &str| &root["paths"]["/a"][method]["requestBody"]["content"]["application/json"]["schema"]["type"];
    assert_eq!((kind("post"), kind("put")), (&json!("object"), &json!("string")));
    let twice = json!({"paths": {"/a": {"post": {"parameters": [body("string"), body("object")]}}}});
    assert!(warnings(twice).contains("/paths/~1a/post/parameters/1: a second body"));
    let both = json!({"paths": {"/a": {"post": {"parameters": [body("string"), {"name": "f", "in": "formData"}]}}}});
    assert!(warnings(both).contains("a body beside form fields"));
}

#[test]
fn a_form_keeps_the_order_of_its_fields() {
    let lifted = operation(json!({"consumes": ["multipart/form-data"], "parameters": [
        {"name": "purpose", "in": "formData", "required": true, "type": "string", "description": "d", "x-ms-enum": {}},
        {"name": "file", "in": "formData", "required": true, "type": "file"},
        {"name": "a.b", "in": "formData", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi"},
        {"name": "q", "in": "query", "type": "string"},
    ]}));
    let form = &lifted["requestBody"]["content"]["multipart/form-data"];
    assert_eq!(
        form,
        &json!({"schema": {"type": "object", "properties": {
                "purpose": {"type": "string", "x-ms-enum": {}, "description": "d"},
                "file": {"type": "string", "format": "binary"},
                "a.b": {"type": "array", "items": {"type": "string"}},
            }, "required": ["purpose", "file"]}, "encoding": {"a.b": {"style": "form", "explode": true}}})
    );
    let order: Vec<_> = form["schema"]["properties"].as_object().unwrap().keys().collect();
    assert_eq!(order, ["purpose", "file", "a.b"]);
    assert_eq!(lifted["requestBody"]["required"], true);
    assert_eq!(lifted["parameters"].as_array().unwrap().len(), 1);
}

#[test]
fn which_kind_of_form_it_is() {
    let form = |consumes: Value, kind: &str| {
        let (root, warnings) = lift(json!({"consumes": consumes, "paths": {"/a": {"post": {"parameters": [
            {"name": "f", "in": "formData", "type": kind}]}}}}));
        let content = &root["paths"]["/a"]["post"]["requestBody"]["content"];
        let types: Vec<_> = content.as_object().unwrap().keys().cloned().collect();
        (types.join(" "), warnings.len())
    };
    let multipart = "multipart/form-data".to_owned();
    let plain = "application/x-www-form-urlencoded".to_owned();
    assert_eq!(form(json!([]), "string"), (plain.clone(), 0));
    assert_eq!(form(json!([plain]), "string"), (plain.clone(), 0));
    assert_eq!(form(json!([multipart]), "string"), (multipart.clone(), 0));
    assert_eq!(
        form(json!([plain, multipart]), "string"),
        (format!("{multipart} {plain}"), 0)
    );
    assert_eq!(form(json!([]), "file"), (multipart.clone(), 0));
    assert_eq!(form(json!([plain, multipart]), "file"), (multipart.clone(), 0));
    assert_eq!(form(json!([plain]), "file"), (multipart, 1));
}

#[test]
fn responses_have_the_content_types_produced() {
    let response = |produces: Value, status: &str, schema: Value| {
        let lifted =
            operation(json!({"produces": produces, "responses": {status: {"description": "d", "schema": schema}}}));
        let content = lifted["responses"][status]["content"].as_object().unwrap().clone();
        content.keys().cloned().collect::<Vec<_>>().join(" ")
    };
    let object = json!({"type": "object"});
    let file = json!({"type": "file"});
    assert_eq!(response(json!([]), "200", object.clone()), "application/json");
    assert_eq!(
        response(json!(["application/json", "text/json"]), "200", object.clone()),
        "application/json"
    );
    assert_eq!(
        response(json!(["application/json", "a/b"]), "200", object.clone()),
        "application/json a/b"
    );
    assert_eq!(
        response(json!(["text/plain"]), "200", json!({"type": "string"})),
        "text/plain"
    );
    assert_eq!(
        response(json!(["application/octet-stream"]), "200", file.clone()),
        "application/octet-stream"
    );
    assert_eq!(
        response(json!(["application/json"]), "200", file.clone()),
        "application/octet-stream"
    );
    assert_eq!(
        response(json!(["audio/mpeg", "application/json"]), "200", file),
        "audio/mpeg"
    );
    assert_eq!(
        response(json!(["application/octet-stream"]), "default", object.clone()),
        "application/json"
    );
    assert_eq!(
        response(json!(["application/octet-stream", "application/json"]), "200", object),
        "application/json"
    );
}

#[test]
fn response_is_lifted() {
    let lifted = operation(json!({"produces": ["application/json"], "responses": {
        "200": {"description": "d", "schema": {"type": "object"}, "x-a": 1,
            "examples": {"application/json": {"e": 1}, "b/c": 2},
            "headers": {"h": {"description": "d", "type": "integer", "format": "int64"},
                "l": {"type": "array", "items": {"type": "string"}, "collectionFormat": "csv"}}},
        "204": {}, "x-b": 1}}));
    assert_eq!(
        lifted["responses"],
        json!({"200": {"description": "d", "headers": {
                "h": {"description": "d", "schema": {"type": "integer", "format": "int64"}},
                "l": {"schema": {"type": "array", "items": {"type": "string"}}}},
                "content": {"application/json": {"schema": {"type": "object"}, "example": {"e": 1}}}, "x-a": 1},
            "204": {"description": ""}, "x-b": 1})
    );
}

#[test]
fn shared_responses_take_the_operations_content_types() {
    let (root, _) = lift(
        json!({"produces": ["a/b"], "responses": {"R": {"description": "d", "schema": {"type": "string"}}},
        "paths": {"/a": {"get": {"responses": {"200": {"$ref": "#/responses/R"}}},
            "put": {"produces": ["c/d"], "responses": {"200": {"$ref": "#/responses/R"}}}}}}),
    );
    let response = |media: &str| json!({"description": "d", "content": {media: {"schema": {"type": "string"}}}});
    assert_eq!(root["components"].get("responses"), None);
    assert_eq!(root["paths"]["/a"]["get"]["responses"]["200"], response("a/b"));
    assert_eq!(root["paths"]["/a"]["put"]["responses"]["200"], response("c/d"));
}
