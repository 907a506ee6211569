//! Schemas of structured output and of functions.

use serde_json::{Value, json};

use crate::chat::{user, with};
use crate::client::{Client, Response, send};

async fn ask(client: &Client, fields: Value) -> Response {
    let path = "/deployments/gpt-4o/chat/completions";
    let request = client.request(reqwest::Method::POST, path, "2024-10-21");
    send(request.body(with(user("hi"), fields).to_string())).await
}

fn format(schema: Value) -> Value {
    json!({"response_format": {"type": "json_schema", "json_schema": {"name": "city", "strict": true, "schema": schema}}})
}

fn function(name: &str, strict: bool, parameters: Value) -> Value {
    json!({"type": "function", "function": {"name": name, "strict": strict, "parameters": parameters}})
}

#[tokio::test]
async fn invalid_strict_schema_is_refused_in_the_words_of_the_service() {
    let client = Client::new().await;
    let object = |properties: Value, required: Value| json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false});
    for (schema, message) in [
        (
            json!({"type": "object", "properties": {}}),
            "In context=(), 'additionalProperties' is required to be supplied and to be false.",
        ),
        (
            object(json!({"a": {"type": "string"}, "b": {"type": "string"}}), json!(["a"])),
            "In context=(), 'required' is required to be supplied and to be an array including every key in properties. \
             Missing 'b'.",
        ),
        (
            object(json!({"a": {"type": "integer", "minimum": 1}}), json!(["a"])),
            "In context=('properties', 'a'), 'minimum' is not permitted.",
        ),
        (
            object(json!({"a": {"type": "array"}}), json!(["a"])),
            "In context=('properties', 'a'), array schema missing items.",
        ),
        (
            object(json!({"a": {"type": "array", "items": {}}}), json!(["a"])),
            "In context=('properties', 'a', 'items'), schema must have a 'type' key.",
        ),
        (
            object(json!({"a": {"$ref": "#/$defs/b", "description": "x"}}), json!(["a"])),
            "In context=('properties', 'a'), $ref cannot have keywords {'description'}.",
        ),
        (
            object(json!({"a": {"$ref": "#/$defs/b"}}), json!(["a"])),
            "In context=('properties', 'a'), reference to component \"#/$defs/b\" which was not found in the schema.",
        ),
        (
            json!({"type": "array", "items": {"type": "string"}}),
            "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"array\"'.",
        ),
    ] {
        let response = ask(&client, format(schema.clone())).await;
        assert_eq!(response.status, 400, "{schema}");
        let body: Value = serde_json::from_slice(&response.bytes).unwrap();
        let expected = format!("Invalid schema for response_format 'city': {message}");
        assert_eq!(
            body["error"],
            json!({"code": null, "message": expected, "type": "invalid_request_error", "param": "response_format"})
        );
        let tools = json!({"tools": [function("a", false, json!({"type": "object"})), function("f", true, schema)]});
        let error = ask(&client, tools).await.error(400, "invalid_function_parameters");
        assert_eq!(error["param"], "tools[1].function.parameters");
        assert_eq!(error["message"], format!("Invalid schema for function 'f': {message}"));
    }
    let deep = (0..6).fold(json!({"type": "string"}), |inner, _| {
        object(json!({"a": inner}), json!(["a"]))
    });
    let error = ask(&client, json!({"tools": [function("f", true, deep)]}))
        .await
        .error(400, "invalid_function_parameters");
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .ends_with("levels of nesting exceeds limit of 5.")
    );
}

#[tokio::test]
async fn valid_strict_schema_is_obeyed_and_recursion_ends() {
    let client = Client::new().await;
    let schema = json!({
        "type": "object",
        "properties": {
            "kind": {"type": "string", "enum": ["leaf", "branch"]},
            "size": {"anyOf": [{"type": "number"}, {"type": "null"}]},
            "children": {"type": "array", "items": {"$ref": "#"}},
            "owner": {"$ref": "#/$defs/owner"},
        },
        "required": ["kind", "size", "children", "owner"],
        "additionalProperties": false,
        "$defs": {"owner": {"type": "object", "properties": {"name": {"type": ["string", "null"]}}, "required": ["name"],
            "additionalProperties": false}},
    });
    let response = ask(&client, format(schema.clone())).await.ok();
    let text = response["choices"][0]["message"]["content"].as_str().unwrap();
    let value: Value = serde_json::from_str(text).unwrap();
    assert!(jsonschema::is_valid(&schema, &value), "{value}");
    let again = ask(&client, format(schema)).await.ok();
    assert_eq!(again["choices"][0]["message"]["content"], text);
}

#[tokio::test]
async fn function_names_are_unique() {
    let client = Client::new().await;
    let tool = function("weather", false, json!({"type": "object", "properties": {}}));
    let error = ask(&client, json!({"tools": [tool, tool]}))
        .await
        .error(400, "invalid_value");
    assert_eq!(error["param"], "tools[1].function.name");
}
