//! The types of a client, between the normalised document and Rust.
//!
//! Every component schema becomes exactly one [`Shape`], every use of a schema exactly one [`Type`]: what fits none is any
//! JSON value, with a warning. Names, boxes, nullability, constants and presence are decided here, once; emission only
//! writes them down.

mod defaults;
mod fields;
mod lists;
mod recursion;
mod shapes;
mod signatures;
mod types;
mod unions;
mod uses;

use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

use crate::Document;
use crate::walk::{SCHEMAS, join, operations, schemas};

pub(crate) use lists::{Following, List, Step};
pub(crate) use signatures::Signature;
pub(crate) use types::Type;

/// All types of a client, by name.
#[derive(Debug, Default)]
pub(crate) struct Model {
    /// The declared types, in the document's order.
    pub types: IndexMap<String, Declared>,
    /// What the operations take and give, in the document's order.
    pub signatures: Vec<Signature>,
}

impl Model {
    /// Types that contain themselves without a box.
    pub(crate) fn without_size(&self) -> Vec<String> {
        recursion::without_size(self)
    }
}

/// A type of its own name.
#[derive(Debug)]
pub(crate) struct Declared {
    /// What the document says of it.
    pub docs: String,
    /// What it is.
    pub shape: Shape,
    /// Whether requests carry it.
    pub is_sent: bool,
    /// Whether a union is told apart by how well a value fits it.
    pub is_fitted: bool,
}

/// What a declared type is.
#[derive(Debug)]
pub(crate) enum Shape {
    /// An object with fields.
    Struct(Struct),
    /// An open set of values.
    Enum(Enum),
    /// One of several objects, told apart by a member.
    Tagged(Tagged),
    /// One of several, told apart by their shape.
    Union(Vec<Variant>),
    /// Another name of a type that can't be written out, because it contains itself.
    Alias(Type),
}

/// An object with fields.
#[derive(Debug)]
pub(crate) struct Struct {
    /// The fields, in the document's order.
    pub fields: Vec<Field>,
    /// Whether it is sent as a multipart form.
    pub is_form: bool,
    /// Whether a value can be made of nothing.
    pub has_default: bool,
    /// Where it has the items of a list and how that goes on, if it is a page of one.
    pub list: Option<List>,
}

/// A field of a struct.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// The name in JSON or in a form.
    pub wire: String,
    /// The name in Rust.
    pub ident: String,
    /// The value's type, where there is a value.
    pub value: Type,
    /// When there is one, and when it is sent.
    pub presence: Presence,
    /// The one value that it has where it is set.
    pub only: Option<Value>,
    /// Whether only the service sets it.
    pub is_read_only: bool,
    /// What the document says of it.
    pub docs: String,
}

/// When a field has a value, and when it is sent.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Presence {
    /// Always sent; constructors ask for it.
    Required,
    /// Always sent, unless a response lacked it; constructors ask for it. An `Option`, since a placeholder would be a lie.
    Asked,
    /// Always sent, as `null` where it is unset.
    Nullable,
    /// Always sent, with this value unless another was received.
    Constant(Value),
    /// Sent where set.
    Optional,
    /// A list or map, sent where it is not empty or was set to empty.
    Collection,
}

impl Field {
    /// Whether `new` asks for it.
    pub(crate) fn is_asked(&self) -> bool {
        matches!(self.presence, Presence::Required | Presence::Asked)
    }

    /// Whether the field is an `Option`.
    pub(crate) fn is_option(&self) -> bool {
        matches!(self.presence, Presence::Asked | Presence::Nullable | Presence::Optional)
    }
}

/// An open set of values.
#[derive(Debug)]
pub(crate) struct Enum {
    /// The values that are known.
    pub values: Vec<Listed>,
    /// How values are compared.
    pub kind: EnumKind,
}

/// How the values of an enumeration are compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum EnumKind {
    /// Strings, compared exactly.
    Exact,
    /// Strings, compared without regard to case where none is the same.
    AnyCase,
    /// Values that are not all strings.
    Values,
}

/// A value of an enumeration.
#[derive(Debug)]
pub(crate) struct Listed {
    /// The variant's name.
    pub variant: String,
    /// The value.
    pub value: Value,
    /// What the document says of it.
    pub docs: String,
}

/// One of several objects, told apart by a member.
#[derive(Debug)]
pub(crate) struct Tagged {
    /// The name of that member.
    pub tag: String,
    /// The objects.
    pub variants: Vec<TaggedVariant>,
}

/// A variant of a [`Tagged`] union.
#[derive(Debug)]
pub(crate) struct TaggedVariant {
    /// The variant's name.
    pub variant: String,
    /// The declared type that it holds.
    pub inner: String,
    /// What the tag says.
    pub value: String,
}

/// A variant of a union without a tag.
#[derive(Debug)]
pub(crate) struct Variant {
    /// The variant's name.
    pub variant: String,
    /// What it holds.
    pub value: Type,
    /// What the document says of it.
    pub docs: String,
}

/// The types of a normalised document.
pub(crate) fn model(document: &mut Document) -> Model {
    let mut warnings = Vec::new();
    let model = {
        let mut context = Context::of(document, &mut warnings);
        let mut model = Model::default();
        for (name, schema) in schemas(&document.root) {
            if let Some(declared) = context.declared(name, schema) {
                model.types.insert(name.clone(), declared);
            }
        }
        for operation in operations(&document.root) {
            model.signatures.push(context.signature(&operation));
        }
        recursion::break_cycles(&mut model);
        lists::find(&mut model, &document.root, &mut warnings);
        defaults::find(&mut model);
        uses::mark_fitted(&mut model);
        model
    };
    for (pointer, why) in warnings {
        document.warn(pointer, "model", why);
    }
    model
}

/// What is known of the whole document while its schemas become types.
struct Context<'a> {
    root: &'a Value,
    sent: IndexSet<&'a str>,
    received: IndexSet<&'a str>,
    /// Whether the values of enumerations are compared without regard to case.
    ignores_case: bool,
    /// Where a schema became any JSON value, and why.
    warnings: &'a mut Vec<(String, String)>,
}

impl<'a> Context<'a> {
    fn of(document: &'a Document, warnings: &'a mut Vec<(String, String)>) -> Self {
        Self {
            root: &document.root,
            sent: crate::walk::sent(&document.root),
            received: uses::received(&document.root),
            ignores_case: document.root.get(crate::keys::IGNORE_CASE) == Some(&Value::Bool(true)),
            warnings,
        }
    }

    fn component(&self, name: &str) -> Option<&'a Value> {
        self.root.pointer(SCHEMAS)?.get(name)
    }

    fn declared(&mut self, name: &str, schema: &'a Value) -> Option<Declared> {
        if schema.get(crate::keys::RUST_TYPE).is_some() {
            return None;
        }
        let pointer = join(SCHEMAS, name);
        Some(Declared {
            docs: crate::words::description_or(schema, &crate::words::spelled_out(name)),
            shape: self.shape(&pointer, name, schema),
            is_sent: self.sent.contains(name),
            is_fitted: false,
        })
    }
}
