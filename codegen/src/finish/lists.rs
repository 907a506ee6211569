//! Pages of lists: where their items are, and what they say of the next one.

use quote::{format_ident, quote};

use crate::model::{List, Step};

/// How the list's type says what is in it.
pub(super) fn items(name: &str, list: &List) -> syn::Item {
    let ident = format_ident!("{name}");
    let item = &list.item;
    let items = borrowed(&list.items, &quote!(as_slice), &quote!(as_deref));
    let items = match (list.items.as_slice(), &items) {
        (
            [
                Step {
                    ident,
                    is_option: false,
                },
            ],
            _,
        ) => {
            let ident = format_ident!("{ident}");
            quote!(&self.#ident)
        }
        (_, items) => quote!(#items.unwrap_or_default()),
    };
    let owned = owned(&list.items);
    let next = match &list.next {
        Some(path) => borrowed(path, &quote!(as_str), &quote!(as_deref)),
        None => quote!(None),
    };
    syn::parse_quote! {
        impl azure_openai_core::paging::List for #ident {
            type Item = #item;

            fn items(&self) -> &[Self::Item] {
                #items
            }

            fn into_items(self) -> Vec<Self::Item> {
                #owned
            }

            fn item_id(_: &Self::Item) -> Option<&str> {
                None
            }

            fn next(&self) -> azure_openai_core::paging::Next<'_> {
                azure_openai_core::paging::Next::Link(#next)
            }
        }
    }
}

/// The value at a path as an `Option` of what it derefs to.
fn borrowed(
    path: &[Step],
    always: &proc_macro2::TokenStream,
    optional: &proc_macro2::TokenStream,
) -> proc_macro2::TokenStream {
    let mut expression = quote!();
    for (index, Step { ident, is_option }) in path.iter().enumerate() {
        let ident = format_ident!("{ident}");
        let is_last = index + 1 == path.len();
        expression = match (index, is_last, is_option) {
            (0, true, true) => quote!(self.#ident.#optional()),
            (0, true, false) => quote!(Some(self.#ident.#always())),
            (0, false, true) => quote!(self.#ident.as_ref()),
            (0, false, false) => quote!(Some(&self.#ident)),
            (_, true, true) => quote!(#expression.and_then(|inner| inner.#ident.#optional())),
            (_, true, false) => quote!(#expression.map(|inner| inner.#ident.#always())),
            (_, false, true) => quote!(#expression.and_then(|inner| inner.#ident.as_ref())),
            (_, false, false) => quote!(#expression.map(|inner| &inner.#ident)),
        };
    }
    expression
}

/// The list at a path, taken out.
fn owned(path: &[Step]) -> proc_macro2::TokenStream {
    let mut expression = quote!();
    let mut is_open = false;
    for (index, Step { ident, is_option }) in path.iter().enumerate() {
        let ident = format_ident!("{ident}");
        expression = match (index, is_open, is_option) {
            (0, ..) => quote!(self.#ident),
            (_, false, _) => quote!(#expression.#ident),
            (_, true, true) => quote!(#expression.and_then(|inner| inner.#ident)),
            (_, true, false) => quote!(#expression.map(|inner| inner.#ident)),
        };
        is_open |= is_option;
    }
    match is_open {
        true => quote!(#expression.unwrap_or_default()),
        false => expression,
    }
}
