//! How types are taken as arguments, and values written as literals.

use quote::{ToTokens, quote};
use serde_json::Value;

use crate::model::Type;

/// How an argument of a setter or constructor is written and turned into the value: `(type, expression)`.
pub(super) fn taken(ty: &Type, name: &syn::Ident) -> (proc_macro2::TokenStream, proc_macro2::TokenStream) {
    match ty {
        _ if is_plain(ty) => (quote!(#ty), quote!(#name)),
        Type::List(item) => (
            quote!(impl IntoIterator<Item = impl Into<#item>>),
            quote!(#name.into_iter().map(Into::into).collect()),
        ),
        Type::Map(_) | Type::Object => {
            let value = match ty {
                Type::Map(value) => value,
                _ => &Type::Any,
            };
            (
                quote!(impl IntoIterator<Item = (impl Into<String>, impl Into<#value>)>),
                quote!(#name.into_iter().map(|(key, value)| (key.into(), value.into())).collect()),
            )
        }
        Type::Boxed(inner) => (quote!(impl Into<#inner>), quote!(Box::new(#name.into()))),
        _ => (quote!(impl Into<#ty>), quote!(#name.into())),
    }
}

/// Whether values are numbers or booleans, which are taken as they are.
pub(super) fn is_plain(ty: &Type) -> bool {
    matches!(ty, Type::Boolean | Type::Number(_))
}

/// An attribute for what holds a type that clippy takes for very complex: what the document nests
/// cannot be written shorter.
pub(super) fn complex(ty: &impl ToTokens) -> Option<proc_macro2::TokenStream> {
    // clippy's own measure, and its limit: ten for each type, and as much again for each type around it.
    let (mut depth, mut score) = (1, 0);
    for part in shown(ty).split_inclusive(['<', '>', ',']) {
        if part.len() > 1 {
            score += 10 * depth;
        }
        match part.as_bytes().last() {
            Some(b'<') => depth += 1,
            Some(b'>') => depth -= 1,
            _ => {}
        }
    }
    (score > 250).then(|| quote!(#[allow(clippy::type_complexity, reason = "the document nests as deep")]))
}

/// A type as people write it.
pub(super) fn shown(ty: &impl ToTokens) -> String {
    ty.to_token_stream().to_string().replace(' ', "")
}

/// The value of a constant of this type: a literal, and whether it has the type already.
pub(super) fn constant(ty: &Type, value: &Value) -> (proc_macro2::TokenStream, bool) {
    match (ty, value) {
        (Type::Number(name), Value::Number(number)) => {
            let typed = format!("{number}_{name}").parse();
            (typed.unwrap_or_else(|_| quote!(0)), true)
        }
        _ => (literal(value), *ty == Type::Boolean),
    }
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
