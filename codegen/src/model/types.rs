//! What a value is where it is used.

use quote::{ToTokens, format_ident, quote};
use serde_json::Value;

use super::context::{AnyValue, Context};
use crate::keys::{ANY_VALUE, RUST_TYPE};
use crate::walk::{flag, join, reference, text};

/// The type of a value. Total: whatever a schema says, it has one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Type {
    /// Any JSON value.
    Any,
    /// A boolean.
    Boolean,
    /// A number, by its primitive type in Rust.
    Number(&'static str),
    /// A string.
    Text,
    /// An object without declared properties.
    Object,
    /// A type of the core crate: an instant, bytes, a secret, a file.
    Core(String),
    /// A declared type.
    Named(String),
    /// A list.
    List(Box<Type>),
    /// A map from text.
    Map(Box<Type>),
    /// A value that can be `null`, in a list or map.
    Nullable(Box<Type>),
    /// A value in a box, because it can contain itself or an overlay says so.
    Boxed(Box<Type>),
}

/// The type in Rust.
impl ToTokens for Type {
    fn to_tokens(&self, tokens: &mut proc_macro2::TokenStream) {
        tokens.extend(match self {
            Self::Any => quote!(Value),
            Self::Boolean => quote!(bool),
            Self::Number(name) => format_ident!("{name}").into_token_stream(),
            Self::Text => quote!(String),
            Self::Object => quote!(serde_json::Map<String, Value>),
            Self::Core(name) | Self::Named(name) => format_ident!("{name}").into_token_stream(),
            Self::List(item) => quote!(Vec<#item>),
            Self::Map(value) => quote!(BTreeMap<String, #value>),
            Self::Nullable(value) => quote!(Option<#value>),
            Self::Boxed(value) => quote!(Box<#value>),
        });
    }
}

impl Type {
    /// Whether it is an instant, a date, a time, a duration or an id: an empty one could be taken for one that was sent.
    pub(crate) fn is_exact_text(&self) -> bool {
        const NAMES: [&str; 7] = [
            "Timestamp",
            "DateTime",
            "HttpDate",
            "PlainDate",
            "PlainTime",
            "IsoDuration",
            "Uuid",
        ];
        matches!(self, Self::Core(name) if NAMES.contains(&name.as_str()))
    }

    /// Whether an empty value says as much as none.
    pub(crate) fn can_be_empty(&self) -> bool {
        self.is_collection() || *self == Self::Text || matches!(self, Self::Core(name) if name.starts_with("Base64"))
    }

    /// Whether it is a list or a map.
    pub(crate) fn is_collection(&self) -> bool {
        matches!(self, Self::List(_) | Self::Map(_) | Self::Object)
    }

    /// The declared type that a value of this one holds directly, not through a list or map.
    pub(crate) fn held(&self) -> Option<&str> {
        match self {
            Self::Named(name) => Some(name),
            Self::Nullable(inner) => inner.held(),
            _ => None,
        }
    }

    /// The declared type at the heart of it.
    pub(crate) fn declared(&self) -> Option<&str> {
        match self {
            Self::Named(name) => Some(name),
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) | Self::Boxed(inner) => inner.declared(),
            _ => None,
        }
    }
}

/// Whether a `null` stands for a value of this use of a schema.
pub(super) fn is_nullable(schema: &Value) -> bool {
    flag(schema, "nullable")
}

/// The primitive type of a number: what its format says, and 64 bits where that says nothing.
fn number(kind: &str, format: &str) -> &'static str {
    match (kind, format) {
        (_, "int8") => "i8",
        (_, "int16") => "i16",
        (_, "int32") => "i32",
        (_, "uint8") => "u8",
        (_, "uint16") => "u16",
        (_, "uint32") => "u32",
        (_, "uint64" | "uint") => "u64",
        ("integer", _) | (_, "int64") => "i64",
        (_, "float") => "f32",
        _ => "f64",
    }
}

impl<'a> Context<'a> {
    /// The type of a use of a schema, and whether it can be `null`.
    pub(super) fn value(&mut self, pointer: &str, schema: &'a Value) -> (Type, bool) {
        let target = reference(schema).and_then(|name| self.component(name));
        (
            self.of_use(pointer, schema),
            is_nullable(schema) || target.is_some_and(is_nullable),
        )
    }

    /// The same in a list or map.
    pub(super) fn element(&mut self, pointer: &str, schema: &'a Value) -> Type {
        match self.value(pointer, schema) {
            (Type::Any, _) => Type::Any,
            (value, true) => Type::Nullable(Box::new(value)),
            (value, false) => value,
        }
    }

    fn of_use(&mut self, pointer: &str, schema: &'a Value) -> Type {
        if let Some(core) = core_type(schema) {
            return core;
        }
        if let Some(name) = reference(schema) {
            return match self.component(name) {
                Some(target) => core_type(target).unwrap_or_else(|| Type::Named(name.to_owned())),
                None => self.any(pointer, &format!("unknown schema `{name}`")),
            };
        }
        match (
            text(schema, "type"),
            schema.get("additionalProperties"),
            schema.get("items"),
        ) {
            ("boolean", ..) => Type::Boolean,
            (kind @ ("integer" | "number"), ..) => Type::Number(number(kind, text(schema, "format"))),
            ("string", ..) => {
                // A parameter, whose values are strings in any case.
                if let Some(why) = schema.get(ANY_VALUE).and_then(Value::as_str) {
                    self.untyped(pointer, why);
                }
                Type::Text
            }
            ("array", _, Some(items)) | ("", None, Some(items @ Value::Object(_))) => {
                Type::List(Box::new(self.element(&join(pointer, "items"), items)))
            }
            ("array", ..) => {
                self.untyped(pointer, "the document says nothing of the items");
                Type::List(Box::new(Type::Any))
            }
            ("object" | "", Some(values @ Value::Object(schema)), _) if !schema.is_empty() => {
                match self.element(&join(pointer, "additionalProperties"), values) {
                    Type::Any => Type::Object,
                    value => Type::Map(Box::new(value)),
                }
            }
            ("object", ..) => Type::Object,
            ("", ..) => {
                if let Some(key) = ["allOf", "not", "oneOf", "anyOf", "enum", "properties"]
                    .iter()
                    .find(|key| schema.get(key).is_some())
                {
                    return self.any(pointer, &format!("`{key}` has no type that stands for it here"));
                }
                let why = schema.get(ANY_VALUE).and_then(Value::as_str);
                self.untyped(pointer, why.unwrap_or("the document gives no type"))
            }
            (other, ..) => self.any(pointer, &format!("unknown type `{other}`")),
        }
    }

    /// Any JSON value, because the document, or what could be read of it, says no more.
    fn untyped(&mut self, pointer: &str, reason: &str) -> Type {
        self.any_values.push(AnyValue {
            pointer: pointer.to_owned(),
            reason: reason.to_owned(),
        });
        Type::Any
    }

    /// Any JSON value, because no type stands for what the document says.
    pub(super) fn any(&mut self, pointer: &str, why: &str) -> Type {
        self.findings.warn(pointer, format!("{why}: taken as any JSON value"));
        self.untyped(pointer, why)
    }
}

/// The type of the core crate that stands for a schema.
fn core_type(schema: &Value) -> Option<Type> {
    let path = text(schema.get(RUST_TYPE)?, "path");
    Some(Type::Core(path.rsplit("::").next().unwrap_or(path).to_owned()))
}
