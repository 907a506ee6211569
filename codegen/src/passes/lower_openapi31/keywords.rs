//! Keywords that 3.0 spells otherwise.

use serde_json::{Map, Value, json};

use super::Lower;
use crate::walk::kind_of;

pub(super) fn lower(map: &mut Map<String, Value>) {
    // Examples of the values, which need not even fit the schema.
    map.shift_remove("examples");
    map.shift_remove("$comment");
    lower_const(map);
    lower_bound(map, "minimum", "exclusiveMinimum", |exclusive, inclusive| {
        exclusive >= inclusive
    });
    lower_bound(map, "maximum", "exclusiveMaximum", |exclusive, inclusive| {
        exclusive <= inclusive
    });
}

/// `const` is an `enum` of one; 3.0 wants a type beside it.
fn lower_const(map: &mut Map<String, Value>) {
    let Some(value) = map.shift_remove("const") else {
        return;
    };
    if !map.contains_key("type") && !map.contains_key("$ref") {
        map.insert("type".to_owned(), json!(kind_of(&value)));
    }
    map.insert("enum".to_owned(), json!([value]));
}

/// An exclusive bound is a number in 3.1 and a flag of the inclusive one in 3.0; where both are given, the narrower stays.
fn lower_bound(map: &mut Map<String, Value>, inclusive: &str, exclusive: &str, narrower: fn(f64, f64) -> bool) {
    let Some(bound) = map.get(exclusive).filter(|bound| bound.is_number()).cloned() else {
        return;
    };
    map.shift_remove(exclusive);
    let wins = match (bound.as_f64(), map.get(inclusive).and_then(Value::as_f64)) {
        (Some(bound), Some(other)) => narrower(bound, other),
        _ => true,
    };
    if wins {
        map.insert(inclusive.to_owned(), bound);
        map.insert(exclusive.to_owned(), json!(true));
    }
}

impl Lower<'_> {
    /// Bytes: base64 text is `format: byte` or `format: base64url`, raw ones are `format: binary`.
    pub(super) fn content_keywords(&mut self, map: &mut Map<String, Value>, pointer: &str) {
        let encoding = map.shift_remove("contentEncoding");
        let media = map.shift_remove("contentMediaType");
        let text_media = |media: &str| media.starts_with("text/") || media.ends_with("json");
        let format = match (
            encoding.as_ref().and_then(Value::as_str),
            media.as_ref().and_then(Value::as_str),
        ) {
            (Some("base64"), _) => Some("byte"),
            (Some("base64url"), _) => Some("base64url"),
            (Some("7bit" | "8bit"), _) | (None, None) => None,
            (Some("binary"), _) => Some("binary"),
            (Some(other), _) => {
                self.0.warn(
                    pointer,
                    format!("`contentEncoding: {other}` cannot be expressed; the text is passed on as it is"),
                );
                None
            }
            (None, Some(media)) if text_media(media) => None,
            (None, Some(_)) => Some("binary"),
        };
        let Some(format) = format else { return };
        // In 3.1 the content of a file has no type at all.
        map.entry("type").or_insert_with(|| json!("string"));
        map.entry("format").or_insert_with(|| json!(format));
    }
}
