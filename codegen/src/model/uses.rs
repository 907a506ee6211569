//! What types are used for.

use super::declared::{Model, Shape};

/// Marks the types by which unions are told apart: all that is below a union without a tag.
pub(super) fn mark_fitted(model: &mut Model) {
    let mut queue: Vec<String> = Vec::new();
    for declared in model.types.values() {
        if let Shape::Union(variants) = &declared.shape {
            queue.extend(
                variants
                    .iter()
                    .filter_map(|variant| Some(variant.value.declared()?.to_owned())),
            );
        }
    }
    while let Some(name) = queue.pop() {
        let Some(declared) = model.types.get_mut(&name) else {
            continue;
        };
        if std::mem::replace(&mut declared.is_fitted, true) {
            continue;
        }
        match &declared.shape {
            Shape::Struct(made) => queue.extend(
                made.fields
                    .iter()
                    .filter_map(|field| Some(field.value.declared()?.to_owned())),
            ),
            Shape::Alias(inner) => queue.extend(inner.declared().map(str::to_owned)),
            Shape::Enum(_) | Shape::Tagged(_) | Shape::Union(_) => {}
        }
    }
}
