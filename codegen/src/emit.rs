//! The normalised document through progenitor: types and operations as a syntax tree.
//!
//! What progenitor cannot take is put into a form that it can; the finishing passes read the rest of the truth
//! from the document.

mod bridge;
mod quiet;

use std::collections::HashMap;

use progenitor_impl::{CrateVers, GenerationSettings, Generator};
use serde_json::{Map, Value, json};

use self::bridge::bridge;
use crate::walk::{SCHEMAS, closure, join, operations, references_in, schemas};
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

/// The name under which progenitor knows the property of that index.
pub fn property_name(index: usize) -> String {
    format!("f{index}")
}

fn generate(bridged: &Value) -> Result<syn::File, String> {
    let spec: openapiv3::OpenAPI = serde_json::from_value(bridged.clone()).map_err(|error| error.to_string())?;
    let mut settings = GenerationSettings::new();
    settings
        .with_map_type("::std::collections::BTreeMap")
        .with_crate("azure-openai-core", CrateVers::Any, None);
    // progenitor and typify answer some documents with `todo!` and `assert!`.
    let result = quiet::catch(|| {
        Generator::new(&settings)
            .generate_tokens(&spec)
            .map_err(|error| error.to_string())
    });
    let tokens = result.map_err(|panic| format!("progenitor gave up: {panic}"))??;
    syn::parse2(tokens).map_err(|error| format!("progenitor made code that does not parse: {error}"))
}

/// Each schema and each operation alone, to tell which of them fails.
fn locate(document: &Document, bridged: &Value, why: &str) -> Error {
    let mut found = Vec::new();
    let all: HashMap<&str, &Value> = schemas(bridged).map(|(name, schema)| (name.as_str(), schema)).collect();
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
            found.push(Diagnostic::error(
                &document.name,
                join(SCHEMAS, name),
                STEP,
                one_line(&why),
            ));
        }
    }
    if found.is_empty() {
        let originals = operations(&document.root);
        for (original, plain) in originals.iter().zip(operations(bridged)) {
            let mut names = Vec::new();
            references_in(plain.value, &mut names);
            let paths = json!({ plain.path: { plain.method: plain.value } });
            if let Err(why) = with(names, paths) {
                found.push(Diagnostic::error(
                    &document.name,
                    original.pointer(),
                    STEP,
                    one_line(&why),
                ));
            }
        }
    }
    if found.is_empty() {
        found.push(Diagnostic::error(&document.name, "", STEP, one_line(why)));
    }
    match Error::unless_empty(found) {
        Err(error) => error,
        Ok(()) => unreachable!("there is at least one finding"),
    }
}

/// typify shows what it stumbles over as a tree of many lines.
fn one_line(why: &str) -> String {
    why.split_whitespace().collect::<Vec<_>>().join(" ")
}
