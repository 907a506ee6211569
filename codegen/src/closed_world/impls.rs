//! The traits that items implement.

use proc_macro2::TokenTree;
use quote::{ToTokens, quote};

use super::names::variants;

/// Trait and type of each implementation, also of those that the core crate's macros make.
pub(super) fn impls(item: &syn::Item) -> Vec<(String, String)> {
    match item {
        syn::Item::Impl(block) => {
            let implemented = block.trait_.as_ref().map(|(_, path, _)| short(path));
            implemented
                .map(|implemented| (implemented, written(&block.self_ty)))
                .into_iter()
                .collect()
        }
        syn::Item::Struct(item) => derived(&item.attrs, &item.ident),
        syn::Item::Enum(item) => derived(&item.attrs, &item.ident),
        syn::Item::Macro(call) => of_macro(&call.mac),
        _ => Vec::new(),
    }
}

fn derived(attributes: &[syn::Attribute], owner: &syn::Ident) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("derive"))
    {
        let _ = attribute.parse_nested_meta(|meta| {
            found.push((short(&meta.path), owner.to_string()));
            Ok(())
        });
    }
    found
}

fn of_macro(call: &syn::Macro) -> Vec<(String, String)> {
    let Some(TokenTree::Ident(owner)) = call.tokens.clone().into_iter().next() else {
        return Vec::new();
    };
    let name = call
        .path
        .segments
        .last()
        .map(|last| last.ident.to_string())
        .unwrap_or_default();
    let both = ["Serialize", "Deserialize<'de>", "Absent"];
    let more: &[&str] = match name.as_str() {
        "open_object" => &[],
        "fit_object" => return vec![("Fit".to_owned(), owner.to_string())],
        "open_enum" => &["Fit", "PartialEq", "From<&str>", "From<String>"],
        "open_values" => &["Fit", "PartialEq"],
        "tagged_union" | "shape_union" => &["Fit"],
        _ => return Vec::new(),
    };
    let mut found: Vec<String> = both.iter().chain(more).map(|name| (*name).to_owned()).collect();
    if name == "tagged_union" {
        variants(call.tokens.clone(), &mut |inner| {
            found.push(format!("From<{}>", written(&inner)))
        });
    }
    found.into_iter().map(|name| (name, owner.to_string())).collect()
}

/// `azure_openai_core::decode::Fit` as `Fit`, with its arguments.
fn short(path: &syn::Path) -> String {
    let last = path.segments.last();
    last.map(|last| {
        let (ident, arguments) = (&last.ident, &last.arguments);
        written(&quote!(#ident #arguments))
    })
    .unwrap_or_default()
}

/// Tokens without blanks, but for those between words.
pub(super) fn written(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string().replace(' ', "")
}
