//! From progenitor's syntax tree to the API that people use: passes over a [`Tree`] of types and operations.

mod absent;
mod constructors;
mod fields;
mod forms;
mod harvest;
mod open_enums;
mod operations;
mod options;
mod rust_type;
mod structs;
mod unions;

use indexmap::IndexMap;
use serde_json::Value;

use crate::{Document, Error};

pub use harvest::harvest;
pub use operations::{OperationRow, StreamingRow};

/// A type on its way to its final form.
#[derive(Debug)]
pub struct Definition {
    /// What the document says of it.
    pub schema: Value,
    /// What progenitor made of it.
    pub made: Made,
    /// The fields, in the document's order; empty where it is no struct.
    pub fields: Vec<fields::Field>,
    /// Whether a value can be made of nothing.
    pub has_default: bool,
    /// The final items.
    pub items: Vec<syn::Item>,
}

/// progenitor's item for a schema.
#[derive(Debug)]
pub enum Made {
    /// An object with fields.
    Struct(syn::ItemStruct),
    /// An enumeration of strings.
    Enum,
    /// One of several: the type of each variant.
    Union(Vec<syn::Type>),
    /// Another name of a type: an alias that contains itself.
    Newtype(syn::Type),
}

/// An operation as progenitor typed it.
#[derive(Debug)]
pub struct Method {
    /// The parameters' types, in the document's order, without `Option` and borrows.
    pub parameters: Vec<syn::Type>,
    /// The body's type, where it has one.
    pub body: Option<syn::Type>,
    /// The answer's type, where it is JSON.
    pub answer: Option<syn::Type>,
}

/// A group of operations, `Files_Upload` and `Files_List` together.
#[derive(Debug, Default)]
pub struct Group {
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
pub struct Tree {
    /// The types, by the name of their schema.
    pub types: IndexMap<String, Definition>,
    /// The operations' types, in the document's order.
    pub methods: Vec<Method>,
    /// The operations, by group.
    pub groups: IndexMap<String, Group>,
    /// A line an operation.
    pub rows: Vec<OperationRow>,
}

/// A step over the tree.
pub type Finish = fn(&mut Tree, &Document) -> Result<(), Error>;

/// The steps, in order.
pub const FINISHES: [(&str, Finish); 9] = [
    ("fields", fields::fields),
    ("absent", absent::mark),
    ("structs", structs::structs),
    ("constructors", constructors::constructors),
    ("forms", forms::forms),
    ("open_enums", open_enums::open_enums),
    ("unions", unions::unions),
    ("absent", absent::implement),
    ("operations", operations::operations),
];
