//! The one way through a document: its grammar says which field of which object is what, in each dialect.

pub(crate) mod grammar;
pub(crate) mod known;
mod parts;

use serde_json::{Map, Value};

pub use self::grammar::{Kind, METHODS};
use self::grammar::{Shape, fields as grammar_fields};
pub use self::parts::*;
use crate::document::Dialect;
pub use crate::reference::join;
use crate::reference::push;

/// A node on a walk.
#[derive(Debug)]
pub struct Node<'a, V> {
    /// What the grammar takes it for.
    pub kind: Kind,
    /// JSON pointer to it from where the walk began.
    pub pointer: &'a str,
    /// The node itself; of any JSON type, since a broken document is walked as well.
    pub value: V,
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
    visit: &mut dyn FnMut(Node<'_, &'a Value>),
) {
    visit(Node { kind, pointer, value });
    for &(key, shape, child_kind) in grammar_fields(kind, dialect) {
        let mut each = |child: &'a Value, pointer: &mut String| descend(child, child_kind, dialect, pointer, visit);
        match (key, field(value, key)) {
            (grammar::ITSELF, _) => below(value, shape, pointer, &mut each),
            (key, Some(field)) => within(pointer, key, |pointer| below(field, shape, pointer, &mut each)),
            (_, None) => {}
        }
    }
}

fn below<'a>(field: &'a Value, shape: Shape, pointer: &mut String, each: &mut dyn FnMut(&'a Value, &mut String)) {
    match (shape, field) {
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
        (Shape::One | Shape::OneOrList, _) => each(field, pointer),
        _ => {}
    }
}

/// How many fields an object may have for its keys to be compared in a row: faster than hashing, and most are small.
const FEW: usize = 8;

fn field<'a>(value: &'a Value, key: &str) -> Option<&'a Value> {
    let map = value.as_object()?;
    if map.len() > FEW {
        return map.get(key);
    }
    map.iter().find(|(name, _)| *name == key).map(|(_, field)| field)
}

fn field_mut<'a>(value: &'a mut Value, key: &str) -> Option<&'a mut Value> {
    let map = value.as_object_mut()?;
    if map.len() > FEW {
        return map.get_mut(key);
    }
    map.iter_mut().find(|(name, _)| *name == key).map(|(_, field)| field)
}

/// Visits every node for change, children before their parent, so that a visitor may reshape its node freely.
pub fn walk_mut(root: &mut Value, dialect: Dialect, visit: &mut impl FnMut(Node<'_, &mut Value>)) {
    fn descend(node: Node<'_, &mut Value>, dialect: Dialect, visit: &mut dyn FnMut(Node<'_, &mut Value>)) {
        let Node { kind, pointer, value } = node;
        let mut at = pointer.to_owned();
        each_child_mut(value, kind, dialect, &mut at, &mut |child| {
            descend(child, dialect, visit)
        });
        visit(Node { kind, pointer, value });
    }
    let node = Node {
        kind: Kind::Root,
        pointer: "",
        value: root,
    };
    descend(node, dialect, visit);
}

/// Visits the nodes directly within a node of known kind; pointers go on from `pointer`.
fn each_child_mut(
    value: &mut Value,
    kind: Kind,
    dialect: Dialect,
    pointer: &mut String,
    visit: &mut dyn FnMut(Node<'_, &mut Value>),
) {
    for &(key, shape, kind) in grammar_fields(kind, dialect) {
        let mut each = |value: &mut Value, pointer: &mut String| visit(Node { kind, pointer, value });
        if key == grammar::ITSELF {
            below_mut(value, shape, pointer, &mut each);
        } else if let Some(field) = field_mut(value, key) {
            within(pointer, key, |pointer| below_mut(field, shape, pointer, &mut each));
        }
    }
}

fn below_mut(field: &mut Value, shape: Shape, pointer: &mut String, each: &mut dyn FnMut(&mut Value, &mut String)) {
    match (shape, field) {
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
        (Shape::One | Shape::OneOrList, field) => each(field, pointer),
        _ => {}
    }
}

fn within(pointer: &mut String, token: &str, go: impl FnOnce(&mut String)) {
    let length = pointer.len();
    push(pointer, token);
    go(pointer);
    pointer.truncate(length);
}

/// A visitor of schemas: the pointer to one, and the schema.
pub type SchemaVisitor<'a> = &'a mut dyn FnMut(&str, &mut Value);

/// Visits the schemas directly within a schema of OpenAPI 3.0, with the pointer to each relative to it.
pub fn children_mut(schema: &mut Value, visit: SchemaVisitor<'_>) {
    each_child_mut(
        schema,
        Kind::Schema,
        Dialect::OpenApi30,
        &mut String::new(),
        &mut |node| {
            if node.value.is_object() {
                visit(node.pointer, node.value);
            }
        },
    );
}

/// Visits every schema of an OpenAPI 3.0 document, inner ones first.
pub fn all_mut(root: &mut Value, visit: SchemaVisitor<'_>) {
    walk_mut(root, Dialect::OpenApi30, &mut |node| {
        if node.kind.is_schema() && node.value.is_object() {
            visit(node.pointer, node.value);
        }
    });
}

/// Visits the outermost schemas of an OpenAPI 3.0 document.
pub fn roots_mut(root: &mut Value, visit: SchemaVisitor<'_>) {
    outermost(
        Node {
            kind: Kind::Root,
            pointer: "",
            value: root,
        },
        visit,
    );
}

/// Visits the outermost schemas of one operation.
pub fn operation_schemas_mut(pointer: &str, operation: &mut Map<String, Value>, visit: SchemaVisitor<'_>) {
    let mut value = Value::Object(std::mem::take(operation));
    outermost(
        Node {
            kind: Kind::Operation,
            pointer,
            value: &mut value,
        },
        visit,
    );
    if let Value::Object(map) = value {
        *operation = map;
    }
}

fn outermost(node: Node<'_, &mut Value>, visit: SchemaVisitor<'_>) {
    if node.kind.is_schema() {
        return visit(node.pointer, node.value);
    }
    let mut at = node.pointer.to_owned();
    each_child_mut(node.value, node.kind, Dialect::OpenApi30, &mut at, &mut |child| {
        outermost(child, visit)
    });
}

#[cfg(test)]
mod tests;
