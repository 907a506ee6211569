//! Documentation comments from the document's words.

use serde_json::Value;

use crate::walk::text;

/// `#[doc]` attributes, a line each.
pub fn doc(words: &str) -> Vec<syn::Attribute> {
    words
        .trim()
        .lines()
        .map(|line| {
            let line = if line.is_empty() { String::new() } else { format!(" {line}") };
            syn::parse_quote!(#[doc = #line])
        })
        .collect()
}

/// Paragraphs, without the empty ones.
pub fn paragraphs<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let parts: Vec<&str> = parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

/// A schema's or parameter's own words, or the given ones where it has none.
pub fn description_or(value: &Value, otherwise: &str) -> String {
    match text(value, "description") {
        "" => otherwise.to_owned(),
        words => words.to_owned(),
    }
}

/// `expires_at` → `Expires at.`: better than nothing where the document is silent.
pub fn spelled_out(name: &str) -> String {
    let mut words = heck::ToSnakeCase::to_snake_case(name).replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!("{words}.")
}
