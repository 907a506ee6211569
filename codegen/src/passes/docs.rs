//! Descriptions as Markdown that rustdoc shows well: line ends, stray escapes, brackets that are no links, bare
//! URLs. Titles go: they repeat names.

use serde_json::{Map, Value};

use super::enums::DESCRIPTIONS;
use crate::walk::{all_mut, members_mut, operations_mut};
use crate::{Document, Error};

/// See the module's documentation.
///
/// # Errors
/// None.
pub fn docs(document: &mut Document) -> Result<usize, Error> {
    let mut changes = 0;
    all_mut(&mut document.root, &mut |_, schema| {
        let Some(schema) = schema.as_object_mut() else { return };
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
    Ok(changes)
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
    let cleaned = clean(text);
    let changed = cleaned != *text;
    *text = cleaned;
    usize::from(changed)
}

/// One description.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace("\\\"", "\"");
    let lines: Vec<String> = text.lines().map(|line| clean_line(line.trim_end())).collect();
    lines.join("\n").trim().to_owned()
}

/// Outside of code spans: URLs between angle brackets, other angle and square brackets escaped.
fn clean_line(line: &str) -> String {
    let mut result = String::with_capacity(line.len());
    let mut rest = line;
    let mut in_code = false;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        match c {
            '`' => in_code = !in_code,
            '[' if !in_code => match link(rest) {
                Some(link) => {
                    result.push_str(link);
                    rest = &rest[link.len()..];
                    continue;
                }
                None => result.push('\\'),
            },
            ']' | '<' if !in_code => result.push('\\'),
            'h' if !in_code && (rest.starts_with("https://") || rest.starts_with("http://")) => {
                let url = url(rest);
                result.push_str(&format!("<{url}>"));
                rest = &rest[url.len()..];
                continue;
            }
            _ => {}
        }
        result.push(c);
        rest = after;
    }
    if in_code {
        // An odd backtick would swallow the rest.
        result = result.replace('`', "'");
    }
    result
}

/// A whole `[text](target)` at the beginning.
fn link(text: &str) -> Option<&str> {
    let middle = text.find("](")?;
    let end = text[middle..].find(')')? + middle;
    let label = &text[1..middle];
    (!label.contains(['[', ']'])).then(|| &text[..=end])
}

/// A URL at the beginning, without the punctuation of the sentence around it.
fn url(text: &str) -> &str {
    let end = text
        .find(|c: char| c.is_whitespace() || "<>\"')]".contains(c))
        .unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ',', ';', ':'])
}
