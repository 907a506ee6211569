//! Schemas of structured output and of functions, which the service takes only in part where they are strict.

use serde_json::{Map, Value};

use crate::wire::ServiceError;

/// The limits of a strict schema, by the service's guide to structured outputs.
const DEEPEST: usize = 5;
const MOST_PROPERTIES: usize = 100;

/// What a strict schema may have.
const KEYWORDS: [&str; 14] = [
    "$defs",
    "$ref",
    "$schema",
    "additionalProperties",
    "anyOf",
    "const",
    "definitions",
    "description",
    "enum",
    "items",
    "properties",
    "required",
    "title",
    "type",
];

/// Where a schema was given.
pub(super) struct Owner {
    /// As in `function 'weather'`.
    what: String,
    param: String,
    code: Value,
}

impl Owner {
    pub(super) fn format(name: &str) -> Self {
        Self {
            what: format!("response_format '{name}'"),
            param: "response_format".to_owned(),
            code: Value::Null,
        }
    }

    pub(super) fn function(name: &str, index: usize) -> Self {
        Self {
            what: format!("function '{name}'"),
            param: format!("tools[{index}].function.parameters"),
            code: "invalid_function_parameters".into(),
        }
    }

    fn refuse(&self, problem: &str) -> ServiceError {
        let message = format!("Invalid schema for {}: {problem}", self.what);
        ServiceError::invalid_request("", &self.param, message).with("code", self.code.clone())
    }
}

/// Refuses a schema that is not one of an object, and of a strict one what the service does not take.
pub(super) fn check(owner: &Owner, schema: &Map<String, Value>, strict: bool) -> Result<(), ServiceError> {
    match schema.get("type") {
        Some(kind) if kind == "object" => {}
        // A function without parameters.
        None if !strict && schema.is_empty() => return Ok(()),
        other => {
            let got = other.map_or_else(|| "\"None\"".to_owned(), Value::to_string);
            let problem = format!("schema must be a JSON Schema of 'type: \"object\"', got 'type: {got}'.");
            return Err(owner.refuse(&problem));
        }
    }
    if !strict {
        return Ok(());
    }
    let mut walk = Walk {
        root: schema.clone().into(),
        properties: 0,
    };
    walk.schema(schema, &[], 1).map_err(|problem| owner.refuse(&problem))
}

struct Walk {
    root: Value,
    properties: usize,
}

impl Walk {
    fn value(&mut self, schema: &Value, path: &[&str], depth: usize) -> Result<(), String> {
        match schema {
            Value::Object(schema) => self.schema(schema, path, depth),
            _ => Err(format!("{}schema must be an object.", context(path))),
        }
    }

    fn schema(&mut self, schema: &Map<String, Value>, path: &[&str], depth: usize) -> Result<(), String> {
        let here = context(path);
        if let Some(keyword) = schema.keys().find(|keyword| !KEYWORDS.contains(&keyword.as_str())) {
            return Err(format!("{here}'{keyword}' is not permitted."));
        }
        if depth > DEEPEST {
            return Err(format!("{here}{depth} levels of nesting exceeds limit of {DEEPEST}."));
        }
        for place in ["$defs", "definitions"] {
            for (name, inner) in schema.get(place).and_then(Value::as_object).into_iter().flatten() {
                self.value(inner, &[path, &[place, name]].concat(), 1)?;
            }
        }
        if let Some(reference) = schema.get("$ref") {
            return self.reference(schema, reference, &here);
        }
        if let Some(Value::Array(branches)) = schema.get("anyOf") {
            if path.is_empty() {
                return Err(
                    "schema must have type 'object' and not have 'oneOf'/'anyOf'/'allOf' at the top level.".to_owned(),
                );
            }
            for (index, branch) in branches.iter().enumerate() {
                self.value(branch, &[path, &["anyOf", &index.to_string()]].concat(), depth)?;
            }
            return Ok(());
        }
        let kinds: Vec<&str> = match schema.get("type") {
            Some(Value::String(kind)) => vec![kind],
            Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
            _ if schema.contains_key("enum") || schema.contains_key("const") => Vec::new(),
            _ => return Err(format!("{here}schema must have a 'type' key.")),
        };
        if kinds.contains(&"object") {
            self.object(schema, path, depth)?;
        }
        if kinds.contains(&"array") {
            match schema.get("items") {
                Some(items) => self.value(items, &[path, &["items"]].concat(), depth)?,
                None => return Err(format!("{here}array schema missing items.")),
            }
        }
        Ok(())
    }

    fn object(&mut self, schema: &Map<String, Value>, path: &[&str], depth: usize) -> Result<(), String> {
        let here = context(path);
        if schema.get("additionalProperties") != Some(&Value::Bool(false)) {
            return Err(format!(
                "{here}'additionalProperties' is required to be supplied and to be false."
            ));
        }
        let none = Map::new();
        let properties = schema.get("properties").and_then(Value::as_object).unwrap_or(&none);
        let required = schema.get("required").and_then(Value::as_array);
        let missing = properties
            .keys()
            .find(|name| !required.is_some_and(|required| required.iter().any(|other| other == name.as_str())));
        if let Some(name) = missing {
            return Err(format!(
                "{here}'required' is required to be supplied and to be an array including every key in properties. \
                 Missing '{name}'."
            ));
        }
        if let Some(extra) = required
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .find(|name| !properties.contains_key(*name))
        {
            return Err(format!(
                "{here}'required' is required to be an array of keys in properties. Extra required key '{extra}' supplied."
            ));
        }
        self.properties += properties.len();
        if self.properties > MOST_PROPERTIES {
            return Err(format!(
                "{} object properties exceeds limit of {MOST_PROPERTIES}.",
                self.properties
            ));
        }
        properties
            .iter()
            .try_for_each(|(name, property)| self.value(property, &[path, &["properties", name]].concat(), depth + 1))
    }

    fn reference(&self, schema: &Map<String, Value>, reference: &Value, here: &str) -> Result<(), String> {
        if let Some(keyword) = schema.keys().find(|keyword| *keyword != "$ref") {
            return Err(format!("{here}$ref cannot have keywords {{'{keyword}'}}."));
        }
        let pointer = reference.as_str().and_then(|reference| reference.strip_prefix('#'));
        let found = pointer.is_some_and(|pointer| self.root.pointer(pointer).is_some());
        match found {
            true => Ok(()),
            false => Err(format!(
                "{here}reference to component {reference} which was not found in the schema."
            )),
        }
    }
}

/// As the service writes places: `In context=('properties', 'city'), `.
fn context(path: &[&str]) -> String {
    let parts: Vec<String> = path.iter().map(|part| format!("'{part}'")).collect();
    match parts.as_slice() {
        [only] => format!("In context=({only},), "),
        parts => format!("In context=({}), ", parts.join(", ")),
    }
}
