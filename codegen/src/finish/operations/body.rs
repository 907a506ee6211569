//! Bodies as arguments, and the steps that put them into the request.

use quote::{format_ident, quote};
use serde_json::{Value, json};

use super::call::{Argument, Call};
use crate::finish::Method;
use crate::finish::rust_type::Kind;
use crate::keys::{BODY, MEDIA_TYPES, SWITCH};
use crate::walk::{items, members, text};
use crate::words::code;

/// What an operation sends.
#[derive(Default)]
pub(super) struct Body {
    pub(super) kind: BodyKind,
    pub(super) is_optional: bool,
    /// The media types that can be sent, the one that is chosen first.
    pub(super) media_types: Vec<String>,
    /// The arguments for bytes that the caller makes, in place of the typed body.
    pub(super) bytes: Vec<Argument>,
}

#[derive(Default)]
pub(super) enum BodyKind {
    #[default]
    None,
    Json(syn::Type),
    Form(syn::Type),
    Bytes,
}

const URL_ENCODED: &str = "application/x-www-form-urlencoded";

impl Body {
    /// The builder's steps, with the member that asks for events where that is wanted.
    pub(super) fn steps(&self, switch: bool) -> Option<proc_macro2::TokenStream> {
        let media_type = self.media_types.first();
        let own = media_type.map(|media_type| quote!(.content_type(#media_type)));
        let steps = match (&self.kind, switch, self.is_optional) {
            (BodyKind::None, ..) => return None,
            (BodyKind::Json(_), true, false) => quote!(.json_with(request, &[("stream", Value::Bool(true))]) #own),
            (BodyKind::Json(_), _, true) => quote!(.opt_json(request) #own),
            (BodyKind::Json(_), false, false) => quote!(.json(request) #own),
            (BodyKind::Form(_), ..) if self.is_url_encoded() => quote!(.urlencoded(&form.into_form())),
            (BodyKind::Form(_), true, _) => quote!(.form(form.into_form().text("stream", &true))),
            (BodyKind::Form(_), false, _) => quote!(.form(form.into_form())),
            // The caller chooses where there are several.
            (BodyKind::Bytes, ..) if self.media_types.len() > 1 => quote!(.raw(body, content_type.as_ref())),
            (BodyKind::Bytes, ..) => quote!(.raw(body, #media_type)),
        };
        Some(steps)
    }

    fn is_url_encoded(&self) -> bool {
        self.media_types
            .first()
            .is_some_and(|name| name.to_ascii_lowercase().starts_with(URL_ENCODED))
    }
}

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
        match (kind, &method.body) {
            (Some("json"), Some(ty)) => {
                // What asks for events is a member of the body: there always is one.
                self.body.is_optional =
                    body.get("required") != Some(&json!(true)) && self.operation.value.get(SWITCH).is_none();
                let plain = match Kind::of(ty) {
                    Kind::List(item) => quote!(&[#item]),
                    Kind::Text => quote!(&str),
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
                self.arguments.push(argument("form", quote!(#ty), "the form"));
                self.body.kind = BodyKind::Form(ty.clone());
                self.body.bytes = if several { bytes } else { Vec::new() };
            }
            _ => {
                if self.body.media_types.is_empty() {
                    let name = members(body.get("content")).next().map(|(name, _)| name.clone());
                    self.body.media_types.extend(name);
                }
                self.arguments.extend(bytes);
                self.body.kind = BodyKind::Bytes;
            }
        }
    }
}
