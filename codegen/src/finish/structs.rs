//! Structs: their fields as people read them, and how serde reads and writes them.

use quote::quote;

use super::fields::{Field, Presence};
use super::rust_type::Kind;
use super::rust_type::complex;
use super::{Definition, Made, Tree};
use crate::keys::FORM;
use crate::words::{description_or, doc};
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
                let docs = doc(&description_or(&definition.schema, &crate::words::spelled_out(name)));
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
    let docs = doc(&description_or(&definition.schema, &crate::words::spelled_out(name)));
    let has_constants = definition
        .fields
        .iter()
        .any(|field| matches!(field.presence, Presence::Constant(_)));
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
        Presence::Empty => {
            let decode = lenient(&field.value);
            Some(quote!(#[serde(#rename default, deserialize_with = #decode)]))
        }
        Presence::Constant(_) => {
            let default = format!("{owner}::{}", constant_name(field));
            let decode = format!("{owner}::{}", decode_name(field));
            Some(quote!(#[serde(#rename default = #default, deserialize_with = #decode)]))
        }
        Presence::Absent => Some(quote! {
            #[serde(
                #rename
                default = "azure_openai_core::decode::absent",
                deserialize_with = "azure_openai_core::decode::or_absent",
                skip_serializing_if = "azure_openai_core::decode::is_absent"
            )]
        }),
        Presence::Optional if matches!(Kind::of(&field.value), Kind::Map(_)) => Some(quote! {
            #[serde(
                #rename
                default,
                deserialize_with = "azure_openai_core::decode::optional_map_without_nulls",
                skip_serializing_if = "Option::is_none"
            )]
        }),
        Presence::Optional => Some(quote!(#[serde(#rename default, skip_serializing_if = "Option::is_none")])),
        Presence::NotEmpty => {
            let decode = lenient(&field.value);
            let is_empty = format!("{}::is_empty", path_of(&field.value));
            Some(quote! {
                #[serde(
                    #rename
                    default,
                    deserialize_with = #decode,
                    skip_serializing_if = #is_empty
                )]
            })
        }
    };
    let complex = complex(&ty);
    quote! {
        #(#docs)*
        #complex
        #attributes
        pub #ident: #ty
    }
}

/// How `null` is read: as nothing, in a map also in the place of a value.
fn lenient(ty: &syn::Type) -> &'static str {
    match Kind::of(ty) {
        Kind::Map(_) => "azure_openai_core::decode::map_without_nulls",
        _ => "azure_openai_core::decode::or_default",
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

fn decode_name(field: &Field) -> syn::Ident {
    quote::format_ident!("decode_{}", field.ident.to_string().trim_end_matches('_'))
}

/// The functions that make and read the fields that are always the same.
pub(super) fn constants(name: &str, definition: &Definition) -> Vec<syn::Item> {
    let is_form = definition.schema.get(FORM).is_some();
    let functions: Vec<_> = definition
        .fields
        .iter()
        .filter_map(|field| {
            let Presence::Constant(value) = &field.presence else {
                return None;
            };
            let (function, ty) = (constant_name(field), &field.value);
            let value = match super::rust_type::last_name(ty).as_str() {
                "String" => quote!(#value.to_owned()),
                // Also where the enumeration of the document does not have the value.
                _ => quote!(#ty::from(#value)),
            };
            let decode = decode_name(field);
            // `null` is no value either.
            let decode = (!is_form).then(|| {
                quote! {
                    fn #decode<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<#ty, D::Error> {
                        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::#function))
                    }
                }
            });
            Some(quote! {
                fn #function() -> #ty { #value }
                #decode
            })
        })
        .collect();
    if functions.is_empty() {
        return Vec::new();
    }
    let ident = quote::format_ident!("{name}");
    vec![syn::parse_quote!(impl #ident { #(#functions)* })]
}
