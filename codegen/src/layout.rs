//! Items into files: a file a group of operations with the types that only it uses, the shared types apart, and
//! one file with the client.

mod client;
mod imports;
mod spacing;

use std::collections::{BTreeMap, HashMap, HashSet};

use quote::format_ident;
use serde_json::Value;

use self::imports::{SHARED, with_imports};
use self::spacing::spaced;

use crate::Document;
use crate::finish::{Group, Tree};
use crate::passes::plain_text;
use crate::walk::text;
use crate::words::doc;

/// The files, by path.
pub(crate) fn files(mut tree: Tree, document: &Document, command: &str) -> BTreeMap<String, String> {
    let all = std::mem::take(&mut tree.types);
    let homes = homes(&tree);
    let home = |name: &str| homes.get(name).copied().flatten().map(|group| group.name.as_str());
    let mut result = BTreeMap::new();
    let mut add = |name: &str, summary: &str, items: Vec<syn::Item>| {
        let file = syn::File {
            shebang: None,
            attrs: doc_inner(summary),
            items,
        };
        let text = format!("{}{}", header(document, command), spaced(&prettyplease::unparse(&file)));
        result.insert(format!("{name}.rs"), text);
    };
    let mut types: HashMap<Option<&str>, Vec<syn::Item>> = HashMap::new();
    let mut names = HashSet::new();
    for (name, items) in all {
        types.entry(home(&name)).or_default().extend(items);
        names.insert(name);
    }
    let foreign = |from: Option<&str>, name: &str| -> Option<String> {
        let there = names.contains(name).then(|| home(name))?;
        (there != from).then(|| match there {
            Some(group) => tree.groups[group].module.clone(),
            None => SHARED.to_owned(),
        })
    };
    let shared = types.remove(&None).unwrap_or_default();
    let has_shared = !shared.is_empty();
    if has_shared {
        let items = with_imports(shared, |name| foreign(None, name));
        add(SHARED, "Types that several groups of operations use.", items);
    }
    for group in tree.groups.values() {
        let mut items = group_items(group);
        items.extend(types.remove(&Some(group.name.as_str())).unwrap_or_default());
        let items = with_imports(items, |name| foreign(Some(&group.name), name));
        let summary = format!("`{}`: {}", group.name, group.docs);
        add(&group.module, &summary, items);
    }
    add(
        "mod",
        "The client, its groups of operations and their types.",
        client::root(&tree, document, has_shared),
    );
    result
}

fn header(document: &Document, command: &str) -> String {
    let of = |key| plain_text(text(document.root.get("info").unwrap_or(&Value::Null), key));
    let (title, version) = (of("title"), of("version"));
    let version = if title.contains(&version) {
        String::new()
    } else {
        format!(" {version}")
    };
    format!(
        "// Made by `{command}` from {}: {title}{version}.\n// Do not edit: change the overlay or the generator, and run it again.\n\n",
        shown_name(&document.findings.file)
    )
}

/// A path as it was given, but of one that says where it is on this machine only the file's name.
fn shown_name(name: &str) -> &str {
    let path = std::path::Path::new(name);
    match path.file_name().and_then(std::ffi::OsStr::to_str) {
        Some(file) if path.is_absolute() => file,
        _ => name,
    }
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

/// The group in whose module a schema's type is: the one that uses it, or the first of several behind the same feature.
/// `None` where others use it, too: the module of shared types is always compiled.
fn homes(tree: &Tree) -> HashMap<&str, Option<&Group>> {
    let mut homes: HashMap<&str, Option<&Group>> = HashMap::new();
    for group in tree.groups.values() {
        for name in &group.schemas {
            let home = homes.entry(name).or_insert(Some(group));
            *home =
                home.filter(|home| home.name == group.name || home.feature.is_some() && home.feature == group.feature);
        }
    }
    homes
}

fn group_items(group: &Group) -> Vec<syn::Item> {
    let ident = format_ident!("{}", group.client);
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
