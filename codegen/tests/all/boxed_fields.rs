//! `x-boxed` boxes objects and unions that can be unset; anywhere else it is a warning that says why.

use codegen::{Request, Source, generate};
use serde_json::json;

#[test]
fn key_without_effect_is_a_warning() {
    let document = json!({
        "openapi": "3.0.3",
        "info": { "title": "t", "version": "1" },
        "paths": { "/b": { "post": {
            "operationId": "B_Post",
            "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A" } } } },
            "responses": { "204": { "description": "" } },
        } }, "/a": { "post": {
            "operationId": "A_Post",
            "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "properties": {
                "part": { "$ref": "#/components/schemas/B", "x-boxed": true },
            } } } } },
            "responses": { "200": {
                "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A" } } },
            } },
        } } },
        "components": { "schemas": {
            "A": { "type": "object", "required": ["required"], "properties": {
                "boxed": { "$ref": "#/components/schemas/B", "x-boxed": true },
                "inline": { "type": "object", "properties": { "b": { "$ref": "#/components/schemas/B" } }, "x-boxed": true },
                "either": { "oneOf": [{ "type": "string" }, { "$ref": "#/components/schemas/B" }], "x-boxed": true },
                "untrue": { "$ref": "#/components/schemas/B", "x-boxed": "yes" },
                "required": { "$ref": "#/components/schemas/B", "x-boxed": true },
                "list": { "type": "array", "items": { "$ref": "#/components/schemas/B" }, "x-boxed": true },
                "items": { "type": "array", "items": { "$ref": "#/components/schemas/B", "x-boxed": true } },
                "text": { "type": "string", "x-boxed": true },
                "word": { "type": "string", "enum": ["a", "b"], "x-boxed": true },
                "any": { "x-boxed": true },
            } },
            "B": { "type": "object", "properties": { "text": { "type": "string" } }, "x-boxed": true },
        } },
    });
    let text = document.to_string();
    let output = generate(&Request {
        document: Source { name: "t", text: &text },
        overlays: &[],
        command: "c",
    })
    .unwrap();
    let warnings = output
        .warnings
        .iter()
        .filter(|warning| warning.message.contains("x-boxed"));
    let lines: Vec<String> = warnings
        .map(|warning| {
            let place = warning.pointer.trim_start_matches("/components/schemas/");
            format!(
                "{place}: {}",
                warning.message.trim_start_matches("`x-boxed` has no effect here: ")
            )
        })
        .collect();
    let not_optional = "it is for objects and unions that can be unset, and not for forms";
    assert_eq!(
        lines,
        [
            "A/properties/untrue: the only value that it has is `true`".to_owned(),
            format!("A/properties/required: {not_optional}"),
            format!("A/properties/list: {not_optional}"),
            "A/properties/items/items: it is for properties".to_owned(),
            format!("A/properties/text: {not_optional}"),
            format!("A/properties/word: {not_optional}"),
            format!("A/properties/any: {not_optional}"),
            "B: it is for properties".to_owned(),
            format!("APostForm/properties/part: {not_optional}"),
        ]
    );
    let files: String = output.files.into_values().collect();
    let boxed: Vec<&str> = files
        .lines()
        .map(str::trim)
        .filter(|line| line.contains(": Option<Box<"))
        .collect();
    assert_eq!(
        boxed,
        [
            "pub boxed: Option<Box<B>>,",
            "pub inline: Option<Box<AInline>>,",
            "pub either: Option<Box<AEither>>,"
        ]
    );
}
