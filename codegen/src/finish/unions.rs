//! Unions: distinguished by a tag, or by their shape. What nobody knew is kept whole.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::enums::open;
use crate::model::{Declared, EnumKind, Model, Shape, Tagged, Type, Variant};
use crate::words::{code, doc, paragraphs};

/// The items of a union that a property of its objects distinguishes.
pub(super) fn tagged(name: &str, declared: &Declared, made: &Tagged) -> Vec<syn::Item> {
    let ident = format_ident!("{name}");
    let tag = &made.tag;
    let told_apart = format!("Distinguished by {}.", code(tag));
    let docs = doc(&paragraphs([declared.docs.as_str(), &told_apart]));
    let variants = made.variants.iter().map(|variant| {
        let (ident, inner) = (format_ident!("{}", variant.variant), format_ident!("{}", variant.inner));
        let values: Vec<String> = variant.values.iter().map(|value| code(value)).collect();
        let docs = doc(&format!("{} is {}.", code(tag), values.join(" or ")));
        quote!(#(#docs)* #ident(#inner))
    });
    let mapped = made.variants.iter().map(|variant| {
        let (ident, inner) = (format_ident!("{}", variant.variant), format_ident!("{}", variant.inner));
        let values = &variant.values;
        quote!(#ident(#inner) = #(#values)|*)
    });
    vec![
        open(
            &ident,
            &docs,
            attributes(!made.variants.is_empty()),
            variants,
            quote!(
                #[doc = " A kind that this version of the crate does not know, whole."]
                Unknown(Extra)
            ),
        ),
        syn::parse_quote! {
            azure_openai_core::tagged_union!(#ident, #tag { #(#mapped,)* });
        },
    ]
}

fn attributes(is_large: bool) -> TokenStream {
    let large =
        is_large.then(|| quote!(#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]));
    quote!(#[derive(Clone, Debug, PartialEq)] #large)
}

/// The items of a union whose variants have different shapes.
pub(super) fn by_shape(model: &Model, name: &str, declared: &Declared, variants: &[Variant]) -> Vec<syn::Item> {
    let ident = format_ident!("{name}");
    let docs = doc(&declared.docs);
    let listed = variants.iter().map(|variant| {
        let (ident, ty, docs) = (format_ident!("{}", variant.variant), &variant.value, doc(&variant.docs));
        quote!(#(#docs)* #ident(#ty))
    });
    let shapes = variants.iter().map(|variant| {
        let (ident, ty) = (format_ident!("{}", variant.variant), &variant.value);
        quote!(#ident(#ty))
    });
    let holds_struct = variants.iter().any(|variant| {
        let declared = variant.value.held().and_then(|name| model.types.get(name));
        matches!(declared.map(|declared| &declared.shape), Some(Shape::Struct(_)))
    });
    let mut items: Vec<syn::Item> = vec![
        open(
            &ident,
            &docs,
            attributes(holds_struct),
            listed,
            quote!(
                #[doc = " A shape that this version of the crate does not know, whole."]
                Unknown(Value)
            ),
        ),
        if variants.iter().all(|variant| variant.statuses.is_empty()) {
            syn::parse_quote! {
                azure_openai_core::shape_union!(#ident { #(#shapes,)* });
            }
        } else {
            let mut chosen: Vec<_> = shapes.zip(variants).collect();
            chosen.sort_by_key(|(_, variant)| variant.statuses.iter().any(|status| is_range(status)));
            let chosen = chosen.into_iter().map(|(shape, variant)| {
                let statuses = statuses(&variant.statuses);
                quote!(#shape = [#statuses])
            });
            syn::parse_quote! {
                azure_openai_core::status_union!(#ident { #(#chosen,)* });
            }
        },
    ];
    items.extend(
        variants
            .iter()
            .flat_map(|variant| from(model, &ident, variant, variants)),
    );
    items
}

/// Statuses as a pattern: what is exact goes before `2XX`.
fn statuses(all: &[String]) -> TokenStream {
    let exact = all.iter().filter(|status| !is_range(status)).map(String::as_str);
    let range = all.iter().any(|status| is_range(status)).then_some("200..=299");
    let patterns: Vec<&str> = exact.chain(range).collect();
    patterns.join(" | ").parse().unwrap_or_default()
}

fn is_range(status: &str) -> bool {
    status.parse::<u16>().is_err()
}

/// Conversions into the union from what a variant holds.
fn from(model: &Model, ident: &syn::Ident, variant: &Variant, all: &[Variant]) -> Vec<syn::Item> {
    let name = format_ident!("{}", variant.variant);
    let ty = &variant.value;
    let simple = |from: TokenStream, value: TokenStream| -> syn::Item {
        syn::parse_quote! {
            impl From<#from> for #ident {
                fn from(value: #from) -> Self {
                    Self::#name(#value)
                }
            }
        }
    };
    let mut items = match &variant.value {
        Type::Any | Type::Nullable(_) => return Vec::new(),
        Type::Boxed(inner) => {
            vec![simple(quote!(#inner), quote!(Box::new(value)))]
        }
        _ => vec![simple(quote!(#ty), quote!(value))],
    };
    match &variant.value {
        Type::Text => items.push(simple(quote!(&str), quote!(value.to_owned()))),
        Type::List(item) if **item == Type::Text => {
            items.push(simple(
                quote!(Vec<&str>),
                quote!(value.into_iter().map(str::to_owned).collect()),
            ));
            items.push(syn::parse_quote! {
                impl<const N: usize> From<[&str; N]> for #ident {
                    fn from(value: [&str; N]) -> Self {
                        Self::#name(value.into_iter().map(str::to_owned).collect())
                    }
                }
            });
        }
        Type::List(item) => {
            items.push(syn::parse_quote! {
                impl<const N: usize> From<[#item; N]> for #ident {
                    fn from(value: [#item; N]) -> Self {
                        Self::#name(value.into())
                    }
                }
            });
        }
        // The word of an enumeration, where no variant takes any text.
        Type::Named(name) if is_words(model, name) && takes_words(model, all) == 1 => {
            items.push(simple(quote!(&str), quote!(value.into())));
        }
        _ => {}
    }
    items
}

fn is_words(model: &Model, name: &str) -> bool {
    match model.types.get(name).map(|declared| &declared.shape) {
        Some(Shape::Enum(made)) => made.kind != EnumKind::Values,
        _ => false,
    }
}

/// How many variants take text.
fn takes_words(model: &Model, all: &[Variant]) -> usize {
    all.iter()
        .filter(|variant| match &variant.value {
            Type::Text => true,
            Type::Named(name) => is_words(model, name),
            _ => false,
        })
        .count()
}
