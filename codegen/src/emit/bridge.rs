//! The operations in words that progenitor takes.

use serde_json::{Map, Value, json};

use super::table::{Place, Table, operation_name, parameter_name};
use crate::walk::{Operation, items, text};

/// The operations of these indices: under plain names, with the types of the table and nothing else.
pub(super) fn bridge(all: &[Operation<'_>], table: &Table<'_>, indices: &[usize]) -> Value {
    let mut paths = Map::new();
    for index in indices {
        let Some(operation) = all.get(*index) else { continue };
        let mut path = format!("/{}", operation_name(*index));
        let parameters = items(operation.value.get("parameters"))
            .enumerate()
            .map(|(position, parameter)| {
                let name = parameter_name(position);
                if text(parameter, "in") == "path" {
                    path.push_str(&format!("/{{{name}}}"));
                }
                json!({
                    "name": name,
                    // Only its type matters, and cookies are refused.
                    "in": if text(parameter, "in") == "cookie" { json!("query") } else { json!(parameter.get("in")) },
                    "required": parameter.get("required").unwrap_or(&json!(false)),
                    "schema": table.schema(*index, Place::Parameter(position)),
                })
            });
        let parameters: Vec<Value> = parameters.collect();
        let content = |place: Place| {
            table
                .schema(*index, place)
                .map(|schema| json!({ "application/json": { "schema": schema } }))
        };
        let mut plain = json!({
            "operationId": operation_name(*index),
            "parameters": parameters,
            "responses": { "200": { "description": "" } },
        });
        if let Some(content) = content(Place::Body) {
            plain["requestBody"] = json!({ "required": true, "content": content });
        }
        if let Some(content) = content(Place::Response) {
            plain["responses"]["200"]["content"] = content;
        }
        paths.insert(path, json!({ operation.method: plain }));
    }
    json!({ "openapi": "3.0.3", "info": { "title": "", "version": "" }, "paths": paths })
}
