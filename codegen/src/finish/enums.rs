//! Enumerations, open: a value that nobody knew is kept as it came.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::rust_type::literal;
use crate::model::{Declared, Enum, EnumKind};
use crate::words::doc;

/// The items of an enumeration.
pub(super) fn items(name: &str, declared: &Declared, made: &Enum) -> Vec<syn::Item> {
    let ident = format_ident!("{name}");
    let compared = match made.kind {
        EnumKind::AnyCase => "Compared without regard to case.",
        EnumKind::Exact | EnumKind::Values => "",
    };
    let docs = doc(&crate::words::paragraphs([declared.docs.as_str(), compared]));
    let variants: Vec<syn::Ident> = made
        .values
        .iter()
        .map(|value| format_ident!("{}", value.variant))
        .collect();
    let values: Vec<_> = made.values.iter().map(|value| literal(&value.value)).collect();
    let listed = made.values.iter().zip(&variants).map(|(value, variant)| {
        let docs = doc(&value.docs);
        quote!(#(#docs)* #variant)
    });
    let unknown = match made.kind {
        EnumKind::Values => quote!(Value),
        EnumKind::Exact | EnumKind::AnyCase => quote!(String),
    };
    let behavior: syn::Item = match made.kind {
        EnumKind::AnyCase => syn::parse_quote! {
            azure_openai_core::open_enum!(#ident { #(#variants = #values,)* });
        },
        EnumKind::Exact => syn::parse_quote! {
            azure_openai_core::open_enum!(#ident, exact { #(#variants = #values,)* });
        },
        EnumKind::Values => syn::parse_quote! {
            azure_openai_core::open_values!(#ident { #(#variants = #values,)* });
        },
    };
    vec![
        open(
            &ident,
            &docs,
            quote!(#[derive(Clone, Debug)]),
            listed,
            quote!(#[doc = " A value that this version of the crate does not know, as received."] Unknown(#unknown)),
        ),
        behavior,
    ]
}

/// An enumeration with a last variant for what nobody knew.
pub(super) fn open(
    ident: &syn::Ident,
    docs: &[syn::Attribute],
    attributes: TokenStream,
    variants: impl Iterator<Item = TokenStream>,
    unknown: TokenStream,
) -> syn::Item {
    syn::parse_quote! {
        #(#docs)*
        #attributes
        #[non_exhaustive]
        pub enum #ident {
            #(#variants,)*
            #unknown,
        }
    }
}
