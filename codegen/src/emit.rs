//! The normalised document through progenitor: types and operations as a syntax tree.
//!
//! What progenitor cannot take is put into a form that it can; the finishing passes read the rest of the truth
//! from the document.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use progenitor_impl::{CrateVers, GenerationSettings, Generator};
use serde_json::{Map, Value, json};

use crate::passes::{answers::ANSWER, bodies::BODY};
use crate::walk::{
    SCHEMAS, all_mut, closure, join, operations, operations_mut, references_in, schemas, schemas_mut, text,
};
use crate::{Diagnostic, Document, Error};

const STEP: &str = "emit";

/// What progenitor makes of the document.
///
/// # Errors
/// Everything that progenitor refuses, at the operation or schema that it stumbles over.
pub fn emit(document: &Document) -> Result<syn::File, Error> {
    let bridged = bridge(&document.root);
    generate(&bridged).map_err(|why| locate(document, &bridged, &why))
}

/// The name under which progenitor knows the operation of that index.
pub fn operation_name(index: usize) -> String {
    format!("op{index}")
}

/// The name under which progenitor knows a parameter of that index.
pub fn parameter_name(index: usize) -> String {
    format!("p{index}")
}

/// The document as far as it concerns types: operations and parameters under plain names, bodies and answers
/// only where they are JSON.
fn bridge(root: &Value) -> Value {
    let mut bridged = root.clone();
    let mut index = 0;
    let mut paths = Map::new();
    operations_mut(&mut bridged, |path, method, operation| {
        let mut plain = Map::new();
        plain.insert("operationId".to_owned(), json!(operation_name(index)));
        let mut template = path.to_owned();
        let mut parameters = Vec::new();
        let list = operation.get("parameters").and_then(Value::as_array);
        for (position, parameter) in list.into_iter().flatten().enumerate() {
            let (old, new) = (text(parameter, "name"), parameter_name(position));
            if text(parameter, "in") == "path" {
                template = template.replace(&format!("{{{old}}}"), &format!("{{{new}}}"));
            }
            parameters.push(json!({
                "name": new,
                "in": parameter.get("in"),
                "required": parameter.get("required").unwrap_or(&json!(false)),
                "schema": parameter.get("schema"),
            }));
        }
        plain.insert("parameters".to_owned(), Value::Array(parameters));
        if let Some(schema) = json_body(operation) {
            let body = json!({ "required": true, "content": { "application/json": { "schema": schema } } });
            plain.insert("requestBody".to_owned(), body);
        }
        let mut success = json!({ "description": "" });
        if matches!(operation.get(ANSWER).and_then(Value::as_str), Some("json" | "json-or-text"))
            && let Some(content) = operation.get("responses").and_then(|all| all.pointer("/200/content"))
        {
            success["content"] = content.clone();
        }
        plain.insert("responses".to_owned(), json!({ "200": success }));
        // A path of its own, so that no two operations can be in each other's way.
        let path = format!("/{}{template}", operation_name(index));
        paths.insert(path, json!({ method: plain }));
        index += 1;
    });
    for (_, schema) in schemas_mut(&mut bridged).iter_mut() {
        if let Some(schema) = schema.as_object_mut() {
            schema.shift_remove("discriminator");
        }
    }
    all_mut(&mut bridged, &mut |_, schema| {
        if schema.get("properties").is_some()
            && let Some(schema) = schema.as_object_mut()
        {
            // Fields beside the named ones are always kept, in `extra`.
            schema.shift_remove("additionalProperties");
        }
    });
    json!({
        "openapi": "3.0.3",
        "info": { "title": "", "version": "" },
        "paths": paths,
        "components": { "schemas": bridged.pointer(SCHEMAS).cloned().unwrap_or_else(|| json!({})) },
    })
}

/// The schema of a body that is JSON or a form.
fn json_body(operation: &Map<String, Value>) -> Option<Value> {
    let media_type = match operation.get(BODY)?.as_str()? {
        "json" => "application~1json",
        "form" => "multipart~1form-data",
        _ => return None,
    };
    let pointer = format!("/content/{media_type}/schema");
    operation.get("requestBody")?.pointer(&pointer).cloned()
}

fn generate(bridged: &Value) -> Result<syn::File, String> {
    let spec: openapiv3::OpenAPI =
        serde_json::from_value(bridged.clone()).map_err(|error| error.to_string())?;
    let mut settings = GenerationSettings::new();
    settings
        .with_map_type("::std::collections::BTreeMap")
        .with_crate("azure-openai-core", CrateVers::Any, None);
    // progenitor and typify answer some documents with `todo!` and `assert!`.
    let result = catch_unwind(AssertUnwindSafe(|| {
        Generator::new(&settings).generate_tokens(&spec).map_err(|error| error.to_string())
    }));
    let tokens = match result {
        Ok(result) => result?,
        Err(panic) => return Err(panic_message(panic.as_ref())),
    };
    syn::parse2(tokens).map_err(|error| format!("progenitor made code that does not parse: {error}"))
}

fn panic_message(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied());
    format!("progenitor gave up: {}", text.unwrap_or("without a word"))
}

/// Each schema and each operation alone, to tell which of them fails.
fn locate(document: &Document, bridged: &Value, why: &str) -> Error {
    let mut found = Vec::new();
    let all: HashMap<&str, &Value> =
        schemas(bridged).map(|(name, schema)| (name.as_str(), schema)).collect();
    let with = |names: Vec<&str>, paths: Value| {
        let schemas: Map<String, Value> = closure(bridged, names)
            .into_iter()
            .filter_map(|name| Some((name.to_owned(), (*all.get(name)?).clone())))
            .collect();
        generate(&json!({
            "openapi": "3.0.3",
            "info": { "title": "", "version": "" },
            "paths": paths,
            "components": { "schemas": schemas },
        }))
    };
    for (name, schema) in schemas(bridged) {
        let mut inner = Vec::new();
        references_in(schema, &mut inner);
        if let Err(why) = with(vec![name], json!({})) {
            found.push(Diagnostic::error(&document.name, join(SCHEMAS, name), STEP, why));
        }
    }
    if found.is_empty() {
        let originals = operations(&document.root);
        for (original, plain) in originals.iter().zip(operations(bridged)) {
            let mut names = Vec::new();
            references_in(plain.value, &mut names);
            let paths = json!({ plain.path: { plain.method: plain.value } });
            if let Err(why) = with(names, paths) {
                found.push(Diagnostic::error(&document.name, original.pointer(), STEP, why));
            }
        }
    }
    if found.is_empty() {
        found.push(Diagnostic::error(&document.name, "", STEP, why));
    }
    match Error::unless_empty(found) {
        Err(error) => error,
        Ok(()) => unreachable!("there is at least one finding"),
    }
}
