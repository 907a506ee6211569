//! Which fields a struct has: the document's order, how each is written in Rust, whether it can be absent.

use std::collections::HashMap;

use serde_json::Value;

use super::rust_type::{Kind, shorten, without_option};
use super::{Made, Tree};
use crate::emit::property_name;
use crate::keys::{CONSTANT, FORM, KEEP_EMPTY};
use crate::naming::{snake, unique};
use crate::walk::{SCHEMAS, items, join, members};
use crate::words::{code, description_or, paragraphs, spelled_out, usage};
use crate::{Diagnostic, Document, Error};

/// A field of a struct.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name in JSON or in a form.
    pub wire: String,
    /// The name in Rust.
    pub ident: syn::Ident,
    /// The value's type, without `Option`.
    pub value: syn::Type,
    /// What the type means for the emission.
    pub presence: Presence,
    /// What the document says of it.
    pub docs: String,
}

/// When a field is sent, and what absence means.
#[derive(Clone, Debug, PartialEq)]
pub enum Presence {
    /// Always sent; a body without it is refused.
    Required,
    /// Always sent; a body without it has the empty value.
    Empty,
    /// Sent unless it has the value that stands for none, which a body without it decodes to.
    Absent,
    /// Always sent, with this value unless another was received.
    Constant(String),
    /// Sent where set.
    Optional,
    /// A list or map, sent where not empty.
    NotEmpty,
}

impl Field {
    /// The type in the struct.
    pub fn ty(&self) -> syn::Type {
        let value = &self.value;
        match self.presence {
            Presence::Optional => syn::parse_quote!(Option<#value>),
            _ => value.clone(),
        }
    }

    /// Whether `new` asks for it.
    pub fn is_asked(&self) -> bool {
        matches!(self.presence, Presence::Required | Presence::Empty | Presence::Absent)
    }
}

/// Finds out the fields of every struct, and which types have a default.
///
/// # Errors
/// When progenitor left out a field.
pub(super) fn fields(tree: &mut Tree, document: &Document) -> Result<(), Error> {
    let mut missing = Vec::new();
    for (name, definition) in &mut tree.types {
        let Made::Struct(made) = &definition.made else {
            continue;
        };
        let types = types_by_plain_name(made);
        let schema = &definition.schema;
        let required: Vec<&str> = items(schema.get("required")).filter_map(Value::as_str).collect();
        let mut found: Vec<Field> = Vec::new();
        for (index, (wire, property)) in members(schema.get("properties")).enumerate() {
            let Some(ty) = types.get(&property_name(index)) else {
                missing.push(Diagnostic::error(
                    &document.name,
                    join(&join(&join(SCHEMAS, name), "properties"), wire),
                    "fields",
                    "progenitor made no field of it",
                ));
                continue;
            };
            let ident = unique(snake(wire), |ident| {
                ident == "extra" || found.iter().any(|other| other.ident == ident)
            });
            let value = shorten(&without_option(ty));
            found.push(Field {
                presence: presence(property, &value, required.contains(&wire.as_str())),
                docs: docs(&document.root, property, wire, &ident),
                wire: wire.clone(),
                ident: quote::format_ident!("{ident}"),
                value,
            });
        }
        definition.fields = found;
    }
    Error::unless_empty(missing)?;
    defaults(tree, document);
    Ok(())
}

/// typify's fields by the names that `emit` gave them.
fn types_by_plain_name(made: &syn::ItemStruct) -> HashMap<String, syn::Type> {
    let named = |field: &syn::Field| Some((field.ident.as_ref()?.to_string(), field.ty.clone()));
    made.fields.iter().filter_map(named).collect()
}

fn presence(property: &Value, value: &syn::Type, required: bool) -> Presence {
    let constant = property.get(CONSTANT).and_then(Value::as_str);
    let nullable = property.get("nullable") == Some(&Value::Bool(true));
    let is_collection = Kind::of(value).is_collection();
    let keeps_empty = property.get(KEEP_EMPTY) == Some(&Value::Bool(true));
    match (required, constant) {
        (true, Some(constant)) => Presence::Constant(constant.to_owned()),
        (true, None) if is_collection => Presence::Empty,
        (true, None) if !nullable => Presence::Required,
        _ if is_collection && !keeps_empty => Presence::NotEmpty,
        _ => Presence::Optional,
    }
}

fn docs(root: &Value, property: &Value, wire: &str, ident: &str) -> String {
    // A reference without words of its own says what its target is.
    let target = description_or(crate::walk::resolve(root, property), &spelled_out(wire));
    let words = description_or(property, &target);
    let constant = property
        .get(CONSTANT)
        .and_then(Value::as_str)
        .filter(|constant| !words.contains(*constant))
        .map(|constant| format!("Always {}.", code(constant)));
    let name = (wire != ident).then(|| format!("On the wire: {}.", code(wire)));
    paragraphs([
        words.as_str(),
        &usage(property),
        constant.as_deref().unwrap_or_default(),
        name.as_deref().unwrap_or_default(),
    ])
}

/// A struct has a default where nothing in it must be given. In types that only come in answers a required field
/// is one that can be empty, see the pass `relax_responses`.
fn defaults(tree: &mut Tree, document: &Document) {
    let sent = crate::walk::sent(&document.root);
    // A struct that holds others has a default once they have: round by round, as deep as they are nested.
    loop {
        let with_default: Vec<String> = tree
            .types
            .iter()
            .filter(|(_, definition)| definition.has_default)
            .map(|(name, _)| name.clone())
            .collect();
        let empty = |ty: &syn::Type| match Kind::of(ty) {
            Kind::Plain | Kind::Text | Kind::List(_) | Kind::Map(_) => true,
            Kind::Boxed(_) => false,
            Kind::Other => {
                let name = super::rust_type::last_name(ty);
                name == "EmbeddingVector" || name == "Value" || with_default.contains(&name)
            }
        };
        let mut changed = false;
        for (name, definition) in &mut tree.types {
            if definition.has_default || !matches!(definition.made, Made::Struct(_)) {
                continue;
            }
            let only_answers = !sent.contains(name.as_str());
            let is_form = definition.schema.get(FORM).is_some();
            definition.has_default = !is_form
                && definition.fields.iter().all(|field| match field.presence {
                    Presence::Required | Presence::Empty => only_answers && empty(&field.value),
                    _ => true,
                });
            changed |= definition.has_default;
        }
        if !changed {
            break;
        }
    }
    let with_default: Vec<String> = tree
        .types
        .iter()
        .filter(|(_, definition)| definition.has_default)
        .map(|(name, _)| name.clone())
        .collect();
    for definition in tree.types.values_mut() {
        for field in &mut definition.fields {
            let name = super::rust_type::last_name(&field.value);
            let lenient = match Kind::of(&field.value) {
                Kind::Text => true,
                Kind::Plain => name != "bool",
                Kind::Other => {
                    ["EmbeddingVector", "Timestamp", "Base64Bytes"].contains(&name.as_str())
                        || with_default.contains(&name)
                }
                _ => false,
            };
            if field.presence == Presence::Required && lenient {
                field.presence = Presence::Empty;
            }
        }
    }
}
