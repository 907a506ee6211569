//! References to places that are not components: the later stages know only `#/components/<kind>/<name>`.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::{Map, Value, json};

use crate::document::{Dialect, Document};
use crate::reference::{follow, join, local_pointer, reference_of, reference_to, tokens};
use crate::walk::{Kind, Node, walk, walk_mut};

/// How often copies may bring along references that are copied in turn.
const MAX_ROUNDS: usize = 4;

/// How many values all copies may add together.
const MAX_COPIED_VALUES: usize = 500_000;

/// Path items that are a `$ref` are written out; what stands beside the `$ref` wins. Gives how many.
pub(super) fn inline_path_items(document: &mut Document) -> usize {
    copy_while_found(document, |root, node| {
        (node.kind == Kind::PathItem && reference_of(node.value).is_some())
            .then(|| follow(root, node.value))
            .flatten()
    })
}

/// Copies what `target` finds for a node into the node, until nothing is found.
fn copy_while_found(
    document: &mut Document,
    target: impl for<'a> Fn(&'a Value, &Node<'_, &'a Value>) -> Option<&'a Value>,
) -> usize {
    let mut count = 0;
    let mut budget = MAX_COPIED_VALUES;
    for _ in 0..MAX_ROUNDS {
        let root = &document.root;
        let mut found = Vec::new();
        walk(root, document.dialect, &mut |node| {
            if budget > 0
                && let Some(target @ Value::Object(map)) = target(root, &node)
            {
                spend(target, &mut budget);
                found.push((node.pointer.to_owned(), map));
            }
        });
        if found.is_empty() {
            return count;
        }
        if budget == 0 {
            break;
        }
        count += found.len();
        let found: Vec<_> = found.into_iter().map(|(pointer, map)| (pointer, map.clone())).collect();
        for (pointer, target) in found {
            if let Some(Value::Object(place)) = document.root.pointer_mut(&pointer) {
                place.shift_remove("$ref");
                let own = std::mem::replace(place, target);
                place.extend(own);
            }
        }
    }
    let message = "references between parts that contain each other cannot be written out";
    document.findings.error("", message);
    count
}

/// Takes the size of a value off a budget, down to nothing.
pub(super) fn spend(value: &Value, budget: &mut usize) {
    *budget = budget.saturating_sub(1);
    let children: &mut dyn Iterator<Item = &Value> = match value {
        Value::Array(list) => &mut list.iter(),
        Value::Object(map) => &mut map.values(),
        _ => return,
    };
    for child in children {
        if *budget == 0 {
            return;
        }
        spend(child, budget);
    }
}

/// References into the middle of things: a schema that is referred to becomes a component with a name made from its
/// place; a parameter, response or the like is copied to where it is referred to. Gives how many references changed.
pub(super) fn name_inner_references(document: &mut Document) -> usize {
    let dialect = document.dialect;
    let copied = copy_inner_parts(document);
    let targets = inner_schemas(&document.root, dialect);
    if targets.is_empty() {
        return copied;
    }
    let section = schemas_pointer(dialect);
    let mut moved: HashMap<String, String> = HashMap::new();
    let mut taken: HashSet<String> = document
        .root
        .pointer(section)
        .and_then(Value::as_object)
        .map(|schemas| schemas.keys().cloned().collect())
        .unwrap_or_default();
    let mut named = Map::new();
    // The deepest first, so that what is inside leaves before what holds it.
    for pointer in targets {
        let name = unique_name(&pointer, &taken);
        let reference = reference_to(&join(section, &name));
        if let Some(place) = document.root.pointer_mut(&pointer) {
            let schema = std::mem::replace(place, json!({"$ref": reference}));
            named.insert(name.clone(), schema);
            taken.insert(name);
            moved.insert(pointer, reference);
        }
    }
    insert_schemas(&mut document.root, section, named);
    let mut changed = 0;
    walk_mut(&mut document.root, dialect, &mut |node| {
        if let Some(Value::String(reference)) = node.value.get_mut("$ref")
            && let Some(to) = local_pointer(reference).and_then(|pointer| moved.get(&pointer))
            && reference != to
        {
            reference.clone_from(to);
            changed += 1;
        }
    });
    copied + changed
}

fn schemas_pointer(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Swagger20 => "/definitions",
        Dialect::OpenApi30 | Dialect::OpenApi31 => "/components/schemas",
    }
}

fn insert_schemas(root: &mut Value, section: &str, named: Map<String, Value>) {
    let mut place = root;
    for key in tokens(section) {
        let Value::Object(map) = place else { return };
        place = map.entry(key).or_insert_with(|| json!({}));
    }
    if let Value::Object(schemas) = place {
        schemas.extend(named);
    }
}

/// Schemas that are referred to and are not components, the deepest first.
fn inner_schemas(root: &Value, dialect: Dialect) -> Vec<String> {
    let mut places = HashSet::new();
    let mut wanted = BTreeMap::new();
    let components = tokens(schemas_pointer(dialect)).count() + 1;
    walk(root, dialect, &mut |node| {
        if !node.kind.is_schema() {
            return;
        }
        places.insert(node.pointer.to_owned());
        if let Some(pointer) = reference_of(node.value).and_then(local_pointer)
            && !is_component(&pointer, schemas_pointer(dialect), components)
        {
            let depth = tokens(&pointer).count();
            wanted.insert((usize::MAX - depth, pointer), ());
        }
    });
    wanted
        .into_keys()
        .map(|(_, pointer)| pointer)
        .filter(|pointer| places.contains(pointer))
        .collect()
}

fn is_component(pointer: &str, section: &str, depth: usize) -> bool {
    pointer.starts_with(section) && tokens(pointer).count() == depth
}

/// Everything but schemas: the target is copied in the reference's place.
fn copy_inner_parts(document: &mut Document) -> usize {
    let dialect = document.dialect;
    copy_while_found(document, |root, node| {
        if node.kind.is_schema() || node.kind == Kind::PathItem {
            return None;
        }
        let pointer = local_pointer(reference_of(node.value)?)?;
        if has_components_shape(&pointer, dialect) {
            return None;
        }
        root.pointer(&pointer)
    })
}

fn has_components_shape(pointer: &str, dialect: Dialect) -> bool {
    let mut path = tokens(pointer);
    let first = path.next();
    match dialect {
        Dialect::Swagger20 => matches!(first.as_deref(), Some("parameters" | "responses")) && path.count() == 1,
        Dialect::OpenApi30 | Dialect::OpenApi31 => first.as_deref() == Some("components") && path.count() == 2,
    }
}

/// `/components/schemas/Page/properties/next_items/items` gives `PageNextItems`; of `…/$defs/Name` only the name counts.
fn unique_name(pointer: &str, taken: &HashSet<String>) -> String {
    const STRUCTURE: [&str; 22] = [
        "components",
        "schemas",
        "definitions",
        "$defs",
        "properties",
        "items",
        "allOf",
        "oneOf",
        "anyOf",
        "not",
        "additionalProperties",
        "paths",
        "responses",
        "content",
        "schema",
        "parameters",
        "requestBody",
        "requestBodies",
        "application/json",
        "headers",
        "patternProperties",
        "prefixItems",
    ];
    let all: Vec<String> = tokens(pointer).collect();
    let defined = match all.as_slice() {
        [.., section, name] if matches!(section.as_str(), "$defs" | "definitions") => Some(pascal(name)),
        _ => None,
    };
    let path: String = all
        .iter()
        .filter(|token| !STRUCTURE.contains(&token.as_str()))
        .map(|token| pascal(token))
        .collect();
    let path = if path.is_empty() { "Schema".to_owned() } else { path };
    defined
        .filter(|name| !name.is_empty())
        .into_iter()
        .chain(std::iter::once(path.clone()))
        .chain((2..).map(|n| format!("{path}{n}")))
        .find(|name| !taken.contains(name))
        .unwrap_or(path)
}

fn pascal(token: &str) -> String {
    token
        .split(|c: char| !c.is_ascii_alphanumeric())
        .map(|word| {
            let (head, tail) = word.split_at(word.len().min(1));
            head.to_ascii_uppercase() + tail
        })
        .collect()
}

#[cfg(test)]
mod tests;
