//! What a file has to import.

use std::collections::BTreeMap;

use quote::format_ident;
use syn::visit::Visit;

use crate::naming::CORE;

/// The module of the types that several groups use.
pub(super) const SHARED: &str = "shared";

/// The items behind the imports that they need: names of the core crate, of serde, of other modules.
pub(super) fn with_imports(items: Vec<syn::Item>, foreign: impl Fn(&str) -> Option<String>) -> Vec<syn::Item> {
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
