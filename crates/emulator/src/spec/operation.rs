//! One operation's part of a document, compiled.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, OnceLock};

use jsonschema::Validator;
use serde_json::Value;

use super::document::{Document, document};
use super::since::{self, SINCE};
use crate::catalogue::{OPERATIONS, Operation, OperationKey};

/// By [`OperationKey`]; each is compiled when first used.
static COMPILED: LazyLock<Vec<OnceLock<OperationSchemas>>> =
    LazyLock::new(|| OPERATIONS.iter().map(|_| OnceLock::new()).collect());

/// The compiled schemas of an operation.
pub(super) fn schemas(key: OperationKey) -> &'static OperationSchemas {
    COMPILED[key as usize].get_or_init(|| OperationSchemas::of(document(key), key.operation()))
}

/// Whether the version-less base has the operation.
pub(crate) fn has_v1(key: OperationKey) -> bool {
    described(key)["x-v1"] != false
}

/// Whether an api-version has the operation.
pub(crate) fn has_version(key: OperationKey, version: &str) -> bool {
    !since::is_newer(&described(key)[SINCE], version)
}

fn described(key: OperationKey) -> &'static Value {
    let operation = key.operation();
    let method = operation.method.as_str().to_ascii_lowercase();
    &document(key).root["paths"][operation.path][method]
}

/// An operation's schemas, compiled.
pub(super) struct OperationSchemas {
    /// Of the query and the headers.
    pub(super) parameters: Vec<Parameter>,
    pub(super) body: Option<Body>,
    /// By status.
    pub(super) responses: BTreeMap<u16, DescribedResponse>,
    /// Of every other status.
    pub(super) failure: Option<DescribedResponse>,
}

pub(super) struct Parameter {
    pub(super) name: String,
    pub(super) in_header: bool,
    pub(super) required: bool,
    pub(super) shape: Shape,
}

/// A body of JSON, or a form, which is read into JSON.
pub(super) struct Body {
    pub(super) required: bool,
    pub(super) schema: Validator,
    /// Of the properties; none if the schema does not say.
    pub(super) names: BTreeSet<String>,
    /// Whether it has fields that not every api-version has.
    pub(super) has_newer: bool,
    /// The names and types of a form's fields.
    pub(super) form: Option<BTreeMap<String, String>>,
}

/// A value that is sent as text.
pub(super) struct Shape {
    /// As the document names it; without one, a text.
    pub(super) kind: Option<String>,
    pub(super) schema: Validator,
}

#[derive(Default)]
pub(super) struct DescribedResponse {
    /// In lower case.
    pub(super) media_types: Vec<String>,
    pub(super) json: Option<Validator>,
    pub(super) event: Option<Validator>,
}

impl OperationSchemas {
    pub(super) fn of(document: &Document, operation: &Operation) -> Self {
        let method = operation.method.as_str().to_ascii_lowercase();
        let path = &document.root["paths"][operation.path];
        let described = &path[&method];
        let own = described["parameters"].as_array();
        let shared = path["parameters"].as_array();
        let parameters = shared.into_iter().chain(own).flatten();
        let parameters = parameters.filter_map(|parameter| Parameter::of(document, document.resolve(parameter)));
        let mut responses = BTreeMap::new();
        let mut failure = None;
        for (status, response) in described["responses"].as_object().into_iter().flatten() {
            let response = DescribedResponse::of(document, document.resolve(response));
            match status.parse() {
                Ok(status) => drop(responses.insert(status, response)),
                Err(_) => failure = Some(response),
            }
        }
        Self {
            parameters: parameters.collect(),
            body: body(document, &described["requestBody"]),
            responses,
            failure,
        }
    }
}

impl Parameter {
    fn of(document: &Document, parameter: &Value) -> Option<Self> {
        let in_header = match parameter["in"].as_str()? {
            "query" => false,
            "header" => true,
            _ => return None,
        };
        let name = parameter["name"].as_str()?;
        // The gateway has looked at these.
        if name == "api-version" || name.eq_ignore_ascii_case("api-key") {
            return None;
        }
        Some(Self {
            name: name.to_owned(),
            in_header,
            required: parameter["required"] == true,
            shape: Shape::of(document, &parameter["schema"]),
        })
    }
}

impl Shape {
    fn of(document: &Document, schema: &Value) -> Self {
        Self {
            kind: document.resolve(schema)["type"].as_str().map(str::to_owned),
            schema: document.compile(schema),
        }
    }
}

/// The value that the text spells in this type, or else the text itself.
pub(super) fn typed(text: &str, kind: Option<&str>) -> Value {
    let read = match kind {
        Some("integer" | "number" | "boolean") => serde_json::from_str(text).ok(),
        _ => None,
    };
    read.unwrap_or_else(|| text.into())
}

fn body(document: &Document, body: &Value) -> Option<Body> {
    let body = document.resolve(body);
    let json = body.pointer("/content/application~1json/schema");
    let form = body.pointer("/content/multipart~1form-data/schema");
    let schema = json.or(form)?;
    let fields = document.resolve(schema)["properties"]
        .as_object()
        .filter(|_| json.is_none());
    let kind = |schema: &Value| document.resolve(schema)["type"].as_str().unwrap_or_default().to_owned();
    Some(Body {
        required: body["required"] == true,
        schema: document.compile(schema),
        names: document.property_names(schema),
        has_newer: document.resolve(schema).to_string().contains(SINCE),
        form: fields.map(|fields| {
            let fields = fields.iter();
            fields.map(|(name, schema)| (name.clone(), kind(schema))).collect()
        }),
    })
}

impl DescribedResponse {
    fn of(document: &Document, response: &Value) -> Self {
        let mut described = Self::default();
        for (media_type, content) in response["content"].as_object().into_iter().flatten() {
            described.media_types.push(media_type.to_ascii_lowercase());
            let schema = content.get("schema").map(|schema| document.compile(schema));
            match media_type.as_str() {
                "application/json" => described.json = schema,
                "text/event-stream" => described.event = schema,
                _ => {}
            }
        }
        described
    }
}

#[cfg(test)]
mod tests {
    use super::schemas;
    use crate::catalogue::OPERATIONS;

    #[test]
    fn every_operation_compiles() {
        for operation in OPERATIONS {
            let schemas = schemas(operation.key);
            assert!(!schemas.responses.is_empty(), "{}", operation.id);
            assert!(schemas.failure.is_some(), "{}", operation.id);
        }
    }
}
