//! The last check before anything is written: what would not compile does not leave the generator.
//!
//! Every type that is named is there, every type has a size, and nothing is there twice. What is found is a fault of the
//! generator, named by the place in the document that leads to it.

mod impls;
mod names;

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use self::impls::impls;
use self::names::{is_known, type_names};
use crate::finish::Tree;
use crate::model::{Model, without_size};
use crate::walk::{SCHEMAS, join};
use crate::{Error, Findings};

/// Refuses items that would not compile.
///
/// # Errors
/// Names that do not resolve, types without a size, and everything that is there twice.
pub(crate) fn closed_world(tree: &Tree, model: &Model, findings: &mut Findings) -> Result<(), Error> {
    let places = places(tree);
    findings.step = "closed_world";
    let mut check = Check(findings);
    check.sizes(model);
    check.names(&places, tree);
    check.items(&places);
    check.repeated(&places);
    check.impls(&places);
    findings.check()
}

/// Items, and where in the document they come from.
struct Place<'a> {
    pointer: String,
    items: Vec<&'a syn::Item>,
    methods: Vec<&'a syn::ImplItemFn>,
}

fn places(tree: &Tree) -> Vec<Place<'_>> {
    let types = tree.types.iter().map(|(name, items)| Place {
        pointer: join(SCHEMAS, name),
        items: items.iter().collect(),
        methods: Vec::new(),
    });
    let groups = tree.groups.values().map(|group| Place {
        // An operation of the group stands for all of them.
        pointer: group.pointers.first().cloned().unwrap_or_default(),
        items: group.items.iter().collect(),
        methods: group.methods.iter().collect(),
    });
    types.chain(groups).collect()
}

struct Check<'a>(&'a mut Findings);

impl Check<'_> {
    fn report(&mut self, pointer: &str, message: String) {
        self.0.error(pointer, message);
    }

    fn sizes(&mut self, model: &Model) {
        for name in without_size(model) {
            self.report(&join(SCHEMAS, &name), format!("`{name}` contains itself without a box"));
        }
    }

    /// Every type that is named is declared, or one of those that every file can name.
    fn names(&mut self, places: &[Place<'_>], tree: &Tree) {
        let groups = tree.groups.values().map(|group| group.client.clone());
        let declared: HashSet<String> = places
            .iter()
            .flat_map(|place| place.items.iter().copied().filter_map(item_name))
            .chain(groups)
            .collect();
        for place in places {
            for name in type_names(&place.items, &place.methods) {
                if !declared.contains(&name) && !is_known(&name) {
                    self.report(&place.pointer, format!("unknown type `{name}`"));
                }
            }
        }
    }

    /// All items are exported side by side.
    fn items(&mut self, places: &[Place<'_>]) {
        let mut seen: HashMap<String, &str> = ["Client", "OPERATIONS", "API_VERSION"]
            .map(|name| (name.to_owned(), "the client"))
            .into();
        for place in places {
            for name in place.items.iter().copied().filter_map(item_name) {
                if let Some(other) = seen.insert(name.clone(), &place.pointer) {
                    self.report(&place.pointer, format!("`{name}` is also made of {other}"));
                }
            }
        }
    }

    /// Fields, variants and functions have names of their own.
    fn repeated(&mut self, places: &[Place<'_>]) {
        for place in places {
            let mut functions: Vec<(String, String)> = Vec::new();
            let mut twice = repeated(place.methods.iter().map(|method| method.sig.ident.to_string()));
            for item in &place.items {
                match item {
                    syn::Item::Struct(item) => {
                        let fields = item.fields.iter().filter_map(|field| field.ident.as_ref());
                        twice.extend(repeated(fields.map(ToString::to_string)));
                    }
                    syn::Item::Enum(item) => {
                        twice.extend(repeated(item.variants.iter().map(|variant| variant.ident.to_string())));
                    }
                    syn::Item::Impl(block) if block.trait_.is_none() => {
                        functions.extend(block.items.iter().filter_map(|item| match item {
                            syn::ImplItem::Fn(function) => {
                                Some((impls::written(&block.self_ty), function.sig.ident.to_string()))
                            }
                            _ => None,
                        }));
                    }
                    _ => {}
                }
            }
            twice.extend(
                repeated(functions.into_iter())
                    .into_iter()
                    .map(|(owner, name)| format!("{owner}::{name}")),
            );
            for name in twice {
                self.report(&place.pointer, format!("`{name}` is there twice"));
            }
        }
    }

    fn impls(&mut self, places: &[Place<'_>]) {
        for place in places {
            let all = place.items.iter().flat_map(|item| impls(item));
            for (implemented, owner) in repeated(all) {
                self.report(
                    &place.pointer,
                    format!("`{implemented}` is implemented twice for `{owner}`"),
                );
            }
        }
    }
}

/// What is in a list more than once.
fn repeated<T: Eq + Hash + Clone>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = HashSet::new();
    all.filter(|item| !seen.insert(item.clone())).collect()
}

fn item_name(item: &syn::Item) -> Option<String> {
    match item {
        syn::Item::Struct(item) => Some(item.ident.to_string()),
        syn::Item::Enum(item) => Some(item.ident.to_string()),
        syn::Item::Const(item) => Some(item.ident.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
