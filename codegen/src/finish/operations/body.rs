//! Bodies as arguments.

use quote::{format_ident, quote};
use serde_json::{Value, json};

use super::call::{Argument, BodyKind, Call};
use crate::finish::Method;
use crate::keys::{BODY, MEDIA_TYPES, SWITCH};
use crate::model::Type;
use crate::walk::{fields, items, text};
use crate::words::code;

impl Call<'_> {
    pub(super) fn body(&mut self, method: &Method, about: &str) {
        let Some(body) = self.operation.value.get("requestBody") else {
            return;
        };
        let words = Some(text(body, "description"))
            .filter(|words| !words.is_empty())
            .unwrap_or(about);
        let argument = |name: &str, ty: proc_macro2::TokenStream, otherwise: &str| Argument {
            ident: format_ident!("{name}"),
            ty,
            docs: if words.is_empty() {
                otherwise.to_owned()
            } else {
                words.to_owned()
            },
            is_body: true,
        };
        self.body.media_types = items(body.get(MEDIA_TYPES))
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
        let several = self.body.media_types.len() > 1;
        let kind = self.operation.value.get(BODY).and_then(Value::as_str);
        let mut bytes = vec![argument("body", quote!(impl Into<Bytes>), "the body")];
        if several {
            let list: Vec<String> = self.body.media_types.iter().map(|name| code(name)).collect();
            bytes.push(Argument {
                ident: format_ident!("content_type"),
                ty: quote!(impl AsRef<str>),
                docs: format!("the body's media type: {}", list.join(", ")),
                is_body: true,
            });
        }
        // What asks for events is a field of the body: there always is one.
        self.body.is_optional =
            body.get("required") != Some(&json!(true)) && self.operation.value.get(SWITCH).is_none();
        match (kind, &method.body) {
            (Some("json"), Some(ty)) => {
                let plain = match ty {
                    Type::List(item) => quote!(&[#item]),
                    Type::Text => quote!(&str),
                    _ => quote!(&#ty),
                };
                let ty_of = if self.body.is_optional {
                    quote!(Option<#plain>)
                } else {
                    plain
                };
                self.arguments.push(argument("request", ty_of, "the body"));
                self.body.kind = BodyKind::Json(ty.clone());
                self.body.bytes = if several { bytes } else { Vec::new() };
            }
            (Some("form"), Some(ty)) => {
                let ty_of = match self.body.is_optional {
                    true => quote!(impl Into<Option<#ty>>),
                    false => quote!(#ty),
                };
                self.arguments.push(argument("form", ty_of, "the form"));
                self.body.kind = BodyKind::Form(ty.clone());
                self.body.bytes = if several { bytes } else { Vec::new() };
            }
            _ => {
                if self.body.media_types.is_empty() {
                    let name = fields(body.get("content")).next().map(|(name, _)| name.clone());
                    self.body.media_types.extend(name);
                }
                if self.body.is_optional {
                    bytes[0].ty = quote!(impl Into<Option<Bytes>>);
                }
                self.arguments.extend(bytes);
                self.body.kind = BodyKind::Bytes;
            }
        }
    }
}
