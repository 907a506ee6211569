//! The operations in words that progenitor takes.

use serde_json::{Map, Value, json};

use super::table::{BODY, RESPONSE, operation_name, parameter_name, schema};
use crate::model::Signature;
use crate::walk::{Operation, items, text};

/// The operations of these indices: under plain names, with types that are named after their places and nothing else.
pub(super) fn bridge(all: &[Operation<'_>], signatures: &[Signature], indices: &[usize]) -> Value {
    let mut paths = Map::new();
    for &index in indices {
        let (operation, signature) = (&all[index], &signatures[index]);
        let mut path = format!("/{}", operation_name(index));
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
                    "schema": schema(index, &name),
                })
            });
        let parameters: Vec<Value> = parameters.collect();
        let content = |place: &str| json!({ "application/json": { "schema": schema(index, place) } });
        let mut plain = json!({
            "operationId": operation_name(index),
            "parameters": parameters,
            "responses": { "200": { "description": "" } },
        });
        if signature.body.is_some() {
            plain["requestBody"] = json!({ "required": true, "content": content(BODY) });
        }
        if signature.response.is_some() {
            plain["responses"]["200"]["content"] = content(RESPONSE);
        }
        paths.insert(path, json!({ operation.method: plain }));
    }
    json!({ "openapi": "3.0.3", "info": { "title": "", "version": "" }, "paths": paths })
}
