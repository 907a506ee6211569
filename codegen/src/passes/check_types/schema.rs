//! Schemas, and what is typed like one in Swagger 2.0.

use std::collections::HashSet;

use serde_json::Value;

use super::{Check, described};
use crate::document::Dialect;
use crate::reference::{join, tokens};

impl Check<'_> {
    pub(super) fn schema(&mut self, schema: &Value, pointer: &str) {
        // The answer that is a file.
        let file = self.dialect == Dialect::Swagger20 && pointer.ends_with("/schema");
        self.typed(schema, pointer, file);
        self.unknown_keywords(schema, pointer);
        self.required(schema, pointer);
        let discriminator = match (self.dialect, schema.get("discriminator")) {
            (_, None) => true,
            (Dialect::Swagger20, Some(property)) => property.is_string(),
            (_, Some(object)) => object.get("propertyName").is_some_and(Value::is_string),
        };
        if !discriminator {
            let wanted = match self.dialect {
                Dialect::Swagger20 => "the name of a property",
                _ => "an object with a `propertyName`",
            };
            self.report(join(pointer, "discriminator"), format!("must be {wanted}"));
        }
    }

    /// What schemas share with parameters, headers and items of Swagger 2.0.
    pub(super) fn typed(&mut self, schema: &Value, pointer: &str, file: bool) {
        self.kind(schema.get("type"), pointer, file);
        self.keyword_forms(schema, pointer);
        self.values(schema, pointer);
        let list = schema.get("type").is_some_and(|kind| kind == "array");
        match schema.get("items") {
            None if list && self.dialect != Dialect::OpenApi31 => {
                self.warn(pointer, "a list without `items`; items of any type are taken");
            }
            Some(Value::Array(_)) => {
                self.report(
                    join(pointer, "items"),
                    "must be one schema: a schema for each place cannot be expressed",
                );
            }
            _ => {}
        }
    }

    fn kind(&mut self, kind: Option<&Value>, pointer: &str, file: bool) {
        let mut known = vec!["string", "number", "integer", "boolean", "array", "object"];
        if self.dialect == Dialect::OpenApi31 {
            known.push("null");
        }
        if file {
            known.push("file");
        }
        let at = join(pointer, "type");
        let one = |kind: &Value| kind.as_str().is_some_and(|kind| known.contains(&kind));
        let unknown = match kind {
            None => return,
            Some(Value::Array(_)) if self.dialect != Dialect::OpenApi31 => {
                self.report(at, "a list of types needs OpenAPI 3.1");
                return;
            }
            Some(Value::Array(kinds)) if kinds.is_empty() => {
                self.report(at, "an empty list of types");
                return;
            }
            Some(Value::Array(kinds)) => kinds.iter().find(|kind| !one(kind)),
            Some(kind) => Some(kind).filter(|kind| !one(kind)),
        };
        if let Some(unknown) = unknown {
            self.report(at, format!("unknown type {unknown}: there are {}", known.join(", ")));
        }
    }

    fn values(&mut self, schema: &Value, pointer: &str) {
        let at = join(pointer, "enum");
        let values = match schema.get("enum") {
            None => return,
            Some(Value::Array(values)) if !values.is_empty() => values,
            Some(other) => {
                let message = format!("must be a list with something in it, not {}", described(other));
                self.report(at, message);
                return;
            }
        };
        let mut seen = HashSet::new();
        for (index, value) in values.iter().enumerate() {
            let place = join(&at, &index.to_string());
            if !seen.insert(value.to_string()) {
                self.warn(&place, format!("the value {value} twice"));
            }
            let misfit = match schema.get("type").and_then(Value::as_str) {
                _ if value.is_null() => false,
                Some("string") => !value.is_string(),
                Some("integer") => !(value.is_i64() || value.is_u64()),
                Some("number") => !value.is_number(),
                Some("boolean") => !value.is_boolean(),
                _ => false,
            };
            if misfit {
                self.warn(place, format!("the value {value} is not of the schema's type"));
            }
        }
    }

    fn required(&mut self, schema: &Value, pointer: &str) {
        let at = join(pointer, "required");
        let names = match schema.get("required") {
            None => return,
            Some(Value::Array(names)) => names,
            Some(_) => {
                self.report(at, "must be a list of names, beside the `properties` they are in");
                return;
            }
        };
        let properties = schema.get("properties").and_then(Value::as_object);
        // The properties can be those of a schema that this one is composed with.
        let composed = ["allOf", "oneOf", "anyOf", "$ref"]
            .iter()
            .any(|key| schema.get(key).is_some())
            || tokens(pointer).any(|token| matches!(token.as_str(), "allOf" | "oneOf" | "anyOf"));
        for (index, name) in names.iter().enumerate() {
            let place = join(&at, &index.to_string());
            let Some(name) = name.as_str() else {
                self.report(place, "must be a text: the name of a property");
                continue;
            };
            if names[..index].iter().any(|other| other == name) {
                self.warn(&place, format!("the name {name:?} twice"));
            }
            if let Some(properties) = properties
                && !composed
                && !properties.contains_key(name)
            {
                self.warn(&place, format!("the property {name:?} is required but not declared"));
            }
        }
    }
}
