//! Multipart forms: a struct of typed fields and files, and the form that is sent.

use quote::quote;

use super::fields::{Field, Presence};
use super::rust_type::{Kind, last_name};
use super::{Definition, Made, Tree};
use crate::keys::FORM;
use crate::words::{description_or, doc};
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
            let mut items = items(name, definition, &values);
            items.append(&mut super::structs::constants(name, definition));
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
    let texts = others.into_iter().map(|field| text(field, enums));
    let files: Vec<_> = files.into_iter().map(file).collect();
    let body: syn::Block = if files.is_empty() {
        syn::parse_quote!({ Form::new() #(#texts)* .extra(self.extra) })
    } else {
        syn::parse_quote!({
            let mut form = Form::new() #(#texts)* .extra(self.extra);
            #(#files)*
            form
        })
    };
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
                pub(crate) fn into_form(self) -> Form #body
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

/// The step that adds a file, several, or one that can be absent.
fn file(field: &Field) -> proc_macro2::TokenStream {
    let (ident, wire) = (&field.ident, &field.wire);
    match (Kind::of(&field.value), &field.presence) {
        (Kind::List(_), Presence::Optional) => quote! {
            for file in self.#ident.into_iter().flatten() {
                form = form.file(#wire, file);
            }
        },
        (Kind::List(_), _) => quote! {
            for file in self.#ident {
                form = form.file(#wire, file);
            }
        },
        (_, Presence::Optional) => quote! {
            if let Some(file) = self.#ident {
                form = form.file(#wire, file);
            }
        },
        _ => quote!(form = form.file(#wire, self.#ident);),
    }
}

/// The step that adds anything else.
fn text(field: &Field, enums: &[String]) -> proc_macro2::TokenStream {
    let (ident, wire) = (&field.ident, &field.wire);
    let optional = field.presence == Presence::Optional;
    let item = match Kind::of(&field.value) {
        Kind::List(item) => item,
        _ => field.value.clone(),
    };
    let name = last_name(&item);
    let is_text = matches!(Kind::of(&item), Kind::Plain | Kind::Text)
        || ["Timestamp", "Secret", "Value"].contains(&name.as_str())
        || enums.contains(&name);
    match (is_text, optional) {
        (true, true) => quote!(.opt_text(#wire, self.#ident.as_ref())),
        (true, false) => quote!(.text(#wire, &self.#ident)),
        // What has a structure of its own goes as JSON.
        (false, true) => quote!(.json(#wire, self.#ident.as_ref())),
        (false, false) if field.presence == Presence::NotEmpty => {
            quote!(.json(#wire, Some(&self.#ident).filter(|value| !value.is_empty())))
        }
        (false, false) => quote!(.json(#wire, Some(&self.#ident))),
    }
}
