//! `new` with what is required, a chainable setter for everything else, `Default` where nothing is required.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::rust_type::{constant, taken};
use crate::model::{Field, Presence, Struct};

/// More arguments than clippy likes; a constructor that asks for all that is required may have them.
pub(super) const MANY: usize = 7;

/// The constructor and the setters of a struct.
pub(super) fn constructors(name: &str, made: &Struct) -> Vec<syn::Item> {
    let ident = format_ident!("{name}");
    let fields = &made.fields;
    // What has a default is made of nothing; its fields all have setters.
    let is_asked = |field: &Field| field.is_asked() && !made.has_default;
    let asked: Vec<&Field> = fields.iter().filter(|field| is_asked(field)).collect();
    let arguments = asked.iter().map(|field| {
        let ident = format_ident!("{}", field.ident);
        let (ty, _) = taken(&field.value, &ident);
        quote!(#ident: #ty)
    });
    let values = fields.iter().map(|field| {
        let ident = format_ident!("{}", field.ident);
        match &field.presence {
            Presence::Constant(value) => {
                let (value, is_typed) = constant(&field.value, value);
                let into = (!is_typed).then(|| quote!(.into()));
                quote!(#ident: #value #into)
            }
            Presence::Required | Presence::Asked if is_asked(field) => {
                let (_, value) = taken(&field.value, &ident);
                match field.is_option() {
                    true => quote!(#ident: Some(#value)),
                    false if ident == value.to_string() => quote!(#ident),
                    false => quote!(#ident: #value),
                }
            }
            Presence::Asked | Presence::Nullable | Presence::Optional => quote!(#ident: None),
            Presence::Required | Presence::Collection => quote!(#ident: Default::default()),
        }
    });
    let summary = if asked.is_empty() {
        " Creates a value with no field set."
    } else {
        " Creates a value with the required fields."
    };
    let many = (asked.len() > MANY)
        .then(|| quote!(#[expect(clippy::too_many_arguments, reason = "the document requires all of them")]));
    let setters = fields
        .iter()
        .filter(|field| !is_asked(field))
        .filter_map(|field| field_setter(field, made.is_form));
    let mut items: Vec<syn::Item> = vec![syn::parse_quote! {
        impl #ident {
            #[doc = #summary]
            #[must_use]
            #many
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#values,)* extra: Extra::default() }
            }
            #(#setters)*
            /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
            #[must_use]
            pub fn with_extra(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
                self.extra.insert(name.into(), value.into());
                self
            }
        }
    }];
    if asked.is_empty() {
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

fn field_setter(field: &Field, is_form: bool) -> Option<TokenStream> {
    let ident = format_ident!("{}", field.ident);
    let (ty, value) = taken(&field.value, &ident);
    let wire = &field.wire;
    let value = match &field.presence {
        Presence::Constant(_) => return None,
        Presence::Asked | Presence::Nullable | Presence::Optional => quote!(Some(#value)),
        Presence::Collection if !is_form => quote!(self.extra.set(#wire, #value)),
        Presence::Required | Presence::Collection => value,
    };
    Some(setter(&ident, &ty, &value))
}

/// A setter that can be chained: `value` is what becomes of the argument.
pub(super) fn setter(ident: &syn::Ident, ty: &TokenStream, value: &TokenStream) -> TokenStream {
    let name = format_ident!("with_{}", ident.to_string().trim_end_matches('_'));
    let summary = format!(" Sets [`Self::{ident}`].");
    quote! {
        #[doc = #summary]
        #[must_use]
        pub fn #name(mut self, #ident: #ty) -> Self {
            self.#ident = #value;
            self
        }
    }
}
