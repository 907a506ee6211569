//! Paths and operations: bodies and form fields become request bodies.

use serde_json::{Map, Value, json};

use super::lift::Lift;
use crate::passes::media::{self, JSON, MULTIPART, OCTETS, URL_ENCODED};
use crate::reference::join;
use crate::walk::{METHODS, fields_mut, flag, is_extension, text};

impl Lift<'_> {
    pub(in crate::passes) fn paths(
        &mut self,
        paths: Option<Value>,
        base: &str,
        changed: &mut usize,
    ) -> Map<String, Value> {
        let Some(Value::Object(mut paths)) = paths else {
            return Map::new();
        };
        for (path, item) in paths.iter_mut().filter(|(path, _)| !is_extension(path)) {
            let operations = fields_mut(Some(item)).filter(|(key, _)| METHODS.contains(&key.as_str()));
            for (method, operation) in operations {
                if let Value::Object(operation) = operation {
                    *changed += 1;
                    self.operation(operation, &join(&join(base, path), method));
                }
            }
        }
        paths
    }

    fn operation(&mut self, operation: &mut Map<String, Value>, pointer: &str) {
        let consumes = media::list(operation.shift_remove("consumes").as_ref())
            .or_else(|| self.consumes.clone())
            .unwrap_or_default();
        let produces = media::list(operation.shift_remove("produces").as_ref())
            .or_else(|| self.produces.clone())
            .unwrap_or_default();
        if let Some(schemes) = operation.shift_remove("schemes")
            && Some(&schemes) != self.schemes.as_ref()
        {
            self.findings.warn(
                join(pointer, "schemes"),
                "schemes of one operation cannot be expressed; the document's servers are used",
            );
        }
        let (mut content, mut kept) = (Vec::new(), Vec::new());
        if let Some(Value::Array(list)) = operation.get_mut("parameters") {
            for (index, parameter) in std::mem::take(list).into_iter().enumerate() {
                let at = format!("{pointer}/parameters/{index}");
                let is_content = matches!(text(&parameter, "in"), "body" | "formData");
                match parameter {
                    Value::Object(parameter) if is_content => content.push((at, parameter)),
                    parameter => kept.push(self.parameter(parameter, &at)),
                }
            }
            *list = kept;
        }
        let mut body = self.request_body(content, &consumes, pointer);
        // They point at files beside the document, which a document alone does not have.
        operation.shift_remove("x-ms-examples");
        for (key, value) in std::mem::take(operation) {
            if key == "responses" {
                // Where people look for it: before the responses.
                insert_body(operation, body.take());
                let value = self.responses(value, &produces, &join(pointer, "responses"));
                operation.insert(key, value);
            } else {
                operation.insert(key, value);
            }
        }
        insert_body(operation, body);
    }

    fn request_body(
        &mut self,
        content: Vec<(String, Map<String, Value>)>,
        consumes: &[String],
        pointer: &str,
    ) -> Option<Value> {
        let mut body: Option<(String, Map<String, Value>)> = None;
        let mut fields: Vec<(String, Map<String, Value>)> = Vec::new();
        for (at, parameter) in content {
            if parameter.get("in").is_some_and(|place| place == "body") {
                if body.is_some() {
                    self.findings
                        .warn(&at, "a second body: an operation has one, and this one is sent");
                }
                body = Some((at, parameter));
            } else {
                fields.push((at, parameter));
            }
        }
        match (body, fields.is_empty()) {
            (Some((at, body)), no_fields) => {
                if !no_fields {
                    self.findings.warn(
                        at,
                        "a body beside form fields, which are not sent: an operation has one or the other",
                    );
                }
                Some(plain_body(body, consumes))
            }
            (None, false) => Some(self.form(fields, consumes, pointer)),
            (None, true) => None,
        }
    }

    fn form(&mut self, fields: Vec<(String, Map<String, Value>)>, consumes: &[String], pointer: &str) -> Value {
        let file = fields
            .iter()
            .any(|(_, field)| field.get("type").is_some_and(|kind| kind == "file"));
        let mut types: Vec<&str> = [MULTIPART, URL_ENCODED]
            .into_iter()
            .filter(|form| consumes.iter().any(|media| media::essence(media) == *form))
            .collect();
        if file {
            if !consumes.is_empty() && !types.contains(&MULTIPART) {
                self.findings.warn(
                    pointer,
                    format!("a form with a file is sent as {MULTIPART}, which `consumes` lacks"),
                );
            }
            types = vec![MULTIPART];
        } else if types.is_empty() {
            types = vec![URL_ENCODED];
        }
        let mut properties = Map::new();
        let mut required = Vec::new();
        let mut encodings = Map::new();
        for (at, field) in fields {
            let name = match field.get("name") {
                Some(Value::String(name)) => name.clone(),
                _ => {
                    self.findings.warn(at, "a form field without a name is not sent");
                    continue;
                }
            };
            if flag(&field, "required") {
                required.push(Value::String(name.clone()));
            }
            let (schema, encoding) = self.form_field(field, &at);
            if let Some(encoding) = encoding {
                encodings.insert(name.clone(), encoding);
            }
            properties.insert(name, schema);
        }
        let needed = !required.is_empty();
        let mut schema = json!({"type": "object", "properties": properties});
        if needed {
            schema["required"] = Value::Array(required);
        }
        let mut media_type = json!({"schema": schema});
        if !encodings.is_empty() {
            media_type["encoding"] = Value::Object(encodings);
        }
        let content: Map<String, Value> = types
            .into_iter()
            .map(|media| (media.to_owned(), media_type.clone()))
            .collect();
        let mut body = json!({"content": content});
        if needed {
            body["required"] = json!(true);
        }
        body
    }
}

fn insert_body(operation: &mut Map<String, Value>, body: Option<Value>) {
    if let Some(body) = body {
        operation.entry("requestBody").or_insert(body);
    }
}

fn plain_body(mut body: Map<String, Value>, consumes: &[String]) -> Value {
    let schema = body.shift_remove("schema").unwrap_or_else(|| json!({}));
    let mut types = media::merge_json(consumes);
    types.retain(|media| ![MULTIPART, URL_ENCODED].contains(&&*media::essence(media)));
    if types.is_empty() {
        let bytes = text(&schema, "format") == "binary";
        types.push(if bytes { OCTETS } else { JSON }.to_owned());
    }
    let mut lifted = Map::new();
    if let Some(description) = body.shift_remove("description") {
        lifted.insert("description".to_owned(), description);
    }
    let content: Map<String, Value> = types
        .into_iter()
        .map(|media| (media, json!({"schema": schema})))
        .collect();
    lifted.insert("content".to_owned(), Value::Object(content));
    if flag(&body, "required") {
        lifted.insert("required".to_owned(), json!(true));
    }
    // The body's `name` is not on the wire and has no place in OpenAPI 3.
    lifted.extend(body.into_iter().filter(|(key, _)| is_extension(key)));
    Value::Object(lifted)
}
