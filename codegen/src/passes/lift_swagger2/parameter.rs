//! Parameters: types move into `schema`, `collectionFormat` becomes `style` and `explode`.

use serde_json::{Map, Value, json};

use super::lift::Lift;
use super::schema::lift_file;
use crate::keys::{ANY_VALUE, DESCRIPTIONS, VALUE_NAMES};
use crate::passes::reference_siblings::wrap_reference_siblings;
use crate::walk::{has_any, is_extension, text};

/// What of a parameter, header or form field says what its values are.
const SCHEMA_KEYS: [&str; 24] = [
    "type",
    "format",
    "items",
    "default",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "multipleOf",
    "enum",
    "x-ms-enum",
    "x-nullable",
    "nullable",
    "title",
    "readOnly",
    ANY_VALUE,
    DESCRIPTIONS,
    VALUE_NAMES,
];

/// Takes the keywords that belong into a schema out of a parameter.
pub(super) fn take_schema(map: &mut Map<String, Value>) -> Map<String, Value> {
    let mut schema = Map::new();
    for key in SCHEMA_KEYS {
        if let Some(value) = map.shift_remove(key) {
            let key = if key == "x-nullable" { "nullable" } else { key };
            schema.insert(key.to_owned(), value);
        }
    }
    lift_file(&mut schema);
    schema
}

impl Lift<'_> {
    /// A parameter that stays one: not a body, not a form field.
    pub(in crate::passes) fn parameter(&mut self, parameter: Value, pointer: &str) -> Value {
        let mut map = match parameter {
            Value::Object(map) => map,
            other => return other,
        };
        if has_any(&map, &["$ref", "schema", "content"]) {
            return Value::Object(map);
        }
        let place = text(&map, "in").to_owned();
        let format = map.shift_remove("collectionFormat");
        let schema = take_schema(&mut map);
        if schema.get("type").is_some_and(|kind| kind == "array") {
            let (style, explode) = self.style(format.as_ref(), &place, pointer);
            map.insert("style".to_owned(), json!(style));
            map.insert("explode".to_owned(), json!(explode));
        } else if format.is_some() {
            self.findings.warn(
                pointer,
                "`collectionFormat` without `type: array` means nothing; it is dropped",
            );
        }
        map.insert("schema".to_owned(), Value::Object(schema));
        Value::Object(map)
    }

    /// `style` and `explode` of a list; commas are what Swagger 2.0 means where nothing is said.
    pub(super) fn style(&mut self, format: Option<&Value>, place: &str, pointer: &str) -> (&'static str, bool) {
        let query = matches!(place, "query" | "formData");
        let commas = if query { "form" } else { "simple" };
        match format.and_then(Value::as_str).unwrap_or("csv") {
            "csv" => (commas, false),
            "multi" if query => ("form", true),
            "ssv" if query => ("spaceDelimited", false),
            "tsv" if query => ("tabDelimited", false),
            "pipes" if query => ("pipeDelimited", false),
            other => {
                self.findings.warn(
                    pointer,
                    format!("`collectionFormat: {other}` cannot be expressed here; commas are used"),
                );
                (commas, false)
            }
        }
    }

    /// A header of a response.
    pub(super) fn header(&mut self, header: Value, pointer: &str) -> Value {
        let mut map = match header {
            Value::Object(map) => map,
            other => return other,
        };
        if has_any(&map, &["$ref", "schema", "content"]) {
            return Value::Object(map);
        }
        if let Some(format) = map.shift_remove("collectionFormat")
            && format != "csv"
        {
            self.findings.warn(
                pointer,
                format!("`collectionFormat: {format}` of a header cannot be expressed; commas are used"),
            );
        }
        let schema = take_schema(&mut map);
        map.insert("schema".to_owned(), Value::Object(schema));
        Value::Object(map)
    }

    /// The schema of a form field: its type, description and extensions, and its `encoding` where it needs one.
    pub(super) fn form_field(&mut self, mut field: Map<String, Value>, pointer: &str) -> (Value, Option<Value>) {
        let format = field.shift_remove("collectionFormat");
        let mut schema = take_schema(&mut field);
        let list = schema.get("type").is_some_and(|kind| kind == "array");
        // Files are parts of their own in any case.
        let is_file = schema
            .get("items")
            .is_some_and(|items| items.get("format") == Some(&json!("binary")));
        let encoding = (list && !is_file).then(|| {
            let (style, explode) = self.style(format.as_ref(), "formData", pointer);
            json!({"style": style, "explode": explode})
        });
        for (key, value) in field {
            if key == "description" || is_extension(&key) {
                schema.insert(key, value);
            }
        }
        let mut schema = Value::Object(schema);
        wrap_reference_siblings(&mut schema);
        (schema, encoding)
    }
}
