use codegen::passes::since;
use codegen::{Dialect, Document};
use serde_json::{Value, json};

use super::{schemas, settles};

#[test]
fn first_versions_become_words() {
    let after = settles(
        since,
        schemas(json!({ "S": { "properties": {
            "preview": { "type": "string", "description": "A word.", "x-since": "2024-09-01-preview" },
            "stable": { "type": "string", "x-since": "2024-08-01-preview, 2024-10-21" },
            "values": {
                "enum": ["a", "b", "c"],
                "x-ms-enum": { "name": "E", "values": [{ "value": "b", "description": "The second." }] },
                "x-since": { "b": "2024-10-21", "c": "2025-01-01-preview" },
            },
            "x-since": { "type": "string" },
        } } })),
    );
    assert_eq!(
        after.schemas()["S"]["properties"],
        json!({
            "preview": { "type": "string", "description": "A word.\n\nSince api-version 2024-09-01-preview." },
            "stable": {
                "type": "string",
                "description": "Since api-version 2024-08-01-preview (stable: 2024-10-21).",
            },
            "values": {
                "enum": ["a", "b", "c"],
                "x-ms-enum": { "name": "E", "values": [
                    { "value": "b", "description": "The second.\n\nSince api-version 2024-10-21." },
                    { "value": "c", "description": "Since api-version 2025-01-01-preview." },
                ] },
            },
            "x-since": { "type": "string" },
        })
    );
    assert_eq!(after.count, 3);
}

#[test]
fn operations_list_the_newer_fields_of_their_bodies() {
    let mut document = schemas(json!({ "S": { "properties": {
        "old": { "type": "string" },
        "new": { "type": "string", "x-since": "2024-08-01-preview, 2024-10-21" },
        "values": { "enum": ["a"], "x-since": { "a": "2024-10-21" } },
    } } }));
    let content = json!({ "application/json": { "schema": { "$ref": "#/components/schemas/S" } } });
    document["paths"] = json!({
        "/plain": { "get": {} },
        "/things": { "post": { "requestBody": { "content": content } } },
    });
    let after = settles(since, document);
    assert_eq!(after.count, 2);
    assert_eq!(after.root["paths"]["/plain"]["get"], json!({}));
    let operation = &after.root["paths"]["/things"]["post"];
    assert_eq!(operation["x-since"], json!({ "new": "2024-08-01-preview, 2024-10-21" }));
}

fn refused(schema: Value) -> String {
    let mut document = Document::new("t.yaml", Dialect::OpenApi30, schemas(json!({ "S": schema })));
    document
        .run("since", since)
        .expect_err("a first version that is wrong")
        .to_string()
}

#[test]
fn wrong_first_versions_are_errors() {
    for wrong in [
        json!("next"),
        json!("2024-9-1"),
        json!("2024-08-01-preview, soon"),
        json!(7),
    ] {
        let message = refused(json!({ "x-since": wrong }));
        assert!(message.contains("not an api-version such as"), "{message}");
    }
    let message = refused(json!({ "enum": ["a"], "x-since": { "b": "2024-10-21" } }));
    assert!(
        message.contains("\"b\", which the enumeration does not have"),
        "{message}"
    );
}
