//! What a component schema is.

use serde_json::Value;

use super::context::Context;
use super::declared::{Declared, Enum, EnumKind, Listed, Shape, Struct};
use crate::keys::{DESCRIPTIONS, FORM, RUST_TYPE, VALUE_NAMES};
use crate::naming::{pascal, unique};
use crate::walk::{SCHEMAS, items, join, plain, text};
use crate::words::{code, description_or, paragraphs, spelled_out};

impl<'a> Context<'a> {
    /// The type that a component schema declares; none where a type of the core crate stands for it.
    pub(super) fn declared(&mut self, name: &str, schema: &'a Value) -> Option<Declared> {
        if schema.get(RUST_TYPE).is_some() {
            return None;
        }
        let pointer = join(SCHEMAS, name);
        Some(Declared {
            docs: description_or(schema, &spelled_out(name)),
            shape: self.shape(&pointer, name, schema),
            is_sent: self.sent.contains(name),
            is_response: false,
            is_fitted: false,
        })
    }

    fn shape(&mut self, pointer: &str, name: &str, schema: &'a Value) -> Shape {
        let has = |key: &str| schema.get(key).is_some();
        if has("properties") || has(FORM) {
            let fields = self.fields(pointer, name, schema);
            return Shape::Struct(Struct {
                fields,
                is_form: has(FORM),
                has_default: false,
                list: None,
            });
        }
        if schema
            .get("enum")
            .and_then(Value::as_array)
            .is_some_and(|all| !all.is_empty())
        {
            return Shape::Enum(enumeration(schema, self.ignores_case));
        }
        if has("oneOf") || has("anyOf") {
            return if has("discriminator") {
                Shape::Tagged(self.tagged(schema))
            } else {
                Shape::Union(self.union(pointer, name, schema))
            };
        }
        Shape::Alias(self.value(pointer, schema).0)
    }
}

fn enumeration(schema: &Value, ignores_case: bool) -> Enum {
    let values: Vec<&Value> = items(schema.get("enum")).collect();
    let mut variants: Vec<String> = Vec::new();
    let listed = values.iter().map(|value| {
        // `Err` is the error type of `FromStr`, and would be taken for one of the enumeration.
        let key = plain(value);
        let said = |all| schema.get(all).map(|all| text(all, &key)).unwrap_or_default();
        let wanted = match said(VALUE_NAMES) {
            "" => variant_name(value),
            name => pascal(name),
        };
        let variant = unique(wanted, |name| {
            ["Unknown", "Err"].contains(&name) || variants.iter().any(|other| other == name)
        });
        variants.push(variant.clone());
        Listed {
            variant,
            value: (*value).clone(),
            docs: paragraphs([said(DESCRIPTIONS), &format!("Serialized as {}.", code(&key))]),
        }
    });
    let listed: Vec<Listed> = listed.collect();
    let texts: Vec<&str> = values.iter().filter_map(|value| value.as_str()).collect();
    let differ_in_case = texts
        .iter()
        .enumerate()
        .any(|(index, a)| texts[..index].iter().any(|b| a.eq_ignore_ascii_case(b)));
    let kind = match (texts.len() == values.len(), differ_in_case) {
        (false, _) => EnumKind::Values,
        (true, false) if ignores_case => EnumKind::AnyCase,
        (true, _) => EnumKind::Exact,
    };
    Enum { values: listed, kind }
}

fn variant_name(value: &Value) -> String {
    match value {
        Value::String(text) => pascal(text),
        Value::Number(number) => {
            let number = number.to_string();
            match number.strip_prefix('-') {
                Some(rest) => pascal(&format!("minus {rest}")),
                None => pascal(&format!("value {number}")),
            }
        }
        other => pascal(&other.to_string()),
    }
}
