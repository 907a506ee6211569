//! Schemas: `discriminator`, `x-nullable`, `type: file`, references.

use serde_json::{Map, Value, json};

use super::lift::Lift;
use crate::passes::reference_siblings::wrap_reference_siblings;
use crate::reference::{local_pointer, push, reference_to, tokens};

/// Names of definitions that OpenAPI 3 refuses (`Page«Item»`), with the names they get.
pub(super) fn component_names(root: &Value) -> Map<String, Value> {
    let mut names = Map::new();
    let Some(definitions) = root.get("definitions").and_then(Value::as_object) else {
        return names;
    };
    let mut taken: std::collections::HashSet<String> = definitions.keys().cloned().collect();
    for old in definitions.keys().filter(|name| !is_component_name(name)) {
        let plain: String = old
            .chars()
            .map(|c| if is_component_char(c) { c } else { '_' })
            .collect();
        let plain = match plain.trim_matches('_') {
            "" => "Schema",
            trimmed => trimmed,
        };
        let new = (1..)
            .map(|n| {
                if n == 1 {
                    plain.to_owned()
                } else {
                    format!("{plain}_{n}")
                }
            })
            .find(|name| !taken.contains(name))
            .unwrap_or_else(|| plain.to_owned());
        taken.insert(new.clone());
        names.insert(old.clone(), Value::String(new));
    }
    names
}

fn is_component_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')
}

fn is_component_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(is_component_char)
}

impl Lift<'_> {
    pub(super) fn component_name(&self, old: &str) -> String {
        match self.names.get(old) {
            Some(Value::String(new)) => new.clone(),
            _ => old.to_owned(),
        }
    }

    /// Lifts one schema; those inside it have been lifted before.
    pub(super) fn schema(&mut self, schema: &mut Value, pointer: &str) {
        let Value::Object(map) = schema else { return };
        if let Some(Value::String(property)) = map.get("discriminator") {
            let lifted = json!({"propertyName": property});
            map.insert("discriminator".to_owned(), lifted);
        }
        if let Some(nullable) = map.shift_remove("x-nullable") {
            map.entry("nullable").or_insert(nullable);
        }
        lift_file(map);
        if map.contains_key("collectionFormat") {
            self.inner_collection_format(map, pointer);
        }
        if let Some(Value::String(reference)) = map.get_mut("$ref")
            && let Some(lifted) = self.lifted_reference(reference)
        {
            *reference = lifted;
        }
        wrap_reference_siblings(schema);
    }

    /// Where what a reference leads to is after the lift; `None` for a reference out of the document.
    pub(super) fn lifted_reference(&self, reference: &str) -> Option<String> {
        let pointer = local_pointer(reference)?;
        let mut old = tokens(&pointer);
        let section = old.next()?;
        let mut new = match section.as_str() {
            "definitions" => "/components/schemas".to_owned(),
            "parameters" => "/components/parameters".to_owned(),
            "responses" => "/components/responses".to_owned(),
            _ => return Some(reference_to(&pointer)),
        };
        if let Some(name) = old.next() {
            let schema = section == "definitions";
            push(&mut new, &if schema { self.component_name(&name) } else { name });
        }
        old.for_each(|token| push(&mut new, &token));
        Some(reference_to(&new))
    }

    /// Lists inside lists can only be separated by commas in OpenAPI 3.
    fn inner_collection_format(&mut self, map: &mut Map<String, Value>, pointer: &str) {
        if let Some(format) = map.shift_remove("collectionFormat")
            && format != "csv"
        {
            self.warn(
                pointer,
                format!("`collectionFormat: {format}` of a list inside a list cannot be expressed; it is dropped"),
            );
        }
    }
}

/// `type: file` becomes bytes.
pub(super) fn lift_file(map: &mut Map<String, Value>) {
    if map.get("type").is_some_and(|kind| kind == "file") {
        map.insert("type".to_owned(), json!("string"));
        map.insert("format".to_owned(), json!("binary"));
    }
}
