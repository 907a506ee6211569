//! An operation as a method: arguments, and the steps that build the request.

use quote::{format_ident, quote};
use serde_json::{Value, json};

use super::{OperationRow, shown};
use crate::finish::Method;
use crate::finish::constructors::MANY;
use crate::finish::options::Optional;
use crate::finish::rust_type::{Kind, complex};
use crate::keys::{BODY, JOINED};
use crate::naming::{snake, unique};
use crate::walk::{Operation, items, text};
use crate::words::{doc, paragraphs, spelled_out, usage};

/// An argument of a method.
pub(super) struct Argument {
    pub(super) ident: syn::Ident,
    ty: proc_macro2::TokenStream,
    pub(super) docs: String,
}

/// An operation on its way to a method.
pub(super) struct Call<'a> {
    pub(super) operation: Operation<'a>,
    /// The method of the client that gives the group.
    module: String,
    constant: syn::Ident,
    pub(super) arguments: Vec<Argument>,
    /// The builder's calls for parameters, in the document's order.
    steps: Vec<proc_macro2::TokenStream>,
    pub(super) options: Vec<Optional>,
    pub(super) options_name: syn::Ident,
    body: Body,
}

enum Body {
    None,
    Json(syn::Type),
    Form(syn::Type),
    Raw(String),
}

impl<'a> Call<'a> {
    pub(super) fn new(
        module: &str,
        names: (syn::Ident, syn::Ident),
        operation: &Operation<'a>,
        method: &Method,
        about_body: &str,
    ) -> Self {
        let (constant, options_name) = names;
        let mut call = Self {
            operation: *operation,
            module: module.to_owned(),
            constant,
            arguments: Vec::new(),
            steps: Vec::new(),
            options: Vec::new(),
            options_name,
            body: Body::None,
        };
        let list = items(operation.value.get("parameters"));
        for (parameter, ty) in list.zip(&method.parameters) {
            call.parameter(parameter, ty);
        }
        call.body(method, about_body);
        if !call.options.is_empty() {
            let name = &call.options_name;
            call.arguments.push(Argument {
                ident: format_ident!("options"),
                ty: quote!(impl Into<Option<#name>>),
                docs: "what is optional; `None` for nothing".to_owned(),
            });
        }
        call
    }

    fn parameter(&mut self, parameter: &Value, ty: &syn::Type) {
        let name = text(parameter, "name");
        let place = text(parameter, "in");
        let taken = |ident: &str| {
            ["self", "options", "request", "form", "body", "call"].contains(&ident)
                || self.arguments.iter().any(|other| other.ident == ident)
                || self.options.iter().any(|other| other.ident == ident)
        };
        let ident = format_ident!("{}", unique(snake(name), taken));
        let words = paragraphs([text(parameter, "description"), {
            text(parameter.get("schema").unwrap_or(&Value::Null), "description")
        }]);
        let words = if words.is_empty() { spelled_out(name) } else { words };
        let words = paragraphs([words.as_str(), &usage(parameter)]);
        let is_list = Kind::of(ty).is_collection();
        // A list in one piece, `a,b`: in paths and headers always, in the query where the document says so.
        let joined = parameter.get(JOINED).is_some();
        if place != "path" && parameter.get("required") != Some(&json!(true)) {
            self.steps.push(match place {
                "header" if is_list => {
                    quote!(.header(#name, (!options.#ident.is_empty()).then_some(&options.#ident)))
                }
                "header" => quote!(.header(#name, options.#ident.as_ref())),
                _ if is_list && joined => {
                    let text = quote!(ToParameter::to_parameter(&options.#ident));
                    quote!(.query(#name, (!options.#ident.is_empty()).then(|| #text).as_ref()))
                }
                _ if is_list => quote!(.query(#name, Some(&options.#ident))),
                _ => quote!(.query(#name, options.#ident.as_ref())),
            });
            self.options.push(Optional {
                ident,
                ty: ty.clone(),
                wire: name.to_owned(),
                docs: words,
            });
            return;
        }
        let (argument, value) = match Kind::of(ty) {
            Kind::Text => (quote!(impl AsRef<str>), quote!(#ident.as_ref())),
            Kind::Plain => (quote!(#ty), quote!(&#ident)),
            Kind::List(item) => (quote!(&[#item]), quote!(#ident)),
            _ => (quote!(&#ty), quote!(#ident)),
        };
        self.steps.push(match place {
            "path" => quote!(.path(#name, #value)),
            "header" => quote!(.header(#name, Some(#value))),
            _ if joined => quote!(.query(#name, Some(&ToParameter::to_parameter(#value)))),
            _ => quote!(.query(#name, Some(#value))),
        });
        self.arguments.push(Argument {
            ident,
            ty: argument,
            docs: words,
        });
    }

    fn body(&mut self, method: &Method, about: &str) {
        let kind = self.operation.value.get(BODY).and_then(Value::as_str);
        let words = self
            .operation
            .value
            .get("requestBody")
            .map(|body| text(body, "description").to_owned())
            .filter(|words| !words.is_empty())
            .unwrap_or_else(|| about.to_owned());
        let mut push = |name: &str, ty: proc_macro2::TokenStream, otherwise: &str| {
            let docs = if words.is_empty() {
                otherwise.to_owned()
            } else {
                words.clone()
            };
            self.arguments.push(Argument {
                ident: format_ident!("{name}"),
                ty,
                docs,
            });
        };
        self.body = match (kind, &method.body) {
            (Some("json"), Some(ty)) => {
                match Kind::of(ty) {
                    Kind::List(item) => push("request", quote!(&[#item]), "the body"),
                    Kind::Text => push("request", quote!(&str), "the body"),
                    _ => push("request", quote!(&#ty), "the body"),
                }
                Body::Json(ty.clone())
            }
            (Some("form"), Some(ty)) => {
                push("form", quote!(#ty), "the form");
                Body::Form(ty.clone())
            }
            (Some(media_type), _) => {
                push("body", quote!(impl Into<Bytes>), "the body");
                Body::Raw(media_type.to_owned())
            }
            (None, _) => Body::None,
        };
    }

    pub(super) fn constant(&self) -> syn::ItemConst {
        let ident = &self.constant;
        let (id, path) = (self.operation.id(), self.operation.path);
        let method = format_ident!("{}", self.operation.method.to_uppercase());
        syn::parse_quote! {
            pub(super) const #ident: &Operation = &Operation::new(#id, Method::#method, #path);
        }
    }

    pub(super) fn method(&self, ident: &str, answer: &proc_macro2::TokenStream, stream: bool) -> syn::ImplItemFn {
        let name = format_ident!("{ident}");
        let docs = doc(&self.docs(stream));
        let arguments = self.arguments.iter().map(|argument| {
            let (ident, ty) = (&argument.ident, &argument.ty);
            quote!(#ident: #ty)
        });
        let constant = &self.constant;
        let steps = &self.steps;
        let options = (!self.options.is_empty()).then(|| quote!(let options = options.into().unwrap_or_default();));
        let body = match (&self.body, stream) {
            (Body::None, _) => None,
            (Body::Json(_), true) => Some(quote!(.json_with(request, &[("stream", Value::Bool(true))]))),
            (Body::Json(_), false) => Some(quote!(.json(request))),
            (Body::Form(_), true) => Some(quote!(.form(form.into_form().text("stream", &true)))),
            (Body::Form(_), false) => Some(quote!(.form(form.into_form()))),
            (Body::Raw(media_type), _) => Some(quote!(.raw(body, #media_type))),
        };
        // clippy counts `self`.
        let many = (self.arguments.len() + 1 > MANY)
            .then(|| quote!(#[expect(clippy::too_many_arguments, reason = "the document requires all of them")]));
        let answer: syn::Type = syn::parse_quote!(RequestBuilder<#answer>);
        let complex = complex(&answer);
        syn::parse_quote! {
            #(#docs)*
            #many
            #complex
            pub fn #name(&self, #(#arguments),*) -> #answer {
                #options
                let call = Request::new(#constant) #(#steps)* #body;
                RequestBuilder::new(&self.pipeline, call)
            }
        }
    }

    /// How it is called on the client.
    pub(super) fn path(&self, ident: &str) -> String {
        let arguments: Vec<String> = self
            .arguments
            .iter()
            .map(|argument| match &self.body {
                Body::Json(_) if argument.ident == "request" => "&request".to_owned(),
                _ => argument.ident.to_string(),
            })
            .collect();
        format!("{}().{ident}({})", self.module, arguments.join(", "))
    }

    pub(super) fn row(&self, ident: &str, response: &syn::Type) -> OperationRow {
        let request = match &self.body {
            Body::None => String::new(),
            Body::Json(ty) | Body::Form(ty) => shown(ty),
            Body::Raw(media_type) => media_type.clone(),
        };
        OperationRow {
            id: self.operation.id().to_owned(),
            method: self.operation.method.to_uppercase(),
            path: self.operation.path.to_owned(),
            rust: self.path(ident),
            request,
            response: shown(response),
            streaming: None,
        }
    }
}
