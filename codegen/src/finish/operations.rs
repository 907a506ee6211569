//! Operations as methods of groups: `Files_Upload` → `files().upload(…)`. Required parameters are arguments,
//! optional ones an options struct.

use quote::{format_ident, quote};
use serde_json::{Value, json};

use super::options::{Optional, options_struct};
use super::rust_type::Kind;
use super::words::{description_or, doc, paragraphs, spelled_out};
use super::{Group, Method, Tree};
use crate::naming::{pascal, shouty, snake, unique};
use crate::passes::{answers::ANSWER, bodies::BODY, streaming::STREAM};
use crate::walk::{Operation, closure, items, members, operations as all, reference, references_in, text};
use crate::{Document, Error};

/// What `cargo xtask operations` lists.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct OperationRow {
    /// The `operationId`.
    pub id: String,
    /// The method in upper case.
    pub method: String,
    /// The path template.
    pub path: String,
    /// How it is called on the client.
    pub rust: String,
    /// The Rust type of the body; empty where there is none.
    pub request: String,
    /// The Rust type of the answer's value.
    pub response: String,
    /// Its second form, answered as a stream of events.
    pub streaming: Option<StreamingRow>,
}

/// The streaming form of an operation.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct StreamingRow {
    /// How it is called on the client.
    pub rust: String,
    /// The Rust type of an event.
    pub event: String,
}

/// Makes the groups, their methods and the options of these.
///
/// # Errors
/// None.
pub(super) fn operations(tree: &mut Tree, document: &Document) -> Result<(), Error> {
    let methods = std::mem::take(&mut tree.methods);
    for (operation, method) in all(&document.root).iter().zip(&methods) {
        let (group_name, method_name) = names(operation);
        let group = tree.groups.entry(group_name.clone()).or_insert_with(|| Group {
            docs: group_docs(&document.root, operation.value, &group_name),
            name: group_name.clone(),
            ..Group::default()
        });
        let ident = unique(method_name, |name| {
            group.methods.iter().any(|other| other.sig.ident == name)
        });
        let call = Call::new(&group_name, &ident, operation, method);
        group.constants.push(call.constant());
        group.items.extend(options_struct(&call.options, &call.options_name));
        let mut used = Vec::new();
        references_in(operation.value, &mut used);
        let used = closure(&document.root, used);
        group.schemas.extend(used.into_iter().map(str::to_owned));
        let answer = operation.value.get(ANSWER).and_then(Value::as_str).unwrap_or("none");
        let mut row = call.row(&ident, &syn::parse_quote!(()));
        if answer != "events" {
            let (kind, value) = answer_types(answer, method.answer.as_ref());
            group.methods.push(call.method(&ident, &kind, false));
            row.response = shown(&value);
        }
        if let Some(events) = operation.value.get(STREAM) {
            let chunk: syn::Type = reference(events).map_or_else(
                || syn::parse_quote!(Value),
                |name| {
                    let name = format_ident!("{name}");
                    syn::parse_quote!(#name)
                },
            );
            let ident = if answer == "events" { ident } else { format!("{ident}_stream") };
            group.methods.push(call.method(&ident, &quote!(Events<#chunk>), true));
            row.streaming = Some(StreamingRow { rust: call.path(&ident), event: shown(&chunk) });
        }
        tree.rows.push(row);
    }
    Ok(())
}

/// Group and method: `FineTuning_GetEvents` → `FineTuning`, `get_events`; without `_` the first tag is the group.
fn names(operation: &Operation<'_>) -> (String, String) {
    let id = operation.id();
    match id.split_once('_') {
        Some((group, method)) if !group.is_empty() && !method.is_empty() => (pascal(group), snake(method)),
        _ => {
            let tag = items(operation.value.get("tags")).find_map(Value::as_str);
            (pascal(tag.unwrap_or("Default")), snake(id))
        }
    }
}

fn group_docs(root: &Value, operation: &Value, group: &str) -> String {
    let tag = items(operation.get("tags")).find_map(Value::as_str);
    let described = items(root.get("tags"))
        .find(|other| other.get("name").and_then(Value::as_str) == tag)
        .map(|tag| text(tag, "description"))
        .filter(|words| !words.is_empty());
    match described {
        Some(words) => format!("{}.", words.trim_end_matches('.')),
        None => format!("The operations `{group}_*`."),
    }
}

/// The kind of answer and the type of its value.
fn answer_types(answer: &str, value: Option<&syn::Type>) -> (proc_macro2::TokenStream, syn::Type) {
    let value = || value.cloned().unwrap_or_else(|| syn::parse_quote!(Value));
    match answer {
        "json" => {
            let value = value();
            (quote!(Json<#value>), value)
        }
        "json-or-text" => {
            let value = value();
            (quote!(JsonOrText<#value>), syn::parse_quote!(JsonOrText<#value>))
        }
        "text" => (quote!(PlainText), syn::parse_quote!(String)),
        "binary" => (quote!(Binary), syn::parse_quote!(ByteStream)),
        _ => (quote!(NoContent), syn::parse_quote!(())),
    }
}

/// An argument of a method.
struct Argument {
    ident: syn::Ident,
    ty: proc_macro2::TokenStream,
    docs: String,
}

struct Call<'a> {
    operation: Operation<'a>,
    group: String,
    constant: syn::Ident,
    arguments: Vec<Argument>,
    /// The builder's calls for parameters, in the document's order.
    steps: Vec<proc_macro2::TokenStream>,
    options: Vec<Optional>,
    options_name: syn::Ident,
    body: Body,
}

enum Body {
    None,
    Json(syn::Type),
    Form(syn::Type),
    Raw(String),
}

impl<'a> Call<'a> {
    fn new(group: &str, ident: &str, operation: &Operation<'a>, method: &Method) -> Self {
        let mut call = Self {
            operation: *operation,
            group: group.to_owned(),
            constant: format_ident!("{}", shouty(operation.id())),
            arguments: Vec::new(),
            steps: Vec::new(),
            options: Vec::new(),
            options_name: format_ident!("{group}{}Options", pascal(ident)),
            body: Body::None,
        };
        let list = items(operation.value.get("parameters"));
        for (parameter, ty) in list.zip(&method.parameters) {
            call.parameter(parameter, ty);
        }
        call.body(method);
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
        let words = super::words::paragraphs([text(parameter, "description"), {
            text(parameter.get("schema").unwrap_or(&Value::Null), "description")
        }]);
        let words = if words.is_empty() { spelled_out(name) } else { words };
        if place != "path" && parameter.get("required") != Some(&json!(true)) {
            self.steps.push(match place {
                "header" => quote!(.header(#name, options.#ident.as_ref())),
                _ if Kind::of(ty).is_collection() => quote!(.query(#name, Some(&options.#ident))),
                _ => quote!(.query(#name, options.#ident.as_ref())),
            });
            self.options.push(Optional { ident, ty: ty.clone(), wire: name.to_owned(), docs: words });
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
            _ => quote!(.query(#name, Some(#value))),
        });
        self.arguments.push(Argument { ident, ty: argument, docs: words });
    }

    fn body(&mut self, method: &Method) {
        let kind = self.operation.value.get(BODY).and_then(Value::as_str);
        let words = self
            .operation
            .value
            .get("requestBody")
            .map(|body| text(body, "description").to_owned())
            .unwrap_or_default();
        let mut push = |name: &str, ty: proc_macro2::TokenStream, otherwise: &str| {
            let docs = if words.is_empty() { otherwise.to_owned() } else { words.clone() };
            self.arguments.push(Argument { ident: format_ident!("{name}"), ty, docs });
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

    fn constant(&self) -> syn::ItemConst {
        let ident = &self.constant;
        let (id, path) = (self.operation.id(), self.operation.path);
        let method = format_ident!("{}", self.operation.method.to_uppercase());
        syn::parse_quote! {
            pub(super) const #ident: &Operation = &Operation::new(#id, Method::#method, #path);
        }
    }

    fn method(&self, ident: &str, answer: &proc_macro2::TokenStream, stream: bool) -> syn::ImplItemFn {
        let name = format_ident!("{ident}");
        let docs = doc(&self.docs(stream));
        let arguments = self.arguments.iter().map(|argument| {
            let (ident, ty) = (&argument.ident, &argument.ty);
            quote!(#ident: #ty)
        });
        let constant = &self.constant;
        let steps = &self.steps;
        let options = (!self.options.is_empty()).then(|| {
            quote!(let options = options.into().unwrap_or_default();)
        });
        let body = match (&self.body, stream) {
            (Body::None, _) => None,
            (Body::Json(_), true) => Some(quote!(.json_with(request, &[("stream", Value::Bool(true))]))),
            (Body::Json(_), false) => Some(quote!(.json(request))),
            (Body::Form(_), true) => Some(quote!(.form(form.into_form().text("stream", &true)))),
            (Body::Form(_), false) => Some(quote!(.form(form.into_form()))),
            (Body::Raw(media_type), _) => Some(quote!(.raw(body, #media_type))),
        };
        syn::parse_quote! {
            #(#docs)*
            pub fn #name(&self, #(#arguments),*) -> Call<#answer> {
                #options
                let call = Request::new(#constant) #(#steps)* #body;
                Call::new(&self.pipeline, call)
            }
        }
    }

    fn docs(&self, stream: bool) -> String {
        let value = self.operation.value;
        let otherwise = spelled_out(self.operation.id());
        let summary = text(value, "summary");
        let words = match (summary, text(value, "description")) {
            ("", "") => otherwise,
            (summary, description) if summary == description => summary.to_owned(),
            (summary, description) => paragraphs([summary, description]),
        };
        let streamed = if stream { "Answered as a stream of events: `stream` is sent as `true`." } else { "" };
        let sent = format!(
            "`{}`: `{} {}`.",
            self.operation.id(),
            self.operation.method.to_uppercase(),
            self.operation.path
        );
        let mut list = String::new();
        for argument in self.arguments.iter().filter(|argument| !argument.docs.is_empty()) {
            let docs = argument.docs.replace("\n\n", "\n").replace('\n', "\n  ");
            list.push_str(&format!("- `{}`: {docs}\n", argument.ident));
        }
        let arguments = if list.is_empty() { String::new() } else { format!("# Arguments\n{list}") };
        paragraphs([
            words.as_str(),
            streamed,
            sent.as_str(),
            &headers(value),
            &arguments,
        ])
    }

    /// How it is called on the client.
    fn path(&self, ident: &str) -> String {
        let arguments: Vec<String> = self
            .arguments
            .iter()
            .map(|argument| match &self.body {
                Body::Json(_) if argument.ident == "request" => "&request".to_owned(),
                _ => argument.ident.to_string(),
            })
            .collect();
        format!("{}().{ident}({})", snake(&self.group), arguments.join(", "))
    }

    fn row(&self, ident: &str, response: &syn::Type) -> OperationRow {
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

/// Response headers that the document declares: they are read from the response.
fn headers(operation: &Value) -> String {
    let mut list = String::new();
    for (name, header) in members(operation.pointer("/responses/200/headers")) {
        let words = description_or(header, &spelled_out(name)).replace('\n', " ");
        list.push_str(&format!("- `{name}`: {words}\n"));
    }
    if list.is_empty() { list } else { format!("# Response headers\n{list}") }
}

/// A type as people write it.
pub(super) fn shown(ty: &syn::Type) -> String {
    quote!(#ty).to_string().replace(' ', "")
}
