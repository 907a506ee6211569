//! Documentation comments from the document's words.

use serde_json::Value;

use crate::walk::text;

/// `#[doc]` attributes, a line each. What cannot stand in a comment is left out.
pub(crate) fn doc(words: &str) -> Vec<syn::Attribute> {
    let visible: String = words.replace("\r\n", "\n").chars().filter_map(visible).collect();
    visible
        .trim_matches('\n')
        .trim_end()
        .lines()
        .map(|line| {
            let line = line.trim_end();
            let line = if line.is_empty() {
                String::new()
            } else {
                format!(" {line}")
            };
            syn::parse_quote!(#[doc = #line])
        })
        .collect()
}

/// A character as it can stand in a comment: every end of a line as a line feed, nothing that controls terminals or
/// turns the direction of the text around (rustc refuses it).
pub(crate) fn visible(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{feff}' => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// A text as it is written, as a code span of one line.
pub(crate) fn code(text: &str) -> String {
    let text = text
        .escape_debug()
        .to_string()
        .replace("\\\"", "\"")
        .replace("\\'", "'")
        .replace("\\\\", "\\");
    // A fence longer than any row of backticks in the text.
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.trim() != text || text.contains('`') || text.is_empty() {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Paragraphs, without the empty ones.
pub(crate) fn paragraphs<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let parts: Vec<&str> = parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join("\n\n")
}

/// A schema's or parameter's own words, or the given ones where it has none.
pub(crate) fn description_or(value: &Value, otherwise: &str) -> String {
    match text(value, "description") {
        "" => otherwise.to_owned(),
        words => words.to_owned(),
    }
}

/// What the document says of how a value, parameter or operation is used.
pub(crate) fn usage(value: &Value) -> String {
    let is = |key: &str| value.get(key) == Some(&Value::Bool(true));
    let mut words = Vec::new();
    if is("deprecated") {
        words.push("**Deprecated** by the service.");
    }
    if is("readOnly") {
        words.push("Set by the service.");
    }
    if is("writeOnly") {
        words.push("Never comes back from the service.");
    }
    words.join(" ")
}

/// `expires_at` → `Expires at.`: better than nothing where the document is silent.
pub(crate) fn spelled_out(name: &str) -> String {
    let mut words = heck::ToSnakeCase::to_snake_case(name).replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!("{words}.")
}
