//! Unions: told apart by a tag, or by their shape. What nobody knew is kept whole.

use quote::{format_ident, quote};
use serde_json::Value;

use super::rust_type::{Kind, last_name, shorten};
use super::{Made, Tree};
use crate::keys::VARIANT;
use crate::naming::{pascal, unique};
use crate::walk::{SCHEMAS, items, join, members, reference, text};
use crate::words::{code, description_or, doc};
use crate::{Diagnostic, Document, Error};

/// Makes the unions.
///
/// # Errors
/// When progenitor made another number of variants than the document has.
pub(super) fn unions(tree: &mut Tree, document: &Document) -> Result<(), Error> {
    let required = required_fields(tree);
    let enums: Vec<String> = tree
        .types
        .iter()
        .filter(|(_, definition)| matches!(definition.made, Made::Enum))
        .map(|(name, _)| name.clone())
        .collect();
    let mut wrong = Vec::new();
    for (name, definition) in &mut tree.types {
        let Made::Union(types) = &definition.made else {
            continue;
        };
        let schema = &definition.schema;
        definition.items = if schema.get("discriminator").is_some() {
            tagged(name, schema)
        } else {
            let variants: Vec<&Value> = items(schema.get("oneOf").or_else(|| schema.get("anyOf"))).collect();
            if variants.len() != types.len() {
                wrong.push(Diagnostic::error(
                    &document.name,
                    join(SCHEMAS, name),
                    "unions",
                    format!(
                        "{} variants in the document, {} from progenitor",
                        variants.len(),
                        types.len()
                    ),
                ));
                continue;
            }
            let types: Vec<syn::Type> = types.iter().map(shorten).collect();
            untagged(name, schema, &variants, &types, &required, &enums)
        };
    }
    Error::unless_empty(wrong)
}

/// The required fields of each struct, by which objects are told apart.
fn required_fields(tree: &Tree) -> std::collections::HashMap<String, Vec<String>> {
    tree.types
        .iter()
        .filter(|(_, definition)| matches!(definition.made, Made::Struct(_)))
        .map(|(name, definition)| {
            let fields = items(definition.schema.get("required")).filter_map(Value::as_str);
            (name.clone(), fields.map(str::to_owned).collect())
        })
        .collect()
}

fn tagged(name: &str, schema: &Value) -> Vec<syn::Item> {
    let ident = format_ident!("{name}");
    let tag = schema
        .pointer("/discriminator/propertyName")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let docs = doc(&description_or(schema, &crate::words::spelled_out(name)));
    let mut variants: Vec<(syn::Ident, syn::Ident, String)> = Vec::new();
    for (value, target) in members(schema.pointer("/discriminator/mapping")) {
        let variant = unique(pascal(value), |name| {
            name == "Unknown" || variants.iter().any(|(other, ..)| other == name)
        });
        let target = target
            .as_str()
            .unwrap_or_default()
            .rsplit('/')
            .next()
            .unwrap_or_default();
        variants.push((format_ident!("{variant}"), format_ident!("{target}"), value.clone()));
    }
    let declared = variants.iter().map(|(variant, inner, value)| {
        let docs = doc(&format!("{} is {}.", code(tag), code(value)));
        quote!(#(#docs)* #variant(#inner))
    });
    let mapped = variants
        .iter()
        .map(|(variant, inner, value)| quote!(#variant(#inner) = #value));
    let told_apart = doc(&format!("Told apart by {}.", code(tag)));
    vec![
        syn::parse_quote! {
            #(#docs)*
            ///
            #(#told_apart)*
            #[derive(Clone, Debug, PartialEq)]
            #[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
            #[non_exhaustive]
            pub enum #ident {
                #(#declared,)*
                /// A kind that this version of the crate does not know, whole.
                Unknown(Extra),
            }
        },
        syn::parse_quote! {
            azure_openai_core::tagged_union!(#ident, #tag { #(#mapped,)* });
        },
    ]
}

fn untagged(
    name: &str,
    schema: &Value,
    variants: &[&Value],
    types: &[syn::Type],
    required: &std::collections::HashMap<String, Vec<String>>,
    enums: &[String],
) -> Vec<syn::Item> {
    let ident = format_ident!("{name}");
    let docs = doc(&description_or(schema, &crate::words::spelled_out(name)));
    let mut names: Vec<syn::Ident> = Vec::new();
    for (variant, ty) in variants.iter().zip(types) {
        let wanted = match (text(variant, VARIANT), reference(variant)) {
            ("", Some(target)) => target
                .strip_prefix(name)
                .filter(|rest| !rest.is_empty())
                .unwrap_or(target)
                .to_owned(),
            ("", None) => kind_name(ty),
            (given, _) => pascal(given),
        };
        let unique = unique(pascal(&wanted), |name| {
            name == "Unknown" || names.iter().any(|other| other == name)
        });
        names.push(format_ident!("{unique}"));
    }
    let declared = names.iter().zip(variants).zip(types).map(|((variant, schema), ty)| {
        let docs = doc(&description_or(
            schema,
            &crate::words::spelled_out(&variant.to_string()),
        ));
        quote!(#(#docs)* #variant(#ty))
    });
    let structs = types.iter().filter(|ty| required.contains_key(&last_name(ty))).count();
    // One object among the variants is told by being an object; several are told by their required fields.
    let by_fields = structs > 1;
    let derive = if by_fields {
        quote!(#[derive(Clone, Debug, PartialEq, Serialize)])
    } else {
        quote!(#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)])
    };
    let large = (structs > 0)
        .then(|| quote!(#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]));
    let mut result: Vec<syn::Item> = vec![syn::parse_quote! {
        #(#docs)*
        #derive
        #large
        #[serde(untagged)]
        #[non_exhaustive]
        pub enum #ident {
            #(#declared,)*
            /// A shape that this version of the crate does not know, whole.
            Unknown(Value),
        }
    }];
    if by_fields {
        result.push(decode_by_fields(&ident, &names, types, required));
    }
    result.extend(
        names
            .iter()
            .zip(types)
            .flat_map(|(variant, ty)| from(&ident, variant, ty, types, enums)),
    );
    result
}

fn kind_name(ty: &syn::Type) -> String {
    match Kind::of(ty) {
        Kind::List(item) => format!("{}List", kind_name(&item)),
        Kind::Map(_) => "Object".to_owned(),
        Kind::Boxed(inner) => kind_name(&inner),
        _ => match last_name(ty).as_str() {
            "i32" | "i64" | "u32" | "u64" => "Integer".to_owned(),
            "f64" => "Number".to_owned(),
            "bool" => "Boolean".to_owned(),
            "Value" => "Any".to_owned(),
            other => other.to_owned(),
        },
    }
}

fn decode_by_fields(
    ident: &syn::Ident,
    names: &[syn::Ident],
    types: &[syn::Type],
    required: &std::collections::HashMap<String, Vec<String>>,
) -> syn::Item {
    // What requires more is tried first: the others would take its fields for unknown ones.
    let demands = |ty: &syn::Type| required.get(&last_name(ty)).map_or(0, Vec::len);
    let mut variants: Vec<(&syn::Ident, &syn::Type)> = names.iter().zip(types).collect();
    variants.sort_by_key(|(_, ty)| std::cmp::Reverse(demands(ty)));
    let attempts = variants.into_iter().map(|(variant, ty)| {
        let has_fields = required
            .get(&last_name(ty))
            .filter(|fields| !fields.is_empty())
            .map(|fields| quote!([#(#fields),*].iter().all(|field| value.get(field).is_some()) &&));
        quote! {
            if #has_fields let Ok(known) = <#ty>::deserialize(&value) {
                return Ok(Self::#variant(known));
            }
        }
    });
    syn::parse_quote! {
        impl<'de> Deserialize<'de> for #ident {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = Value::deserialize(deserializer)?;
                #(#attempts)*
                Ok(Self::Unknown(value))
            }
        }
    }
}

/// A conversion for each variant whose type no other variant has.
fn from(
    ident: &syn::Ident,
    variant: &syn::Ident,
    ty: &syn::Type,
    all: &[syn::Type],
    enums: &[String],
) -> Vec<syn::Item> {
    let is_text = |ty: &syn::Type| Kind::of(ty) == Kind::Text;
    if all.iter().filter(|other| *other == ty).count() > 1 || last_name(ty) == "Value" {
        return Vec::new();
    }
    let simple = |from: proc_macro2::TokenStream, value: proc_macro2::TokenStream| -> syn::Item {
        syn::parse_quote! {
            impl From<#from> for #ident {
                fn from(value: #from) -> Self {
                    Self::#variant(#value)
                }
            }
        }
    };
    let mut items = vec![simple(quote!(#ty), quote!(value))];
    match Kind::of(ty) {
        Kind::Text => items.push(simple(quote!(&str), quote!(value.to_owned()))),
        Kind::List(item) => {
            let array: syn::Item = if is_text(&item) {
                items.push(simple(
                    quote!(Vec<&str>),
                    quote!(value.into_iter().map(str::to_owned).collect()),
                ));
                syn::parse_quote! {
                    impl<const N: usize> From<[&str; N]> for #ident {
                        fn from(value: [&str; N]) -> Self {
                            Self::#variant(value.into_iter().map(str::to_owned).collect())
                        }
                    }
                }
            } else {
                syn::parse_quote! {
                    impl<const N: usize> From<[#item; N]> for #ident {
                        fn from(value: [#item; N]) -> Self {
                            Self::#variant(value.into())
                        }
                    }
                }
            };
            items.push(array);
        }
        // The word of an enumeration, where no variant takes any text.
        Kind::Other if enums.contains(&last_name(ty)) && !all.iter().any(is_text) => {
            items.push(simple(quote!(&str), quote!(value.into())));
        }
        _ => {}
    }
    items
}
