//! The sample bodies cover everything in the specifications.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::samples;

/// A normalized specification, and its fields and variants that occur in bodies.
struct Coverage {
    document: Value,
    wanted: BTreeSet<String>,
    met: BTreeSet<String>,
}

impl Coverage {
    /// Records the fields of a body of the schema.
    fn visit(&mut self, schema: &Value, body: &Value) {
        if let Some(name) = reference(schema) {
            let target = self.document["components"]["schemas"][name].clone();
            self.met.insert(name.to_owned());
            return self.visit_named(name, &target, body);
        }
        for part in ["allOf", "oneOf"]
            .iter()
            .filter_map(|name| schema[*name].as_array())
            .flatten()
        {
            self.visit(part, body);
        }
        for item in body.as_array().into_iter().flatten() {
            self.visit(&schema["items"], item);
        }
        if let (Value::Object(values), Value::Object(fields)) = (&schema["additionalProperties"], body) {
            let values = Value::Object(values.clone());
            fields.values().for_each(|field| self.visit(&values, field));
        }
    }

    fn visit_named(&mut self, name: &str, schema: &Value, body: &Value) {
        // Hand-written types are tested where they are defined.
        if schema.get("x-rust-type").is_some() {
            return;
        }
        if let Some(tag) = schema["discriminator"]["propertyName"].as_str() {
            for (value, variant) in schema["discriminator"]["mapping"].as_object().unwrap() {
                let variant = variant.as_str().unwrap().rsplit('/').next().unwrap();
                self.wanted.insert(variant.to_owned());
                if body[tag] == **value {
                    self.visit(&serde_json::json!({"$ref": format!("/{variant}")}), body);
                }
            }
            return;
        }
        for (property, schema) in schema["properties"].as_object().into_iter().flatten() {
            let field = format!("{name}.{property}");
            if let Some(body) = body.get(property) {
                self.met.insert(field.clone());
                self.visit(schema, body);
            }
            self.wanted.insert(field);
        }
        if schema.get("properties").is_none() {
            let mut anonymous = schema.clone();
            anonymous.as_object_mut().unwrap().remove("$ref");
            self.visit(&anonymous, body);
        }
    }
}

fn reference(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.rsplit('/').next()
}

/// The schemas of an operation's responses and stream events.
fn responses(operation: &Value) -> Vec<Value> {
    let responses = operation["responses"].as_object().unwrap().iter();
    responses
        .filter(|(status, _)| status.starts_with('2'))
        .filter_map(|(_, response)| response.pointer("/content/application~1json/schema"))
        .chain(operation.get("x-stream"))
        .filter(|schema| reference(schema).is_some())
        .cloned()
        .collect()
}

#[test]
fn samples_cover_every_response_field_and_variant() {
    let samples = samples::all();
    for directory in ["inference", "authoring"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../specs/{directory}/normalized.json"));
        let document: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let items = document["paths"].as_object().unwrap().values();
        let operations = items.flat_map(|item| item.as_object().unwrap().values());
        let schemas: Vec<_> = operations.flat_map(responses).collect();
        let mut coverage = Coverage {
            document,
            wanted: BTreeSet::new(),
            met: BTreeSet::new(),
        };
        for schema in schemas {
            let name = reference(&schema).unwrap();
            let mut found = samples.iter().filter(|sample| sample.name == name).peekable();
            assert!(found.peek().is_some(), "{name} has no sample");
            found.for_each(|sample| coverage.visit(&schema, &sample.body));
        }
        let missing: Vec<_> = coverage.wanted.difference(&coverage.met).collect();
        assert!(missing.is_empty(), "{missing:?}");
        assert!(coverage.wanted.len() > 50, "{:?}", coverage.wanted);
    }
}
