//! Descriptions as Markdown that rustdoc shows well: line ends, stray escapes, brackets that are no links, bare
//! URLs, code that is not Rust. Titles go: they repeat names.

mod markdown;

use serde_json::{Map, Value};

use crate::Document;
use crate::keys::DESCRIPTIONS;
use crate::walk::{all_mut, members_mut, operations_mut};

/// A title or another short text on one line, as Markdown that means nothing but its words.
pub fn plain_text(text: &str) -> String {
    let clean = markdown::clean(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// See the module's documentation.
pub fn docs(document: &mut Document) -> usize {
    let mut changes = 0;
    for tag in document
        .root
        .get_mut("tags")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
    {
        changes += tag.as_object_mut().map_or(0, clean_members);
    }
    all_mut(&mut document.root, &mut |_, schema| {
        let Some(schema) = schema.as_object_mut() else {
            return;
        };
        changes += usize::from(schema.shift_remove("title").is_some());
        changes += clean_members(schema);
        for (_, text) in members_mut(schema.get_mut(DESCRIPTIONS)) {
            changes += clean_in_place(text);
        }
    });
    operations_mut(&mut document.root, |_, _, operation| {
        changes += clean_members(operation);
        let parameters = operation.get_mut("parameters").and_then(Value::as_array_mut);
        for parameter in parameters.into_iter().flatten() {
            changes += parameter.as_object_mut().map_or(0, clean_members);
        }
        if let Some(Value::Object(body)) = operation.get_mut("requestBody") {
            changes += clean_members(body);
        }
        for (_, response) in members_mut(operation.get_mut("responses")) {
            changes += response.as_object_mut().map_or(0, clean_members);
            for (_, header) in members_mut(response.get_mut("headers")) {
                changes += header.as_object_mut().map_or(0, clean_members);
            }
        }
    });
    changes
}

fn clean_members(holder: &mut Map<String, Value>) -> usize {
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
