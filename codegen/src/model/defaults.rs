//! Which structs can be made of nothing.

use std::collections::HashSet;

use super::declared::{Model, Presence, Shape};
use super::types::Type;

/// A struct has a default where nothing in it must be given. In types that are only received a required field is one that
/// can be empty, see the pass `relax_responses`.
pub(super) fn find(model: &mut Model) {
    let mut known: HashSet<String> = HashSet::new();
    // A struct that holds others has a default once they have: round by round, as deep as they are nested.
    loop {
        let mut more = Vec::new();
        for (name, declared) in &model.types {
            let Shape::Struct(made) = &declared.shape else {
                continue;
            };
            let has_default = !made.is_form
                && !known.contains(name)
                && made.fields.iter().all(|field| match field.presence {
                    Presence::Required => !declared.is_sent && can_be_empty(&field.value, &known),
                    Presence::Asked => false,
                    _ => true,
                });
            if has_default {
                more.push(name.clone());
            }
        }
        if more.is_empty() {
            break;
        }
        known.extend(more);
    }
    for name in known {
        if let Some(declared) = model.types.get_mut(&name)
            && let Shape::Struct(made) = &mut declared.shape
        {
            made.has_default = true;
        }
    }
}

fn can_be_empty(value: &Type, known: &HashSet<String>) -> bool {
    match value {
        Type::Any | Type::Boolean | Type::Number(_) | Type::Text | Type::Object | Type::List(_) | Type::Map(_) => true,
        Type::Core(name) => name == "EmbeddingVector",
        Type::Named(name) => known.contains(name),
        Type::Nullable(_) => true,
        Type::Boxed(_) => false,
    }
}
