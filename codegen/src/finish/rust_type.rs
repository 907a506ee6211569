//! How Rust types are taken as arguments.

use quote::quote;
use serde_json::Value;

fn arguments(ty: &syn::Type) -> Vec<&syn::Type> {
    let syn::Type::Path(path) = ty else {
        return Vec::new();
    };
    let Some(last) = path.path.segments.last() else {
        return Vec::new();
    };
    let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return Vec::new();
    };
    arguments
        .args
        .iter()
        .filter_map(|argument| match argument {
            syn::GenericArgument::Type(ty) => Some(ty),
            _ => None,
        })
        .collect()
}

/// The last name of a path, `Vec` of `::std::vec::Vec<T>`; empty of anything else.
pub(super) fn last_name(ty: &syn::Type) -> String {
    match ty {
        syn::Type::Path(path) => {
            let last = path.path.segments.last();
            last.map(|segment| segment.ident.to_string()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// What kind of value a type holds, as far as its emission differs.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// Numbers and booleans: taken as they are.
    Plain,
    /// Text.
    Text,
    /// Bytes as text in base64.
    Bytes,
    /// A list of items.
    List(syn::Type),
    /// A map from text to values.
    Map(syn::Type),
    /// A value in a box: a schema that contains itself.
    Boxed(syn::Type),
    /// Any other type.
    Other,
}

impl Kind {
    /// What a type is.
    pub(super) fn of(ty: &syn::Type) -> Self {
        match (last_name(ty).as_str(), arguments(ty).as_slice()) {
            ("bool" | "i32" | "i64" | "u32" | "u64" | "f64", _) => Self::Plain,
            ("String", _) => Self::Text,
            ("Base64Bytes", _) => Self::Bytes,
            ("Vec", [item]) => Self::List((*item).clone()),
            ("Map" | "BTreeMap", [_, value]) => Self::Map((*value).clone()),
            ("Box", [inner]) => Self::Boxed((*inner).clone()),
            _ => Self::Other,
        }
    }

    /// Whether a value that is empty says as much as none.
    pub(super) fn can_be_empty(&self) -> bool {
        self.is_collection() || matches!(self, Self::Text | Self::Bytes)
    }

    /// Whether absent and empty can mean the same.
    pub(super) fn is_collection(&self) -> bool {
        matches!(self, Self::List(_) | Self::Map(_))
    }
}

/// How an argument of a setter or constructor is written and turned into the value: `(type, expression)`.
pub(super) fn taken(ty: &syn::Type, name: &syn::Ident) -> (proc_macro2::TokenStream, proc_macro2::TokenStream) {
    match Kind::of(ty) {
        Kind::Plain => (quote!(#ty), quote!(#name)),
        Kind::List(item) => (
            quote!(impl IntoIterator<Item = impl Into<#item>>),
            quote!(#name.into_iter().map(Into::into).collect()),
        ),
        Kind::Map(value) => (
            quote!(impl IntoIterator<Item = (impl Into<String>, impl Into<#value>)>),
            quote!(#name.into_iter().map(|(key, value)| (key.into(), value.into())).collect()),
        ),
        Kind::Boxed(inner) => (quote!(impl Into<#inner>), quote!(Box::new(#name.into()))),
        Kind::Text | Kind::Bytes | Kind::Other => (quote!(impl Into<#ty>), quote!(#name.into())),
    }
}

/// An attribute for what holds a type that clippy takes for very complex: there is no shorter way to write what the
/// document nests.
pub(super) fn complex(ty: &syn::Type) -> Option<proc_macro2::TokenStream> {
    // clippy's own measure, and its limit.
    fn score(ty: &syn::Type, depth: u32) -> u32 {
        10 * depth
            + arguments(ty)
                .into_iter()
                .map(|inner| score(inner, depth + 1))
                .sum::<u32>()
    }
    (score(ty, 1) > 250).then(|| quote!(#[allow(clippy::type_complexity, reason = "the document nests as deep")]))
}

/// A type as people write it.
pub(super) fn shown(ty: &syn::Type) -> String {
    quote!(#ty).to_string().replace(' ', "")
}

/// A string, number or boolean as a literal.
pub(super) fn literal(value: &Value) -> proc_macro2::TokenStream {
    match value {
        Value::String(text) => quote!(#text),
        Value::Bool(boolean) => quote!(#boolean),
        // A literal without a suffix has 32 bits.
        Value::Number(number) => {
            let suffix = match (number.as_i64(), number.is_u64()) {
                (Some(small), _) if i32::try_from(small).is_ok() => "",
                (Some(_), _) => "_i64",
                (None, true) => "_u64",
                (None, false) => "",
            };
            format!("{number}{suffix}").parse().unwrap_or_else(|_| quote!(0))
        }
        other => {
            let text = other.to_string();
            quote!(#text)
        }
    }
}
