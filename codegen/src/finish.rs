//! From the model to the API that people use: the items of every type, and the operations as methods.

mod constructors;
mod enums;
mod features;
mod forms;
mod lists;
mod operations;
mod options;
mod rust_type;
mod structs;
mod tree;
mod unions;

use crate::Document;
use crate::model::{Model, Shape, Struct};
use crate::walk::schemas;

pub(crate) use tree::{Group, Method, Tree};
pub use tree::{OperationRow, StreamingRow};

/// The items of all types, and the groups of operations.
pub(crate) fn finish(model: &Model, methods: Vec<Method>, document: &mut Document) -> Tree {
    let mut tree = Tree {
        methods,
        ..Tree::default()
    };
    for (name, _) in schemas(&document.root) {
        let Some(declared) = model.types.get(name) else {
            continue;
        };
        let mut items = match &declared.shape {
            Shape::Struct(made) if made.is_form => forms::items(model, name, declared, made),
            Shape::Struct(made) => structs::items(name, declared, made),
            Shape::Enum(made) => enums::items(name, declared, made),
            Shape::Tagged(made) => unions::tagged(name, declared, made),
            Shape::Union(variants) => unions::by_shape(model, name, declared, variants),
            Shape::Alias(inner) => structs::alias(name, declared, inner),
        };
        if let Shape::Struct(Struct { list: Some(list), .. }) = &declared.shape {
            items.push(lists::items(name, list));
        }
        tree.types.insert(name.clone(), items);
    }
    operations::operations(&mut tree, model, &document.root);
    document.findings.step = "finish";
    features::find(&mut tree, &document.root, &mut document.findings);
    tree
}
