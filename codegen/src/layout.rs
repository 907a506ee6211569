//! Items into files: a file a group of operations with the types that only it uses, the shared types apart, and
//! one file with the client.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use quote::{format_ident, quote};
use serde_json::Value;
use syn::visit::Visit;

use crate::Document;
use crate::finish::{Group, Tree, words::doc};
use crate::naming::{snake, unique};
use crate::passes::client_parameters::KEY;
use crate::walk::text;

/// The module of the types that several groups use.
const SHARED: &str = "shared";

/// The files, by path.
pub(crate) fn files(tree: &Tree, document: &Document, command: &str) -> BTreeMap<String, String> {
    let modules = modules(tree);
    let homes = homes(tree);
    let mut result = BTreeMap::new();
    let mut add = |name: &str, summary: &str, items: Vec<syn::Item>| {
        let file = syn::File { shebang: None, attrs: doc_inner(summary), items };
        let text = format!("{}{}", header(document, command), spaced(&prettyplease::unparse(&file)));
        result.insert(format!("{name}.rs"), text);
    };
    let types_of = |home: Option<&str>| -> Vec<syn::Item> {
        tree.types
            .iter()
            .filter(|(name, _)| homes.get(name.as_str()).copied().flatten() == home)
            .flat_map(|(_, definition)| definition.items.iter().cloned())
            .collect()
    };
    let foreign = |home: Option<&str>, name: &str| -> Option<String> {
        let there = homes.get(name)?;
        (*there != home).then(|| match there {
            Some(group) => modules[*group].clone(),
            None => SHARED.to_owned(),
        })
    };
    let shared = types_of(None);
    let has_shared = !shared.is_empty();
    if has_shared {
        let items = with_imports(shared, |name| foreign(None, name));
        add(SHARED, "Types that several groups of operations use.", items);
    }
    for group in tree.groups.values() {
        let mut items = group_items(group);
        items.extend(types_of(Some(&group.name)));
        let items = with_imports(items, |name| foreign(Some(&group.name), name));
        let summary = format!("`{}`: {}", group.name, group.docs);
        add(&modules[&group.name], &summary, items);
    }
    add("mod", "The client, its groups of operations and their types.", root(tree, document, &modules, has_shared));
    result
}

/// A blank line before each item and each method: prettyplease sets none.
fn spaced(code: &str) -> String {
    let mut result = String::with_capacity(code.len() + code.len() / 16);
    let mut before = "";
    for line in code.lines() {
        let indent = line.len() - line.trim_start().len();
        let ended = before.len() - before.trim_start().len() == indent
            && (before.trim_start().starts_with('}') || before.ends_with(';') || before.ends_with(']'));
        let is_use = |line: &str| line.starts_with("use ") || line.starts_with("pub use") || line.starts_with("mod ");
        let attribute = before.trim_start().starts_with("#[") || before.trim_start().starts_with("///");
        let begins = indent <= 4
            && ["///", "#[", "pub ", "impl", "fn ", "azure_openai_core::", "use ", "mod "]
                .iter()
                .any(|start| line.trim_start().starts_with(start));
        if ended && begins && !attribute && !(is_use(before) && is_use(line)) {
            result.push('\n');
        }
        result.push_str(line);
        result.push('\n');
        before = line;
    }
    result
}

fn header(document: &Document, command: &str) -> String {
    let title = text(document.root.get("info").unwrap_or(&Value::Null), "title").replace('\n', " ");
    let version = text(document.root.get("info").unwrap_or(&Value::Null), "version").replace('\n', " ");
    let version = if title.contains(&version) { String::new() } else { format!(" {version}") };
    format!(
        "// Made by `{command}` from {}: {title}{version}.\n// Do not edit: change the overlay or the generator, and run it again.\n\n",
        document.name
    )
}

fn doc_inner(words: &str) -> Vec<syn::Attribute> {
    doc(words)
        .into_iter()
        .map(|mut attribute| {
            attribute.style = syn::AttrStyle::Inner(Default::default());
            attribute
        })
        .collect()
}

/// The module of each group.
fn modules(tree: &Tree) -> IndexMap<String, String> {
    let mut modules: IndexMap<String, String> = IndexMap::new();
    for name in tree.groups.keys() {
        let module = unique(snake(name), |name| {
            [SHARED, "mod", "core"].contains(&name) || modules.values().any(|other| other == name)
        });
        modules.insert(name.clone(), module);
    }
    modules
}

/// The one group that uses a type; `None` where several do.
fn homes(tree: &Tree) -> IndexMap<&str, Option<&str>> {
    tree.types
        .keys()
        .map(|name| {
            let mut users = tree.groups.values().filter(|group| group.schemas.contains(name));
            let home = match (users.next(), users.next()) {
                (Some(only), None) => Some(only.name.as_str()),
                _ => None,
            };
            (name.as_str(), home)
        })
        .collect()
}

fn client_name(group: &str) -> syn::Ident {
    format_ident!("{group}Client")
}

fn group_items(group: &Group) -> Vec<syn::Item> {
    let ident = client_name(&group.name);
    let docs = doc(&group.docs);
    let methods = &group.methods;
    let mut items: Vec<syn::Item> = vec![
        syn::parse_quote! {
            #(#docs)*
            #[derive(Clone, Debug)]
            pub struct #ident {
                pub(super) pipeline: Pipeline,
            }
        },
        syn::parse_quote! {
            impl #ident {
                #(#methods)*
            }
        },
    ];
    items.extend(group.items.iter().cloned());
    items.extend(group.constants.iter().cloned().map(syn::Item::Const));
    items
}

/// The client, and what the modules hold.
fn root(
    tree: &Tree,
    document: &Document,
    modules: &IndexMap<String, String>,
    has_shared: bool,
) -> Vec<syn::Item> {
    let title = text(document.root.get("info").unwrap_or(&Value::Null), "title");
    let summary = doc(&format!("Client of {title}. Made of a [`Pipeline`]; cheap to clone."));
    let names: Vec<syn::Ident> = modules
        .values()
        .map(String::as_str)
        .chain(has_shared.then_some(SHARED))
        .map(|module| format_ident!("{module}"))
        .collect();
    let accessors = tree.groups.values().map(|group| {
        let (method, ident) = (format_ident!("{}", snake(&group.name)), client_name(&group.name));
        let module = format_ident!("{}", modules[&group.name]);
        let docs = doc(&group.docs);
        quote! {
            #(#docs)*
            pub fn #method(&self) -> #module::#ident {
                #module::#ident { pipeline: self.pipeline.clone() }
            }
        }
    });
    let constants = tree.groups.values().flat_map(|group| {
        let module = format_ident!("{}", modules[&group.name]);
        group.constants.iter().map(move |constant| {
            let ident = &constant.ident;
            quote!(#module::#ident)
        })
    });
    let version = document.root.get(KEY).and_then(Value::as_str).map(|version| -> syn::Item {
        syn::parse_quote! {
            /// The api-version of the document, sent with each call unless another is set.
            pub const API_VERSION: &str = #version;
        }
    });
    let mut items: Vec<syn::Item> = vec![syn::parse_quote!(use azure_openai_core::{Operation, Pipeline};)];
    items.extend(names.iter().map(|name| -> syn::Item { syn::parse_quote!(mod #name;) }));
    items.extend(names.iter().map(|name| -> syn::Item { syn::parse_quote!(pub use #name::*;) }));
    items.push(syn::parse_quote! {
        /// Every operation of the document, in its order.
        pub const OPERATIONS: &[&Operation] = &[#(#constants),*];
    });
    items.push(syn::parse_quote! {
        #(#summary)*
        #[derive(Clone, Debug)]
        pub struct Client {
            pipeline: Pipeline,
        }
    });
    let (pipeline, sends) = match version {
        Some(_) => (quote!(pipeline: pipeline.or_api_version(API_VERSION)), " A client that sends through the pipeline, with [`API_VERSION`] unless the pipeline has another."),
        None => (quote!(pipeline), " A client that sends through the pipeline."),
    };
    items.extend(version);
    items.push(syn::parse_quote! {
        impl Client {
            #[doc = #sends]
            pub fn new(pipeline: Pipeline) -> Self {
                Self { #pipeline }
            }
            /// What the client sends through.
            pub fn pipeline(&self) -> &Pipeline {
                &self.pipeline
            }
            #(#accessors)*
        }
    });
    items
}

/// The items behind the imports that they need: names of the core crate, of serde, of other modules.
fn with_imports(items: Vec<syn::Item>, foreign: impl Fn(&str) -> Option<String>) -> Vec<syn::Item> {
    let mut names = Names::default();
    items.iter().for_each(|item| names.visit_item(item));
    let mut imports: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for name in names.found {
        let from = if CORE.contains(&name.as_str()) {
            Some("azure_openai_core".to_owned())
        } else if name == "Serialize" || name == "Deserialize" {
            Some("serde".to_owned())
        } else if name == "BTreeMap" {
            Some("std::collections".to_owned())
        } else {
            foreign(&name).map(|module| format!("super::{module}"))
        };
        if let Some(from) = from {
            imports.entry(from).or_default().push(name);
        }
    }
    let mut result: Vec<syn::Item> = Vec::new();
    for (from, names) in imports {
        let path: syn::Path = match syn::parse_str(&from) {
            Ok(path) => path,
            Err(_) => continue,
        };
        let names = names.iter().map(|name| format_ident!("{name}"));
        result.push(syn::parse_quote!(use #path::{#(#names),*};));
    }
    result.extend(items);
    result
}

/// The names of the core crate that generated code uses.
const CORE: [&str; 24] = [
    "Base64Bytes", "Binary", "Bytes", "Call", "ContentFilterResults", "DateTime", "EmbeddingVector", "Events",
    "Extra", "FilePart", "Form", "Json", "JsonOrText", "Method", "NoContent", "Operation", "Pipeline",
    "PlainText", "Request", "Secret", "Timestamp", "Value", "ByteStream", "Response",
];

/// The first names of paths: what has to be in scope.
#[derive(Default)]
struct Names {
    found: std::collections::BTreeSet<String>,
}

impl<'ast> Visit<'ast> for Names {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.leading_colon.is_none()
            && let Some(first) = path.segments.first()
        {
            self.found.insert(first.ident.to_string());
        }
        syn::visit::visit_path(self, path);
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        // Derives name their macros.
        let _ = attribute.parse_nested_meta(|meta| {
            if let Some(name) = meta.path.get_ident() {
                self.found.insert(name.to_string());
            }
            Ok(())
        });
    }

    fn visit_macro(&mut self, makro: &'ast syn::Macro) {
        self.tokens(makro.tokens.clone(), false);
    }
}

impl Names {
    /// In the core crate's macros types stand in parentheses: `Text(ChatCompletionTextPart) = "text"`.
    fn tokens(&mut self, tokens: proc_macro2::TokenStream, are_types: bool) {
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Ident(ident) if are_types => {
                    self.found.insert(ident.to_string());
                }
                proc_macro2::TokenTree::Group(group) => {
                    let are_types = group.delimiter() == proc_macro2::Delimiter::Parenthesis;
                    self.tokens(group.stream(), are_types);
                }
                _ => {}
            }
        }
    }
}
