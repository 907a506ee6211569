//! Structs: their fields as people read them, and how serde reads and writes them.

use quote::quote;

use super::fields::{Field, Presence};
use super::words::{description_or, doc};
use super::{Definition, Made, Tree};
use crate::naming::pascal;
use crate::passes::bodies::FORM;
use crate::{Document, Error};

/// Makes the structs that are JSON; forms are made by `forms`.
///
/// # Errors
/// None.
pub(super) fn structs(tree: &mut Tree, _: &Document) -> Result<(), Error> {
    for (name, definition) in &mut tree.types {
        match &definition.made {
            Made::Struct(_) if definition.schema.get(FORM).is_none() => {
                let mut items = item(name, definition);
                items.append(&mut constants(name, definition));
                definition.items = items;
            }
            Made::Newtype(inner) => {
                let ident = quote::format_ident!("{name}");
                let inner = super::rust_type::shorten(inner);
                let docs = doc(&description_or(&definition.schema, &super::words::spelled_out(name)));
                definition.items = vec![
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
                ];
            }
            _ => {}
        }
    }
    Ok(())
}

fn item(name: &str, definition: &Definition) -> Vec<syn::Item> {
    let ident = quote::format_ident!("{name}");
    let docs = doc(&description_or(&definition.schema, &super::words::spelled_out(name)));
    let has_constants =
        definition.fields.iter().any(|field| matches!(field.presence, Presence::Constant(_)));
    // With constants the default is what `new` makes.
    let derive = if definition.has_default && !has_constants {
        quote!(#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)])
    } else {
        quote!(#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)])
    };
    let fields = definition.fields.iter().map(|field| self::field(name, field));
    vec![syn::parse_quote! {
        #(#docs)*
        #derive
        #[non_exhaustive]
        pub struct #ident {
            #(#fields,)*
            /// Fields that this version of the crate does not know: kept as they came, sent as they are.
            #[serde(flatten)]
            pub extra: Extra,
        }
    }]
}

fn field(owner: &str, field: &Field) -> proc_macro2::TokenStream {
    let (ident, ty, wire) = (&field.ident, field.ty(), &field.wire);
    let docs = doc(&field.docs);
    let rename = (ident != wire.as_str()).then(|| quote!(rename = #wire,));
    let attributes = match &field.presence {
        Presence::Required => rename.map(|rename| quote!(#[serde(#rename)])),
        Presence::Empty => Some(quote! {
            #[serde(#rename default, deserialize_with = "azure_openai_core::decode::or_default")]
        }),
        Presence::Constant(_) => {
            let default = format!("{owner}::{}", constant_name(field));
            Some(quote!(#[serde(#rename default = #default)]))
        }
        Presence::Optional => {
            Some(quote!(#[serde(#rename default, skip_serializing_if = "Option::is_none")]))
        }
        Presence::NotEmpty => {
            let is_empty = format!("{}::is_empty", path_of(&field.value));
            Some(quote! {
                #[serde(
                    #rename
                    default,
                    deserialize_with = "azure_openai_core::decode::or_default",
                    skip_serializing_if = #is_empty
                )]
            })
        }
    };
    quote! {
        #(#docs)*
        #attributes
        pub #ident: #ty
    }
}

fn path_of(ty: &syn::Type) -> String {
    match super::rust_type::last_name(ty).as_str() {
        "Map" => "serde_json::Map".to_owned(),
        name => name.to_owned(),
    }
}

/// The function that makes the value of a field that is always the same.
pub(super) fn constant_name(field: &Field) -> syn::Ident {
    quote::format_ident!("constant_{}", field.ident.to_string().trim_end_matches('_'))
}

fn constants(name: &str, definition: &Definition) -> Vec<syn::Item> {
    let functions: Vec<_> = definition
        .fields
        .iter()
        .filter_map(|field| {
            let Presence::Constant(value) = &field.presence else { return None };
            let (function, ty) = (constant_name(field), &field.value);
            let value = match super::rust_type::last_name(ty).as_str() {
                "String" => quote!(#value.to_owned()),
                _ => {
                    let variant = quote::format_ident!("{}", pascal(value));
                    quote!(#ty::#variant)
                }
            };
            Some(quote!(fn #function() -> #ty { #value }))
        })
        .collect();
    if functions.is_empty() {
        return Vec::new();
    }
    let ident = quote::format_ident!("{name}");
    vec![syn::parse_quote!(impl #ident { #(#functions)* })]
}
