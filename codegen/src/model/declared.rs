//! The declared types: what each shape of a schema is made of.

use indexmap::IndexMap;
use serde_json::Value;

use super::context::AnyValue;
use super::types::Type;

/// All types of a client, by name.
#[derive(Debug, Default)]
pub(crate) struct Model {
    /// The declared types, in the document's order.
    pub types: IndexMap<String, Declared>,
    /// What the operations take and give, in the document's order.
    pub signatures: Vec<Signature>,
    /// Every place that is any JSON value, in the document's order.
    pub any_values: Vec<AnyValue>,
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
    /// Whether a response, or an event of a stream, is of this type as a whole.
    pub is_response: bool,
    /// Whether a union is distinguished by how well a value fits it.
    pub is_fitted: bool,
}

/// What a declared type is.
#[derive(Debug)]
pub(crate) enum Shape {
    /// An object with fields.
    Struct(Struct),
    /// An open set of values.
    Enum(Enum),
    /// One of several objects, distinguished by a property.
    Tagged(Tagged),
    /// One of several, distinguished by their shape.
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
    /// In a form: how it is serialized, where that is not plainly.
    pub style: Option<String>,
    /// In a form: the content type of its part, where the document gives one.
    pub part_type: Option<String>,
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

/// One of several objects, distinguished by a property.
#[derive(Debug)]
pub(crate) struct Tagged {
    /// The name of that property.
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
    /// What the tag says; several values where they all mean the same type.
    pub values: Vec<String>,
}

/// A variant of a union without a tag.
#[derive(Debug)]
pub(crate) struct Variant {
    /// The variant's name.
    pub variant: String,
    /// What it holds.
    pub value: Type,
    /// The statuses of the responses that it is.
    pub statuses: Vec<String>,
    /// What the document says of it.
    pub docs: String,
}

/// What an operation takes and gives.
#[derive(Debug, Default)]
pub(crate) struct Signature {
    /// The parameters' types, in the document's order.
    pub parameters: Vec<Type>,
    /// The body's type, where it is made of a value.
    pub body: Option<Type>,
    /// The response's type, where it is JSON.
    pub response: Option<Type>,
    /// The types of its errors' bodies, by status.
    pub errors: Vec<(String, Type)>,
    /// How the list that it returns goes on, if it is one.
    pub following: Option<Following>,
}

/// A step from an object to one of its fields.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    /// The field's name in Rust.
    pub ident: String,
    /// Whether it is an `Option`.
    pub is_option: bool,
}

/// What a type that is a page of a list has where.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct List {
    /// The type of an item.
    pub item: Type,
    /// The way to the items.
    pub items: Vec<Step>,
    /// The way to what it says of the next page; `None` where it says nothing.
    pub next: Option<Vec<Step>>,
}

/// How an operation's list goes on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Following {
    /// By the link in the page.
    Link,
    /// It has one page.
    None,
    /// By another operation.
    Operation {
        /// Its index.
        index: usize,
        /// Its path parameter that takes what the page says of the next one.
        link: Option<String>,
        /// Its query parameters, by their names in this operation.
        query: Vec<String>,
    },
}
