//! From the model to the API that people use: the items of every type, and the operations as methods.

mod constructors;
mod enums;
mod forms;
mod lists;
mod operations;
mod options;
mod rust_type;
mod structs;
mod unions;

use indexmap::IndexMap;
use serde_json::Value;

use crate::model::{Model, Shape, Struct};
use crate::walk::schemas;
use crate::{Document, Error};

pub use operations::{OperationRow, StreamingRow};

/// A type in its final form.
#[derive(Debug)]
pub(crate) struct Definition {
    /// What the document says of it.
    pub schema: Value,
    /// The items.
    pub items: Vec<syn::Item>,
}

/// An operation as progenitor typed it.
#[derive(Debug)]
pub(crate) struct Method {
    /// The parameters' types, in the document's order, without `Option` and borrows.
    pub parameters: Vec<syn::Type>,
    /// The body's type, where it has one.
    pub body: Option<syn::Type>,
    /// The response's type, where it is JSON.
    pub response: Option<syn::Type>,
}

/// A group of operations, `Files_Upload` and `Files_List` together.
#[derive(Debug, Default)]
pub(crate) struct Group {
    /// The first part of the operations' ids, `Files`.
    pub name: String,
    /// Its module, and the client's method that gives it.
    pub module: String,
    /// Its type.
    pub client: String,
    /// What the document says of it.
    pub docs: String,
    /// The methods, in the document's order.
    pub methods: Vec<syn::ImplItemFn>,
    /// The operations' constants.
    pub constants: Vec<syn::ItemConst>,
    /// Types of its own: options of its operations.
    pub items: Vec<syn::Item>,
    /// The schemas that its operations use, directly or through others.
    pub schemas: Vec<String>,
}

/// Everything that is laid out in the end.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// The types, by the name of their schema.
    pub types: IndexMap<String, Definition>,
    /// The operations' types, in the document's order.
    pub methods: Vec<Method>,
    /// The operations, by group.
    pub groups: IndexMap<String, Group>,
    /// A line an operation.
    pub rows: Vec<OperationRow>,
}

/// The items of all types, and the groups of operations.
///
/// # Errors
/// When an operation can't be expressed.
pub(crate) fn finish(model: &Model, methods: Vec<Method>, document: &Document) -> Result<Tree, Error> {
    let mut tree = Tree {
        methods,
        ..Tree::default()
    };
    for (name, schema) in schemas(&document.root) {
        let Some(declared) = model.types.get(name) else {
            continue;
        };
        let items = match &declared.shape {
            Shape::Struct(made) if made.is_form => forms::items(model, name, declared, made),
            Shape::Struct(made) => structs::items(name, declared, made),
            Shape::Enum(made) => enums::items(name, declared, made),
            Shape::Tagged(made) => unions::tagged(name, declared, made),
            Shape::Union(variants) => unions::by_shape(model, name, declared, variants),
            Shape::Alias(inner) => structs::alias(name, declared, inner),
        };
        let mut items = items;
        if let Shape::Struct(Struct { list: Some(list), .. }) = &declared.shape {
            items.push(lists::items(name, list));
        }
        let definition = Definition {
            schema: schema.clone(),
            items,
        };
        tree.types.insert(name.clone(), definition);
    }
    operations::operations(&mut tree, model, document)?;
    Ok(tree)
}
