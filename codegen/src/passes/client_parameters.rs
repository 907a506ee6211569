//! `api-version` off the operations: it is a setting of the client, sent with every request of the operations that
//! declare it. An operation of another version sends its own.

use serde_json::{Value, json};

use crate::Document;
use crate::keys::{API_VERSION, OWN_VERSION};
use crate::walk::{items, operations, operations_mut, text};

/// See the module's documentation.
pub fn client_parameters(document: &mut Document) -> usize {
    let all = operations(&document.root);
    let versions = all
        .iter()
        .flat_map(|operation| items(operation.value.get("parameters")).filter(|p| is_version(p)));
    // A version that the client has to know is the document's; the others are of their operations alone.
    let (mut is_open, mut version) = (false, None);
    for parameter in versions {
        match default_of(parameter) {
            Some(default) => version = version.or(Some(default.clone())),
            None => is_open = true,
        }
    }
    let is_used = all
        .iter()
        .any(|operation| items(operation.value.get("parameters")).any(is_version));
    if !is_used {
        return 0;
    }
    let info = document.root.pointer("/info/version").cloned();
    let version = match is_open {
        true => info.or(version),
        false => version.or(info),
    };
    let version = version.unwrap_or_default();
    let mut changes = 0;
    operations_mut(&mut document.root, |_, _, operation| {
        let mut own = Some(Value::Null);
        if let Some(Value::Array(parameters)) = operation.get_mut("parameters") {
            parameters.retain(|parameter| {
                if !is_version(parameter) {
                    return true;
                }
                changes += 1;
                own = default_of(parameter).filter(|default| **default != version).cloned();
                false
            });
            if parameters.is_empty() {
                operation.shift_remove("parameters");
            }
        }
        if let Some(own) = own {
            operation.insert(OWN_VERSION.to_owned(), own);
        }
    });
    if let Value::Object(root) = &mut document.root {
        root.insert(API_VERSION.to_owned(), version);
    }
    changes
}

/// Whether the client sends the parameter by itself: not where it is one operation's own and optional.
fn is_version(parameter: &Value) -> bool {
    let is_settled = text(parameter, "x-ms-parameter-location") != "method" && default_of(parameter).is_some();
    let own = parameter.get("required") != Some(&json!(true)) && !is_settled;
    text(parameter, "in") == "query" && text(parameter, "name") == "api-version" && !own
}

fn default_of(parameter: &Value) -> Option<&Value> {
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
}
