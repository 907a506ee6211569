use codegen::passes::relax_responses;
use serde_json::{Value, json};

use super::settles;

fn to(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn document(schemas: Value) -> Value {
    json!({
        "paths": { "/a": { "post": {
            "parameters": [{ "name": "p", "schema": to("Parameter") }],
            "requestBody": { "content": { "application/json": { "schema": to("Sent") } } },
            "responses": { "200": { "content": { "application/json": { "schema": to("Reply") } } } },
        } } },
        "components": { "schemas": schemas },
    })
}

#[test]
fn required_stays_what_can_be_empty() {
    let core = |name: &str| json!({ "x-rust-type": { "path": format!("azure_openai_core::{name}") } });
    let properties = json!({
        "text": { "type": "string" },
        "count": { "type": "integer" },
        "ratio": { "type": "number" },
        "list": { "type": "array" },
        "map": { "type": "object" },
        "inner": to("Inner"),
        "vector": core("EmbeddingVector"),
        "flag": { "type": "boolean" },
        "at": core("Timestamp"),
        "any": {},
        "state": to("State"),
        "union": to("Union"),
        "sent": to("Deep"),
        "missing": to("Nothing"),
    });
    let mut required: Vec<&String> = properties.as_object().unwrap().keys().collect();
    let undeclared = "undeclared".to_owned();
    required.push(&undeclared);
    let object = json!({ "required": required, "properties": properties });
    let root = document(json!({
        "Reply": object,
        "Inner": { "required": ["flag"], "properties": { "flag": { "type": "boolean" } } },
        "Sent": { "required": ["flag", "deep"], "properties": { "flag": { "type": "boolean" }, "deep": to("Deep") } },
        "Deep": { "required": ["flag"], "properties": { "flag": { "type": "boolean" } } },
        "Parameter": { "items": { "required": ["flag"], "properties": { "flag": { "type": "boolean" } } } },
        "State": { "enum": ["a"] },
        "Union": { "oneOf": [to("Inner")] },
        "Alone": { "required": ["flag"], "properties": { "flag": { "type": "boolean" } } },
    }));
    let after = settles(relax_responses, root.clone());
    let required = |name: &str| &after.schemas()[name]["required"];
    assert_eq!(
        required("Reply"),
        &json!(["text", "count", "ratio", "list", "map", "inner", "vector"])
    );
    assert_eq!(required("Inner"), &json!([]));
    assert_eq!(required("Alone"), &json!([]));
    // What is sent, anywhere, is as the document says; so is what that holds.
    for name in ["Sent", "Deep", "Parameter", "State", "Union"] {
        assert_eq!(after.schemas()[name], root["components"]["schemas"][name], "{name}");
    }
    assert_eq!(after.count, 10);
}

#[test]
fn nothing_requires_itself() {
    let reply = json!({ "required": ["text", "self", "other"], "properties": {
        "text": { "type": "string" }, "self": to("Reply"), "other": to("Other"),
    } });
    let root = document(json!({
        "Reply": reply,
        "Other": { "required": ["back", "leaf"], "properties": { "back": to("Reply"), "leaf": to("Leaf") } },
        "Leaf": { "properties": { "up": to("Reply") } },
    }));
    let after = settles(relax_responses, root);
    assert_eq!(after.schemas()["Reply"]["required"], json!(["text"]));
    assert_eq!(after.schemas()["Other"]["required"], json!(["leaf"]));
    assert_eq!(after.count, 3);
}
