//! What types are used for.

use indexmap::IndexSet;
use serde_json::Value;

use super::declared::{Model, Shape};
use super::types::Type;
use crate::keys::STREAM;
use crate::walk::{operations, reached, reference};

/// Marks the types by which variants of unions are distinguished: all that is below a union without a tag.
pub(super) fn mark_fitted(model: &mut Model) {
    let declared = |values: &mut dyn Iterator<Item = &Type>| -> Vec<String> {
        values.filter_map(|value| Some(value.declared()?.to_owned())).collect()
    };
    let unions = model.types.values().filter_map(|declared| match &declared.shape {
        Shape::Union(variants) => Some(variants),
        _ => None,
    });
    let start = declared(&mut unions.flatten().map(|variant| &variant.value));
    let below = reached(start, |name, queue| {
        queue.extend(match model.types.get(name).map(|declared| &declared.shape) {
            Some(Shape::Struct(made)) => declared(&mut made.fields.iter().map(|field| &field.value)),
            Some(Shape::Alias(inner)) => declared(&mut std::iter::once(inner)),
            _ => Vec::new(),
        });
    });
    for (name, declared) in &mut model.types {
        declared.is_fitted = below.contains(name);
    }
}

/// Marks the types that responses and events of streams are of as a whole.
pub(super) fn mark_responses(model: &mut Model, root: &Value) {
    let responses = model
        .signatures
        .iter()
        .filter_map(|signature| signature.response.as_ref()?.declared());
    let events = operations(root)
        .into_iter()
        .filter_map(|operation| reference(operation.value.get(STREAM)?));
    let names: IndexSet<String> = responses.chain(events).map(str::to_owned).collect();
    for name in &names {
        if let Some(declared) = model.types.get_mut(name) {
            declared.is_response = true;
        }
    }
}
