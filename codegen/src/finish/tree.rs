//! What the output is made of, before it is laid out in files.

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::model::Type;

/// An operation as progenitor typed it.
#[derive(Debug)]
pub(crate) struct Method {
    /// The parameters' types, in the document's order, without `Option` and borrows.
    pub parameters: Vec<Type>,
    /// The body's type, where it has one.
    pub body: Option<Type>,
    /// The response's type, where it is JSON.
    pub response: Option<Type>,
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
    /// The Cargo feature that its module is behind.
    pub feature: Option<String>,
    /// Where its operations are in the document.
    pub pointers: Vec<String>,
    /// The methods, in the document's order.
    pub methods: Vec<syn::ImplItemFn>,
    /// The operations' constants.
    pub constants: Vec<syn::ItemConst>,
    /// Types of its own: options of its operations.
    pub items: Vec<syn::Item>,
    /// The schemas that its operations use, directly or through others.
    pub schemas: HashSet<String>,
}

/// Everything that is laid out in the end.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// The items of the types, by the name of their schema.
    pub types: IndexMap<String, Vec<syn::Item>>,
    /// The operations' types, in the document's order.
    pub methods: Vec<Method>,
    /// The operations, by group.
    pub groups: IndexMap<String, Group>,
    /// A line an operation.
    pub rows: Vec<OperationRow>,
}

/// What `cargo xtask operations` lists.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct OperationRow {
    /// The `operationId`.
    pub id: String,
    /// The method in upper case.
    pub method: String,
    /// The path template.
    pub path: String,
    /// How it is called on the client.
    pub rust: String,
    /// The Rust type of the body; empty where there is none.
    pub request: String,
    /// The Rust type of the response's value.
    pub response: String,
    /// The Cargo feature that it is behind.
    pub feature: Option<String>,
    /// Its second form, a response that streams events.
    pub streaming: Option<StreamingRow>,
}

/// The streaming form of an operation.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct StreamingRow {
    /// How it is called on the client.
    pub rust: String,
    /// The Rust type of an event.
    pub event: String,
}
