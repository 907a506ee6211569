//! Multipart forms: a struct of typed fields and files, and the form that is sent.

use quote::{format_ident, quote};

use super::constructors::constructors;
use super::structs::field;
use crate::model::{Declared, Field, Model, Presence, Shape, Struct, Type};
use crate::words::doc;

/// The items of a form.
pub(super) fn items(model: &Model, name: &str, declared: &Declared, made: &Struct) -> Vec<syn::Item> {
    let ident = format_ident!("{name}");
    let docs = doc(&declared.docs);
    let fields = made.fields.iter().map(field);
    // Files come last: a server that reads the form as it comes then knows the rest already.
    let (files, others): (Vec<_>, Vec<_>) = made.fields.iter().partition(|field| holds_file(field));
    let texts = others.into_iter().map(|field| text(model, field));
    let files: Vec<_> = files.into_iter().map(file).collect();
    let types = made.fields.iter().filter_map(|field| {
        let (wire, kind) = (&field.wire, field.part_type.as_ref()?);
        Some(quote!(.content_type(#wire, #kind)))
    });
    let body: syn::Block = if files.is_empty() {
        syn::parse_quote!({ Form::new() #(#texts)* .extra(self.extra) #(#types)* })
    } else {
        syn::parse_quote!({
            let mut form = Form::new() #(#texts)* .extra(self.extra);
            #(#files)*
            form #(#types)*
        })
    };
    let mut items: Vec<syn::Item> = vec![
        syn::parse_quote! {
            #(#docs)*
            #[derive(Debug)]
            #[non_exhaustive]
            pub struct #ident {
                #(#fields,)*
                /// Fields that this version of the crate does not know. Sent as text.
                pub extra: Extra,
            }
        },
        syn::parse_quote! {
            impl #ident {
                pub(crate) fn into_form(self) -> Form #body
            }
        },
    ];
    items.extend(constructors(name, made));
    items
}

/// The type of a field's value, or of each of several.
fn item(field: &Field) -> &Type {
    match &field.value {
        Type::List(item) => item,
        value => value,
    }
}

fn holds_file(field: &Field) -> bool {
    *item(field) == Type::Core("FilePart".to_owned())
}

/// The step that adds a file, several, or one that can be absent.
fn file(field: &Field) -> proc_macro2::TokenStream {
    let (ident, wire) = (format_ident!("{}", field.ident), &field.wire);
    match (&field.value, field.is_option()) {
        (Type::List(_), true) => quote! {
            for file in self.#ident.into_iter().flatten() {
                form = form.file(#wire, file);
            }
        },
        (Type::List(_), false) => quote! {
            for file in self.#ident {
                form = form.file(#wire, file);
            }
        },
        (_, true) => quote! {
            if let Some(file) = self.#ident {
                form = form.file(#wire, file);
            }
        },
        (_, false) => quote!(form = form.file(#wire, self.#ident);),
    }
}

/// The step that adds anything else.
fn text(model: &Model, field: &Field) -> proc_macro2::TokenStream {
    let (ident, wire) = (format_ident!("{}", field.ident), &field.wire);
    let value = match (field.is_option(), field.presence == Presence::Collection) {
        (true, _) => quote!(self.#ident.as_ref()),
        (false, true) => quote!(Some(&self.#ident).filter(|value| !value.is_empty())),
        (false, false) => quote!(Some(&self.#ident)),
    };
    match field.style.as_deref() {
        None => {}
        Some("DeepObject") => return quote!(.nested(#wire, #value, true)),
        Some("FormObject") => return quote!(.nested(#wire, #value, false)),
        Some("Json") => return quote!(.json_text(#wire, #value)),
        Some(style) => {
            let delimiter = match style {
                "Spaces" => " ",
                "Pipes" => "|",
                "Tabs" => "\t",
                _ => ",",
            };
            return quote!(.delimited(#wire, #value, #delimiter));
        }
    }
    match (is_text(model, item(field)), field.is_option()) {
        (true, true) => quote!(.opt_text(#wire, self.#ident.as_ref())),
        (true, false) => quote!(.text(#wire, &self.#ident)),
        // What has a structure of its own goes as JSON.
        (false, _) => quote!(.json(#wire, #value)),
    }
}

fn is_text(model: &Model, value: &Type) -> bool {
    match value {
        Type::Any | Type::Boolean | Type::Number(_) | Type::Text => true,
        Type::Core(name) => {
            value.is_exact_text() || ["Secret", "Base64Bytes", "Base64UrlBytes"].contains(&name.as_str())
        }
        Type::Named(name) => matches!(
            model.types.get(name).map(|declared| &declared.shape),
            Some(Shape::Enum(_))
        ),
        _ => false,
    }
}
