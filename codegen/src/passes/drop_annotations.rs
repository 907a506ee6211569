//! Examples and vendor annotations away: the documents' examples contradict their own schemas, and what no pass
//! and no emission reads only hides what matters in `normalised.json`.

use serde_json::{Map, Value};

use crate::keys::{
    ANY_VALUE, CORE_ERRORS, DESCRIPTIONS, IDEMPOTENT, IGNORE_CASE, KEEP_EMPTY, RUST_TYPE, SCHEMA_NAME, SERVER, SINCE,
    V1, VALUE_NAMES,
};
use crate::walk::{all_mut, members_mut, operations_mut};
use crate::{Document, Error};

/// The extensions that later passes read.
const READ: [&str; 22] = [
    ANY_VALUE,
    DESCRIPTIONS,
    VALUE_NAMES,
    IDEMPOTENT,
    V1,
    SERVER,
    SINCE,
    "x-ms-client-name",
    "x-ms-skip-url-encoding",
    "x-ms-discriminator-value",
    "x-ms-enum",
    "x-ms-client-default",
    "x-ms-parameter-location",
    "x-ms-secret",
    "x-ms-pageable",
    "x-ms-long-running-operation",
    "x-ms-long-running-operation-options",
    CORE_ERRORS,
    RUST_TYPE,
    SCHEMA_NAME,
    KEEP_EMPTY,
    IGNORE_CASE,
];

/// Members that say nothing about what is sent.
const SILENT: [&str; 6] = ["example", "examples", "externalDocs", "xml", "callbacks", "links"];

/// See the module's documentation.
///
/// # Errors
/// None.
pub fn drop_annotations(document: &mut Document) -> Result<usize, Error> {
    let mut changes = 0;
    let root = &mut document.root;
    all_mut(root, &mut |_, schema| changes += strip(schema.as_object_mut()));
    operations_mut(root, |_, _, operation| {
        changes += strip(Some(&mut *operation));
        if let Some(Value::Array(parameters)) = operation.get_mut("parameters") {
            for parameter in parameters {
                changes += strip(parameter.as_object_mut());
            }
        }
        if let Some(body) = operation.get_mut("requestBody") {
            changes += strip_content(body);
        }
        for (_, response) in members_mut(operation.get_mut("responses")) {
            changes += strip_content(response);
        }
    });
    for key in ["info", "components"] {
        changes += strip(root.get_mut(key).and_then(Value::as_object_mut));
    }
    for (_, item) in members_mut(root.get_mut("paths")) {
        changes += strip(item.as_object_mut());
    }
    changes += strip(root.as_object_mut());
    Ok(changes)
}

fn strip_content(holder: &mut Value) -> usize {
    let mut changes = strip(holder.as_object_mut());
    for (_, media_type) in members_mut(holder.get_mut("content")) {
        changes += strip(media_type.as_object_mut());
    }
    for (_, header) in members_mut(holder.get_mut("headers")) {
        changes += strip(header.as_object_mut());
    }
    changes
}

fn strip(holder: Option<&mut Map<String, Value>>) -> usize {
    let Some(holder) = holder else { return 0 };
    let before = holder.len();
    holder.retain(|key, _| !SILENT.contains(&key.as_str()) && (!key.starts_with("x-") || READ.contains(&key.as_str())));
    before - holder.len()
}
