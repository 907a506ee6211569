//! Inheritance: `discriminator` on a base that others name in `allOf`.

use std::collections::HashMap;

use indexmap::{IndexMap, IndexSet};
use serde_json::{Map, Value, json};

use super::by_mapping::union_by_mapping;
use super::variant::{component, default_tag, mapping};
use crate::Document;
use crate::keys::ORIGINAL_NAME;
use crate::walk::{SCHEMAS, fields, items, join, reference, reference_to, schemas, schemas_mut, text};

pub(super) fn union_by_inheritance(document: &mut Document, family: &Family, name: &str, tag: &str) -> bool {
    let base = component(&document.root, name).clone();
    let variants: IndexMap<String, String> = family
        .descendants(name, tag)
        .into_iter()
        .map(|child| (tag_value(&document.root, &base, &child), child))
        .collect();
    if variants.is_empty() {
        document.warn(
            join(SCHEMAS, name),
            "the discriminator has no effect: no other schema names this one in `allOf`",
        );
        if let Some(Value::Object(schema)) = schemas_mut(&mut document.root).get_mut(name) {
            schema.shift_remove("discriminator");
        }
        return false;
    }
    for (value, target) in fields(base.pointer("/discriminator/mapping")) {
        if !variants.contains_key(value) {
            document.warn(
                join(SCHEMAS, name),
                format!("the tag {value:?} has no type of its own ({target}): such an object is kept as one of an unknown kind"),
            );
        }
    }
    for child in variants.values() {
        if let Some(Value::Object(schema)) = schemas_mut(&mut document.root).get_mut(child) {
            schema.shift_remove("x-ms-discriminator-value");
            inherit(schema, name, base.clone());
        }
    }
    let union = json!({
        "description": text(&base, "description"),
        "oneOf": variants.values().map(|child| reference_to(child)).collect::<Vec<_>>(),
        "discriminator": { "propertyName": tag, "mapping": mapping(&variants) },
    });
    schemas_mut(&mut document.root).insert(name.to_owned(), union);
    union_by_mapping(document, &join(SCHEMAS, name), tag)
}

/// Who extends whom, before any of them is changed.
pub(super) struct Family {
    /// The schemas that name a schema in `allOf`.
    children: HashMap<String, Vec<String>>,
    /// The tag of each schema that has one.
    tags: HashMap<String, String>,
}

impl Family {
    pub(super) fn of(root: &Value) -> Self {
        let mut family = Self {
            children: HashMap::new(),
            tags: HashMap::new(),
        };
        for (name, schema) in schemas(root) {
            let parents = items(schema.get("allOf"))
                .filter(|part| part.get("$ref").is_some())
                .filter_map(reference);
            for parent in parents {
                let children = family.children.entry(parent.to_owned()).or_default();
                if !children.contains(name) {
                    children.push(name.clone());
                }
            }
            if let Some(discriminator) = schema.get("discriminator") {
                let tag = text(discriminator, "propertyName").to_owned();
                family.tags.insert(name.clone(), tag);
            }
        }
        family
    }

    /// The schemas that extend `base`, directly or through others, but for those that another tag distinguishes.
    fn descendants(&self, base: &str, tag: &str) -> IndexSet<String> {
        let mut found = IndexSet::new();
        self.collect(base, base, tag, &mut found);
        found
    }

    fn collect(&self, base: &str, parent: &str, tag: &str, found: &mut IndexSet<String>) {
        for child in self.children.get(parent).into_iter().flatten() {
            let same = self.tags.get(child).is_none_or(|own| own == tag);
            if child != base && found.insert(child.clone()) && same {
                self.collect(base, child, tag, found);
            }
        }
    }
}

fn tag_value(root: &Value, base: &Value, child: &str) -> String {
    let explicit = text(component(root, child), "x-ms-discriminator-value");
    if !explicit.is_empty() {
        return explicit.to_owned();
    }
    fields(base.pointer("/discriminator/mapping"))
        .find(|(_, target)| {
            let target = target.as_str().unwrap_or_default();
            target.rsplit('/').next() == Some(child)
        })
        .map_or_else(|| default_tag(root, child), |(value, _)| value.clone())
}

/// The reference to the base in `allOf` becomes the base's own content, without its discriminator.
pub(super) fn inherit(schema: &mut Map<String, Value>, base_name: &str, mut base: Value) {
    if let Some(base) = base.as_object_mut() {
        for key in ["discriminator", "description", "title", "nullable", ORIGINAL_NAME] {
            base.shift_remove(key);
        }
    }
    for part in schema
        .get_mut("allOf")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
    {
        if part.get("$ref").is_some() && reference(part) == Some(base_name) {
            *part = base.clone();
        }
    }
}
