//! The two documents, and whether requests and answers keep to them.
//!
//! `overlaid/` is made by `cargo xtask codegen`: each document as the service published it, with the overlay of what the
//! service really does. These, not the emulator's own types, decide what is right.

mod answer;
mod operation;
mod request;
mod schemas;

use std::sync::{LazyLock, OnceLock};

use jsonschema::{Draft, Registry, Validator};
use serde_json::Value;

use crate::routes::{Api, OPERATIONS, OperationKey};
use operation::OperationSchemas;

pub(crate) use answer::{Ordered, check_answer};
pub(crate) use request::{body_is_optional, check_body, check_form, check_parameters, takes_json};

/// A document, ready to be checked against.
struct Document {
    root: Value,
    /// What its schemas are known by among themselves.
    uri: &'static str,
    registry: Registry<'static>,
}

static INFERENCE: LazyLock<Document> =
    LazyLock::new(|| Document::read("urn:inference", include_str!("overlaid/inference.json")));
static AUTHORING: LazyLock<Document> =
    LazyLock::new(|| Document::read("urn:authoring", include_str!("overlaid/authoring.json")));
/// By [`OperationKey`]; each is compiled when first used.
static COMPILED: LazyLock<Vec<OnceLock<OperationSchemas>>> =
    LazyLock::new(|| OPERATIONS.iter().map(|_| OnceLock::new()).collect());

/// What the document says of an operation.
fn schemas(key: OperationKey) -> &'static OperationSchemas {
    COMPILED[key as usize].get_or_init(|| OperationSchemas::of(document(key), &OPERATIONS[key as usize]))
}

/// The document that an operation is from.
fn document(key: OperationKey) -> &'static Document {
    match OPERATIONS[key as usize].api {
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

    /// Compiles a schema that stands somewhere in the document.
    fn compile(&self, schema: &Value) -> Validator {
        let mut schema = schema.clone();
        schemas::rebase(&mut schema, self.uri);
        jsonschema::options()
            .with_draft(Draft::Draft202012)
            .with_registry(&self.registry)
            .should_validate_formats(false)
            .build(&schema)
            .expect("a schema of the document")
    }

    /// What a value or the reference in its place means.
    fn resolve<'a>(&'a self, value: &'a Value) -> &'a Value {
        value
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|reference| reference.strip_prefix('#'))
            .and_then(|pointer| self.root.pointer(pointer))
            .unwrap_or(value)
    }
}

/// A value without the members that are `null`: for the service, `null` stands for "absent".
fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
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
    use super::*;

    #[test]
    fn every_operation_compiles() {
        for operation in OPERATIONS {
            let schemas = schemas(operation.key);
            assert!(!schemas.answers.is_empty(), "{}", operation.id);
            assert!(schemas.failure.is_some(), "{}", operation.id);
        }
    }

    #[test]
    fn only_members_lose_their_nulls() {
        let value = serde_json::json!({"a": null, "b": [null, {"c": null}]});
        assert_eq!(without_nulls(&value), serde_json::json!({"b": [null, {}]}));
    }
}
