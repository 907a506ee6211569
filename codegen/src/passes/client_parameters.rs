//! `api-version` off the operations: it is a setting of the client, sent with every call.

use serde_json::{Value, json};

use crate::keys::API_VERSION;
use crate::walk::operations_mut;
use crate::{Document, Error};

/// See the module's documentation.
///
/// # Errors
/// None.
pub fn client_parameters(document: &mut Document) -> Result<usize, Error> {
    let mut changes = 0;
    let mut default = None;
    operations_mut(&mut document.root, |_, _, operation| {
        let Some(Value::Array(parameters)) = operation.get_mut("parameters") else {
            return;
        };
        parameters.retain(|parameter| {
            let is_version =
                parameter.get("in") == Some(&json!("query")) && parameter.get("name") == Some(&json!("api-version"));
            if is_version {
                changes += 1;
                default = default.take().or_else(|| default_of(parameter));
            }
            !is_version
        });
        if parameters.is_empty() {
            operation.shift_remove("parameters");
        }
    });
    if changes > 0 {
        let version = document.root.pointer("/info/version").cloned();
        let version = default.or(version).unwrap_or_default();
        if let Value::Object(root) = &mut document.root {
            root.insert(API_VERSION.to_owned(), version);
        }
    }
    Ok(changes)
}

fn default_of(parameter: &Value) -> Option<Value> {
    let schema = parameter.get("schema");
    let only = schema
        .and_then(|schema| schema.get("enum"))
        .and_then(Value::as_array)
        .filter(|values| values.len() == 1)
        .and_then(|values| values.first());
    [
        schema.and_then(|schema| schema.get("default")),
        schema.and_then(|schema| schema.get("x-ms-client-default")),
        parameter.get("x-ms-client-default"),
        only,
    ]
    .into_iter()
    .flatten()
    .find(|value| value.is_string())
    .cloned()
}
