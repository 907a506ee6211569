use codegen::passes::name_inline;
use serde_json::{Map, Value, json};

use super::{operation, schemas, settles};

fn to(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn object() -> Value {
    json!({ "type": "object", "properties": { "x": { "type": "string" } } })
}

fn names(schemas: &Value) -> Vec<&str> {
    schemas.as_object().map_or_else(Vec::new, |all: &Map<String, Value>| {
        all.keys().map(String::as_str).collect()
    })
}

#[test]
fn names_come_from_where_a_schema_stands() {
    for (owner, property, schema, expected) in [
        (
            "CreateCompletionResponse",
            "choices",
            json!({ "type": "array", "items": object() }),
            "CompletionChoice",
        ),
        (
            "CreateChatRequest",
            "entries",
            json!({ "type": "array", "items": object() }),
            "ChatEntry",
        ),
        (
            "Job",
            "labels",
            json!({ "type": "object", "additionalProperties": object() }),
            "JobLabel",
        ),
        (
            "Job",
            "deep",
            json!({ "type": "array", "items": { "type": "array", "items": object() } }),
            "JobDeep",
        ),
        ("Job", "retry_policy", object(), "JobRetryPolicy"),
        ("Job", "state", json!({ "type": "string", "enum": ["a"] }), "JobState"),
        ("CreateRequest", "a", object(), "CreateRequestA"),
        ("X", "y_z", object(), "Xyz"),
        (
            "Job",
            "named",
            json!({ "type": "string", "enum": ["a"], "x-schema-name": "job state" }),
            "JobState",
        ),
    ] {
        let root = schemas(json!({ owner: { "type": "object", "properties": { property: schema } } }));
        let after = settles(name_inline, root);
        assert_eq!(names(after.schemas()), [owner, expected]);
        assert_eq!((after.count, after.warnings.len()), (1, 0), "{owner}.{property}");
    }
}

#[test]
fn annotations_beside_an_inline_schema_stay_there() {
    let after = settles(
        name_inline,
        schemas(json!({ "Job": { "properties": {
        "plain": object(),
        "named": {
            "type": "object", "title": "T", "description": "A thing.", "nullable": true, "x-schema-name": "Thing",
            "properties": { "inner": { "type": "string", "enum": ["a"] } },
        },
        "core": { "type": "object", "properties": {}, "x-rust-type": {} },
    } } })),
    );
    assert_eq!(
        after.schemas(),
        &json!({
            "Job": { "properties": {
                "plain": to("JobPlain"),
                "named": { "description": "A thing.", "nullable": true, "allOf": [to("Thing")] },
                "core": { "type": "object", "properties": {}, "x-rust-type": {} },
            } },
            "JobPlain": object(),
            "ThingInner": { "type": "string", "enum": ["a"] },
            "Thing": { "type": "object", "description": "A thing.", "properties": { "inner": to("ThingInner") } },
        })
    );
    assert_eq!(after.count, 3);
}

#[test]
fn equal_shapes_share_a_name_and_others_are_counted() {
    let state = |values: Value, words: &str| {
        json!({
            "type": "string", "enum": values, "x-schema-name": "State", "description": words,
        })
    };
    let after = settles(
        name_inline,
        schemas(json!({
            "A": { "properties": { "state": state(json!(["a", "b"]), "One.") } },
            "B": { "properties": { "state": state(json!(["b", "a"]), "Two.") } },
            "C": { "properties": { "state": state(json!(["c"]), "Three.") } },
        })),
    );
    let used = |name: &str, words: &str| {
        json!({
            "properties": { "state": { "description": words, "allOf": [to(name)] } },
        })
    };
    assert_eq!(
        after.schemas(),
        &json!({
            "A": used("State", "One."),
            "B": used("State", "Two."),
            "C": used("State2", "Three."),
            // What one place says of it is not said of all.
            "State": { "type": "string", "enum": ["a", "b"] },
            "State2": { "type": "string", "enum": ["c"], "description": "Three." },
        })
    );
    assert_eq!(after.count, 3);
    assert_eq!(
        after.warnings,
        [
            "/components/schemas/C/properties/state: `State` is the name of a different schema: this one is named `State2`"
        ]
    );
}

#[test]
fn a_derived_name_that_is_taken_is_counted_without_a_warning() {
    let after = settles(
        name_inline,
        schemas(json!({
            "Job": { "properties": { "state": { "enum": ["a"] } } },
            "JobState": { "enum": ["other"], "description": "Its own." },
        })),
    );
    assert_eq!(names(after.schemas()), ["Job", "JobState", "JobState2"]);
    assert!(after.warnings.is_empty());
    // The document's own schema serves where it is the same, and keeps its words.
    let after = settles(
        name_inline,
        schemas(json!({
            "Job": { "properties": { "state": { "enum": ["a"], "description": "A job's." } } },
            "JobState": { "enum": ["a"], "description": "Its own." },
        })),
    );
    assert_eq!(after.schemas()["JobState"]["description"], "Its own.");
    assert_eq!(names(after.schemas()), ["Job", "JobState"]);
}

#[test]
fn variants_are_called_by_their_titles_or_what_they_are() {
    let after = settles(
        name_inline,
        schemas(json!({ "Choice": { "oneOf": [
        { "type": "string", "title": "plain text" },
        { "allOf": [to("Named")], "title": "By name" },
        { "type": "string", "enum": ["auto"] },
        { "type": "object", "title": "Whole", "properties": { "a": {} } },
        object(),
        { "type": "array", "items": { "type": "object", "properties": { "b": {} } } },
    ] }, "Named": object() })),
    );
    assert_eq!(
        after.schemas()["Choice"]["oneOf"],
        json!([
            { "type": "string", "title": "plain text", "x-variant": "PlainText" },
            { "allOf": [to("Named")], "title": "By name", "x-variant": "ByName" },
            to("ChoiceWord"),
            { "allOf": [to("ChoiceWhole")], "x-variant": "Whole" },
            to("ChoiceObject"),
            { "type": "array", "items": to("ChoiceValue") },
        ])
    );
}

#[test]
fn operations_name_what_is_written_in_them() {
    let mut root = operation(json!({
        "operationId": "Files_Upload",
        "parameters": [{ "name": "sort-order", "in": "query", "schema": { "enum": ["asc"] } }],
        "requestBody": { "content": { "multipart/form-data": { "schema": object() } } },
        "responses": { "200": { "content": { "application/json": { "schema": { "properties": { "y": {} } } } } } },
    }));
    // A path that only looks like a form.
    root["paths"]["/platform"] = json!({ "put": {
        "operationId": "Files_Set",
        "requestBody": { "content": { "application/json": { "schema": { "properties": { "z": {} } } } } },
    } });
    let after = settles(name_inline, root);
    assert_eq!(
        names(after.schemas()),
        [
            "FilesUploadSortOrder",
            "FilesUploadForm",
            "FilesUploadResponse",
            "FilesSetRequest"
        ]
    );
    assert_eq!(
        after.operation()["requestBody"]["content"]["multipart/form-data"]["schema"],
        to("FilesUploadForm")
    );
}
