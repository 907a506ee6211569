//! Examples and vendor annotations away: the documents' examples contradict their own schemas, and what no pass
//! and no emission reads only hides what matters in `normalized.json`.

use serde_json::{Map, Value};

use crate::keys::{
    ANY_VALUE, BOXED, CORE_ERRORS, DESCRIPTIONS, FEATURE, IDEMPOTENT, IGNORE_CASE, KEEP_EMPTY, RUST_TYPE, SCHEMA_NAME,
    SERVER, SINCE, V1, VALUE_NAMES,
};
use crate::walk::walk_mut;
use crate::{Dialect, Document};

/// The extensions that later passes read.
const READ: [&str; 24] = [
    ANY_VALUE,
    DESCRIPTIONS,
    VALUE_NAMES,
    IDEMPOTENT,
    V1,
    FEATURE,
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
    BOXED,
    IGNORE_CASE,
];

/// Fields that say nothing about what is sent.
const SILENT: [&str; 6] = ["example", "examples", "externalDocs", "xml", "callbacks", "links"];

/// See the module's documentation.
pub fn drop_annotations(document: &mut Document) -> usize {
    let mut changes = 0;
    let root = &mut document.root;
    walk_mut(root, Dialect::OpenApi30, &mut |node| {
        changes += strip(node.value.as_object_mut());
    });
    changes + strip(root.get_mut("info").and_then(Value::as_object_mut))
}

fn strip(holder: Option<&mut Map<String, Value>>) -> usize {
    let Some(holder) = holder else { return 0 };
    let before = holder.len();
    holder.retain(|key, _| !SILENT.contains(&key.as_str()) && (!key.starts_with("x-") || READ.contains(&key.as_str())));
    before - holder.len()
}
