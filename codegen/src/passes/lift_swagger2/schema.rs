//! Schemas: `discriminator`, `x-nullable`, `type: file`, references.

use serde_json::{Map, Value, json};

use super::lift::Lift;
use crate::passes::reference_siblings::wrap_reference_siblings;
use crate::reference::{local_pointer, reference_to};

impl Lift<'_> {
    /// Lifts one schema; those inside it have been lifted before.
    pub(super) fn schema(&mut self, schema: &mut Value, pointer: &str) {
        let Value::Object(map) = schema else { return };
        if let Some(Value::String(property)) = map.get("discriminator") {
            let lifted = json!({"propertyName": property});
            map.insert("discriminator".to_owned(), lifted);
        }
        if let Some(nullable) = map.shift_remove("x-nullable") {
            map.entry("nullable").or_insert(nullable);
        }
        lift_file(map);
        if map.contains_key("collectionFormat") {
            self.inner_collection_format(map, pointer);
        }
        if let Some(Value::String(reference)) = map.get_mut("$ref")
            && let Some(pointer) = local_pointer(reference)
            && let Some(name) = pointer.strip_prefix("/definitions/")
        {
            *reference = reference_to(&format!("/components/schemas/{name}"));
        }
        wrap_reference_siblings(schema);
    }

    /// Lists inside lists can only be separated by commas in OpenAPI 3.
    fn inner_collection_format(&mut self, map: &mut Map<String, Value>, pointer: &str) {
        if let Some(format) = map.shift_remove("collectionFormat")
            && format != "csv"
        {
            self.findings.warn(
                pointer,
                format!("`collectionFormat: {format}` of a list inside a list cannot be expressed; it is dropped"),
            );
        }
    }
}

/// `type: file` becomes bytes.
pub(super) fn lift_file(map: &mut Map<String, Value>) {
    if map.get("type").is_some_and(|kind| kind == "file") {
        map.insert("type".to_owned(), json!("string"));
        map.insert("format".to_owned(), json!("binary"));
    }
}
