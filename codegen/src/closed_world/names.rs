//! The types that items name.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::visit::Visit;

use crate::naming::CORE;

/// Types and crates that every generated file can name.
const EVERYWHERE: [&str; 26] = [
    "BTreeMap",
    "Box",
    "Option",
    "Result",
    "Self",
    "String",
    "Vec",
    "azure_openai_core",
    "bool",
    "f32",
    "f64",
    "i8",
    "i16",
    "i32",
    "i64",
    "serde",
    "serde_json",
    "std",
    "str",
    "super",
    "u8",
    "u16",
    "u32",
    "u64",
    "usize",
    "crate",
];

/// Whether a name is there without being declared.
pub(super) fn is_known(name: &str) -> bool {
    EVERYWHERE.contains(&name) || CORE.contains(&name)
}

/// The first names of all types in items and methods, also of those in the core crate's macros.
pub(super) fn type_names(items: &[&syn::Item], methods: &[&syn::ImplItemFn]) -> BTreeSet<String> {
    let mut names = Names::default();
    items.iter().for_each(|item| names.visit_item(item));
    methods.iter().for_each(|method| names.visit_impl_item_fn(method));
    names.found
}

#[derive(Default)]
struct Names {
    found: BTreeSet<String>,
}

impl<'ast> Visit<'ast> for Names {
    fn visit_type_path(&mut self, ty: &'ast syn::TypePath) {
        if ty.path.leading_colon.is_none()
            && let Some(first) = ty.path.segments.first()
        {
            self.found.insert(first.ident.to_string());
        }
        syn::visit::visit_type_path(self, ty);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        variants(call.tokens.clone(), &mut |inner| {
            if let Ok(ty) = syn::parse2::<syn::Type>(inner) {
                // The macro's tokens live no longer than this.
                let mut names = Names::default();
                names.visit_type(&ty);
                self.found.append(&mut names.found);
            }
        });
    }
}

/// What variants hold in the core crate's macros: `Text(Vec<String>)` or `Text(Part) = "text"`.
pub(super) fn variants(tokens: TokenStream, visit: &mut dyn FnMut(TokenStream)) {
    for token in tokens {
        let TokenTree::Group(group) = token else { continue };
        match group.delimiter() {
            Delimiter::Brace => variants(group.stream(), visit),
            Delimiter::Parenthesis if !starts_with_literal(&group.stream()) => visit(group.stream()),
            _ => {}
        }
    }
}

/// `constant("function")` holds no type.
fn starts_with_literal(tokens: &TokenStream) -> bool {
    match tokens.clone().into_iter().next() {
        Some(TokenTree::Literal(_)) | None => true,
        Some(TokenTree::Punct(punct)) => punct.as_char() == '-',
        Some(TokenTree::Ident(ident)) => ident == "true" || ident == "false",
        Some(TokenTree::Group(_)) => false,
    }
}
