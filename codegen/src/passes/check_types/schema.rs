//! Schemas, and what is typed like one in Swagger 2.0.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::{Check, described};
use crate::document::Dialect;
use crate::keys::{ANY_VALUE, DESCRIPTIONS, VALUE_NAMES};
use crate::reference::{join, tokens};
use crate::walk::{has_any, is_of, plain, text};

/// What people write for a type, and what they mean: the type and its format.
const MEANT: [(&str, &str, &str); 31] = [
    ("file", "string", "binary"),
    ("int", "integer", ""),
    ("int32", "integer", "int32"),
    ("int64", "integer", "int64"),
    ("long", "integer", "int64"),
    ("float", "number", "float"),
    ("double", "number", "double"),
    ("decimal", "number", ""),
    ("bool", "boolean", ""),
    ("date", "string", "date"),
    ("datetime", "string", "date-time"),
    ("date-time", "string", "date-time"),
    ("uuid", "string", "uuid"),
    ("list", "array", ""),
    ("map", "object", ""),
    ("dict", "object", ""),
    ("json", "object", ""),
    ("str", "string", ""),
    ("text", "string", ""),
    ("char", "string", ""),
    ("email", "string", ""),
    ("password", "string", "password"),
    ("uri", "string", ""),
    ("url", "string", ""),
    ("guid", "string", "uuid"),
    ("time", "string", "time"),
    ("duration", "string", "duration"),
    ("byte", "string", "byte"),
    ("base64", "string", "byte"),
    ("binary", "string", "binary"),
    ("short", "integer", "int16"),
];

const TYPES: [&str; 6] = ["string", "number", "integer", "boolean", "array", "object"];

/// The extensions of other generators that say something of each value of an enumeration, and the key for it here.
const SAID_OF_VALUES: [(&str, &str); 5] = [
    ("x-enum-varnames", VALUE_NAMES),
    ("x-enumNames", VALUE_NAMES),
    (VALUE_NAMES, VALUE_NAMES),
    (DESCRIPTIONS, DESCRIPTIONS),
    ("x-enumDescriptions", DESCRIPTIONS),
];

impl Check<'_> {
    pub(super) fn schema(&mut self, schema: &mut Map<String, Value>, pointer: &str) {
        // The response that is a file.
        let file = self.dialect == Dialect::Swagger20 && pointer.ends_with("/schema");
        self.typed(schema, pointer, file);
        self.unknown_keywords(schema, pointer);
        self.parts(schema, pointer);
        self.required(schema, pointer);
        self.discriminator(schema, pointer);
    }

    /// What is composed of nothing, and what a value of the type cannot have.
    fn parts(&mut self, schema: &mut Map<String, Value>, pointer: &str) {
        for key in ["allOf", "oneOf", "anyOf"] {
            if schema.get(key).and_then(Value::as_array).is_some_and(Vec::is_empty) {
                self.drop(
                    schema,
                    key,
                    pointer,
                    format!("`{key}` is an empty list; it has no effect"),
                );
            }
        }
        let kind = text(schema, "type").to_owned();
        for (key, of) in [("properties", "object"), ("items", "array")] {
            if !schema.contains_key(key) || kind.is_empty() || kind == of {
                continue;
            }
            let wins = key == "properties" && !schema.contains_key("items");
            let outcome = if wins {
                "it is read as an object"
            } else {
                "it has no effect"
            };
            self.findings.warn(
                join(pointer, key),
                format!("`{key}` beside the type `{kind}`: {outcome}"),
            );
            if wins {
                schema.insert("type".to_owned(), json!(of));
            } else {
                schema.shift_remove(key);
            }
        }
    }

    fn discriminator(&mut self, schema: &mut Map<String, Value>, pointer: &str) {
        let Some(discriminator) = schema.get_mut("discriminator") else {
            return;
        };
        let swagger = self.dialect == Dialect::Swagger20;
        if discriminator.get("mapping").is_some_and(|mapping| !mapping.is_object())
            && let Value::Object(object) = discriminator
        {
            object.shift_remove("mapping");
            let at = join(&join(pointer, "discriminator"), "mapping");
            self.findings
                .warn(at, "must be a map from values to schemas; their names are the values");
        }
        let name = discriminator
            .get("propertyName")
            .and_then(Value::as_str)
            .filter(|name| !name.is_empty());
        match (&*discriminator, name) {
            (Value::String(_), _) if swagger => {}
            (Value::Object(_), Some(_)) if !swagger => {}
            (Value::Object(_), Some(name)) => {
                *discriminator = json!(name);
                self.findings.warn(
                    join(pointer, "discriminator"),
                    "an object is of OpenAPI 3; its `propertyName` is read",
                );
            }
            (Value::String(name), _) => {
                let read = json!({ "propertyName": name });
                let message = "`discriminator` must be an object with a `propertyName`; the string is read as that";
                self.findings.warn(join(pointer, "discriminator"), message);
                *discriminator = read;
            }
            _ => {
                let message = "`discriminator` names no property; the schemas are not distinguished by it";
                self.drop(schema, "discriminator", pointer, message);
            }
        }
    }

    /// What schemas share with parameters, headers and items of Swagger 2.0.
    pub(super) fn typed(&mut self, schema: &mut Map<String, Value>, pointer: &str, file: bool) {
        self.kind(schema, pointer, file);
        self.keyword_forms(schema, pointer);
        self.format(schema, pointer);
        self.values(schema, pointer);
        let list = schema.get("type").is_some_and(|kind| kind == "array");
        match schema.get("items") {
            None if list && self.dialect != Dialect::OpenApi31 => {
                self.findings
                    .warn(pointer, "a list without `items`; items of any type are accepted");
                schema.insert("items".to_owned(), json!({ ANY_VALUE: "a list without `items`" }));
            }
            Some(Value::Array(_)) => {
                let message = "a schema for each item is of older JSON Schema; it is read as `prefixItems`";
                self.findings.warn(join(pointer, "items"), message);
                if let Some(items) = schema.shift_remove("items") {
                    schema.insert("prefixItems".to_owned(), items);
                }
            }
            _ => {}
        }
    }

    fn kind(&mut self, schema: &mut Map<String, Value>, pointer: &str, file: bool) {
        let newer = self.dialect == Dialect::OpenApi31;
        let at = join(pointer, "type");
        match schema.get("type").cloned() {
            None => {}
            Some(Value::String(kind)) if TYPES.contains(&kind.as_str()) || file && kind == "file" => {}
            Some(Value::String(kind)) if kind == "null" && newer => {}
            Some(Value::String(kind)) if kind == "null" => {
                self.findings
                    .warn(at, "the type `null` is of OpenAPI 3.1; it is read as such");
            }
            Some(Value::String(kind)) => self.unknown_type(schema, &kind, pointer),
            Some(Value::Array(kinds)) => {
                if !newer {
                    self.findings
                        .warn(&at, "a list of types is of OpenAPI 3.1; it is read as such");
                }
                let (known, unknown): (Vec<Value>, Vec<Value>) = kinds.into_iter().partition(|kind| {
                    kind.as_str()
                        .is_some_and(|kind| kind == "null" || TYPES.contains(&kind))
                });
                for kind in &unknown {
                    self.findings
                        .warn(&at, format!("unknown type {kind}; it is left out of the list"));
                }
                if known.is_empty() {
                    self.any_value(schema, &at, "a list without types");
                } else if !unknown.is_empty() {
                    schema.insert("type".to_owned(), Value::Array(known));
                }
            }
            Some(other) => {
                self.any_value(schema, &at, &format!("the type is {}", described(&other)));
            }
        }
    }

    fn unknown_type(&mut self, schema: &mut Map<String, Value>, kind: &str, pointer: &str) {
        let lower = kind.trim().to_ascii_lowercase();
        let known = TYPES.iter().find(|known| **known == lower).map(|known| (*known, ""));
        let meant = MEANT
            .iter()
            .find(|(name, ..)| *name == lower)
            .map(|(_, kind, format)| (*kind, *format));
        let Some((read, format)) = known.or(meant) else {
            return self.any_value(schema, &join(pointer, "type"), &format!("unknown type {kind:?}"));
        };
        let shown = if format.is_empty() { read } else { format };
        self.findings.warn(
            join(pointer, "type"),
            format!("unknown type {kind:?}; it is read as `{shown}`"),
        );
        schema.insert("type".to_owned(), json!(read));
        if !format.is_empty() {
            schema.entry("format").or_insert_with(|| json!(format));
        }
    }

    fn values(&mut self, schema: &mut Map<String, Value>, pointer: &str) {
        let at = join(pointer, "enum");
        let kind = text(schema, "type").to_owned();
        if let Some(constant) = schema.get_mut("const") {
            self.value_of_type(constant, &kind, join(pointer, "const"));
        }
        let values = match schema.get_mut("enum") {
            None => return,
            Some(Value::Array(values)) if !values.is_empty() => values,
            Some(other) => {
                let what = if other.is_array() {
                    "an empty list"
                } else {
                    described(other)
                };
                let message = format!("`enum` is {what}; any value of the type is accepted");
                return self.drop(schema, "enum", pointer, message);
            }
        };
        let mut seen = HashSet::new();
        let mut index = 0;
        let mut kept: Vec<usize> = Vec::new();
        values.retain_mut(|value| {
            let place = join(&at, &index.to_string());
            kept.push(index);
            index += 1;
            if !seen.insert(value.to_string()) {
                kept.pop();
                self.findings.warn(place, format!("the value {value} occurs twice"));
                return false;
            }
            self.value_of_type(value, &kind, place);
            true
        });
        let keys: Vec<String> = values.iter().map(plain).collect();
        self.said_of_values(schema, pointer, (index, &kept, &keys));
    }

    /// A value in the wrong quotes is read as what is meant: YAML reads `[1, 2]` as numbers and `['1', '2']` as strings.
    fn value_of_type(&mut self, value: &mut Value, kind: &str, place: String) {
        let fits = |value: &Value| matches!(kind, "array" | "object") || is_of(value, kind);
        if value.is_null() || fits(value) {
            return;
        }
        let meant = match &*value {
            Value::Number(_) | Value::Bool(_) => Some(Value::String(value.to_string())),
            Value::String(text) => serde_json::from_str(text).ok(),
            _ => None,
        };
        let message = format!("the value {value} is not of the type `{kind}`");
        let outcome = match meant.filter(|meant| fits(meant)) {
            Some(meant) => {
                *value = meant;
                format!("it is read as {value}")
            }
            None => "the values are not checked against the type".to_owned(),
        };
        self.findings.warn(place, format!("{message}; {outcome}"));
    }

    /// What lists beside an enumeration say of its values, as maps: there were so many values, these were kept, under
    /// these keys.
    fn said_of_values(
        &mut self,
        schema: &mut Map<String, Value>,
        pointer: &str,
        (count, kept, keys): (usize, &[usize], &[String]),
    ) {
        for (name, map) in SAID_OF_VALUES {
            let list = match schema.get(name) {
                Some(Value::Array(list)) => list.clone(),
                Some(Value::Object(_)) if name == map => continue,
                Some(Value::Object(said)) => {
                    let said = said.clone();
                    schema.shift_remove(name);
                    schema.entry(map).or_insert(Value::Object(said));
                    continue;
                }
                _ => continue,
            };
            if list.len() != count {
                let message = format!("`{name}` has {} entries for {count} values; it is ignored", list.len());
                self.drop(schema, name, pointer, message);
                continue;
            }
            schema.shift_remove(name);
            let said: Map<String, Value> = kept
                .iter()
                .zip(keys)
                .filter_map(|(index, key)| {
                    Some((key.clone(), list.get(*index).filter(|said| said.is_string())?.clone()))
                })
                .collect();
            schema.entry(map).or_insert(Value::Object(said));
        }
    }

    fn required(&mut self, schema: &mut Map<String, Value>, pointer: &str) {
        let at = join(pointer, "required");
        match schema.get("required") {
            None => return,
            Some(Value::Array(_)) => {}
            Some(_) => {
                let message = "`required` must be a list of names beside `properties`; it is ignored";
                return self.drop(schema, "required", pointer, message);
            }
        }
        // The properties can be those of a schema that this one is composed with.
        let composed = has_any(schema, &["allOf", "oneOf", "anyOf", "$ref"])
            || tokens(pointer).any(|token| matches!(token.as_str(), "allOf" | "oneOf" | "anyOf"));
        let properties = schema.get("properties").and_then(Value::as_object).cloned();
        let Some(Value::Array(names)) = schema.get_mut("required") else {
            return;
        };
        let mut seen = HashSet::new();
        let mut index = 0;
        names.retain(|name| {
            let place = join(&at, &index.to_string());
            index += 1;
            let problem = match name.as_str() {
                None => "must be a string, the name of a property; it is ignored".to_owned(),
                Some(name) if !seen.insert(name.to_owned()) => format!("the name {name:?} occurs twice"),
                Some(name) => match &properties {
                    Some(properties) if !composed && !properties.contains_key(name) => {
                        format!("the property {name:?} is required but not declared; it is left to the extra fields")
                    }
                    _ => return true,
                },
            };
            self.findings.warn(place, problem);
            false
        });
        if index == 0 && self.dialect != Dialect::OpenApi31 {
            self.findings
                .warn(at, "`required` is an empty list; nothing is required");
        }
        if names.is_empty() {
            schema.shift_remove("required");
        }
    }
}
