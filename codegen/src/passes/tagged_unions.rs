//! A schema with a discriminator becomes a union of the schemas that it tells apart. A body decoded as the base
//! type would lose what only the subtypes have.
//!
//! Two ways of writing it become one: inheritance (`discriminator` on a base that others name in `allOf`), and
//! `oneOf` with a `mapping`. Every variant holds the base's properties, and its tag as a constant.

use std::collections::{HashMap, HashSet};

mod by_mapping;

use indexmap::{IndexMap, IndexSet};
use serde_json::{Map, Value, json};

use self::by_mapping::union_by_mapping;
use crate::keys::{CONSTANT, ORIGINAL_NAME};
use crate::naming::{type_name, unique};
use crate::walk::{SCHEMAS, all_mut, join, reference, reference_to, schemas, schemas_mut, text};
use crate::{Document, Error};

/// See the module's documentation.
///
/// # Errors
/// None: a discriminator that tells nothing apart is a warning, and its schema stays as it is.
pub fn tagged_unions(document: &mut Document) -> Result<usize, Error> {
    let mut changes = parents(document);
    let mut bases: Vec<(String, String)> = schemas(&document.root)
        .filter_map(|(name, schema)| {
            let tag = text(schema.get("discriminator")?, "propertyName");
            (!tag.is_empty()).then(|| (name.clone(), tag.to_owned()))
        })
        .collect();
    // Outer ones first: what extends a base is told by its `allOf`, and that goes when it becomes a union itself.
    bases.sort_by_cached_key(|(name, _)| ancestors(&document.root, name));
    let family = Family::of(&document.root);
    for (name, tag) in bases {
        let is_union = |key| schema(&document.root, &name).get(key).is_some();
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
    Ok(changes)
}

/// Unions that list the schemas which extend them: these take over what the union has beside its variants, and the circle
/// is none any more.
fn parents(document: &mut Document) -> usize {
    let root = document.root.clone();
    let mut changes = 0;
    for (name, union) in schemas(&root) {
        let key = if union.get("oneOf").is_some() { "oneOf" } else { "anyOf" };
        let extends = |child: &&str| {
            crate::walk::items(schema(&root, child).get("allOf")).any(|part| reference(part) == Some(name))
        };
        let variants: Vec<&str> = crate::walk::items(union.get(key)).filter_map(reference).collect();
        let children: Vec<&str> = variants.iter().copied().filter(extends).collect();
        if children.is_empty() {
            continue;
        }
        let mut base = union.clone();
        if let Value::Object(base) = &mut base {
            base.shift_remove("oneOf");
            base.shift_remove("anyOf");
        }
        let all = schemas_mut(&mut document.root);
        for child in &children {
            if let Some(Value::Object(child)) = all.get_mut(*child) {
                inherit(child, name, base.clone());
            }
        }
        if let (true, Some(Value::Object(union))) = (children.len() == variants.len(), all.get_mut(name)) {
            for key in ["properties", "required", "additionalProperties", "type"] {
                union.shift_remove(key);
            }
        }
        changes += 1;
    }
    changes
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

fn schema<'a>(root: &'a Value, name: &str) -> &'a Value {
    root.pointer(SCHEMAS)
        .and_then(|all| all.get(name))
        .unwrap_or(&Value::Null)
}

/// How many schemas a schema extends, directly or through others.
fn ancestors(root: &Value, name: &str) -> usize {
    let mut seen = HashSet::new();
    let mut queue = vec![name];
    while let Some(next) = queue.pop() {
        if seen.insert(next) {
            let parts = crate::walk::items(schema(root, next).get("allOf"));
            queue.extend(parts.filter_map(crate::walk::reference));
        }
    }
    seen.len()
}

fn union_by_inheritance(document: &mut Document, family: &Family, name: &str, tag: &str) -> bool {
    let base = schema(&document.root, name).clone();
    let variants: IndexMap<String, String> = family
        .descendants(name, tag)
        .into_iter()
        .map(|child| (tag_value(&document.root, &base, &child), child))
        .collect();
    let drop_discriminator = |root: &mut Value| {
        if let Some(Value::Object(schema)) = schemas_mut(root).get_mut(name) {
            schema.shift_remove("discriminator");
        }
    };
    if variants.is_empty() {
        document.warn(
            join(SCHEMAS, name),
            "tagged_unions",
            "the discriminator tells nothing apart: no other schema names this one in `allOf`",
        );
        drop_discriminator(&mut document.root);
        return false;
    }
    for (value, target) in crate::walk::members(base.pointer("/discriminator/mapping")) {
        if !variants.contains_key(value) {
            document.warn(
                join(SCHEMAS, name),
                "tagged_unions",
                format!("the tag {value:?} has no type of its own ({target}): such an object is kept as one of an unknown kind"),
            );
        }
    }
    let mut named = IndexMap::new();
    for (value, child) in &variants {
        if let Some(Value::Object(schema)) = schemas_mut(&mut document.root).get_mut(child) {
            schema.shift_remove("x-ms-discriminator-value");
            inherit(schema, name, base.clone());
        }
        named.insert(value.clone(), as_variant(document, child, tag, value, &[]));
    }
    let variants = named;
    let union = json!({
        "description": text(&base, "description"),
        "oneOf": variants.values().map(|child| reference_to(child)).collect::<Vec<_>>(),
        "discriminator": { "propertyName": tag, "mapping": mapping(&variants) },
    });
    schemas_mut(&mut document.root).insert(name.to_owned(), union);
    true
}

/// Who extends whom, before any of them is changed.
struct Family {
    /// The schemas that name a schema in `allOf`.
    children: HashMap<String, Vec<String>>,
    /// The tag of each schema that has one.
    tags: HashMap<String, String>,
}

impl Family {
    fn of(root: &Value) -> Self {
        let mut family = Self {
            children: HashMap::new(),
            tags: HashMap::new(),
        };
        for (name, schema) in schemas(root) {
            let parents = crate::walk::items(schema.get("allOf"))
                .filter(|part| part.get("$ref").is_some())
                .filter_map(crate::walk::reference);
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

    /// The schemas that extend `base`, directly or through others, but for those that another tag tells apart.
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
    let explicit = text(schema(root, child), "x-ms-discriminator-value");
    if !explicit.is_empty() {
        return explicit.to_owned();
    }
    crate::walk::members(base.pointer("/discriminator/mapping"))
        .find(|(_, target)| {
            let target = target.as_str().unwrap_or_default();
            target.rsplit('/').next() == Some(child)
        })
        .map_or_else(|| default_tag(root, child), |(value, _)| value.clone())
}

/// What the tag of a schema is where nothing says so: the name that the document gives it.
fn default_tag(root: &Value, child: &str) -> String {
    match text(schema(root, child), ORIGINAL_NAME) {
        "" => child.to_owned(),
        original => original.to_owned(),
    }
}

/// The schema as a variant with that tag: itself, or a copy where it is one with another tag already.
fn as_variant(document: &mut Document, child: &str, tag: &str, value: &str, taken: &[String]) -> String {
    let mut variant = schema(&document.root, child).clone();
    let Value::Object(members) = &mut variant else {
        return child.to_owned();
    };
    // A variant that is a union itself says in its own variants which tag they have.
    if members.contains_key("oneOf") || members.contains_key("anyOf") {
        return child.to_owned();
    }
    let before = find_property(members, tag).and_then(|property| property.get(CONSTANT).map(as_tag));
    let is_other = taken.iter().any(|name| name == child) || before.is_some_and(|before| before != value);
    set_constant(members, tag, value);
    let name = if is_other {
        unique(type_name(&format!("{child} {value}")), |name| {
            schemas(&document.root).any(|(other, schema)| other == name && *schema != variant)
        })
    } else {
        child.to_owned()
    };
    schemas_mut(&mut document.root).insert(name.clone(), variant);
    name
}

fn as_tag(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The reference to the base in `allOf` becomes the base's own content, without its discriminator.
fn inherit(schema: &mut Map<String, Value>, base_name: &str, mut base: Value) {
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
        if part.get("$ref").is_some() && crate::walk::reference(part) == Some(base_name) {
            *part = base.clone();
        }
    }
}

/// The tag, wherever among the schema's own parts it is declared, is required and always the same.
fn set_constant(schema: &mut Map<String, Value>, tag: &str, value: &str) {
    let declared = find_property(schema, tag).unwrap_or_else(|| json!({ "type": "string" }));
    remove_property(schema, tag);
    let declared_kind = declared.clone();
    let mut constant = match declared {
        Value::Object(declared) if !declared.contains_key("$ref") && !declared.contains_key("allOf") => {
            let mut string = Map::new();
            string.insert("type".to_owned(), json!("string"));
            if let Some(description) = declared.get("description") {
                string.insert("description".to_owned(), description.clone());
            }
            string
        }
        // A tag whose values are a named enumeration keeps that type.
        Value::Object(mut declared) if declared.contains_key("allOf") => {
            declared.shift_remove("enum");
            declared
        }
        reference => Map::from_iter([("allOf".to_owned(), json!([reference]))]),
    };
    let typed = match text(&declared_kind, "type") {
        "integer" | "number" | "boolean" => serde_json::from_str(value).ok(),
        _ => None,
    };
    if let Some(kind) = typed.as_ref().and(declared_kind.get("type")) {
        constant.insert("type".to_owned(), kind.clone());
    }
    constant.insert(CONSTANT.to_owned(), typed.unwrap_or_else(|| json!(value)));
    let mut properties = Map::from_iter([(tag.to_owned(), Value::Object(constant))]);
    if let Some(Value::Object(own)) = schema.shift_remove("properties") {
        properties.extend(own);
    }
    schema.insert("properties".to_owned(), Value::Object(properties));
    let required = schema.entry("required").or_insert_with(|| json!([]));
    if let Value::Array(required) = required
        && !required.contains(&json!(tag))
    {
        required.insert(0, json!(tag));
    }
}

fn find_property(schema: &Map<String, Value>, name: &str) -> Option<Value> {
    let own = schema.get("properties").and_then(|all| all.get(name));
    own.cloned().or_else(|| {
        crate::walk::items(schema.get("allOf"))
            .filter_map(Value::as_object)
            .find_map(|part| find_property(part, name))
    })
}

fn remove_property(schema: &mut Map<String, Value>, name: &str) {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.shift_remove(name);
    }
    if let Some(Value::Array(parts)) = schema.get_mut("allOf") {
        for part in parts.iter_mut().filter_map(Value::as_object_mut) {
            remove_property(part, name);
        }
    }
}

fn mapping(variants: &IndexMap<String, String>) -> Map<String, Value> {
    variants
        .iter()
        .map(|(value, child)| (value.clone(), json!(format!("#/components/schemas/{child}"))))
        .collect()
}
