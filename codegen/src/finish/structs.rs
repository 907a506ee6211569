//! Structs: their fields as people read them, and how they are read and written.

use quote::{format_ident, quote};

use super::constructors::constructors;
use super::rust_type::{complex, constant, literal};
use crate::model::{Declared, Field, Presence, Struct, Type};
use crate::words::doc;

/// The items of a struct that is JSON.
pub(super) fn items(name: &str, declared: &Declared, made: &Struct) -> Vec<syn::Item> {
    let ident = format_ident!("{name}");
    let docs = doc(&declared.docs);
    let fields = made.fields.iter().map(field);
    let rows = made.fields.iter().map(row);
    let response = declared.is_response.then(|| quote!(, response));
    let sent = declared.is_sent.then(|| quote!(, sent));
    let mut items: Vec<syn::Item> = vec![
        syn::parse_quote! {
            #(#docs)*
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub struct #ident {
                #(#fields,)*
                /// Fields that this version of the crate does not know. Kept as received, sent as given.
                pub extra: Extra,
            }
        },
        syn::parse_quote! {
            azure_openai_core::open_object!(#ident #response #sent { #(#rows,)* });
        },
    ];
    if declared.is_fitted {
        items.push(fit(&ident, made));
    }
    items.extend(constructors(name, made));
    items
}

/// A field's declaration.
pub(super) fn field(field: &Field) -> proc_macro2::TokenStream {
    let (ident, ty) = (format_ident!("{}", field.ident), ty(field));
    let docs = doc(&field.docs);
    let complex = complex(&ty);
    quote! {
        #(#docs)*
        #complex
        pub #ident: #ty
    }
}

fn ty(field: &Field) -> syn::Type {
    let value = &field.value;
    if field.is_option() {
        syn::parse_quote!(Option<#value>)
    } else {
        syn::parse_quote!(#value)
    }
}

/// How a field is read and written, for the macro `open_object!`.
fn row(field: &Field) -> proc_macro2::TokenStream {
    let (wire, ident) = (&field.wire, format_ident!("{}", field.ident));
    let how = match &field.presence {
        Presence::Required => quote!(required),
        Presence::Asked | Presence::Optional => quote!(optional),
        Presence::Nullable => quote!(nullable),
        Presence::Collection => quote!(collection),
        Presence::Constant(value) => {
            let (value, _) = constant(&field.value, value);
            quote!(constant(#value))
        }
    };
    let only = field.is_read_only.then(|| quote!(read_only));
    quote!(#wire => #ident: #how #only)
}

/// What distinguishes this struct from a union's other variants.
fn fit(ident: &syn::Ident, made: &Struct) -> syn::Item {
    let rows = made.fields.iter().map(|field| {
        let (wire, ty) = (&field.wire, &field.value);
        let how = match &field.presence {
            Presence::Optional if field.only.is_some() => {
                let value = field.only.as_ref().map(literal);
                quote!(only(#value))
            }
            Presence::Required | Presence::Asked | Presence::Nullable => quote!(required),
            Presence::Optional | Presence::Collection => quote!(optional),
            Presence::Constant(value) => {
                let value = literal(value);
                quote!(constant(#value))
            }
        };
        quote!(#wire: #ty = #how)
    });
    syn::parse_quote! {
        azure_openai_core::fit_object!(#ident { #(#rows,)* });
    }
}

/// A type that is another name of one, because it contains itself.
pub(super) fn alias(name: &str, declared: &Declared, inner: &Type) -> Vec<syn::Item> {
    let ident = format_ident!("{name}");
    let docs = doc(&declared.docs);
    let mut items = vec![
        syn::parse_quote! {
            #(#docs)*
            #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
            #[serde(transparent)]
            pub struct #ident(pub #inner);
        },
        syn::parse_quote! {
            impl From<#inner> for #ident {
                fn from(value: #inner) -> Self {
                    Self(value)
                }
            }
        },
        syn::parse_quote! {
            impl azure_openai_core::FromJson for #ident {}
        },
        syn::parse_quote! {
            impl azure_openai_core::decode::Absent for #ident {
                fn absent() -> Self {
                    Self(azure_openai_core::decode::Absent::absent())
                }
            }
        },
    ];
    if declared.is_fitted {
        items.push(syn::parse_quote! {
            impl azure_openai_core::decode::Fit for #ident {
                fn fit(value: &Value) -> Option<u32> {
                    <#inner as azure_openai_core::decode::Fit>::fit(value)
                }
            }
        });
    }
    items
}
