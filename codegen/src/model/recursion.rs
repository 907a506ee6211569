//! Types that contain themselves: boxes, so that each has a size, and an end, so that each has a value.

use std::collections::{HashMap, HashSet};

use super::declared::{Model, Presence, Shape};
use super::types::Type;
use crate::walk::reached;

/// Where a type directly holds another: the holder and the index of its field or variant.
type Edge = (String, usize);

/// Boxes what would have no size, and makes optional what could never end.
pub(super) fn break_cycles(model: &mut Model) {
    end_unions(model);
    end_required(model);
    // Each round finds a cycle and breaks it; a box ends a cycle, so the rounds do too.
    let mut boxed: HashSet<Edge> = HashSet::new();
    loop {
        let found = cycles(model, &boxed);
        if found.is_empty() {
            break;
        }
        boxed.extend(found);
    }
    for (holder, index) in boxed {
        put_in_box(model, &holder, index);
    }
}

/// Boxes what a field or variant of a type holds.
pub(super) fn put_in_box(model: &mut Model, holder: &str, index: usize) {
    let shape = model.types.get_mut(holder).map(|declared| &mut declared.shape);
    if let Some(value) = shape.and_then(|shape| held_mut(shape, index)) {
        *value = Type::Boxed(Box::new(std::mem::replace(value, Type::Any)));
    }
}

/// The holders of what has no size: none, unless the boxes above were not enough.
pub(crate) fn without_size(model: &Model) -> Vec<String> {
    let mut holders: Vec<String> = cycles(model, &HashSet::new())
        .into_iter()
        .map(|(holder, _)| holder)
        .collect();
    holders.sort();
    holders
}

fn held_mut(shape: &mut Shape, index: usize) -> Option<&mut Type> {
    match shape {
        Shape::Struct(made) => made.fields.get_mut(index).map(|field| &mut field.value),
        Shape::Union(variants) => variants.get_mut(index).map(|variant| &mut variant.value),
        Shape::Alias(inner) => Some(inner),
        Shape::Enum(_) | Shape::Tagged(_) => None,
    }
}

/// A type on the way, what of it is still to be walked, and which of it the walk went to.
type Step<'a> = (&'a str, std::vec::IntoIter<(usize, &'a str)>, usize);

/// What a type directly holds, by the index of the field or variant.
fn held(shape: &Shape) -> Vec<(usize, &str)> {
    match shape {
        Shape::Struct(made) => made
            .fields
            .iter()
            .enumerate()
            .filter_map(|(index, field)| Some((index, field.value.held()?)))
            .collect(),
        Shape::Union(variants) => variants
            .iter()
            .enumerate()
            .filter_map(|(index, variant)| Some((index, variant.value.held()?)))
            .collect(),
        Shape::Tagged(tagged) => tagged
            .variants
            .iter()
            .enumerate()
            .map(|(index, variant)| (index, variant.inner.as_str()))
            .collect(),
        Shape::Alias(inner) => inner.held().into_iter().map(|name| (0, name)).collect(),
        Shape::Enum(_) => Vec::new(),
    }
}

/// The edges to box, one a cycle that a walk over the types finds.
fn cycles(model: &Model, boxed: &HashSet<Edge>) -> HashSet<Edge> {
    let mut found = HashSet::new();
    let mut done: HashSet<&str> = HashSet::new();
    for start in model.types.keys() {
        if done.contains(start.as_str()) {
            continue;
        }
        // The way to where the walk is: each type with what of it is still to be walked.
        let mut path: Vec<Step<'_>> = Vec::new();
        let mut on_path: HashMap<&str, usize> = HashMap::new();
        let enter = |name: &str| {
            let shape = model.types.get(name).map(|declared| held(&declared.shape));
            shape.unwrap_or_default().into_iter()
        };
        on_path.insert(start, 0);
        path.push((start, enter(start), 0));
        while let Some((holder, left, current)) = path.last_mut() {
            let Some((index, next)) = left.next() else {
                done.insert(holder);
                on_path.remove(*holder);
                path.pop();
                continue;
            };
            *current = index;
            let edge = ((*holder).to_owned(), index);
            if boxed.contains(&edge) || found.contains(&edge) || done.contains(next) {
                continue;
            }
            if let Some(from) = on_path.get(next) {
                let way = path[*from..]
                    .iter()
                    .map(|(name, _, index)| ((*name).to_owned(), *index));
                found.extend(to_box(model, way.collect()));
            } else if model.types.contains_key(next) {
                on_path.insert(next, path.len());
                path.push((next, enter(next), 0));
            }
        }
    }
    found
}

/// The edge of a cycle that is boxed: the last that is a field or else a variant, since a tagged union holds its objects
/// as they are.
fn to_box(model: &Model, cycle: Vec<Edge>) -> Option<Edge> {
    let rank = |(holder, _): &Edge| match model.types.get(holder).map(|declared| &declared.shape) {
        Some(Shape::Struct(_)) => 2,
        Some(Shape::Union(_) | Shape::Alias(_)) => 1,
        _ => 0,
    };
    cycle.into_iter().max_by_key(rank).filter(|edge| rank(edge) > 0)
}

/// A required field that requires, directly or through others, a value of the type that it is in could never end.
fn end_required(model: &mut Model) {
    let required = |model: &Model, name: &str| -> Vec<(usize, String)> {
        match model.types.get(name).map(|declared| &declared.shape) {
            Some(Shape::Struct(made)) => made
                .fields
                .iter()
                .enumerate()
                .filter(|(_, field)| field.presence == Presence::Required)
                .filter_map(|(index, field)| Some((index, field.value.held()?.to_owned())))
                .collect(),
            Some(Shape::Alias(inner)) => inner.held().into_iter().map(|name| (0, name.to_owned())).collect(),
            _ => Vec::new(),
        }
    };
    let names: Vec<String> = model.types.keys().cloned().collect();
    for name in names {
        for (index, target) in required(model, &name) {
            let below = reached([target], |next, queue| {
                queue.extend(required(model, next).into_iter().map(|(_, target)| target));
            });
            if below.contains(&name)
                && let Some(declared) = model.types.get_mut(&name)
                && let Shape::Struct(made) = &mut declared.shape
                && let Some(field) = made.fields.get_mut(index)
            {
                field.presence = Presence::Optional;
            }
        }
    }
}

/// Takes out the variants that lead back to their union through unions alone: such a value says nothing, and finding
/// its variant would never end.
fn end_unions(model: &mut Model) {
    fn variants<'m>(model: &'m Model, name: &str) -> Vec<(usize, &'m str)> {
        match model.types.get(name).map(|declared| &declared.shape) {
            Some(shape @ (Shape::Union(_) | Shape::Tagged(_))) => held(shape),
            _ => Vec::new(),
        }
    }
    // Those without a tag first: a tag distinguishes more.
    let mut names: Vec<String> = model.types.keys().cloned().collect();
    names.sort_by_key(|name| !matches!(model.types[name].shape, Shape::Union(_)));
    for name in names {
        let leads_back = |target: &str| {
            let below = reached([target], |next, queue| {
                queue.extend(variants(model, next).into_iter().map(|(_, target)| target));
            });
            below.contains(name.as_str())
        };
        let endless = variants(model, &name)
            .into_iter()
            .filter(|(_, target)| leads_back(target));
        let endless: HashSet<usize> = endless.map(|(index, _)| index).collect();
        let mut index = 0..;
        let mut stays = || index.next().is_some_and(|index| !endless.contains(&index));
        match model.types.get_mut(&name).map(|declared| &mut declared.shape) {
            Some(Shape::Union(variants)) if !endless.is_empty() => variants.retain(|_| stays()),
            Some(Shape::Tagged(tagged)) if !endless.is_empty() => tagged.variants.retain(|_| stays()),
            _ => {}
        }
    }
}
