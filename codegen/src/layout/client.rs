//! The file with the client.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use super::imports::SHARED;
use crate::Document;
use crate::finish::{Group, Tree};
use crate::keys::API_VERSION;
use crate::passes::plain_text;
use crate::walk::text;
use crate::words::doc;

/// The client, and what the modules hold.
pub(super) fn root(tree: &Tree, document: &Document, has_shared: bool) -> Vec<syn::Item> {
    let title = plain_text(text(document.root.get("info").unwrap_or(&Value::Null), "title"));
    let summary = doc(&format!("Client of {title}. Made of a [`Pipeline`]; cheap to clone."));
    let modules: Vec<(Option<TokenStream>, syn::Ident)> = tree
        .groups
        .values()
        .map(|group| (condition(group), group.module.as_str()))
        .chain(has_shared.then_some((None, SHARED)))
        .map(|(condition, module)| (condition, format_ident!("{module}")))
        .collect();
    let accessors = tree.groups.values().map(|group| {
        let (module, ident) = (format_ident!("{}", group.module), format_ident!("{}", group.client));
        let docs = doc(&group.docs);
        let condition = condition(group);
        quote! {
            #(#docs)*
            #condition
            pub fn #module(&self) -> #module::#ident {
                #module::#ident { pipeline: self.pipeline.clone() }
            }
        }
    });
    let constants = tree.groups.values().flat_map(|group| {
        let module = format_ident!("{}", group.module);
        let condition = condition(group);
        group.constants.iter().map(move |constant| {
            let ident = &constant.ident;
            quote!(#condition #module::#ident)
        })
    });
    let version = document
        .root
        .get(API_VERSION)
        .and_then(Value::as_str)
        .map(|version| -> syn::Item {
            syn::parse_quote! {
                /// The api-version of the document, sent with each request unless another is set.
                pub const API_VERSION: &str = #version;
            }
        });
    let mut items: Vec<syn::Item> = vec![syn::parse_quote!(
        use azure_openai_core::{Operation, Pipeline};
    )];
    let modules = modules.iter();
    items.extend(
        modules
            .clone()
            .map(|(condition, name)| -> syn::Item { syn::parse_quote!(#condition mod #name;) }),
    );
    items.extend(modules.map(|(condition, name)| -> syn::Item { syn::parse_quote!(#condition pub use #name::*;) }));
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
        Some(_) => (
            quote!(pipeline: pipeline.or_api_version(API_VERSION)),
            " Creates a client that sends through the pipeline, with [`API_VERSION`] unless the pipeline has another.",
        ),
        None => (quote!(pipeline), " Creates a client that sends through the pipeline."),
    };
    items.extend(version);
    items.push(syn::parse_quote! {
        impl Client {
            #[doc = #sends]
            pub fn new(pipeline: Pipeline) -> Self {
                Self { #pipeline }
            }
            /// Returns the pipeline that requests are sent through.
            pub fn pipeline(&self) -> &Pipeline {
                &self.pipeline
            }
            #(#accessors)*
        }
    });
    items
}

/// The attribute of everything in this file that names the module of a group.
fn condition(group: &Group) -> Option<TokenStream> {
    let feature = group.feature.as_ref()?;
    Some(quote!(#[cfg(feature = #feature)]))
}
