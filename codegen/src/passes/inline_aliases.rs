//! A component schema that only gives another name to a type (a string, a list, a map, any value, another schema)
//! goes to where it is used: a type of its own would have to be wrapped and unwrapped.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use crate::Document;
use crate::keys::RUST_TYPE;
use crate::walk::{children_mut, fields, has_any, reached, reference, references_in, roots_mut, schemas, schemas_mut};

/// See the module's documentation.
pub fn inline_aliases(document: &mut Document) -> usize {
    let mut aliases: Map<String, Value> = schemas(&document.root)
        .filter(|(_, schema)| is_alias(schema))
        .map(|(name, schema)| (name.clone(), schema.clone()))
        .collect();
    let recursive: HashSet<String> = aliases
        .keys()
        .filter(|name| contains_itself(&aliases, name))
        .cloned()
        .collect();
    aliases.retain(|name, _| !recursive.contains(name));
    let large = large(&aliases);
    aliases.retain(|name, _| !large.contains(name));
    let mut changes = 0;
    // An alias can hold another alias: round by round, one level deeper.
    loop {
        let mut inlined = 0;
        roots_mut(&mut document.root, &mut |_, schema| inlined += inline(&aliases, schema));
        changes += inlined;
        if inlined == 0 {
            break;
        }
    }
    let schemas = schemas_mut(&mut document.root);
    schemas.retain(|name, _| !aliases.contains_key(name));
    changes
}

/// Outer ones first: an `allOf` of one reference is a reference as a whole.
fn inline(aliases: &Map<String, Value>, schema: &mut Value) -> usize {
    let mut inlined = 0;
    if let Some(alias) = reference(schema).and_then(|name| aliases.get(name)) {
        *schema = with_own_words(alias, schema);
        inlined += 1;
    } else {
        children_mut(schema, &mut |_, child| inlined += inline(aliases, child));
    }
    inlined
}

/// Whether an alias leads to itself through aliases alone. What has a name of its own between does not matter.
fn contains_itself(aliases: &Map<String, Value>, name: &str) -> bool {
    let mut start = Vec::new();
    references_in(&aliases[name], &mut start);
    let below = reached(start, |name, queue| {
        if let Some(alias) = aliases.get(*name) {
            references_in(alias, queue);
        }
    });
    below.contains(name)
}

/// How many aliases one can hold, by those that it holds too, and still go to where it is used.
const MOST: usize = 1_000;

/// Those that hold more, none of which leads to itself: aliases that each hold the next one twice would double the document
/// with each of them.
fn large(aliases: &Map<String, Value>) -> HashSet<String> {
    let mut sizes: HashMap<&str, usize> = HashMap::new();
    loop {
        let mut changed = false;
        for (name, alias) in aliases {
            let mut held = Vec::new();
            references_in(alias, &mut held);
            let below = held.iter().filter_map(|name| sizes.get(name));
            let size = (1 + below.sum::<usize>()).min(MOST);
            changed |= sizes.insert(name.as_str(), size) != Some(size);
        }
        if !changed {
            break;
        }
    }
    let large = sizes.into_iter().filter(|(_, size)| *size == MOST);
    large.map(|(name, _)| name.to_owned()).collect()
}

/// What is said beside the reference wins over what the alias says of itself.
fn with_own_words(alias: &Value, used: &Value) -> Value {
    let mut result = alias.clone();
    if let Value::Object(result) = &mut result {
        for (key, value) in fields(Some(used)) {
            if key != "$ref" && key != "allOf" {
                result.insert(key.clone(), value.clone());
            }
        }
    }
    result
}

fn is_alias(schema: &Value) -> bool {
    if schema.get(RUST_TYPE).is_some() {
        return false;
    }
    let has_shape = has_any(schema, &["properties", "oneOf", "anyOf"]);
    // One of anything else than strings is a plain value, see the pass `enums`.
    let is_enum = schema.get("enum").and_then(Value::as_array).is_some_and(|values| {
        let mut values = values.iter().filter(|value| !value.is_null()).peekable();
        values.peek().is_some() && values.all(Value::is_string)
    });
    let whole_all_of = schema.get("allOf").is_some() && reference(schema).is_none();
    !has_shape && !is_enum && !whole_all_of
}
