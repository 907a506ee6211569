//! The types of operations under the names of their places, and progenitor's methods read back by them.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::finish::Method;
use crate::keys::RUST_TYPE;
use crate::model::{Signature, Type};

/// The name under which progenitor knows the operation of that index.
pub(super) fn operation_name(index: usize) -> String {
    format!("op{index}")
}

/// The name under which progenitor knows a parameter of that index.
pub(super) fn parameter_name(index: usize) -> String {
    format!("p{index}")
}

/// The name of the only body.
pub(super) const BODY: &str = "body";

/// The name of the response among the places of an operation.
pub(super) const RESPONSE: &str = "response";

/// The schema that stands for the type of a place: progenitor knows the type by operation and place alone.
pub(super) fn schema(operation: usize, place: &str) -> Value {
    let path = format!("azure_openai_core::T{operation}_{place}");
    json!({
        "type": "string",
        RUST_TYPE: { "crate": "azure-openai-core", "version": "*", "path": path },
    })
}

/// The method that progenitor made of an operation.
pub(super) fn method(signatures: &[Signature], operation: usize, function: &syn::ImplItemFn) -> Result<Method, String> {
    let signature = signatures.get(operation).ok_or("unknown operation")?;
    let mut arguments: HashMap<String, Type> = HashMap::new();
    for input in &function.sig.inputs {
        if let syn::FnArg::Typed(input) = input
            && let syn::Pat::Ident(pattern) = &*input.pat
        {
            arguments.insert(pattern.ident.to_string(), read(signatures, &input.ty)?);
        }
    }
    let mut take = |name: &str| {
        arguments
            .remove(name)
            .ok_or(format!("progenitor made no argument `{name}`"))
    };
    let parameters = (0..signature.parameters.len()).map(|position| take(&parameter_name(position)));
    let parameters = parameters.collect::<Result<_, _>>()?;
    let body = signature.body.is_some().then(|| take(BODY)).transpose()?;
    let response = match (&signature.response, &function.sig.output) {
        (Some(_), syn::ReturnType::Type(_, result)) => Some(read(signatures, result)?),
        _ => None,
    };
    match arguments.keys().next() {
        Some(name) => Err(format!("progenitor made an argument `{name}` that nobody asked for")),
        None => Ok(Method {
            parameters,
            body,
            response,
        }),
    }
}

/// The type of the one place within progenitor's: `T3_p0` of `Option<&T3_p0>`, or `T3_response` of
/// `Result<ResponseValue<T3_response>, Error<()>>`.
fn read(signatures: &[Signature], ty: &syn::Type) -> Result<Type, String> {
    let mut found = Places(Vec::new());
    syn::visit::visit_type(&mut found, ty);
    let found = match found.0.as_slice() {
        [(operation, place)] => signatures.get(*operation).and_then(|signature| match place.as_str() {
            BODY => signature.body.as_ref(),
            RESPONSE => signature.response.as_ref(),
            parameter => signature
                .parameters
                .get(parameter.strip_prefix('p')?.parse::<usize>().ok()?),
        }),
        _ => None,
    };
    found.cloned().ok_or("progenitor made a type of its own".to_owned())
}

/// The operations and places that a type names.
struct Places(Vec<(usize, String)>);

impl<'ast> syn::visit::Visit<'ast> for Places {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        let last = path.segments.last().map(|last| last.ident.to_string());
        let place = last.as_deref().and_then(|name| name.strip_prefix('T')?.split_once('_'));
        if let Some((operation, place)) = place
            && let Ok(operation) = operation.parse()
        {
            self.0.push((operation, place.to_owned()));
        }
        syn::visit::visit_path(self, path);
    }
}
