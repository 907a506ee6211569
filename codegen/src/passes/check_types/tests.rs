//! What is mended, what is said of it, and where.

use super::*;

/// The schemas after the check, and the warnings as `pointer: message`.
fn mended(dialect: Dialect, schemas: Value) -> (Value, Vec<String>) {
    let section = if dialect == Dialect::Swagger20 {
        "/definitions"
    } else {
        "/components/schemas"
    };
    let root = match dialect {
        Dialect::Swagger20 => json!({ "definitions": schemas }),
        _ => json!({ "components": { "schemas": schemas } }),
    };
    let (root, warnings) = of_root(dialect, root);
    let warnings = warnings.iter().map(|line| line.replacen(section, "", 1)).collect();
    (root.pointer(section).cloned().unwrap_or_default(), warnings)
}

fn of_root(dialect: Dialect, mut root: Value) -> (Value, Vec<String>) {
    root["info"] = json!({ "title": "t", "version": "1" });
    root["paths"] = root.get("paths").cloned().unwrap_or_else(|| json!({}));
    let mut document = Document::new("t", dialect, root);
    let count = check_types(&mut document);
    assert_eq!(count, document.findings.all().len());
    let warnings = document
        .findings
        .all()
        .iter()
        .map(|warning| format!("{}: {}", warning.pointer, warning.message))
        .collect();
    (document.root, warnings)
}

const ALL: [Dialect; 3] = [Dialect::Swagger20, Dialect::OpenApi30, Dialect::OpenApi31];

/// One schema before and after, with what one of the warnings says.
fn becomes(dialect: Dialect, before: &Value, after: &Value, said: &str) {
    let (mut schemas, warnings) = mended(dialect, json!({ "A": before }));
    // The reason is the warning's.
    if let Value::Object(schema) = &mut schemas["A"] {
        schema.shift_remove(ANY_VALUE);
    }
    assert_eq!(schemas["A"], *after, "{before}");
    assert!(
        warnings.iter().any(|line| line.contains(said)),
        "{before}: {warnings:?}"
    );
}

#[test]
fn sound_schemas_stay_as_they_are() {
    for dialect in ALL {
        let schemas = json!({"A": {"type": "integer", "format": "int32"}, "B": {}, "C": {"$ref": "#/x"}});
        assert_eq!(mended(dialect, schemas.clone()), (schemas, Vec::new()));
    }
    let newer = json!({"A": true, "B": {"exclusiveMinimum": 1, "const": 1}, "C": {"type": ["string", "null"]}});
    assert_eq!(mended(Dialect::OpenApi31, newer.clone()), (newer, Vec::new()));
    let composed = json!({"A": {"allOf": [{"properties": {"b": {}}}, {"properties": {"a": {}}, "required": ["b"]}]}});
    assert_eq!(mended(Dialect::OpenApi30, composed.clone()), (composed, Vec::new()));
}

#[test]
fn unknown_types_are_read_as_what_is_meant_or_as_any_value() {
    for (before, after, said) in [
        (
            json!({"type": "strng"}),
            json!({}),
            "/A/type: unknown type \"strng\"; any value is accepted",
        ),
        (
            json!({"type": "String"}),
            json!({"type": "string"}),
            "/A/type: unknown type \"String\"; it is read as `string`",
        ),
        (
            json!({"type": "file"}),
            json!({"type": "string", "format": "binary"}),
            "read as `binary`",
        ),
        (
            json!({"type": "float"}),
            json!({"type": "number", "format": "float"}),
            "read as `float`",
        ),
        (
            json!({"type": "guid"}),
            json!({"type": "string", "format": "uuid"}),
            "read as `uuid`",
        ),
        (json!({"type": "map"}), json!({"type": "object"}), "read as `object`"),
        (json!({"type": 1}), json!({}), "/A/type: the type is a number"),
        (json!({"type": []}), json!({}), "/A/type: a list without types"),
        (
            json!({"type": ["string", "nul"]}),
            json!({"type": ["string"]}),
            "unknown type \"nul\"",
        ),
    ] {
        becomes(Dialect::OpenApi31, &before, &after, said);
        becomes(Dialect::OpenApi30, &before, &after, said);
    }
}

#[test]
fn keywords_of_the_other_version_are_read_as_such() {
    for (before, said) in [
        (
            json!({"type": ["string", "null"]}),
            "/A/type: a list of types is of OpenAPI 3.1",
        ),
        (json!({"const": 1}), "/A/const: the keyword `const` is of OpenAPI 3.1"),
        (
            json!({"$defs": {"B": {}}}),
            "/A/$defs: the keyword `$defs` is of OpenAPI 3.1",
        ),
        (json!({"exclusiveMinimum": 1}), "/A/exclusiveMinimum: a number"),
    ] {
        becomes(Dialect::OpenApi30, &before, &before, said);
        becomes(Dialect::Swagger20, &before, &before, said);
    }
    let nullable = json!({"type": "string", "nullable": true});
    let said = "/A/nullable: the keyword `nullable` is of OpenAPI 3.0; it is read as such";
    becomes(Dialect::OpenApi31, &nullable, &nullable, said);
    let said = "/A/nullable: the keyword `nullable` is of OpenAPI 3; it is read as such";
    becomes(Dialect::Swagger20, &nullable, &nullable, said);
    for (before, after) in [
        (
            json!({"minimum": 0, "exclusiveMinimum": true}),
            json!({"exclusiveMinimum": 0}),
        ),
        (json!({"minimum": 0, "exclusiveMinimum": false}), json!({"minimum": 0})),
        (
            json!({"maximum": 9, "exclusiveMaximum": true}),
            json!({"exclusiveMaximum": 9}),
        ),
    ] {
        becomes(
            Dialect::OpenApi31,
            &before,
            &after,
            "is of OpenAPI 3.0; it is read as such",
        );
    }
}

#[test]
fn value_of_the_wrong_type_is_read_as_meant_or_ignored() {
    for (before, after, said) in [
        (
            json!(1),
            json!({}),
            "/A: a schema must be an object, not a number; any value is accepted",
        ),
        (json!({"properties": []}), json!({}), "/A/properties: must be a map"),
        (json!({"allOf": {}}), json!({}), "/A/allOf: must be a list"),
        (
            json!({"items": [{}]}),
            json!({"prefixItems": [{}]}),
            "/A/items: a schema for each item",
        ),
        (
            json!({"description": 1}),
            json!({"description": "1"}),
            "/A/description: `description` must be a string",
        ),
        (
            json!({"nullable": "maybe"}),
            json!({}),
            "must be true or false, not \"maybe\"; it is ignored",
        ),
        (
            json!({"nullable": "yes"}),
            json!({"nullable": true}),
            "must be true or false, not \"yes\"; it is read as true",
        ),
        (
            json!({"nullable": "True"}),
            json!({"nullable": true}),
            "it is read as true",
        ),
        (json!({"maxLength": -1}), json!({}), "not negative, not -1"),
        (json!({"maxLength": 5.0}), json!({"maxLength": 5}), "it is read as 5"),
        (json!({"minimum": "1"}), json!({"minimum": 1.0}), "must be a number"),
        (json!({"enum": []}), json!({}), "/A/enum: `enum` is an empty list"),
        (json!({"enum": "a"}), json!({}), "/A/enum: `enum` is a string"),
        (
            json!({"required": true}),
            json!({}),
            "/A/required: `required` must be a list of names",
        ),
        (
            json!({"required": []}),
            json!({}),
            "/A/required: `required` is an empty list",
        ),
        (json!({"required": [1]}), json!({}), "/A/required/0: must be a string"),
        (
            json!({"required": ["b", "b"]}),
            json!({"required": ["b"]}),
            "/A/required/1: the name \"b\" occurs twice",
        ),
        (
            json!({"properties": {"a": {}}, "required": ["b", "a"]}),
            json!({"properties": {"a": {}}, "required": ["a"]}),
            "/A/required/0: the property \"b\" is required but not declared",
        ),
        (
            json!({"discriminator": "k"}),
            json!({"discriminator": {"propertyName": "k"}}),
            "the string is read as that",
        ),
        (json!({"discriminator": {}}), json!({}), "names no property"),
        (
            json!({"enum": [1, 1]}),
            json!({"enum": [1]}),
            "/A/enum/1: the value 1 occurs twice",
        ),
        (
            json!({"type": "array"}),
            json!({"type": "array", "items": {ANY_VALUE: "a list without `items`"}}),
            "/A: a list without `items`",
        ),
        (json!({"$ref": 1}), json!({}), "/A/$ref: must be a string"),
        (
            json!({"type": "string", "enum": ["a", 1]}),
            json!({"type": "string", "enum": ["a", "1"]}),
            "/A/enum/1: the value 1 is not of the type `string`; it is read as \"1\"",
        ),
        (
            json!({"type": "integer", "enum": ["1", null]}),
            json!({"type": "integer", "enum": [1, null]}),
            "/A/enum/0: the value \"1\" is not of the type `integer`; it is read as 1",
        ),
        (
            json!({"type": "string "}),
            json!({"type": "string"}),
            "/A/type: unknown type \"string \"; it is read as `string`",
        ),
    ] {
        becomes(Dialect::OpenApi30, &before, &after, said);
    }
    for (same, said) in [
        (
            json!({"type": "string", "enum": ["a", {}]}),
            "/A/enum/1: the value {} is not of the type `string`; the values are not checked",
        ),
        (json!({"requried": ["b"]}), "/A/requried: unknown keyword `requried`"),
        (json!(true), "/A: a boolean as a schema"),
    ] {
        becomes(Dialect::OpenApi30, &same, &same, said);
    }
    becomes(
        Dialect::Swagger20,
        &json!({"discriminator": {"propertyName": "k"}}),
        &json!({"discriminator": "k"}),
        "is of OpenAPI 3",
    );
}

#[test]
fn parameters_have_types_and_flags() {
    let parameter = |dialect, parameter: Value| {
        let (root, warnings) = match dialect {
            Dialect::Swagger20 => of_root(dialect, json!({ "parameters": { "p": parameter } })),
            _ => of_root(dialect, json!({ "components": { "parameters": { "p": parameter } } })),
        };
        let after = ["/parameters/p", "/components/parameters/p"]
            .iter()
            .find_map(|at| root.pointer(at))
            .cloned();
        (after.unwrap(), warnings)
    };
    for fine in [
        json!({"name": "p", "in": "formData", "type": "file"}),
        json!({"name": "p", "in": "body", "schema": {}}),
    ] {
        assert_eq!(parameter(Dialect::Swagger20, fine.clone()), (fine, Vec::new()));
    }
    let files = json!({"name": "p", "in": "formData", "type": "array", "items": {"type": "file"}});
    let (after, warnings) = parameter(Dialect::Swagger20, files);
    assert_eq!(after["items"], json!({"type": "string", "format": "binary"}));
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    let (_, warnings) = parameter(Dialect::Swagger20, json!({"name": "p", "in": "query"}));
    assert_eq!(
        warnings,
        ["/parameters/p: a parameter without `type`; any string is accepted"]
    );
    let (after, warnings) = parameter(
        Dialect::OpenApi30,
        json!({"name": "p", "in": "query", "required": "true"}),
    );
    assert_eq!(after["required"], true);
    assert_eq!(warnings.len(), 2, "{warnings:?}");
}

#[test]
fn a_file_is_a_response() {
    let response = |schema: Value| {
        of_root(
            Dialect::Swagger20,
            json!({"paths": {"/a": {"get": {"responses": {"200": {"schema": schema}}}}}}),
        )
        .1
    };
    assert!(response(json!({"type": "file"})).is_empty());
    assert_eq!(
        response(json!({"type": "object", "properties": {"a": {"type": "file"}}})).len(),
        1
    );
}

#[test]
fn a_document_has_info_and_paths() {
    let mut document = Document::new("t", Dialect::OpenApi30, json!({"info": {"version": 1.5}}));
    assert_eq!(check_types(&mut document), 3);
    assert_eq!(document.root["info"], json!({"version": "1.5", "title": "The service"}));
    assert_eq!(document.root["paths"], json!({}));
}
