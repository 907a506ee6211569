//! Random operations.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use super::schemas::{object, scalar, schema};

fn parameter() -> impl Strategy<Value = Value> {
    let list = scalar().prop_map(|items| json!({ "type": "array", "items": items }));
    let place = select(vec![
        ("query", "form"),
        ("query", "pipeDelimited"),
        ("query", "spaceDelimited"),
        ("query", "deepObject"),
        ("query", ""),
        ("header", "simple"),
        ("cookie", "form"),
    ]);
    let name = select(vec![
        "q",
        "api-version",
        "Accept",
        "options",
        "X-Type",
        "$top",
        "request",
        "body",
        "self",
        "If-Match",
        "a[b]",
        "form",
    ]);
    let value = prop_oneof![2 => scalar(), 1 => list, 1 => object(scalar())];
    (name, place, value, any::<bool>(), any::<bool>()).prop_map(|(name, (place, style), schema, required, explode)| {
        let mut parameter = json!({ "name": name, "in": place, "required": required });
        match style {
            "" => parameter["content"] = json!({ "application/json": { "schema": schema } }),
            _ => {
                parameter["style"] = json!(style);
                parameter["explode"] = json!(explode);
                parameter["schema"] = schema;
            }
        }
        parameter
    })
}

/// A parameter of the path, by the name that the path has.
fn of_path() -> impl Strategy<Value = Value> {
    let style = select(vec!["simple", "label", "matrix"]);
    let value = prop_oneof![
        2 => scalar(),
        1 => scalar().prop_map(|items| json!({ "type": "array", "items": items })),
    ];
    (style, value, any::<bool>()).prop_map(|(style, schema, explode)| {
        json!({ "name": "thing-id", "in": "path", "required": true, "style": style, "explode": explode, "schema": schema })
    })
}

fn content() -> impl Strategy<Value = Value> {
    let media_types = vec![
        "application/json",
        "application/json",
        "application/merge-patch+json; charset=utf-8",
        "text/plain",
        "application/octet-stream",
        "image/*",
        "text/event-stream",
        "application/xml",
        "*/*",
    ];
    prop::collection::vec((select(media_types), schema()), 0..3).prop_map(|list| {
        let content: Map<String, Value> = list
            .into_iter()
            .map(|(name, schema)| (name.to_owned(), json!({ "schema": schema })))
            .collect();
        Value::Object(content)
    })
}

fn body() -> impl Strategy<Value = Option<Value>> {
    let form = (
        select(vec!["multipart/form-data", "application/x-www-form-urlencoded"]),
        object(schema()),
    )
        .prop_map(|(name, schema)| json!({ name: { "schema": schema } }));
    let content = prop_oneof![3 => content(), 1 => form];
    prop::option::of(
        (content, any::<bool>()).prop_map(|(content, required)| json!({ "content": content, "required": required })),
    )
}

/// What an operation says of itself beside its parameters, body and responses.
fn marks() -> impl Strategy<Value = Value> {
    select(vec![
        json!({}),
        json!({}),
        json!({}),
        json!({ "tags": ["Things", "other things"] }),
        json!({ "deprecated": true, "summary": "Does `it` [here](x)." }),
        json!({ "security": [] }),
        json!({ "security": [{ "key": [] }, { "token": [] }] }),
        json!({ "servers": [{ "url": "https://elsewhere.example.com/v2" }] }),
        json!({ "x-ms-long-running-operation": true }),
        json!({ "x-ms-long-running-operation": true, "x-ms-long-running-operation-options": { "final-state-via": "location" } }),
        json!({ "x-ms-pageable": { "nextLinkName": "id", "itemName": "type" } }),
        json!({ "x-ms-pageable": { "nextLinkName": null } }),
    ])
}

pub(super) fn operation() -> impl Strategy<Value = (&'static str, Value)> {
    let status = select(vec!["200", "201", "202", "204", "2XX", "301", "404", "4XX", "default"]);
    let responses = prop::collection::btree_map(status, content(), 1..4);
    let method = select(vec!["get", "post", "put", "patch", "delete", "head", "options"]);
    let parameters = (of_path(), prop::collection::vec(parameter(), 0..4));
    (method, parameters, body(), responses, marks()).prop_map(|(method, (of_path, others), body, responses, marks)| {
        let responses: Map<String, Value> = responses
            .into_iter()
            .map(|(status, content)| (status.to_owned(), json!({ "description": "d", "content": content })))
            .collect();
        let mut seen = std::collections::HashSet::new();
        let parameters: Vec<Value> = std::iter::once(of_path)
            .chain(others)
            .filter(|parameter| seen.insert((parameter["name"].to_string(), parameter["in"].to_string())))
            .collect();
        let mut operation = marks;
        operation["parameters"] = json!(parameters);
        operation["responses"] = json!(responses);
        if let Some(body) = body {
            operation["requestBody"] = body;
        }
        (method, operation)
    })
}
