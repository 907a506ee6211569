//! `oneOf` (or `anyOf`) with a discriminator.

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::variant::{as_variant, component, default_tag, find_property, mapping};
use crate::Document;
use crate::keys::ORIGINAL_NAME;
use crate::naming::{pascal, type_name, unique};
use crate::walk::{SCHEMAS, fields, items, reference, reference_to, schemas, schemas_mut, text};

/// Makes the union at that place one whose tag names the variant.
pub(super) fn union_by_mapping(document: &mut Document, pointer: &str, tag: &str) -> bool {
    let Some(union) = document.root.pointer(pointer).cloned() else {
        return false;
    };
    let list: Vec<Value> = items(union.get("oneOf").or_else(|| union.get("anyOf")))
        .cloned()
        .collect();
    let mut children: Vec<String> = Vec::new();
    for variant in &list {
        let child = match reference(variant) {
            Some(child) => Some(child.to_owned()),
            None => place(document, pointer, variant, tag),
        };
        // Another mention of a variant adds nothing.
        children.extend(child.filter(|child| !children.contains(child)));
    }
    let is_whole = list.iter().all(|variant| match reference(variant) {
        Some(child) => ["", "object"].contains(&text(component(&document.root, child), "type")),
        None => tag_values(variant.as_object(), tag).len() == 1,
    });
    if children.is_empty() || !is_whole {
        document.warn(
            pointer,
            "a variant of a union with a discriminator has no tag: the union is distinguished by shape instead",
        );
        if let Some(Value::Object(schema)) = document.root.pointer_mut(pointer) {
            schema.shift_remove("discriminator");
        }
        return false;
    }
    let mut variants = IndexMap::new();
    let mut types = Vec::new();
    for child in children {
        let mapped = fields(union.pointer("/discriminator/mapping"))
            .filter(|(_, target)| target.as_str().unwrap_or_default().rsplit('/').next() == Some(&child))
            .map(|(value, _)| value.clone());
        let mut values: Vec<String> = mapped.collect();
        if values.is_empty() {
            values = tag_values(component(&document.root, &child).as_object(), tag);
        }
        if values.is_empty() {
            values.push(default_tag(&document.root, &child));
        }
        for value in values {
            if variants.contains_key(&value) {
                continue;
            }
            let variant = as_variant(document, &child, tag, &value, &types);
            types.push(variant.clone());
            variants.insert(value, variant);
        }
    }
    if let Some(Value::Object(schema)) = document.root.pointer_mut(pointer) {
        // Its variants have what stands beside it.
        for key in ["anyOf", "properties", "required", "type", "additionalProperties"] {
            schema.shift_remove(key);
        }
        let list: Vec<Value> = types.iter().map(|name| reference_to(name)).collect();
        schema.insert("oneOf".to_owned(), Value::Array(list));
        schema.insert(
            "discriminator".to_owned(),
            json!({ "propertyName": tag, "mapping": mapping(&variants) }),
        );
    }
    true
}

/// The values that a schema allows for its tag.
fn tag_values(schema: Option<&serde_json::Map<String, Value>>, tag: &str) -> Vec<String> {
    let property = schema.and_then(|schema| find_property(schema, tag)).unwrap_or_default();
    items(property.get("enum"))
        .filter_map(|value| match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
            _ => None,
        })
        .collect()
}

/// A variant that is written in place, as a component of its own.
fn place(document: &mut Document, pointer: &str, variant: &Value, tag: &str) -> Option<String> {
    let value = tag_values(variant.as_object(), tag).into_iter().next()?;
    let owner: String = pointer
        .strip_prefix(SCHEMAS)
        .unwrap_or_default()
        .split('/')
        .filter(|part| !["properties", "items", "oneOf", "anyOf", "allOf", ""].contains(part))
        .map(pascal)
        .collect();
    let wanted = match text(variant, "title") {
        "" => format!("{owner} {value}"),
        title => title.to_owned(),
    };
    let name = unique(type_name(&wanted), |name| {
        schemas(&document.root).any(|(other, _)| other == name)
    });
    let mut variant = variant.clone();
    if let Value::Object(variant) = &mut variant {
        variant.shift_remove(ORIGINAL_NAME);
    }
    schemas_mut(&mut document.root).insert(name.clone(), variant);
    Some(name)
}
