//! The paths that an item names.

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItem, Item, Meta, Path, Visibility};

use super::uses::{self, Use};

/// A path, as written.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub(super) path: Vec<String>,
    /// A `use` that others see.
    pub(super) reexport: bool,
    /// The name of a macro that is invoked.
    pub(super) invoked: bool,
}

impl Mention {
    /// The path of a `use`, unless it ends in `*`.
    pub(super) fn of(import: &Use, reexport: bool) -> Option<Self> {
        import.name.as_ref()?;
        Some(Self {
            path: import.path.clone(),
            reexport,
            invoked: false,
        })
    }
}

/// Whether attributes leave an item out of everything but tests.
pub(super) fn is_test_only(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => {
            let condition = list.tokens.to_string().replace(' ', "");
            condition == "test" || condition.starts_with("all(test,")
        }
        meta => meta.path().is_ident("test"),
    })
}

/// The attributes of an item.
pub(super) fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// The name that an item defines in its module.
pub(super) fn name(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(ident.to_string())
}

/// Adds every path that an item names, and the names that it brings into scope.
pub(super) fn read(item: &Item, mentions: &mut Vec<Mention>, uses: &mut Vec<Use>) {
    Reader { mentions, uses }.visit_item(item);
}

struct Reader<'a> {
    mentions: &'a mut Vec<Mention>,
    uses: &'a mut Vec<Use>,
}

impl Reader<'_> {
    fn add(&mut self, path: Vec<String>, invoked: bool) {
        self.mentions.push(Mention {
            path,
            reexport: false,
            invoked,
        });
    }

    fn add_path(&mut self, path: &Path, invoked: bool) {
        if path.leading_colon.is_none() {
            let segments = path.segments.iter().map(|segment| segment.ident.to_string());
            self.add(segments.collect(), invoked);
        }
    }

    /// Paths among the tokens of a macro: identifiers joined by `::`, unless they follow a dot.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        let mut path: Vec<String> = Vec::new();
        let (mut colons, mut skipped) = (0, false);
        loop {
            let token = tokens.next();
            match &token {
                Some(TokenTree::Punct(punct)) if punct.as_char() == ':' && !path.is_empty() => {
                    colons += 1;
                    continue;
                }
                Some(TokenTree::Ident(ident)) if colons == 2 => {
                    path.push(ident.to_string());
                    colons = 0;
                    continue;
                }
                _ => {}
            }
            if !path.is_empty() {
                let invoked = matches!(&token, Some(TokenTree::Punct(punct)) if punct.as_char() == '!');
                let path = std::mem::take(&mut path);
                if !std::mem::take(&mut skipped) {
                    self.add(path, invoked);
                }
            }
            colons = 0;
            match token {
                None => break,
                Some(TokenTree::Ident(ident)) => path.push(ident.to_string()),
                Some(TokenTree::Group(group)) => {
                    skipped = false;
                    self.add_tokens(group.stream());
                }
                // A field or a method, but not the end of a range.
                Some(TokenTree::Punct(punct)) => skipped = punct.as_char() == '.' && !skipped,
                Some(TokenTree::Literal(_)) => skipped = false,
            }
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_path(&mut self, path: &'ast Path) {
        self.add_path(path, false);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, invoked: &'ast syn::Macro) {
        self.add_path(&invoked.path, true);
        self.add_tokens(invoked.tokens.clone());
    }

    /// Within a function; the name is then known in all of the module, which is near enough.
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        for name in uses::names(&item.tree) {
            self.mentions.extend(Mention::of(&name, false));
            self.uses.push(name);
        }
    }

    /// Names modules as `pub(in crate::x)`, and imports nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        let attributes = match item {
            ImplItem::Const(item) => &item.attrs,
            ImplItem::Fn(item) => &item.attrs,
            ImplItem::Type(item) => &item.attrs,
            _ => return visit::visit_impl_item(self, item),
        };
        if !is_test_only(attributes) {
            visit::visit_impl_item(self, item);
        }
    }

    /// Derive macros take paths in strings: `#[serde(with = "crate::value::timestamp")]`.
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if let Meta::List(list) = &attribute.meta
            && !list.path.is_ident("doc")
        {
            for token in list.tokens.clone() {
                let TokenTree::Literal(literal) = token else { continue };
                let text = literal.to_string();
                if let Ok(path) = syn::parse_str::<Path>(text.trim_matches('"'))
                    && path.segments.len() > 1
                {
                    let segments = path.segments.iter().map(|segment| segment.ident.to_string());
                    self.add(segments.collect(), false);
                }
            }
            self.add_tokens(list.tokens.clone());
        }
    }
}
