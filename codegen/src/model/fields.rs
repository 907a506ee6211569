//! The fields of structs: names, types, presence.

use serde_json::Value;

use super::context::Context;
use super::declared::{Field, Presence};
use super::types::Type;
use crate::keys::{CONSTANT, FORM, KEEP_EMPTY, ONLY, PART_TYPE, STYLE};
use crate::naming::{snake, unique};
use crate::walk::{fields, flag, items, join, kind_of, plain, resolve, text};
use crate::words::{code, description_or, paragraphs, spelled_out, usage};

impl<'a> Context<'a> {
    pub(super) fn fields(&mut self, pointer: &str, name: &str, schema: &'a Value) -> Vec<Field> {
        let required: Vec<&str> = items(schema.get("required")).filter_map(Value::as_str).collect();
        let mut found: Vec<Field> = Vec::new();
        for (wire, property) in fields(schema.get("properties")) {
            let pointer = join(&join(pointer, "properties"), wire);
            let ident = unique(snake(wire), |ident| {
                ident == "extra" || found.iter().any(|other| other.ident == ident)
            });
            let (value, nullable) = self.value(&pointer, property);
            let value = match property.get(CONSTANT) {
                Some(constant) if !self.can_be_constant(&value, constant) => of_constant(constant),
                _ => value,
            };
            let use_ = Use {
                is_required: required.contains(&wire.as_str()),
                is_nullable: nullable,
                is_read_only: flag(property, "readOnly"),
                is_form: schema.get(FORM).is_some(),
                is_sent: self.sent.contains(name),
                is_received: self.received.contains(name),
            };
            let said = |key| {
                use_.is_form
                    .then(|| text(property, key).to_owned())
                    .filter(|said| !said.is_empty())
            };
            found.push(Field {
                presence: presence(property, &value, &use_),
                docs: docs(self.root, property, wire, &ident),
                only: property.get(ONLY).cloned(),
                is_read_only: use_.is_read_only && use_.is_sent,
                style: said(STYLE),
                part_type: said(PART_TYPE),
                wire: wire.clone(),
                ident,
                value,
            });
        }
        found
    }
}

impl Context<'_> {
    /// Whether a value of this type can be this string, number or boolean. What has a tag is declared as anything.
    fn can_be_constant(&self, value: &Type, constant: &Value) -> bool {
        match value {
            Type::Number(name) => fits(name, constant),
            Type::Boolean => constant.is_boolean(),
            Type::Text => constant.is_string(),
            Type::Named(name) => {
                let mut values = items(self.component(name).and_then(|schema| schema.get("enum"))).peekable();
                values.peek().is_some() && (constant.is_string() || !values.all(Value::is_string))
            }
            Type::Core(name) => name == "Secret" && constant.is_string(),
            Type::Object | Type::List(_) | Type::Map(_) | Type::Nullable(_) | Type::Boxed(_) => false,
            _ => true,
        }
    }
}

/// Whether a number is one of this primitive type.
fn fits(name: &str, constant: &Value) -> bool {
    let Some(number) = constant.as_number() else {
        return false;
    };
    let text = number.to_string();
    match name {
        "i8" => text.parse::<i8>().is_ok(),
        "i16" => text.parse::<i16>().is_ok(),
        "i32" => text.parse::<i32>().is_ok(),
        "u8" => text.parse::<u8>().is_ok(),
        "u16" => text.parse::<u16>().is_ok(),
        "u32" => text.parse::<u32>().is_ok(),
        "u64" => number.is_u64(),
        "i64" => number.is_i64(),
        "f32" => number.as_f64().is_some_and(|wide| (wide as f32).is_finite()),
        _ => true,
    }
}

/// The type of a constant.
fn of_constant(constant: &Value) -> Type {
    match kind_of(constant) {
        "string" => Type::Text,
        "boolean" => Type::Boolean,
        "integer" if constant.is_i64() => Type::Number("i64"),
        "integer" => Type::Number("u64"),
        "number" => Type::Number("f64"),
        _ => Type::Any,
    }
}

/// What the presence of a field depends on, beside its type.
struct Use {
    is_required: bool,
    is_nullable: bool,
    is_read_only: bool,
    is_form: bool,
    is_sent: bool,
    is_received: bool,
}

fn presence(property: &Value, value: &Type, used: &Use) -> Presence {
    let is_collection = value.is_collection();
    let constant = property.get(CONSTANT);
    match constant {
        Some(constant) if used.is_required => return Presence::Constant(constant.clone()),
        _ => {}
    }
    // What only the service sets is nothing that a request must have.
    let is_required = used.is_required && !(used.is_read_only && used.is_sent);
    let unset = if is_collection && !flag(property, KEEP_EMPTY) {
        Presence::Collection
    } else {
        Presence::Optional
    };
    match (is_required, used.is_nullable) {
        (true, true) if *value == Type::Any => Presence::Required,
        (true, true) if used.is_sent && !used.is_form => Presence::Nullable,
        (true, true) if is_collection => Presence::Required,
        (true, false) if used.is_sent && used.is_received && would_lie(value) => Presence::Asked,
        (true, false) => Presence::Required,
        _ => unset,
    }
}

/// Whether a placeholder for a value that did not come could be taken for one that did.
fn would_lie(value: &Type) -> bool {
    *value == Type::Boolean || value.is_exact_text()
}

fn docs(root: &Value, property: &Value, wire: &str, ident: &str) -> String {
    // A reference without words of its own says what its target is.
    let target = description_or(resolve(root, property), &spelled_out(wire));
    let words = description_or(property, &target);
    let constant = property
        .get(CONSTANT)
        .map(plain)
        .filter(|constant| !words.contains(constant))
        .map(|constant| format!("Always {}.", code(&constant)));
    let name = (wire != ident).then(|| format!("Serialized as {}.", code(wire)));
    paragraphs([
        words.as_str(),
        &usage(property),
        constant.as_deref().unwrap_or_default(),
        name.as_deref().unwrap_or_default(),
    ])
}
