//! What generated files offer to their users, as text: a line an operation, a line a type. A change of the generator is
//! reviewed as a change of these lines.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

/// The public surface of generated files, by path.
///
/// ```text
/// files().upload(form: FilesUploadForm) -> Json<File>
/// File { id: String, type_ ("type"): Option<String>, … } new(id) default
/// FileState = Pending ("pending") | Unknown(String)
/// InputPrompt = String(String) | Unknown(Value) from &str, String
/// ```
///
/// `…` stands for the fields that are kept without being known, the text in parentheses is the name on the wire.
///
/// # Errors
/// When a file is not Rust.
pub(super) fn surface(files: &BTreeMap<String, String>) -> Result<String, syn::Error> {
    let mut found = Found::default();
    for text in files.values() {
        for item in &syn::parse_file(text)?.items {
            found.item(item);
        }
    }
    Ok(found.print())
}

#[derive(Default)]
struct Found {
    /// Accessors of groups: method of the client, type that it gives.
    groups: Vec<(String, String)>,
    /// Methods by the type that has them.
    methods: BTreeMap<String, Vec<syn::ImplItemFn>>,
    types: BTreeMap<String, syn::Item>,
    constants: BTreeSet<String>,
    /// The types that a type can be made of.
    from: BTreeMap<String, BTreeSet<String>>,
    default: BTreeSet<String>,
    /// Names on the wire by enumeration and variant.
    wire: BTreeMap<(String, String), String>,
}

impl Found {
    fn item(&mut self, item: &syn::Item) {
        match item {
            syn::Item::Struct(syn::ItemStruct { ident, vis, attrs, .. })
            | syn::Item::Enum(syn::ItemEnum { ident, vis, attrs, .. })
                if is_public(vis) =>
            {
                if attributes(attrs, "derive").contains("Default") {
                    self.default.insert(ident.to_string());
                }
                self.types.insert(ident.to_string(), item.clone());
            }
            syn::Item::Const(constant) if is_public(&constant.vis) => {
                let (ident, ty, value) = (&constant.ident, text(&constant.ty), text(&constant.expr));
                self.constants.insert(match ty.as_str() {
                    "&str" => format!("const {ident}: {ty} = {value}"),
                    _ => format!("const {ident}: {ty}"),
                });
            }
            syn::Item::Impl(block) => self.block(block),
            syn::Item::Macro(call)
                if call
                    .mac
                    .path
                    .segments
                    .last()
                    .is_some_and(|last| last.ident == "fit_object") => {}
            syn::Item::Macro(call) => self.wire_names(call.mac.tokens.clone()),
            _ => {}
        }
    }

    fn block(&mut self, block: &syn::ItemImpl) {
        let owner = text(&block.self_ty);
        let Some((_, implemented, _)) = &block.trait_ else {
            let methods = block.items.iter().filter_map(|item| match item {
                syn::ImplItem::Fn(method) if is_public(&method.vis) => Some(method.clone()),
                _ => None,
            });
            self.methods.entry(owner.clone()).or_default().extend(methods);
            return;
        };
        let Some(last) = implemented.segments.last() else {
            return;
        };
        if last.ident == "Default" {
            self.default.insert(owner);
        } else if last.ident == "From" {
            let arguments = text(&last.arguments);
            let source = arguments.trim_start_matches('<').trim_end_matches('>').to_owned();
            // A trailing `>` may be the argument's own: as many are left as it opens.
            let open = source.matches('<').count() - source.matches('>').count();
            self.from.entry(owner).or_default().insert(source + &">".repeat(open));
        }
    }

    /// From `open_enum!(Name { Variant = "text" })`, `tagged_union!(Name, "tag" { Variant(Type) = "text" })` and
    /// `open_object!(Name { "wire" => field: how })`.
    fn wire_names(&mut self, tokens: TokenStream) {
        let mut owner = None;
        for token in tokens {
            match (token, &owner) {
                (TokenTree::Ident(ident), None) => owner = Some(ident.to_string()),
                (TokenTree::Group(group), Some(owner)) => {
                    let (mut variant, mut wire) = (String::new(), None);
                    let mut tokens = group.stream().into_iter().peekable();
                    while let Some(token) = tokens.next() {
                        // `"wire" =>` stands before its field, `= "text"` behind its variant.
                        let is_key = matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() == '=');
                        match (token, wire.take()) {
                            (TokenTree::Literal(literal), _) if is_key => wire = Some(literal.to_string()),
                            (TokenTree::Punct(punct), Some(before)) if "=>".contains(punct.as_char()) => {
                                wire = Some(before);
                            }
                            (TokenTree::Ident(field), Some(wire)) => {
                                self.wire.insert((owner.clone(), field.to_string()), wire);
                            }
                            (TokenTree::Ident(ident), None) => variant = ident.to_string(),
                            (TokenTree::Literal(literal), None) => {
                                let key = (owner.clone(), variant.clone());
                                self.wire.insert(key, literal.to_string());
                            }
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn print(mut self) -> String {
        for method in self.methods.get("Client").into_iter().flatten() {
            if let syn::ReturnType::Type(_, ty) = &method.sig.output
                && let syn::Type::Path(path) = &**ty
                && let Some(last) = path.path.segments.last()
                && last.ident.to_string().ends_with("Client")
            {
                self.groups.push((method.sig.ident.to_string(), last.ident.to_string()));
            }
        }
        let mut lines: Vec<String> = self.constants.iter().cloned().collect();
        let mut operations = BTreeSet::new();
        for (accessor, group) in &self.groups {
            for method in self.methods.get(group).into_iter().flatten() {
                operations.insert(format!("{accessor}().{}", signature(&method.sig)));
            }
        }
        lines.extend(operations);
        let groups: BTreeSet<&String> = self.groups.iter().map(|(_, group)| group).collect();
        for (name, item) in &self.types {
            if !groups.contains(name) {
                lines.push(self.type_line(name, item));
            }
        }
        lines.join("\n") + "\n"
    }

    fn type_line(&self, name: &str, item: &syn::Item) -> String {
        let (mut line, attrs) = match item {
            syn::Item::Enum(item) => {
                let variants: Vec<String> = item
                    .variants
                    .iter()
                    .map(|variant| {
                        let ident = variant.ident.to_string();
                        let fields = text(&variant.fields);
                        let wire = self.wire.get(&(name.to_owned(), ident.clone()));
                        let wire = wire.map(|wire| format!(" ({wire})")).unwrap_or_default();
                        format!("{ident}{fields}{wire}")
                    })
                    .collect();
                (format!("{name} = {}", variants.join(" | ")), &item.attrs)
            }
            syn::Item::Struct(item) => {
                let fields: Vec<String> = item
                    .fields
                    .iter()
                    .filter(|field| is_public(&field.vis))
                    .map(|field| self.field(name, field))
                    .collect();
                let line = match &item.fields {
                    syn::Fields::Unnamed(_) => format!("{name}({})", fields.join(", ")),
                    _ => format!("{name} {{ {} }}", fields.join(", ")),
                };
                (line, &item.attrs)
            }
            _ => (name.to_owned(), &NO_ATTRIBUTES),
        };
        if !attrs
            .iter()
            .any(|attribute| attribute.path().is_ident("non_exhaustive"))
        {
            line.push_str(" exhaustive");
        }
        let mut methods = self.methods.get(name).into_iter().flatten();
        if let Some(new) = methods.find(|method| method.sig.ident == "new") {
            let names: Vec<String> = new.sig.inputs.iter().filter_map(argument_name).collect();
            line.push_str(&format!(" new({})", names.join(", ")));
        }
        if self.default.contains(name) {
            line.push_str(" default");
        }
        if let Some(from) = self.from.get(name) {
            let from: Vec<&str> = from.iter().map(String::as_str).collect();
            line.push_str(&format!(" from {}", from.join(", ")));
        }
        line
    }
}

impl Found {
    /// A field, with its name on the wire where that is another.
    fn field(&self, owner: &str, field: &syn::Field) -> String {
        let ty = text(&field.ty);
        let Some(ident) = &field.ident else { return ty };
        if ident == "extra" && ty == "Extra" {
            return "…".to_owned();
        }
        let wire = self.wire.get(&(owner.to_owned(), ident.to_string()));
        match wire.map(|wire| wire.trim_matches('"')) {
            Some(wire) if ident != wire => format!("{ident} (\"{wire}\"): {ty}"),
            _ => format!("{ident}: {ty}"),
        }
    }
}

const NO_ATTRIBUTES: Vec<syn::Attribute> = Vec::new();

fn is_public(visibility: &syn::Visibility) -> bool {
    matches!(visibility, syn::Visibility::Public(_))
}

/// All attributes of that name as one text.
fn attributes(all: &[syn::Attribute], name: &str) -> String {
    let named = all.iter().filter(|attribute| attribute.path().is_ident(name));
    named.map(|attribute| text(&attribute.meta)).collect()
}

fn argument_name(argument: &syn::FnArg) -> Option<String> {
    match argument {
        syn::FnArg::Typed(argument) => Some(text(&argument.pat)),
        syn::FnArg::Receiver(_) => None,
    }
}

/// `upload(form: FilesUploadForm) -> Json<File>`, without the `Call` around the response.
fn signature(signature: &syn::Signature) -> String {
    let arguments: Vec<String> = signature
        .inputs
        .iter()
        .filter_map(|argument| match argument {
            syn::FnArg::Typed(typed) => Some(format!("{}: {}", text(&typed.pat), text(&typed.ty))),
            syn::FnArg::Receiver(_) => None,
        })
        .collect();
    let response = match &signature.output {
        syn::ReturnType::Type(_, ty) => text(ty),
        syn::ReturnType::Default => "()".to_owned(),
    };
    let response = response
        .strip_prefix("RequestBuilder<")
        .and_then(|response| response.strip_suffix('>'))
        .unwrap_or(&response);
    format!("{}({}) -> {response}", signature.ident, arguments.join(", "))
}

/// Tokens as people write them: blanks only between words, behind commas, around `=` and `+`.
fn text(tokens: &impl ToTokens) -> String {
    let spaced = tokens.to_token_stream().to_string();
    let mut result = String::with_capacity(spaced.len());
    let mut words = spaced.split_whitespace().peekable();
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '"');
    while let Some(word) = words.next() {
        result.push_str(word);
        let Some(next) = words.peek() else { break };
        let between_words = is_word(word.chars().last()) && is_word(next.chars().next());
        let around = |word: &str| matches!(word, "=" | "+");
        if between_words || word.ends_with(',') || around(word) || around(next) {
            result.push(' ');
        }
    }
    result
}
