//! The routes against the two specification documents.

use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{AUTHORING, Client, INFERENCE, send};

pub(crate) fn document(path: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../specs")
        .join(path);
    yaml_serde::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Method, path and id of each operation.
fn operations(document: &Value) -> Vec<(Method, String, String)> {
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if let Some(id) = operation["operationId"].as_str() {
                found.push((method.to_uppercase().parse().unwrap(), path.clone(), id.to_owned()));
            }
        }
    }
    found
}

#[tokio::test]
async fn each_of_the_42_operations_is_routed() {
    let client = Client::new().await;
    let mut count = 0;
    for (file, version) in [
        ("inference/openapi.yaml", INFERENCE),
        ("authoring/swagger.yaml", AUTHORING),
    ] {
        for (method, template, id) in operations(&document(file)) {
            count += 1;
            let path = template.replace("{deployment-id}", "gpt-4o");
            let path = path
                .split('/')
                .map(|part| if part.starts_with('{') { "an-id" } else { part })
                .collect::<Vec<_>>()
                .join("/");
            let response = send(client.request(method.clone(), &path, version).body("{}")).await;
            assert!(
                matches!(response.status.as_u16(), 200..=299 | 400 | 404),
                "{id}: {response:?}"
            );
            let text = String::from_utf8_lossy(&response.bytes);
            assert!(!text.contains("Resource not found"), "{id}: {text}");
        }
    }
    assert_eq!(count, 42);
}

#[tokio::test]
async fn responses_are_valid() {
    let client = Client::new().await;
    let inference = document("inference/openapi.yaml");
    let chat = json!({"messages": [{"role": "user", "content": "call weather"}],
        "tools": [{"type": "function", "function": {"name": "weather"}}], "n": 2});
    let responses = [
        ("CreateChatCompletionResponse", client.chat(&chat).await.ok()),
        (
            "CreateEmbeddingResponse",
            client.embed(&json!({"input": "a"})).await.ok(),
        ),
        ("ModelListResponse", client.get("/models").await.ok()),
        ("DeploymentListResponse", client.get("/deployments").await.ok()),
        ("ErrorResponse", client.chat(&json!({})).await.json()),
        ("ErrorResponse", client.get("/nothing").await.json()),
    ];
    for (name, response) in responses {
        let schema = json!({"$ref": format!("#/components/schemas/{name}"), "components": inference["components"]});
        check(name, &schema, &without_nulls(response));
    }

    let authoring = document("authoring/swagger.yaml");
    let responses = [
        ("ModelList", client.get("/models").await.ok()),
        ("FileList", client.get("/files").await.ok()),
        ("ErrorResponse", client.get("/files/nothing").await.json()),
    ];
    for (name, response) in responses {
        let schema = json!({"$ref": format!("#/definitions/{name}"), "definitions": authoring["definitions"]});
        check(name, &schema, &response);
    }
}

pub(crate) fn check(name: &str, schema: &Value, instance: &Value) {
    let validator = jsonschema::options()
        .with_draft(jsonschema::Draft::Draft4)
        .build(schema)
        .unwrap();
    let errors: Vec<String> = validator
        .iter_errors(instance)
        .map(|error| format!("{} at {}", error, error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{name}: {errors:?}");
}

/// `null` stands for "absent" throughout the service.
pub(crate) fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name, without_nulls(value)))
            .collect(),
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        other => other,
    }
}
