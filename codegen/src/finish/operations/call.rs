//! An operation as a method: arguments, and the steps that build the request.

use quote::{format_ident, quote};
use serde_json::Value;

use crate::finish::constructors::MANY;
use crate::finish::options::Optional;
use crate::finish::rust_type::{complex, shown};
use crate::finish::tree::{Method, OperationRow};
use crate::keys::{IDEMPOTENT, OWN_VERSION, SERVER, SINCE, SWITCH, V1};
use crate::model::{Following, Type};
use crate::walk::{Operation, fields, flag, items, text};
use crate::words::doc;

/// An argument of a method.
pub(super) struct Argument {
    pub(super) ident: syn::Ident,
    pub(super) ty: proc_macro2::TokenStream,
    pub(super) docs: String,
    pub(super) is_body: bool,
}

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
    Json(Type),
    Form(Type),
    Bytes,
}

const URL_ENCODED: &str = "application/x-www-form-urlencoded";

impl Body {
    /// The builder's steps, with the field that asks for events where that is wanted.
    pub(super) fn steps(&self, switch: bool) -> Option<proc_macro2::TokenStream> {
        let media_type = self.media_types.first();
        let own = media_type.map(|media_type| quote!(.content_type(#media_type)));
        let steps = match (&self.kind, switch, self.is_optional) {
            (BodyKind::None, ..) => return None,
            (BodyKind::Json(_), true, false) => quote!(.json_with(request, &[("stream", Value::Bool(true))]) #own),
            (BodyKind::Json(_), _, true) => quote!(.opt_json(request) #own),
            (BodyKind::Json(_), false, false) => quote!(.json(request) #own),
            (BodyKind::Form(ty), false, true) if self.is_url_encoded() => {
                quote!(.opt_urlencoded(form.into().map(#ty::into_form).as_ref()))
            }
            (BodyKind::Form(ty), false, true) => quote!(.opt_form(form.into().map(#ty::into_form))),
            (BodyKind::Form(_), ..) if self.is_url_encoded() => quote!(.urlencoded(&form.into_form())),
            (BodyKind::Form(_), true, _) => quote!(.form(form.into_form().text("stream", &true))),
            (BodyKind::Form(_), false, _) => quote!(.form(form.into_form())),
            // The caller chooses where there are several.
            (BodyKind::Bytes, _, true) if self.media_types.len() > 1 => {
                quote!(.opt_raw(body.into(), content_type.as_ref()))
            }
            (BodyKind::Bytes, _, true) => quote!(.opt_raw(body.into(), #media_type)),
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

/// Which form of an operation a method is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum MethodForm {
    /// The response is one value.
    Plain,
    /// The response is a stream of events.
    Events,
    /// The body is bytes that the caller makes, of any media type.
    Bytes,
}

/// An operation on its way to a method.
pub(super) struct Call<'a> {
    pub(super) operation: Operation<'a>,
    /// The method of the client that gives the group.
    module: String,
    constant: syn::Ident,
    pub(super) arguments: Vec<Argument>,
    /// The builder's steps for parameters, in the document's order.
    pub(super) steps: Vec<proc_macro2::TokenStream>,
    pub(super) options: Vec<Optional>,
    pub(super) options_name: syn::Ident,
    pub(super) body: Body,
    /// The types of its errors' bodies, by status.
    pub(super) errors: Vec<(String, Type)>,
    /// Whether it returns a list.
    pub(super) is_list: bool,
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
            body: Body::default(),
            errors: Vec::new(),
            is_list: false,
        };
        if let Some(Value::String(version)) = operation.value.get(OWN_VERSION) {
            call.steps.push(quote!(.query("api-version", Some(#version))));
        }
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
                docs: "the optional parameters; `None` for none".to_owned(),
                is_body: false,
            });
        }
        call
    }

    pub(super) fn constant(&self) -> syn::ItemConst {
        let ident = &self.constant;
        let definition = definition(&self.operation);
        syn::parse_quote! {
            pub(super) const #ident: &Operation = #definition;
        }
    }

    /// Says how the list goes on, where that is not by a link.
    pub(super) fn follow(&mut self, following: Option<&Following>, all: &[Operation<'_>]) {
        self.is_list = following.is_some();
        match following {
            Some(Following::None) => self.steps.push(quote!(.single_page())),
            Some(Following::Operation { index, link, query }) => {
                let Some(next) = all.get(*index) else { return };
                let next = definition(next);
                let link = match link {
                    Some(link) => quote!(Some(#link)),
                    None => quote!(None),
                };
                self.steps
                    .push(quote!(.next_page_by(const { #next }, #link, &[#(#query),*])));
            }
            Some(Following::Link) | None => {}
        }
    }

    /// The method, or its form for events, or for a body of bytes that the caller makes.
    pub(super) fn method(&self, ident: &str, response: &proc_macro2::TokenStream, form: MethodForm) -> syn::ImplItemFn {
        let name = format_ident!("{ident}");
        let docs = doc(&self.docs(form));
        let arguments: Vec<_> = self.arguments_of(form).collect();
        let count = arguments.len();
        let arguments = arguments.iter().map(|argument| {
            let (ident, ty) = (&argument.ident, &argument.ty);
            quote!(#ident: #ty)
        });
        let constant = &self.constant;
        let parameters = &self.steps;
        let options = (!self.options.is_empty()).then(|| quote!(let options = options.into().unwrap_or_default();));
        let body = match form {
            MethodForm::Bytes => Some(quote!(.raw(body, content_type.as_ref()))),
            MethodForm::Events => self.body.steps(self.operation.value.get(SWITCH).is_some()),
            MethodForm::Plain => self.body.steps(false),
        };
        // What is sent is encoded by a function of its own where the method is generic: that is compiled anew wherever it is
        // called, and the code that encodes a body is large.
        let is_generic = self.arguments_of(form).any(|argument| is_generic(&argument.ty));
        let request = self.arguments.iter().find(|argument| argument.is_body);
        let (encode, call) = match (&self.body.kind, &body, request) {
            (BodyKind::Json(_), Some(steps), Some(request)) if is_generic && form != MethodForm::Bytes => {
                let ty = &request.ty;
                let encode = quote!(fn encode(call: Request, request: #ty) -> Request { call #steps });
                (
                    Some(encode),
                    quote!(encode(Request::new(#constant) #(#parameters)*, request)),
                )
            }
            _ => (None, quote!(Request::new(#constant) #(#parameters)* #body)),
        };
        // clippy counts `self`.
        let many = (count + 1 > MANY)
            .then(|| quote!(#[expect(clippy::too_many_arguments, reason = "the document requires all of them")]));
        let response: syn::Type = syn::parse_quote!(RequestBuilder<#response>);
        let complex = complex(&response);
        syn::parse_quote! {
            #(#docs)*
            #many
            #complex
            pub fn #name(&self, #(#arguments),*) -> #response {
                #encode
                #options
                let call = #call;
                RequestBuilder::new(&self.pipeline, call)
            }
        }
    }

    /// The arguments of a form of the method: bytes come in place of the typed body.
    pub(super) fn arguments_of(&self, form: MethodForm) -> impl Iterator<Item = &Argument> {
        let typed = self
            .arguments
            .iter()
            .filter(move |argument| form != MethodForm::Bytes || !argument.is_body);
        let bytes = self.body.bytes.iter().filter(move |_| form == MethodForm::Bytes);
        typed.chain(bytes)
    }

    /// How it is called on the client.
    pub(super) fn path(&self, ident: &str) -> String {
        let arguments: Vec<String> = self
            .arguments
            .iter()
            .map(|argument| match &self.body.kind {
                BodyKind::Json(_) if argument.is_body => match self.body.is_optional {
                    true => "Some(&request)".to_owned(),
                    false => "&request".to_owned(),
                },
                _ => argument.ident.to_string(),
            })
            .collect();
        format!("{}().{ident}({})", self.module, arguments.join(", "))
    }

    pub(super) fn row(&self, ident: &str) -> OperationRow {
        let request = match &self.body.kind {
            BodyKind::None => String::new(),
            BodyKind::Json(ty) | BodyKind::Form(ty) => shown(ty),
            BodyKind::Bytes => self.body.media_types.first().cloned().unwrap_or_default(),
        };
        OperationRow {
            id: self.operation.id().to_owned(),
            method: self.operation.method.to_uppercase(),
            path: self.operation.path.to_owned(),
            rust: self.path(ident),
            request,
            response: "()".to_owned(),
            feature: None,
            streaming: None,
        }
    }
}

/// Whether an argument makes its method generic: `impl AsRef<str>`.
fn is_generic(ty: &proc_macro2::TokenStream) -> bool {
    matches!(ty.clone().into_iter().next(), Some(proc_macro2::TokenTree::Ident(ident)) if ident == "impl")
}

/// An operation as the core crate knows it.
fn definition(operation: &Operation<'_>) -> proc_macro2::TokenStream {
    // A fragment distinguishes operations in the document alone.
    let path = operation.path.split('#').next().unwrap_or_default();
    let id = operation.id();
    let method = format_ident!("{}", operation.method.to_uppercase());
    let version = (operation.value.get(OWN_VERSION) == Some(&Value::Null)).then(|| quote!(.without_api_version()));
    let idempotent = flag(operation.value, IDEMPOTENT).then(|| quote!(.idempotent()));
    let v1 = (operation.value.get(V1) == Some(&Value::Bool(false))).then(|| quote!(.without_v1()));
    let open =
        (operation.value.get("security") == Some(&Value::Array(Vec::new()))).then(|| quote!(.without_credential()));
    let mut server = items(operation.value.get(SERVER)).filter_map(Value::as_str);
    let server = server.next().zip(server.next());
    let server = server.map(|(own, usual)| quote!(.at_server(#own, #usual)));
    let mut fields = fields(operation.value.get(SINCE))
        .filter_map(|(name, since)| {
            let since = since.as_str()?;
            Some(quote!((#name, #since)))
        })
        .peekable();
    let fields = fields
        .peek()
        .is_some()
        .then(|| quote!(.with_newer_fields(&[#(#fields),*])));
    let long_running = final_state(operation.value);
    quote!(&Operation::new(#id, Method::#method, #path) #version #idempotent #v1 #open #server #fields #long_running)
}

/// Where the result of a long-running operation is.
fn final_state(operation: &Value) -> Option<proc_macro2::TokenStream> {
    if !is_long_running(operation) {
        return None;
    }
    let options = operation
        .get("x-ms-long-running-operation-options")
        .unwrap_or(&Value::Null);
    let state = match text(options, "final-state-via") {
        "location" => "Location",
        "azure-async-operation" | "operation-location" => "LastState",
        "original-uri" => "OriginalUri",
        _ => "ByMethod",
    };
    let state = format_ident!("{state}");
    Some(quote!(.long_running(azure_openai_core::polling::FinalState::#state)))
}

pub(super) fn is_long_running(operation: &Value) -> bool {
    flag(operation, "x-ms-long-running-operation")
}
