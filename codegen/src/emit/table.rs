//! The types of operations under numbers, and progenitor's methods read back by them.

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

/// Where an operation has a type.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// The parameter of that position.
    Parameter(usize),
    /// The body.
    Body,
    /// The response.
    Response,
}

/// The types that operations refer to; each is known to progenitor by its number alone.
pub(super) struct Table<'a> {
    signatures: &'a [Signature],
    numbers: HashMap<String, usize>,
    types: Vec<&'a Type>,
}

impl<'a> Table<'a> {
    pub(super) fn of(signatures: &'a [Signature]) -> Self {
        let mut table = Self {
            signatures,
            numbers: HashMap::new(),
            types: Vec::new(),
        };
        for signature in signatures {
            let all = signature
                .parameters
                .iter()
                .chain(&signature.body)
                .chain(&signature.response);
            for ty in all {
                let next = table.types.len();
                if *table.numbers.entry(format!("{ty:?}")).or_insert(next) == next {
                    table.types.push(ty);
                }
            }
        }
        table
    }

    /// The schema that stands for a type.
    pub(super) fn schema(&self, operation: usize, place: Place) -> Option<Value> {
        let signature = self.signatures.get(operation)?;
        let ty = match place {
            Place::Parameter(position) => signature.parameters.get(position)?,
            Place::Body => signature.body.as_ref()?,
            Place::Response => signature.response.as_ref()?,
        };
        let path = format!("azure_openai_core::{}", name(*self.numbers.get(&format!("{ty:?}"))?));
        Some(json!({
            "type": "string",
            RUST_TYPE: { "crate": "azure-openai-core", "version": "*", "path": path },
        }))
    }

    /// The method that progenitor made of an operation.
    pub(super) fn method(&self, operation: usize, function: &syn::ImplItemFn) -> Result<Method, String> {
        let signature = self.signatures.get(operation).ok_or("there is no such operation")?;
        let mut arguments: HashMap<String, Type> = HashMap::new();
        for input in &function.sig.inputs {
            if let syn::FnArg::Typed(input) = input
                && let syn::Pat::Ident(pattern) = &*input.pat
            {
                arguments.insert(pattern.ident.to_string(), self.read(&input.ty)?);
            }
        }
        let mut take = |name: &str| {
            arguments
                .remove(name)
                .ok_or(format!("progenitor made no argument `{name}`"))
        };
        let parameters = (0..signature.parameters.len()).map(|position| take(&parameter_name(position)));
        let parameters = parameters.collect::<Result<_, _>>()?;
        let body = signature.body.is_some().then(|| take("body")).transpose()?;
        let response = match (&signature.response, &function.sig.output) {
            (Some(_), syn::ReturnType::Type(_, result)) => Some(self.read(result)?),
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

    /// The one type of the table within progenitor's: `T3` of `Option<&T3>` or `Result<ResponseValue<T3>, Error<()>>`.
    fn read(&self, ty: &syn::Type) -> Result<Type, String> {
        let mut found = Numbers(Vec::new());
        syn::visit::visit_type(&mut found, ty);
        match found.0.as_slice() {
            [number] => self.types.get(*number).map(|ty| (*ty).clone()),
            _ => None,
        }
        .ok_or_else(|| "progenitor made a type of its own".to_owned())
    }
}

fn name(number: usize) -> String {
    format!("T{number}")
}

/// The numbers of the types of the table within a type.
struct Numbers(Vec<usize>);

impl<'ast> syn::visit::Visit<'ast> for Numbers {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        let is_ours = path
            .segments
            .first()
            .is_some_and(|first| first.ident == "azure_openai_core");
        if let (true, Some(last)) = (is_ours, path.segments.last())
            && let Some(number) = last
                .ident
                .to_string()
                .strip_prefix('T')
                .and_then(|text| text.parse().ok())
        {
            self.0.push(number);
        }
        syn::visit::visit_path(self, path);
    }
}

/// progenitor's methods, by name.
pub(super) fn functions(file: syn::File) -> HashMap<String, syn::ImplItemFn> {
    let blocks = file.items.into_iter().filter_map(|item| match item {
        syn::Item::Impl(block) if block.trait_.is_none() => Some(block.items),
        _ => None,
    });
    blocks
        .flatten()
        .filter_map(|item| match item {
            syn::ImplItem::Fn(function) => Some((function.sig.ident.to_string(), function)),
            _ => None,
        })
        .collect()
}
