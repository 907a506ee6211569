//! Descriptions as Markdown that rustdoc shows well: line ends, stray escapes, brackets that are no links, bare
//! URLs, code that is not Rust. Titles go: they repeat names.

mod markdown;

use serde_json::Value;

use crate::keys::DESCRIPTIONS;
use crate::walk::{Kind, fields_mut, walk_mut};
use crate::{Dialect, Document};

/// A title or another short text on one line, as Markdown that means nothing but its words.
pub fn plain_text(text: &str) -> String {
    let clean = markdown::clean(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// See the module's documentation.
pub fn docs(document: &mut Document) -> usize {
    let mut changes = 0;
    let root = &mut document.root;
    for tag in root.get_mut("tags").and_then(Value::as_array_mut).into_iter().flatten() {
        changes += clean_members(tag);
    }
    walk_mut(root, Dialect::OpenApi30, &mut |node| {
        if node.kind.is_schema()
            && let Value::Object(schema) = &mut *node.value
        {
            changes += usize::from(schema.shift_remove("title").is_some());
            for (_, text) in fields_mut(schema.get_mut(DESCRIPTIONS)) {
                changes += clean_in_place(text);
            }
        }
        // What a path says of itself is not shown.
        if !matches!(node.kind, Kind::PathItem | Kind::SecurityScheme) {
            changes += clean_members(node.value);
        }
    });
    changes
}

fn clean_members(holder: &mut Value) -> usize {
    let mut changes = 0;
    for key in ["summary", "description"] {
        changes += holder.get_mut(key).map_or(0, clean_in_place);
    }
    changes
}

fn clean_in_place(value: &mut Value) -> usize {
    let Value::String(text) = value else { return 0 };
    let cleaned = markdown::clean(text);
    let changed = cleaned != *text;
    *text = cleaned;
    usize::from(changed)
}
