//! What is kept of progenitor's output: the structs' fields, the unions' variants, the operations' types.

use std::collections::HashMap;

use serde_json::Value;

use super::rust_type::{argument, first_argument, without_option};
use super::{Definition, Made, Method, Tree};
use crate::emit::{operation_name, parameter_name};
use crate::keys::{RESPONSE, RUST_TYPE};
use crate::walk::{SCHEMAS, join, operations, schemas};
use crate::{Diagnostic, Document, Error};

const STEP: &str = "harvest";

/// The types and operations of the document, as progenitor typed them.
///
/// # Errors
/// When progenitor made nothing of a schema or an operation.
pub fn harvest(file: syn::File, document: &Document) -> Result<Tree, Error> {
    let (mut made, mut methods) = take(file);
    let mut tree = Tree::default();
    let mut missing = Vec::new();
    for (name, schema) in schemas(&document.root) {
        // Replaced by a type of the core crate, which is used under its own name.
        if let Some(rust_type) = schema.get(RUST_TYPE) {
            let path = crate::walk::text(rust_type, "path");
            if path.rsplit("::").next() != Some(name) {
                missing.push(Diagnostic::error(
                    &document.name,
                    join(SCHEMAS, name),
                    STEP,
                    format!("stands for `{path}` and must have its name"),
                ));
            }
            continue;
        }
        match made.remove(name) {
            Some(made) => {
                let definition = Definition {
                    schema: schema.clone(),
                    made,
                    fields: Vec::new(),
                    has_default: false,
                    items: Vec::new(),
                };
                tree.types.insert(name.clone(), definition);
            }
            None => missing.push(Diagnostic::error(
                &document.name,
                join(SCHEMAS, name),
                STEP,
                "progenitor made no type of that name",
            )),
        }
    }
    for (index, operation) in operations(&document.root).into_iter().enumerate() {
        match methods.remove(&operation_name(index)) {
            Some(function) => tree.methods.push(method(&function, operation.value)),
            None => missing.push(Diagnostic::error(
                &document.name,
                operation.pointer(),
                STEP,
                "progenitor made no method of it",
            )),
        }
    }
    Error::unless_empty(missing)?;
    Ok(tree)
}

fn take(file: syn::File) -> (HashMap<String, Made>, HashMap<String, syn::ImplItemFn>) {
    let mut made = HashMap::new();
    let mut methods = HashMap::new();
    for item in file.items {
        match item {
            syn::Item::Mod(module) if module.ident == "types" => {
                let items = module.content.map(|(_, items)| items).unwrap_or_default();
                made.extend(items.into_iter().filter_map(type_item));
            }
            syn::Item::Impl(block) if block.trait_.is_none() => {
                methods.extend(block.items.into_iter().filter_map(|item| match item {
                    syn::ImplItem::Fn(function) => Some((function.sig.ident.to_string(), function)),
                    _ => None,
                }));
            }
            _ => {}
        }
    }
    (made, methods)
}

fn type_item(item: syn::Item) -> Option<(String, Made)> {
    match item {
        syn::Item::Struct(item) => {
            let name = item.ident.to_string();
            match &item.fields {
                syn::Fields::Unnamed(fields) => {
                    let inner = fields.unnamed.first()?.ty.clone();
                    Some((name, Made::Newtype(inner)))
                }
                _ => Some((name, Made::Struct(item))),
            }
        }
        syn::Item::Enum(item) => {
            let name = item.ident.to_string();
            let types: Vec<syn::Type> = item
                .variants
                .iter()
                .filter_map(|variant| variant.fields.iter().next())
                .map(|field| field.ty.clone())
                .collect();
            if types.is_empty() {
                Some((name, Made::Enum))
            } else {
                Some((name, Made::Union(types)))
            }
        }
        _ => None,
    }
}

/// progenitor sorts parameters; their names tell which is which.
fn method(function: &syn::ImplItemFn, operation: &Value) -> Method {
    let mut by_name: HashMap<String, syn::Type> = HashMap::new();
    for input in &function.sig.inputs {
        if let syn::FnArg::Typed(input) = input
            && let syn::Pat::Ident(pattern) = &*input.pat
        {
            by_name.insert(pattern.ident.to_string(), argument(&input.ty));
        }
    }
    let count = operation
        .get("parameters")
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    let parameters = (0..count)
        .map(|index| {
            by_name
                .remove(&parameter_name(index))
                .unwrap_or_else(|| syn::parse_quote!(String))
        })
        .collect();
    let has_answer = matches!(
        operation.get(RESPONSE).and_then(Value::as_str),
        Some("json" | "json-or-text")
    );
    let answer = match &function.sig.output {
        // Result<ResponseValue<T>, Error<()>>
        syn::ReturnType::Type(_, result) if has_answer => first_argument(result)
            .and_then(first_argument)
            .map(|answer| without_option(&argument(answer))),
        _ => None,
    };
    Method {
        parameters,
        body: by_name.remove("body"),
        answer,
    }
}
