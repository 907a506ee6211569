//! What is refused, what is warned of, and where.

use serde_json::json;

use super::*;

/// All findings of a document with these schemas.
fn findings(dialect: Dialect, schemas: Value) -> String {
    let sections = match dialect {
        Dialect::Swagger20 => json!({"definitions": schemas}),
        _ => json!({"components": {"schemas": schemas}}),
    };
    of_root(dialect, sections)
}

fn of_root(dialect: Dialect, mut root: Value) -> String {
    root["info"] = json!({"title": "t", "version": "1"});
    root["paths"] = root.get("paths").cloned().unwrap_or_else(|| json!({}));
    let mut document = Document {
        name: "t".to_owned(),
        dialect,
        root,
        warnings: Vec::new(),
    };
    let mut lines = match check_types(&mut document) {
        Ok(_) => String::new(),
        Err(e) => e.to_string(),
    };
    for warning in document.warnings {
        lines += &warning.to_string();
    }
    lines.replace("[check_types] ", "")
}

const ALL: [Dialect; 3] = [Dialect::Swagger20, Dialect::OpenApi30, Dialect::OpenApi31];

#[test]
fn an_unknown_type_is_an_error() {
    assert_eq!(
        findings(
            Dialect::OpenApi30,
            json!({"A": {"properties": {"b": {"type": "strng"}}}})
        ),
        "error: t#/components/schemas/A/properties/b/type: unknown type \"strng\": \
         there are string, number, integer, boolean, array, object"
    );
    for dialect in ALL {
        assert!(findings(dialect, json!({"A": {"type": 1}})).contains("/A/type: unknown type 1"));
        assert!(findings(dialect, json!({"A": {"type": "file"}})).contains("unknown type"));
        assert_eq!(
            findings(dialect, json!({"A": {"type": "integer", "format": "int32"}, "B": {}})),
            ""
        );
    }
    assert!(findings(Dialect::OpenApi30, json!({"A": {"type": ["string"]}})).contains("needs OpenAPI 3.1"));
    assert!(findings(Dialect::OpenApi30, json!({"A": {"type": "null"}})).contains("unknown type"));
    assert_eq!(
        findings(Dialect::OpenApi31, json!({"A": {"type": ["string", "null"]}})),
        ""
    );
    assert!(findings(Dialect::OpenApi31, json!({"A": {"type": ["string", "nul"]}})).contains("unknown type \"nul\""));
    assert!(findings(Dialect::OpenApi31, json!({"A": {"type": []}})).contains("empty list"));
}

#[test]
fn every_part_has_its_form() {
    let cases = [
        (json!({"A": 1}), "/A: a schema must be an object, not a number"),
        (json!({"A": true}), "/A: a schema must be an object, not a boolean"),
        (json!([]), "schemas: must be a map, each a schema"),
        (json!({"A": {"properties": []}}), "/A/properties: must be a map"),
        (json!({"A": {"allOf": {}}}), "/A/allOf: must be a list"),
        (json!({"A": {"items": [{}]}}), "/A/items: must be one schema"),
        (
            json!({"A": {"description": 1}}),
            "/A/description: `description` must be a text, not 1",
        ),
        (json!({"A": {"nullable": "yes"}}), "must be true or false"),
        (json!({"A": {"maxLength": -1}}), "not negative, not -1"),
        (json!({"A": {"minimum": "1"}}), "must be a number"),
        (json!({"A": {"exclusiveMinimum": 1}}), "must be true or false"),
        (
            json!({"A": {"enum": []}}),
            "/A/enum: must be a list with something in it",
        ),
        (json!({"A": {"required": true}}), "/A/required: must be a list of names"),
        (json!({"A": {"required": [1]}}), "/A/required/0: must be a text"),
        (
            json!({"A": {"discriminator": "kind"}}),
            "/A/discriminator: must be an object with",
        ),
    ];
    for (schemas, expected) in cases {
        let found = findings(Dialect::OpenApi30, schemas.clone());
        assert!(
            found.starts_with("error: ") && found.contains(expected),
            "{schemas}: {found}"
        );
    }
    assert!(findings(Dialect::Swagger20, json!({"A": {"discriminator": {}}})).contains("the name of a property"));
    assert_eq!(
        findings(
            Dialect::OpenApi31,
            json!({"A": true, "B": {"exclusiveMinimum": 1, "const": 1}})
        ),
        ""
    );
}

#[test]
fn oddities_are_warnings() {
    let cases = [
        (json!({"A": {"type": "array"}}), "/A: a list without `items`"),
        (
            json!({"A": {"properties": {"a": {}}, "required": ["b"]}}),
            "/A/required/0: the property \"b\" is required but",
        ),
        (
            json!({"A": {"required": ["b", "b"]}}),
            "/A/required/1: the name \"b\" twice",
        ),
        (json!({"A": {"enum": [1, 1]}}), "/A/enum/1: the value 1 twice"),
        (
            json!({"A": {"type": "string", "enum": ["a", 1]}}),
            "/A/enum/1: the value 1 is not of",
        ),
        (
            json!({"A": {"requried": ["b"]}}),
            "/A/requried: unknown keyword `requried`",
        ),
        (json!({"A": {"const": 1}}), "unknown keyword `const`"),
    ];
    for (schemas, expected) in cases {
        let found = findings(Dialect::OpenApi30, schemas.clone());
        assert!(
            found.starts_with("warning: ") && found.contains(expected),
            "{schemas}: {found}"
        );
    }
    let composed = json!({"A": {"allOf": [{"properties": {"b": {}}}, {"properties": {"a": {}}, "required": ["b"]}]}});
    assert_eq!(findings(Dialect::OpenApi30, composed), "");
}

#[test]
fn parameters_say_where_they_are() {
    let swagger = |parameter: Value| of_root(Dialect::Swagger20, json!({"parameters": {"p": parameter}}));
    assert!(
        swagger(json!({"name": "p", "in": "cookie", "type": "string"})).contains("/p/in: unknown `in: \"cookie\"`")
    );
    assert!(
        swagger(json!({"name": "p", "in": "query"})).contains("warning: t#/parameters/p: a parameter without `type`")
    );
    assert!(swagger(json!({"name": "p", "in": "query", "type": "file"})).contains("unknown type \"file\""));
    assert!(
        swagger(json!({"name": "p", "in": "query", "type": "strng"})).contains("#/parameters/p/type: unknown type")
    );
    assert_eq!(swagger(json!({"name": "p", "in": "formData", "type": "file"})), "");
    assert_eq!(swagger(json!({"name": "p", "in": "body", "schema": {}})), "");
    let openapi = |parameter: Value| {
        of_root(
            Dialect::OpenApi30,
            json!({"components": {"parameters": {"p": parameter}}}),
        )
    };
    assert!(openapi(json!({"name": "p", "in": "body", "schema": {}})).contains("unknown `in: \"body\"`"));
    assert!(openapi(json!({"name": "p", "in": "query"})).contains("without `schema`"));
    assert!(
        openapi(json!({"name": "p", "in": "query", "schema": {}, "required": "yes"}))
            .contains("/p/required: must be true")
    );
}

#[test]
fn a_file_is_an_answer() {
    let answer = |schema: Value| {
        of_root(
            Dialect::Swagger20,
            json!({"paths": {"/a": {"get": {"responses": {"200": {"schema": schema}}}}}}),
        )
    };
    assert_eq!(answer(json!({"type": "file"})), "");
    assert!(answer(json!({"type": "object", "properties": {"a": {"type": "file"}}})).contains("unknown type"));
}

#[test]
fn a_document_has_info_and_paths() {
    let mut document = Document {
        name: "t".to_owned(),
        dialect: Dialect::OpenApi30,
        root: json!({"info": {"title": 1}}),
        warnings: Vec::new(),
    };
    let error = check_types(&mut document).unwrap_err();
    let messages: Vec<_> = error.diagnostics().iter().map(|d| d.message.as_str()).collect();
    assert_eq!(
        messages,
        ["`title` must be a text", "`version` must be a text", "no `paths`"]
    );
}
