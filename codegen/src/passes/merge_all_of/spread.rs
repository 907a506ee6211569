//! Properties beside `oneOf` or `anyOf`.

use serde_json::{Map, Value, json};

use super::both::SHAPES;
use crate::keys::{RUST_TYPE, SCHEMA_NAME, VARIANT};
use crate::naming::pascal;
use crate::walk::{items, reference, resolve, text};

/// Takes away alternatives that only say which fields must be there, and puts what stands beside a union into each of
/// its variants. Says whether anything changed.
pub(super) fn spread(root: &Value, schema: &mut Value) -> bool {
    let Value::Object(schema) = schema else {
        return false;
    };
    let mut changed = false;
    for key in ["oneOf", "anyOf"] {
        // One field or another must be there: each of them is one that can be unset.
        let says_nothing = |variants: &Value| items(Some(variants)).all(|variant| !has_shape(resolve(root, variant)));
        if schema.get(key).is_some_and(says_nothing) {
            schema.shift_remove(key);
            changed = true;
        }
    }
    let has_properties = schema
        .get("properties")
        .and_then(Value::as_object)
        .is_some_and(|properties| !properties.is_empty());
    if !has_properties || schema.contains_key("discriminator") {
        return changed;
    }
    let Some(key) = ["oneOf", "anyOf"].into_iter().find(|key| schema.contains_key(*key)) else {
        return changed;
    };
    let variants = schema.shift_remove(key).unwrap_or_default();
    // A second union beside the first only narrows what the fields can be.
    schema.shift_remove("anyOf");
    let mut base = std::mem::take(schema);
    for key in ["description", "title", "nullable", SCHEMA_NAME, VARIANT, "deprecated"] {
        if let Some(value) = base.shift_remove(key) {
            schema.insert(key.to_owned(), value);
        }
    }
    let variants = items(Some(&variants)).map(|variant| with_base(&base, variant));
    let variants: Vec<Value> = variants.collect();
    schema.insert("oneOf".to_owned(), Value::Array(variants));
    true
}

fn with_base(base: &Map<String, Value>, variant: &Value) -> Value {
    let mut whole = json!({ "allOf": [base, variant] });
    let title = match (text(variant, "title"), reference(variant)) {
        ("", Some(name)) => pascal(name),
        (title, _) => title.to_owned(),
    };
    if !title.is_empty() {
        whole["title"] = json!(title);
    }
    if let Some(description) = variant.get("description") {
        whole["description"] = description.clone();
    }
    whole
}

/// Whether a schema says more of a value than that it is an object with certain fields.
fn has_shape(schema: &Value) -> bool {
    let says_more = |key: &&str| !["type", "format", "required"].contains(key) && schema.get(key).is_some();
    !["", "object"].contains(&text(schema, "type")) || SHAPES.iter().chain([&RUST_TYPE]).any(says_more)
}
