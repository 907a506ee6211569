//! Multipart forms: a struct of typed fields and files, and the form that is sent.

use quote::quote;

use super::fields::{Field, Presence};
use super::rust_type::{Kind, last_name};
use super::words::{description_or, doc};
use super::{Definition, Made, Tree};
use crate::passes::bodies::FORM;
use crate::{Document, Error};

/// Makes the structs of forms.
///
/// # Errors
/// None.
pub(super) fn forms(tree: &mut Tree, _: &Document) -> Result<(), Error> {
    let values: Vec<String> = tree
        .types
        .iter()
        .filter(|(_, definition)| matches!(definition.made, Made::Enum))
        .map(|(name, _)| name.clone())
        .collect();
    for (name, definition) in &mut tree.types {
        if definition.schema.get(FORM).is_some() {
            let items = items(name, definition, &values);
            definition.items.splice(0..0, items);
        }
    }
    Ok(())
}

fn items(name: &str, definition: &Definition, enums: &[String]) -> Vec<syn::Item> {
    let ident = quote::format_ident!("{name}");
    let docs = doc(&description_or(&definition.schema, &format!("The form `{name}`.")));
    let fields = definition.fields.iter().map(|field| {
        let (ident, ty, docs) = (&field.ident, field.ty(), doc(&field.docs));
        quote!(#(#docs)* pub #ident: #ty)
    });
    // Files come last: a server that reads the form as it comes then knows the rest already.
    let (files, others): (Vec<_>, Vec<_>) = definition.fields.iter().partition(|field| holds_file(field));
    let parts = others.into_iter().chain(files).map(|field| part(field, enums));
    vec![
        syn::parse_quote! {
            #(#docs)*
            #[derive(Debug)]
            #[non_exhaustive]
            pub struct #ident {
                #(#fields,)*
                /// Fields that this version of the crate does not know: sent as text.
                pub extra: Extra,
            }
        },
        syn::parse_quote! {
            impl #ident {
                pub(crate) fn into_form(self) -> Form {
                    Form::new() #(#parts)* .extra(self.extra)
                }
            }
        },
    ]
}

fn holds_file(field: &Field) -> bool {
    let item = match Kind::of(&field.value) {
        Kind::List(item) => item,
        _ => field.value.clone(),
    };
    last_name(&item) == "FilePart"
}

fn part(field: &Field, enums: &[String]) -> proc_macro2::TokenStream {
    let (ident, wire) = (&field.ident, &field.wire);
    let optional = field.presence == Presence::Optional;
    let is_text = |ty: &syn::Type| {
        let name = last_name(ty);
        matches!(Kind::of(ty), Kind::Plain | Kind::Text)
            || ["Timestamp", "DateTime", "Secret"].contains(&name.as_str())
            || enums.contains(&name)
    };
    match Kind::of(&field.value) {
        Kind::List(item) if last_name(&item) == "FilePart" => quote!(.files(#wire, self.#ident)),
        Kind::List(item) if is_text(&item) => quote!(.texts(#wire, &self.#ident)),
        _ if holds_file(field) && optional => quote!(.opt_file(#wire, self.#ident)),
        _ if holds_file(field) => quote!(.file(#wire, self.#ident)),
        _ if is_text(&field.value) && optional => quote!(.opt_text(#wire, self.#ident.as_ref())),
        _ if is_text(&field.value) => quote!(.text(#wire, &self.#ident)),
        // Anything with a structure of its own is sent as JSON.
        _ => quote!(.json(#wire, &self.#ident)),
    }
}
