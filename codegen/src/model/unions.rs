//! Unions: distinguished by a tag, or by their shape.

use serde_json::Value;

use super::context::Context;
use super::declared::{Tagged, TaggedVariant, Variant};
use super::types::Type;
use crate::keys::{RUST_TYPE, STATUSES, VARIANT};
use crate::naming::{pascal, unique};
use crate::walk::{fields, items, join, reference, text};
use crate::words::{description_or, spelled_out};

impl<'a> Context<'a> {
    pub(super) fn tagged(&mut self, schema: &'a Value) -> Tagged {
        let mut variants: Vec<TaggedVariant> = Vec::new();
        for (value, target) in fields(schema.pointer("/discriminator/mapping")) {
            let target = target.as_str().unwrap_or_default();
            let inner = target.rsplit('/').next().unwrap_or_default();
            // What has no type of its own is kept as one of an unknown kind.
            if self
                .component(inner)
                .is_none_or(|schema| schema.get(RUST_TYPE).is_some())
            {
                continue;
            }
            match variants.iter_mut().find(|other| other.inner == inner) {
                Some(other) => other.values.push(value.clone()),
                None => variants.push(TaggedVariant {
                    variant: String::new(),
                    inner: inner.to_owned(),
                    values: vec![value.clone()],
                }),
            }
        }
        for index in 0..variants.len() {
            let wanted = match variants[index].values.as_slice() {
                [only] => pascal(only),
                _ => pascal(&variants[index].inner),
            };
            variants[index].variant = unique(wanted, |name| {
                name == "Unknown" || variants.iter().any(|other| other.variant == name)
            });
        }
        Tagged {
            tag: text(schema.get("discriminator").unwrap_or(&Value::Null), "propertyName").to_owned(),
            variants,
        }
    }

    pub(super) fn union(&mut self, pointer: &str, name: &str, schema: &'a Value) -> Vec<Variant> {
        let key = if schema.get("oneOf").is_some() {
            "oneOf"
        } else {
            "anyOf"
        };
        let all_statuses: Vec<&Value> = items(schema.get(STATUSES)).collect();
        let mut found: Vec<Variant> = Vec::new();
        for (index, variant) in items(schema.get(key)).enumerate() {
            let pointer = join(&join(pointer, key), &index.to_string());
            let (value, _) = self.value(&pointer, variant);
            let statuses = all_statuses.get(index).and_then(|all| all.as_str()).unwrap_or_default();
            let statuses = statuses.split_whitespace().map(str::to_owned);
            // Another of the same type could not be distinguished from the first.
            if let Some(other) = found.iter_mut().find(|other| other.value == value) {
                other.statuses.extend(statuses);
                continue;
            }
            let statuses = statuses.collect();
            let wanted = match (text(variant, VARIANT), reference(variant)) {
                ("", Some(target)) => target
                    .strip_prefix(name)
                    .filter(|rest| rest.starts_with(char::is_alphabetic))
                    .unwrap_or(target)
                    .to_owned(),
                ("", None) => kind_name(&value),
                (given, _) => pascal(given),
            };
            let ident = unique(pascal(&wanted), |name| {
                name == "Unknown" || found.iter().any(|other| other.variant == name)
            });
            found.push(Variant {
                docs: description_or(variant, &spelled_out(&ident)),
                variant: ident,
                value,
                statuses,
            });
        }
        found
    }
}

fn kind_name(value: &Type) -> String {
    match value {
        Type::List(item) => format!("{}List", kind_name(item)),
        Type::Nullable(inner) | Type::Boxed(inner) => kind_name(inner),
        Type::Map(_) | Type::Object => "Object".to_owned(),
        Type::Number("f32" | "f64") => "Number".to_owned(),
        Type::Number(_) => "Integer".to_owned(),
        Type::Boolean => "Boolean".to_owned(),
        Type::Text => "String".to_owned(),
        Type::Any => "Any".to_owned(),
        Type::Core(name) | Type::Named(name) => name.clone(),
    }
}
