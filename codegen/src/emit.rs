//! The operations through progenitor.
//!
//! progenitor is handed the operations alone, every type in them replaced by one that is named after its place, and
//! everything of a name of ours. What it makes of them, the arguments of each method and what it gives, is read back by
//! these names: nothing that it names or decides about types can reach the output.

mod bridge;
mod quiet;
mod table;

use std::collections::HashMap;

use progenitor_impl::{CrateVers, GenerationSettings, Generator};
use serde_json::Value;

use self::bridge::bridge;
use self::table::operation_name;
use crate::finish::Method;
use crate::model::{Model, Signature};
use crate::walk::{Operation, operations};
use crate::{Document, Error};

/// The methods that progenitor makes of the document's operations, in their order.
///
/// # Errors
/// Everything that progenitor refuses, at the operation that it stumbles over.
pub(crate) fn emit(document: &mut Document, model: &Model) -> Result<Vec<Method>, Error> {
    let Document { root, findings, .. } = document;
    findings.step = "emit";
    let all = operations(root);
    let whole: Vec<usize> = (0..all.len()).collect();
    let methods = generate(&all, &model.signatures, &whole);
    if let Err(why) = &methods {
        // Each operation alone, to find out which of them fails.
        for (index, operation) in all.iter().enumerate() {
            if let Err(why) = generate(&all, &model.signatures, &[index]) {
                findings.error(operation.pointer(), one_line(&why));
            }
        }
        findings.check()?;
        findings.error("", one_line(why));
    }
    findings.check()?;
    Ok(methods.unwrap_or_default())
}

fn generate(all: &[Operation<'_>], signatures: &[Signature], indices: &[usize]) -> Result<Vec<Method>, String> {
    let tokens = progenitor(bridge(all, signatures, indices))?;
    let file: syn::File =
        syn::parse2(tokens).map_err(|error| format!("progenitor made code that does not parse: {error}"))?;
    let functions = functions(file);
    let method = |index: &usize| {
        let function = functions.get(&operation_name(*index));
        table::method(signatures, *index, function.ok_or("progenitor made no method of it")?)
    };
    indices.iter().map(method).collect()
}

/// progenitor's methods, by name.
fn functions(file: syn::File) -> HashMap<String, syn::ImplItemFn> {
    let blocks = file.items.into_iter().filter_map(|item| match item {
        syn::Item::Impl(block) if block.trait_.is_none() => Some(block.items),
        _ => None,
    });
    let functions = blocks.flatten().filter_map(|item| match item {
        syn::ImplItem::Fn(function) => Some((function.sig.ident.to_string(), function)),
        _ => None,
    });
    functions.collect()
}

fn progenitor(bridged: Value) -> Result<proc_macro2::TokenStream, String> {
    let spec: openapiv3::OpenAPI = serde_json::from_value(bridged).map_err(|error| error.to_string())?;
    let mut settings = GenerationSettings::new();
    settings.with_crate("azure-openai-core", CrateVers::Any, None);
    // progenitor and typify meet some documents with `todo!` and `assert!`.
    let result = quiet::catch(|| {
        Generator::new(&settings)
            .generate_tokens(&spec)
            .map_err(|error| error.to_string())
    });
    result.map_err(|panic| format!("progenitor gave up: {panic}"))?
}

/// typify shows what it stumbles over as a tree of many lines.
fn one_line(why: &str) -> String {
    why.split_whitespace().collect::<Vec<_>>().join(" ")
}
