//! A schema that is referred to in the middle of something becomes a component with a name made from its place: the later
//! stages know only `#/components/schemas/<name>`, or `#/definitions/<name>`.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::{Map, Value, json};

use crate::document::{Dialect, Document};
use crate::naming::unique;
use crate::reference::{join, local_pointer, reference_of, reference_to, tokens};
use crate::walk::{walk, walk_mut};

/// See the module's documentation. Gives how many references changed.
pub fn inner_schemas(document: &mut Document) -> usize {
    let dialect = document.dialect;
    let targets = inner(&document.root, dialect);
    if targets.is_empty() {
        return 0;
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
    changed
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
fn inner(root: &Value, dialect: Dialect) -> Vec<String> {
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
        [.., section, name] if matches!(section.as_str(), "$defs" | "definitions") => Some(capitalized(name)),
        _ => None,
    };
    let path: String = all
        .iter()
        .filter(|token| !STRUCTURE.contains(&token.as_str()))
        .map(|token| capitalized(token))
        .collect();
    let path = if path.is_empty() { "Schema".to_owned() } else { path };
    let is_free = |name: &String| !name.is_empty() && !taken.contains(name);
    defined
        .filter(is_free)
        .unwrap_or_else(|| unique(path, |name| taken.contains(name)))
}

/// Letters and digits alone, each word with a capital: `next_items` gives `NextItems`.
pub(super) fn capitalized(words: &str) -> String {
    words
        .split(|c: char| !c.is_ascii_alphanumeric())
        .map(|word| {
            let (head, tail) = word.split_at(word.len().min(1));
            head.to_ascii_uppercase() + tail
        })
        .collect()
}

#[cfg(test)]
mod tests;
