//! The two documents, prepared for validation.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jsonschema::{Draft, Registry, Validator};
use serde_json::Value;

use super::schemas;
use crate::catalogue::{Api, OperationKey};

/// A document, ready to be checked against.
pub(super) struct Document {
    pub(super) root: Value,
    /// The base URI of its schemas.
    uri: &'static str,
    registry: Registry<'static>,
}

static INFERENCE: LazyLock<Document> =
    LazyLock::new(|| Document::read("urn:inference", include_str!("overlaid/inference.json")));
static AUTHORING: LazyLock<Document> =
    LazyLock::new(|| Document::read("urn:authoring", include_str!("overlaid/authoring.json")));
/// The document that an operation is from.
pub(super) fn document(key: OperationKey) -> &'static Document {
    match key.operation().api {
        Api::Inference => &INFERENCE,
        Api::Authoring => &AUTHORING,
    }
}

impl Document {
    /// The texts are part of the program, and a test compiles every schema of them.
    fn read(uri: &'static str, text: &str) -> Self {
        let root = serde_json::from_str(text).expect("generated JSON");
        let root = schemas::prepare(root);
        let registry = Registry::new()
            .draft(Draft::Draft202012)
            .add(uri, root.clone())
            .and_then(|builder| builder.prepare())
            .expect("a document whose references hold");
        Self { root, uri, registry }
    }

    /// Compiles a schema of the document.
    pub(super) fn compile(&self, schema: &Value) -> Validator {
        let mut schema = schema.clone();
        schemas::rebase(&mut schema, self.uri);
        jsonschema::options()
            .with_draft(Draft::Draft202012)
            .with_registry(&self.registry)
            .should_validate_formats(false)
            .build(&schema)
            .expect("a schema of the document")
    }

    /// The names of an object's properties.
    pub(super) fn property_names(&self, schema: &Value) -> BTreeSet<String> {
        let schema = self.resolve(schema);
        let own = schema["properties"].as_object().into_iter().flatten();
        let merged = schema["allOf"].as_array().into_iter().flatten();
        let merged = merged.flat_map(|part| self.property_names(part));
        own.map(|(name, _)| name.clone()).chain(merged).collect()
    }

    /// Resolves a value that may be a reference.
    pub(super) fn resolve<'a>(&'a self, value: &'a Value) -> &'a Value {
        value
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|reference| reference.strip_prefix('#'))
            .and_then(|pointer| self.root.pointer(pointer))
            .unwrap_or(value)
    }
}

/// A value without the fields that are `null`: the service treats `null` as absent.
pub(super) fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name.clone(), without_nulls(value)))
            .collect(),
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::without_nulls;

    #[test]
    fn only_fields_lose_their_nulls() {
        let value = serde_json::json!({"a": null, "b": [null, {"c": null}]});
        assert_eq!(without_nulls(&value), serde_json::json!({"b": [null, {}]}));
    }
}
