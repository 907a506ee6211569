//! Visiting every node of a document that its grammar knows.

use serde_json::Value;

use super::grammar::{Kind, Shape, members};
use super::push;
use crate::document::Dialect;

/// A node on a walk.
#[derive(Debug)]
pub struct Node<'a, V> {
    /// What the grammar takes it for.
    pub kind: Kind,
    /// JSON pointer to it from the document's root.
    pub pointer: &'a str,
    /// The node itself; of any JSON type, since a broken document is walked as well.
    pub value: V,
}

/// Whether a key is an extension (`x-…`).
pub fn is_extension(key: &str) -> bool {
    key.starts_with("x-")
}

/// Visits every node, a parent before its children, in the order of the grammar and then of the text.
/// References are not followed.
pub fn walk<'a>(root: &'a Value, dialect: Dialect, visit: &mut impl FnMut(Node<'_, &'a Value>)) {
    descend(root, Kind::Root, dialect, &mut String::new(), visit);
}

fn descend<'a>(
    value: &'a Value,
    kind: Kind,
    dialect: Dialect,
    pointer: &mut String,
    visit: &mut impl FnMut(Node<'_, &'a Value>),
) {
    visit(Node { kind, pointer, value });
    if kind == Kind::Callback {
        below(value, Shape::MapBesideExtensions, pointer, &mut |child, pointer| {
            descend(child, Kind::PathItem, dialect, pointer, visit);
        });
    }
    for &(key, shape, child_kind) in members(kind, dialect) {
        if let Some(member) = value.get(key) {
            within(pointer, key, |pointer| {
                below(member, shape, pointer, &mut |child, pointer| {
                    descend(child, child_kind, dialect, pointer, visit);
                });
            });
        }
    }
}

fn below<'a>(member: &'a Value, shape: Shape, pointer: &mut String, each: &mut impl FnMut(&'a Value, &mut String)) {
    match (shape, member) {
        (Shape::List | Shape::OneOrList, Value::Array(list)) => {
            for (index, child) in list.iter().enumerate() {
                within(pointer, &index.to_string(), |pointer| each(child, pointer));
            }
        }
        (Shape::Map | Shape::MapBesideExtensions, Value::Object(map)) => {
            for (key, child) in map {
                if shape == Shape::Map || !is_extension(key) {
                    within(pointer, key, |pointer| each(child, pointer));
                }
            }
        }
        (Shape::One | Shape::OneOrList, _) => each(member, pointer),
        _ => {}
    }
}

/// Visits every node for change, children before their parent, so that a visitor may reshape its node freely.
pub fn walk_mut(root: &mut Value, dialect: Dialect, visit: &mut impl FnMut(Node<'_, &mut Value>)) {
    descend_mut(root, Kind::Root, dialect, &mut String::new(), visit);
}

/// [`walk_mut`] from a node of known kind instead of the root; pointers start from `pointer`.
pub(crate) fn descend_mut(
    value: &mut Value,
    kind: Kind,
    dialect: Dialect,
    pointer: &mut String,
    visit: &mut impl FnMut(Node<'_, &mut Value>),
) {
    if kind == Kind::Callback {
        below_mut(value, Shape::MapBesideExtensions, pointer, &mut |child, pointer| {
            descend_mut(child, Kind::PathItem, dialect, pointer, visit);
        });
    }
    for &(key, shape, child_kind) in members(kind, dialect) {
        if let Some(member) = value.get_mut(key) {
            within(pointer, key, |pointer| {
                below_mut(member, shape, pointer, &mut |child, pointer| {
                    descend_mut(child, child_kind, dialect, pointer, visit);
                });
            });
        }
    }
    visit(Node { kind, pointer, value });
}

fn below_mut(member: &mut Value, shape: Shape, pointer: &mut String, each: &mut impl FnMut(&mut Value, &mut String)) {
    match (shape, member) {
        (Shape::List | Shape::OneOrList, Value::Array(list)) => {
            for (index, child) in list.iter_mut().enumerate() {
                within(pointer, &index.to_string(), |pointer| each(child, pointer));
            }
        }
        (Shape::Map | Shape::MapBesideExtensions, Value::Object(map)) => {
            for (key, child) in map {
                if shape == Shape::Map || !is_extension(key) {
                    within(pointer, key, |pointer| each(child, pointer));
                }
            }
        }
        (Shape::One | Shape::OneOrList, member) => each(member, pointer),
        _ => {}
    }
}

fn within(pointer: &mut String, token: &str, go: impl FnOnce(&mut String)) {
    let length = pointer.len();
    push(pointer, token);
    go(pointer);
    pointer.truncate(length);
}
