//! Before and after, as small as they get.

use serde_json::json;

use super::super::{inline_parts, inner_schemas};
use super::*;

fn lower(mut root: Value) -> (Value, Vec<String>) {
    root["openapi"] = json!("3.1.0");
    let mut document = Document::new("t", Dialect::OpenApi31, root);
    inner_schemas(&mut document);
    assert!(document.run("inline_parts", inline_parts).is_ok());
    assert!(document.run("lower_openapi31", lower_openapi31).is_ok());
    assert_eq!(document.dialect, Dialect::OpenApi30);
    assert_eq!(document.root["openapi"], "3.0.3");
    let warnings = document
        .findings
        .all()
        .iter()
        .map(|w| format!("{}: {}", w.pointer, w.message));
    (document.root, warnings.collect())
}

fn warned(schema: Value) -> (Value, Vec<String>) {
    let (root, warnings) = lower(json!({"components": {"schemas": {"A": schema}}}));
    let warnings = warnings.iter().map(|w| w.replace("/components/schemas/A", ""));
    (root["components"]["schemas"]["A"].clone(), warnings.collect())
}

fn schema(schema: Value) -> Value {
    let (schema, warnings) = warned(schema);
    assert!(warnings.is_empty(), "{warnings:?}");
    schema
}

fn each(cases: impl IntoIterator<Item = (Value, Value)>) {
    for (before, after) in cases {
        assert_eq!(schema(before.clone()), after, "{before}");
    }
}

#[test]
fn null_becomes_nullable() {
    let reference = json!({"$ref": "#/components/schemas/A"});
    each([
        (
            json!({"type": ["string", "null"], "maxLength": 3}),
            json!({"type": "string", "maxLength": 3, "nullable": true}),
        ),
        (json!({"type": ["null"]}), json!({"nullable": true, "enum": [null]})),
        (json!({"type": "null"}), json!({"nullable": true, "enum": [null]})),
        (
            json!({"oneOf": [{"type": "string"}, {"type": "null"}], "description": "d", "example": "e"}),
            json!({"description": "d", "example": "e", "nullable": true, "type": "string"}),
        ),
        (
            json!({"anyOf": [{"type": "null"}, reference], "description": "d"}),
            json!({"description": "d", "nullable": true, "allOf": [reference]}),
        ),
        (
            json!({"oneOf": [reference, {"type": "string"}, {"type": "null"}]}),
            json!({"nullable": true, "oneOf": [reference, {"type": "string"}]}),
        ),
        (
            json!({"oneOf": [{"type": "null"}]}),
            json!({"nullable": true, "enum": [null]}),
        ),
        (
            json!({"oneOf": [{"const": null}, {"type": "string", "description": "inner"}], "description": "outer"}),
            json!({"description": "outer", "nullable": true, "type": "string"}),
        ),
        (
            json!({"anyOf": [{"type": "null"}, {"properties": {"a": {}}}], "properties": {"b": {}}}),
            json!({"properties": {"b": {}}, "nullable": true, "allOf": [{"properties": {"a": {}}}]}),
        ),
        (
            json!({"enum": ["a", null]}),
            json!({"enum": ["a", null], "nullable": true}),
        ),
        (
            json!({"type": ["string", "null"], "enum": ["a", null]}),
            json!({"type": "string", "enum": ["a", null], "nullable": true}),
        ),
    ]);
}

#[test]
fn several_types_become_a_union() {
    each([
        (
            json!({"type": ["string", "integer"], "description": "d", "minLength": 1, "minimum": 2, "format": "int32"}),
            json!({"description": "d", "oneOf": [{"type": "string", "minLength": 1},
                {"type": "integer", "minimum": 2, "format": "int32"}]}),
        ),
        (
            json!({"type": ["string", "array", "null"], "items": {"type": "string"}}),
            json!({"nullable": true, "oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
        ),
        (json!({"type": ["integer", "number"]}), json!({"type": "number"})),
        (
            json!({"type": ["string", "integer"], "enum": ["a", 1, 2]}),
            json!({"oneOf": [{"type": "string", "enum": ["a"]}, {"type": "integer", "enum": [1, 2]}]}),
        ),
        (
            json!({"type": ["string", "object"], "oneOf": [{}]}),
            json!({"oneOf": [{}], "allOf": [{"oneOf": [{"type": "string"}, {"type": "object"}]}]}),
        ),
    ]);
}

#[test]
fn keywords_are_respelled() {
    each([
        (json!({"const": "a"}), json!({"type": "string", "enum": ["a"]})),
        (json!({"const": 1}), json!({"type": "integer", "enum": [1]})),
        (
            json!({"type": "number", "const": 1}),
            json!({"type": "number", "enum": [1]}),
        ),
        (
            json!({"examples": [1], "$comment": "c", "example": 1}),
            json!({"example": 1}),
        ),
        (
            json!({"exclusiveMinimum": 1, "exclusiveMaximum": 9}),
            json!({"minimum": 1, "exclusiveMinimum": true, "maximum": 9, "exclusiveMaximum": true}),
        ),
        (json!({"minimum": 2, "exclusiveMinimum": 1}), json!({"minimum": 2})),
        (
            json!({"maximum": 2, "exclusiveMaximum": 2}),
            json!({"maximum": 2, "exclusiveMaximum": true}),
        ),
        (
            json!({"type": "string", "contentEncoding": "base64", "contentMediaType": "image/png"}),
            json!({"type": "string", "format": "byte"}),
        ),
        (
            json!({"contentMediaType": "application/octet-stream"}),
            json!({"type": "string", "format": "binary"}),
        ),
        (
            json!({"type": "string", "contentMediaType": "application/json"}),
            json!({"type": "string"}),
        ),
        (json!({"type": "array"}), json!({"type": "array", "items": {}})),
        (
            json!({"items": true, "additionalProperties": false}),
            json!({"items": {}, "additionalProperties": false}),
        ),
    ]);
}

#[test]
fn siblings_of_a_reference_are_kept() {
    let reference = json!({"$ref": "#/components/schemas/A"});
    each([
        (
            json!({"items": {"$ref": "#/components/schemas/A", "description": "d"}}),
            json!({"items": {"allOf": [reference], "description": "d"}}),
        ),
        (
            json!({"items": {"$ref": "#/components/schemas/A", "allOf": [{"type": "object"}]}}),
            json!({"items": {"allOf": [reference, {"type": "object"}]}}),
        ),
        // A property may be called like a keyword.
        (
            json!({"properties": {"const": {"type": "string"}, "examples": {"const": 1}}}),
            json!({"properties": {"const": {"type": "string"}, "examples": {"type": "integer", "enum": [1]}}}),
        ),
    ]);
}

#[test]
fn definitions_that_are_referred_to_become_components() {
    let (root, warnings) = lower(
        json!({"components": {"schemas": {"A": {"$defs": {"B": {"const": 1}, "C": {}},
        "items": {"$ref": "#/components/schemas/A/$defs/B"}}}}}),
    );
    assert_eq!(
        root["components"]["schemas"],
        json!({"A": {"items": {"$ref": "#/components/schemas/B"}}, "B": {"type": "integer", "enum": [1]}})
    );
    assert!(warnings.is_empty());
}

#[test]
fn inexpressible_keyword_is_a_warning() {
    let cases = [
        (
            json!({"if": {}, "then": {}, "else": {}, "type": "string"}),
            json!({"type": "string"}),
            3,
        ),
        (
            json!({"contains": {}, "minContains": 1, "propertyNames": {}, "dependentSchemas": {}}),
            json!({}),
            4,
        ),
        (json!({"$dynamicRef": "#a"}), json!({}), 1),
        (json!({"$id": "i", "$anchor": "a"}), json!({}), 0),
        (json!({"not": false}), json!({"not": {"not": {}}}), 1),
        (
            json!({"prefixItems": [{"type": "string"}, {"type": "integer"}]}),
            json!({"items": {}}),
            1,
        ),
        (
            json!({"prefixItems": [{"type": "string"}, {"type": "string"}]}),
            json!({"items": {"type": "string"}}),
            0,
        ),
        (
            json!({"patternProperties": {"^a": {"type": "string"}}}),
            json!({"additionalProperties": {"type": "string"}}),
            1,
        ),
        (
            json!({"patternProperties": {"^a": {}}, "properties": {"b": {}}, "additionalProperties": false}),
            json!({"properties": {"b": {}}}),
            1,
        ),
        (
            json!({"unevaluatedProperties": false}),
            json!({"additionalProperties": false}),
            0,
        ),
        (
            json!({"unevaluatedProperties": false, "allOf": [{}]}),
            json!({"allOf": [{}]}),
            1,
        ),
        (json!({"unevaluatedProperties": true}), json!({}), 0),
        (json!({"contentEncoding": "quoted-printable"}), json!({}), 1),
        (
            json!({"$schema": "http://json-schema.org/draft-07/schema#"}),
            json!({}),
            1,
        ),
        (
            json!({"$schema": "https://json-schema.org/draft/2020-12/schema"}),
            json!({}),
            0,
        ),
    ];
    for (before, after, count) in cases {
        let (mut schema, warnings) = warned(before.clone());
        // The reason is the warning's.
        for place in ["", "/items"] {
            if let Some(Value::Object(place)) = schema.pointer_mut(place) {
                place.shift_remove(crate::keys::ANY_VALUE);
            }
        }
        assert_eq!(schema, after, "{before}");
        assert_eq!(warnings.len(), count, "{before}: {warnings:?}");
    }
    let (_, warnings) = warned(json!({"properties": {"a": {"if": {}}}}));
    assert_eq!(
        warnings,
        ["/properties/a: `if` cannot be expressed; values are not checked against it"]
    );
}

#[test]
fn the_frame() {
    let (root, warnings) = lower(json!({
        "info": {"title": "t", "summary": "s", "description": "d", "license": {"name": "n", "identifier": "MIT"}},
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema", "webhooks": {"w/x": {"post": {}}},
        "security": [{"k": []}, {}],
        "components": {"securitySchemes": {"k": {"type": "apiKey"}},
            "parameters": {"p": {"name": "p"}, "q": {"$ref": "#/components/parameters/p", "description": "d"}},
            "pathItems": {"P": {"get": {"operationId": "x", "parameters": [{"$ref": "#/components/parameters/q"}]}}}},
        "paths": {"/a": {"$ref": "#/components/pathItems/P"}},
    }));
    assert_eq!(
        root,
        json!({
            "info": {"title": "t", "description": "s\n\nd",
                "license": {"name": "n", "url": "https://spdx.org/licenses/MIT.html"}},
            "security": [{"k": []}, {}],
            "components": {"securitySchemes": {"k": {"type": "apiKey"}}},
            "paths": {"/a": {"get": {"operationId": "x", "responses": {},
                "parameters": [{"name": "p", "description": "d"}]}}},
            "openapi": "3.0.3",
        })
    );
    assert_eq!(
        warnings,
        ["/webhooks/w~1x: a client receives no webhooks; it is dropped",]
    );
    assert_eq!(lower(json!({})).0["paths"], json!({}));
    assert_eq!(lower(json!({"jsonSchemaDialect": "urn:x"})).1.len(), 1);
}

#[test]
fn of_a_3_0_document_only_keywords_of_3_1_and_what_stands_beside_references_are_lowered() {
    let plain = json!({"nullable": true, "items": {"$ref": "#/components/schemas/A", "description": "d"}});
    let newer = json!({"type": ["string", "null"]});
    let mut root = json!({"openapi": "3.0.0", "components": {"schemas": {"A": plain, "B": newer, "C": {"const": 1}}}});
    let mut document = Document::new("t", Dialect::OpenApi30, root.clone());
    assert_eq!(lower_openapi31(&mut document), 3);
    root["components"]["schemas"]["A"]["items"] =
        json!({"allOf": [{"$ref": "#/components/schemas/A"}], "description": "d"});
    root["components"]["schemas"]["B"] = json!({"type": "string", "nullable": true});
    root["components"]["schemas"]["C"] = json!({"type": "integer", "enum": [1]});
    assert_eq!(document.root, root);
}
