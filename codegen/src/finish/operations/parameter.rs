//! Parameters as arguments or options, and the steps that put them into the request.

use quote::{format_ident, quote};
use serde_json::{Value, json};

use super::call::{Argument, Call};
use crate::finish::options::Optional;
use crate::finish::rust_type::is_plain;
use crate::keys::{CONSTANT, STYLE};
use crate::model::Type;
use crate::naming::{snake, unique};
use crate::walk::text;
use crate::words::{paragraphs, spelled_out, usage};

impl Call<'_> {
    pub(super) fn parameter(&mut self, parameter: &Value, ty: &Type) {
        let wire = text(parameter, "name");
        if let Some(constant) = parameter.get(CONSTANT).and_then(Value::as_str) {
            self.steps.push(step(parameter, true, &quote!(#constant)));
            return;
        }
        let name = match text(parameter, "x-ms-client-name") {
            "" => wire,
            name => name,
        };
        let taken = |ident: &str| {
            ["self", "options", "request", "form", "body", "call", "content_type"].contains(&ident)
                || self.arguments.iter().any(|other| other.ident == ident)
                || self.options.iter().any(|other| other.ident == ident)
        };
        let ident = format_ident!("{}", unique(snake(name), taken));
        let words = paragraphs([text(parameter, "description"), {
            text(parameter.get("schema").unwrap_or(&Value::Null), "description")
        }]);
        let words = if words.is_empty() { spelled_out(name) } else { words };
        let docs = paragraphs([words.as_str(), &usage(parameter)]);
        if text(parameter, "in") != "path" && parameter.get("required") != Some(&json!(true)) {
            // Where each item is a pair of its own, an empty list is none.
            let is_pairs =
                text(parameter, "in") == "query" && ["", "FormObject", "DeepObject"].contains(&text(parameter, STYLE));
            let is_option = !(is_pairs && ty.is_collection());
            let value = if is_option {
                quote!(options.#ident.as_ref())
            } else {
                quote!((!options.#ident.is_empty()).then_some(&options.#ident))
            };
            self.steps.push(step(parameter, false, &value));
            self.options.push(Optional {
                ident,
                ty: ty.clone(),
                is_option,
                wire: wire.to_owned(),
                docs,
            });
            return;
        }
        let (argument, value) = match ty {
            Type::Text => (quote!(impl AsRef<str>), quote!(#ident.as_ref())),
            _ if is_plain(ty) => (quote!(#ty), quote!(&#ident)),
            Type::List(item) => (quote!(&[#item]), quote!(#ident)),
            _ => (quote!(&#ty), quote!(#ident)),
        };
        self.steps.push(step(parameter, true, &value));
        self.arguments.push(Argument {
            ident,
            ty: argument,
            docs,
            is_body: false,
        });
    }
}

/// The builder's step for a parameter: of a value that is there, or of an `Option`.
fn step(parameter: &Value, is_there: bool, value: &proc_macro2::TokenStream) -> proc_macro2::TokenStream {
    let name = text(parameter, "name");
    let optional = if is_there { quote!(Some(#value)) } else { quote!(#value) };
    let style = text(parameter, STYLE);
    let variant = || {
        let style = format_ident!("{}", style.trim_start_matches("Object"));
        quote!(ParameterStyle::#style)
    };
    let how = || if style.starts_with("Object") { "object" } else { "as" };
    match (text(parameter, "in"), style) {
        // A constant may be empty.
        ("path", "") if parameter.get(CONSTANT).is_some() => quote!(.path_as(#name, #value, ParameterStyle::Commas)),
        ("path", "") => quote!(.path(#name, #value)),
        ("path", _) => {
            let (method, style) = (format_ident!("path_{}", how()), variant());
            quote!(.#method(#name, #value, #style))
        }
        ("header", "") => quote!(.header(#name, #optional)),
        ("header", _) => {
            let style = variant();
            quote!(.header_object(#name, #optional, #style))
        }
        ("cookie", _) => quote!(.cookie(#name, #optional)),
        (_, "") => quote!(.query(#name, #optional)),
        (_, "DeepObject") => quote!(.query_object(#name, #optional, true)),
        (_, "FormObject") => quote!(.query_object(#name, #optional, false)),
        _ => {
            let method = if how() == "object" {
                "query_object_as"
            } else {
                "query_as"
            };
            let (method, style) = (format_ident!("{method}"), variant());
            quote!(.#method(#name, #optional, #style))
        }
    }
}
