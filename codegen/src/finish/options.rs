//! The optional parameters of an operation, as a struct.

use quote::quote;

use super::constructors::setter;
use super::rust_type::taken;
use crate::model::Type;
use crate::words::{code, doc, paragraphs};

/// An optional parameter.
pub(super) struct Optional {
    /// The field's name.
    pub ident: syn::Ident,
    /// The type of the value.
    pub ty: Type,
    /// Whether it is an `Option`; otherwise a list or map that is not sent where it is empty.
    pub is_option: bool,
    /// The name on the wire.
    pub wire: String,
    /// What the document says of it.
    pub docs: String,
}

/// The struct and its setters; nothing where there are no optional parameters.
pub(super) fn options_struct(options: &[Optional], name: &syn::Ident, operation: &str) -> Vec<syn::Item> {
    if options.is_empty() {
        return Vec::new();
    }
    let fields = options.iter().map(|option| {
        let (ident, ty) = (&option.ident, &option.ty);
        let wire = (ident != option.wire.as_str()).then(|| format!("Serialized as {}.", code(&option.wire)));
        let docs = doc(&paragraphs([option.docs.as_str(), wire.as_deref().unwrap_or_default()]));
        let ty = if option.is_option {
            quote!(Option<#ty>)
        } else {
            quote!(#ty)
        };
        quote!(#(#docs)* pub #ident: #ty)
    });
    let setters = options.iter().map(|option| {
        let ident = &option.ident;
        let (ty, value) = taken(&option.ty, ident);
        let value = if option.is_option { quote!(Some(#value)) } else { value };
        setter(ident, &ty, &value)
    });
    let summary = format!(
        " Optional parameters of {}. Unset fields are not sent.",
        code(operation)
    );
    vec![
        syn::parse_quote! {
            #[doc = #summary]
            #[derive(Clone, Debug, Default, PartialEq)]
            #[non_exhaustive]
            pub struct #name {
                #(#fields,)*
            }
        },
        syn::parse_quote! {
            impl #name {
                /// Creates options with every field unset.
                #[must_use]
                pub fn new() -> Self {
                    Self::default()
                }
                #(#setters)*
            }
        },
    ]
}
