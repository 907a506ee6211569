//! A schema with a discriminator becomes a union of the schemas that it distinguishes. A body decoded as the base
//! type would lose what only the subtypes have.
//!
//! Two ways of writing it become one: inheritance (`discriminator` on a base that others name in `allOf`), and
//! `oneOf` with a `mapping`. Every variant holds the base's properties, and its tag as a constant.

mod by_inheritance;
mod by_mapping;
mod variant;

use serde_json::Value;

use self::by_inheritance::{Family, inherit, union_by_inheritance};
use self::by_mapping::union_by_mapping;
use self::variant::component;
use crate::Document;
use crate::keys::ORIGINAL_NAME;
use crate::walk::{SCHEMAS, all_mut, items, join, reached, reference, schemas, schemas_mut, text};

/// See the module's documentation.
pub fn tagged_unions(document: &mut Document) -> usize {
    let mut changes = parents(document);
    let mut bases: Vec<(String, String)> = schemas(&document.root)
        .filter_map(|(name, schema)| {
            let tag = text(schema.get("discriminator")?, "propertyName");
            (!tag.is_empty()).then(|| (name.clone(), tag.to_owned()))
        })
        .collect();
    // Outer ones first: what extends a base is determined by its `allOf`, and that goes when it becomes a union itself.
    bases.sort_by_cached_key(|(name, _)| ancestors(&document.root, name));
    let family = Family::of(&document.root);
    for (name, tag) in bases {
        let is_union = |key| component(&document.root, &name).get(key).is_some();
        let done = if is_union("oneOf") || is_union("anyOf") {
            union_by_mapping(document, &join(SCHEMAS, &name), &tag)
        } else {
            union_by_inheritance(document, &family, &name, &tag)
        };
        changes += usize::from(done);
    }
    for (pointer, tag) in written_in_place(document) {
        changes += usize::from(union_by_mapping(document, &pointer, &tag));
    }
    for (_, schema) in schemas_mut(&mut document.root).iter_mut() {
        if let Value::Object(schema) = schema {
            schema.shift_remove(ORIGINAL_NAME);
        }
    }
    changes
}

/// Unions that list the schemas which extend them: these take over what the union has beside its variants, and the circle
/// is none any more.
fn parents(document: &mut Document) -> usize {
    let root = &document.root;
    let mut found = Vec::new();
    for (name, union) in schemas(root) {
        let key = if union.get("oneOf").is_some() { "oneOf" } else { "anyOf" };
        let extends =
            |child: &&str| items(component(root, child).get("allOf")).any(|part| reference(part) == Some(name));
        let variants: Vec<&str> = items(union.get(key)).filter_map(reference).collect();
        let children = variants.iter().copied().filter(extends);
        let children: Vec<String> = children.map(str::to_owned).collect();
        if children.is_empty() {
            continue;
        }
        let mut base = union.clone();
        if let Value::Object(base) = &mut base {
            base.shift_remove("oneOf");
            base.shift_remove("anyOf");
        }
        found.push((name.clone(), children.len() == variants.len(), children, base));
    }
    let all = schemas_mut(&mut document.root);
    for (name, extend_all, children, base) in &found {
        for child in children {
            if let Some(Value::Object(child)) = all.get_mut(child) {
                inherit(child, name, base.clone());
            }
        }
        if let (true, Some(Value::Object(union))) = (*extend_all, all.get_mut(name)) {
            for key in ["properties", "required", "additionalProperties", "type"] {
                union.shift_remove(key);
            }
        }
    }
    found.len()
}

/// Unions with a discriminator that have no name of their own: pointer and tag.
fn written_in_place(document: &mut Document) -> Vec<(String, String)> {
    let mut found = Vec::new();
    all_mut(&mut document.root, &mut |pointer, schema| {
        let is_component = pointer
            .strip_prefix(SCHEMAS)
            .is_some_and(|rest| rest.matches('/').count() == 1);
        if is_component {
            return;
        }
        let Some(tag) = schema
            .get("discriminator")
            .map(|tag| text(tag, "propertyName").to_owned())
        else {
            return;
        };
        if !tag.is_empty() && (schema.get("oneOf").is_some() || schema.get("anyOf").is_some()) {
            found.push((pointer.to_owned(), tag));
        } else if let Value::Object(schema) = schema {
            schema.shift_remove("discriminator");
        }
    });
    found
}

/// How many schemas a schema extends, directly or through others.
fn ancestors(root: &Value, name: &str) -> usize {
    let all = reached([name], |name, queue| {
        queue.extend(items(component(root, name).get("allOf")).filter_map(reference));
    });
    all.len()
}
