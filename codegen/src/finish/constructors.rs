//! `new` with what is required, a chainable setter for everything else, `Default` where nothing is required.

use quote::quote;

use super::fields::{Field, Presence};
use super::rust_type::taken;
use super::structs::constant_name;
use super::{Definition, Made, Tree};
use crate::{Document, Error};

/// More arguments than clippy likes; a constructor that asks for all that is required may have them.
pub(super) const MANY: usize = 7;

/// Adds the constructors and setters.
///
/// # Errors
/// None.
pub(super) fn constructors(tree: &mut Tree, _: &Document) -> Result<(), Error> {
    for (name, definition) in &mut tree.types {
        if matches!(definition.made, Made::Struct(_)) {
            let items = self::items(name, definition);
            definition.items.extend(items);
        }
    }
    Ok(())
}

fn items(name: &str, definition: &Definition) -> Vec<syn::Item> {
    let ident = quote::format_ident!("{name}");
    let fields = &definition.fields;
    // What has a default is made of nothing; its fields all have setters.
    let asked: Vec<&Field> = if definition.has_default {
        Vec::new()
    } else {
        fields.iter().filter(|field| field.is_asked()).collect()
    };
    let is_asked = |field: &Field| asked.iter().any(|other| other.ident == field.ident);
    let has_constants = fields
        .iter()
        .any(|field| matches!(field.presence, Presence::Constant(_)));
    let is_form = definition.schema.get(crate::keys::FORM).is_some();
    let arguments = asked.iter().map(|field| {
        let (ident, (ty, _)) = (&field.ident, taken(&field.value, &field.ident));
        quote!(#ident: #ty)
    });
    let values = fields.iter().map(|field| {
        let ident = &field.ident;
        match &field.presence {
            Presence::Constant(_) => {
                let function = constant_name(field);
                quote!(#ident: Self::#function())
            }
            Presence::Optional => quote!(#ident: None),
            Presence::Required | Presence::Empty | Presence::Absent if is_asked(field) => {
                let (_, value) = taken(&field.value, ident);
                if *ident == value.to_string() {
                    quote!(#ident)
                } else {
                    quote!(#ident: #value)
                }
            }
            _ => quote!(#ident: Default::default()),
        }
    });
    let summary = if asked.is_empty() {
        " Nothing set.".to_owned()
    } else {
        " What is required, nothing else set.".to_owned()
    };
    let many = (asked.len() > MANY)
        .then(|| quote!(#[expect(clippy::too_many_arguments, reason = "the document requires all of them")]));
    let new = if definition.has_default && !has_constants {
        quote!(Self::default())
    } else {
        quote!(Self { #(#values,)* extra: Extra::default() })
    };
    let setters = fields.iter().filter(|field| !is_asked(field)).filter_map(setter);
    let mut items: Vec<syn::Item> = vec![syn::parse_quote! {
        impl #ident {
            #[doc = #summary]
            #[must_use]
            #many
            pub fn new(#(#arguments),*) -> Self {
                #new
            }
            #(#setters)*
            /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
            /// setter of its own.
            #[must_use]
            pub fn with_extra(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
                self.extra.insert(name.into(), value.into());
                self
            }
        }
    }];
    let derives = definition.has_default && !has_constants && !is_form;
    if asked.is_empty() && !derives {
        items.push(syn::parse_quote! {
            impl Default for #ident {
                fn default() -> Self {
                    Self::new()
                }
            }
        });
    }
    items
}

fn setter(field: &Field) -> Option<proc_macro2::TokenStream> {
    if matches!(field.presence, Presence::Constant(_)) {
        return None;
    }
    let ident = &field.ident;
    let name = quote::format_ident!("with_{}", ident.to_string().trim_end_matches('_'));
    let (ty, value) = taken(&field.value, ident);
    let value = match field.presence {
        Presence::Optional => quote!(Some(#value)),
        _ => value,
    };
    let summary = format!(" Sets [`Self::{ident}`].");
    Some(quote! {
        #[doc = #summary]
        #[must_use]
        pub fn #name(mut self, #ident: #ty) -> Self {
            self.#ident = #value;
            self
        }
    })
}
