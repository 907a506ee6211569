//! `oneOf` (or `anyOf`) with a discriminator.

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::{find_property, mapping, schema, set_constant};
use crate::Document;
use crate::naming::{type_name, unique};
use crate::walk::{SCHEMAS, join, reference_to, schemas, schemas_mut};

pub(super) fn union_by_mapping(document: &mut Document, name: &str, tag: &str) -> bool {
    let union = schema(&document.root, name);
    let mut list: Vec<Value> = crate::walk::items(union.get("oneOf").or_else(|| union.get("anyOf")))
        .cloned()
        .collect();
    let children: Vec<String> = list
        .iter()
        .filter_map(crate::walk::reference)
        .map(str::to_owned)
        .collect();
    if children.len() != list.len() {
        document.warn(
            join(SCHEMAS, name),
            "tagged_unions",
            "a variant of a union with a discriminator is not a `$ref`: the union is told apart by shape instead",
        );
        if let Some(Value::Object(schema)) = schemas_mut(&mut document.root).get_mut(name) {
            schema.shift_remove("discriminator");
        }
        return false;
    }
    let union = union.clone();
    let mut variants = IndexMap::new();
    for child in children {
        let only = find_property_of(&document.root, &child, tag)
            .and_then(|property| property.pointer("/enum/0").cloned())
            .and_then(|value| value.as_str().map(str::to_owned));
        let mapped = crate::walk::members(union.pointer("/discriminator/mapping"))
            .filter(|(_, target)| target.as_str().unwrap_or_default().rsplit('/').next() == Some(&child))
            .map(|(value, _)| value.clone());
        let values: Vec<String> = mapped.collect();
        let value = values.first().cloned().or(only).unwrap_or_else(|| child.clone());
        for also in values.into_iter().skip(1) {
            // Another tag is another constant, and so another type.
            let mut copy = schema(&document.root, &child).clone();
            if let Value::Object(copy) = &mut copy
                && !copy.contains_key("oneOf")
                && !copy.contains_key("anyOf")
            {
                set_constant(copy, tag, &also);
            }
            let wanted = type_name(&format!("{child} {also}"));
            let name = unique(wanted, |name| schemas(&document.root).any(|(other, _)| other == name));
            list.push(reference_to(&name));
            schemas_mut(&mut document.root).insert(name.clone(), copy);
            variants.insert(also, name);
        }
        // A variant that is a union itself says in its own variants which tag they have.
        if let Some(Value::Object(schema)) = schemas_mut(&mut document.root).get_mut(&child)
            && !schema.contains_key("oneOf")
            && !schema.contains_key("anyOf")
        {
            set_constant(schema, tag, &value);
        }
        variants.insert(value, child);
    }
    if let Some(Value::Object(schema)) = schemas_mut(&mut document.root).get_mut(name) {
        schema.shift_remove("anyOf");
        schema.insert("oneOf".to_owned(), Value::Array(list));
        schema.insert(
            "discriminator".to_owned(),
            json!({ "propertyName": tag, "mapping": mapping(&variants) }),
        );
    }
    true
}

fn find_property_of(root: &Value, name: &str, property: &str) -> Option<Value> {
    find_property(schema(root, name).as_object()?, property)
}
