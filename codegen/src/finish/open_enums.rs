//! Enumerations of strings, open: a value that nobody knew is kept as it came.

use quote::quote;
use serde_json::Value;

use super::{Made, Tree};
use crate::keys::DESCRIPTIONS;
use crate::naming::{pascal, unique};
use crate::walk::{items, text};
use crate::words::{code, description_or, doc};
use crate::{Document, Error};

/// Makes the enumerations.
///
/// # Errors
/// None.
pub(super) fn open_enums(tree: &mut Tree, _: &Document) -> Result<(), Error> {
    for (name, definition) in &mut tree.types {
        if matches!(definition.made, Made::Enum) {
            definition.items = enumeration(name, &definition.schema);
        }
    }
    Ok(())
}

fn enumeration(name: &str, schema: &Value) -> Vec<syn::Item> {
    let ident = quote::format_ident!("{name}");
    let docs = doc(&description_or(schema, &crate::words::spelled_out(name)));
    let values: Vec<&str> = items(schema.get("enum")).filter_map(Value::as_str).collect();
    let mut variants: Vec<syn::Ident> = Vec::new();
    for value in &values {
        // `Err` is a name that `FromStr` gives to a type within the enumeration.
        let variant = unique(pascal(value), |name| {
            ["Unknown", "Err"].contains(&name) || variants.iter().any(|other| other == name)
        });
        variants.push(quote::format_ident!("{variant}"));
    }
    let declared = variants.iter().zip(&values).map(|(variant, value)| {
        let known = schema.get(DESCRIPTIONS).map(|all| text(all, value)).unwrap_or_default();
        let docs = doc(&crate::words::paragraphs([
            known,
            &format!("On the wire: {}.", code(value)),
        ]));
        quote!(#(#docs)* #variant)
    });
    vec![
        syn::parse_quote! {
            #(#docs)*
            ///
            /// Compared without regard to case.
            #[derive(Clone, Debug)]
            #[non_exhaustive]
            pub enum #ident {
                #(#declared,)*
                /// A value that this version of the crate does not know, as it came.
                Unknown(String),
            }
        },
        syn::parse_quote! {
            azure_openai_core::open_enum!(#ident { #(#variants = #values,)* });
        },
    ]
}
