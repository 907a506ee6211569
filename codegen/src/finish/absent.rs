//! What stands for a required value that an answer lacks. Types that are sent as well as received require what a
//! request must have; an answer without it decodes all the same, and is sent back without it.

use std::collections::HashSet;

use quote::quote;

use super::fields::{Field, Presence};
use super::rust_type::{Kind, last_name};
use super::structs::constant_name;
use super::{Definition, Made, Tree};
use crate::{Document, Error};

/// Types of the core crate that have a value for "none".
const OF_CORE: [&str; 1] = ["Secret"];

/// Marks the required fields whose type has a value for "none".
///
/// # Errors
/// None.
pub(super) fn mark(tree: &mut Tree, _: &Document) -> Result<(), Error> {
    let mut known: HashSet<String> = tree
        .types
        .iter()
        .filter(|(_, definition)| matches!(definition.made, Made::Enum | Made::Union(_)))
        .map(|(name, _)| name.clone())
        .chain(OF_CORE.map(str::to_owned))
        .collect();
    // A struct that holds others has such a value once they have: round by round, as deep as they are nested.
    loop {
        let more: Vec<String> = tree
            .types
            .iter()
            .filter(|(name, definition)| !known.contains(*name) && can_be_absent(definition, &known))
            .map(|(name, _)| name.clone())
            .collect();
        if more.is_empty() {
            break;
        }
        known.extend(more);
    }
    for definition in tree.types.values_mut() {
        for field in &mut definition.fields {
            if field.presence == Presence::Required && known.contains(&last_name(&field.value)) {
                field.presence = Presence::Absent;
            }
        }
    }
    Ok(())
}

fn can_be_absent(definition: &Definition, known: &HashSet<String>) -> bool {
    matches!(definition.made, Made::Struct(_))
        && !definition.has_default
        && definition.fields.iter().all(|field| match field.presence {
            Presence::Required => match Kind::of(&field.value) {
                Kind::Plain => true,
                Kind::Other => known.contains(&last_name(&field.value)),
                _ => false,
            },
            _ => true,
        })
}

/// Makes the values for "none" of the types that need one; those of enumerations and tagged unions are the macros'.
///
/// # Errors
/// None.
pub(super) fn implement(tree: &mut Tree, _: &Document) -> Result<(), Error> {
    let needed: HashSet<String> = tree
        .types
        .values()
        .flat_map(|definition| &definition.fields)
        .filter(|field| field.presence == Presence::Absent)
        .map(|field| last_name(&field.value))
        .collect();
    for (name, definition) in &mut tree.types {
        if !needed.contains(name) {
            continue;
        }
        let ident = quote::format_ident!("{name}");
        let value = match &definition.made {
            Made::Struct(_) => {
                let fields = definition.fields.iter().map(nothing);
                quote!(Self { #(#fields,)* extra: Extra::default() })
            }
            Made::Union(_) if definition.schema.get("discriminator").is_none() => {
                quote!(Self::Unknown(Value::Null))
            }
            _ => continue,
        };
        definition.items.push(syn::parse_quote! {
            impl azure_openai_core::decode::Absent for #ident {
                fn absent() -> Self {
                    #value
                }
            }
        });
    }
    Ok(())
}

fn nothing(field: &Field) -> proc_macro2::TokenStream {
    let ident = &field.ident;
    match field.presence {
        Presence::Constant(_) => {
            let function = constant_name(field);
            quote!(#ident: Self::#function())
        }
        Presence::Absent => quote!(#ident: azure_openai_core::decode::absent()),
        _ => quote!(#ident: Default::default()),
    }
}
