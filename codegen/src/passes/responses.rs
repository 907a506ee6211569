//! One success an operation. What comes is in `x-response`: `json`, `none`, `binary`, `text`, `json-or-text`, `json-or-bytes`
//! or `events`. Failures are all the one error type of the core crate; `x-errors` keeps the schemas of their bodies.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::media::{EVENTS, essence, is_json};
use crate::Document;
use crate::keys::{BY_STATUS, CORE_ERRORS, ERRORS, MAY_BE_EMPTY, OPTIONAL, RESPONSE, STATUSES, STREAM};
use crate::naming::{type_name, unique};
use crate::walk::{
    fields, flag, is_extension, items, join, operations_mut, reference, reference_to, schemas, schemas_mut, text,
};

/// See the module's documentation.
pub fn responses(document: &mut Document) -> usize {
    let mut changes = 0;
    let mut unions = Vec::new();
    let Document { root, findings, .. } = document;
    let mut taken: HashSet<String> = schemas(root).map(|(name, _)| name.clone()).collect();
    let may_be_empty: HashSet<String> = schemas(root)
        .filter(|(_, schema)| schema.get("properties").is_some() && items(schema.get("required")).next().is_none())
        .map(|(name, _)| name.clone())
        .collect();
    // A constant says no more than the success itself.
    let constants: HashSet<String> = schemas(root)
        .filter(|(_, schema)| items(schema.get("enum")).count() == 1)
        .map(|(name, _)| name.clone())
        .collect();
    let are_typed = root.get(CORE_ERRORS) != Some(&json!(true));
    operations_mut(root, |path, method, operation| {
        let pointer = join(&join(&join("/paths", path), method), "responses");
        let mut warn = |message: String| findings.warn(&pointer, message);
        let id = text(operation, "operationId");
        let name = unique(type_name(&format!("{id}Response")), |name| taken.contains(name));
        if are_typed {
            keep_errors(operation);
        }
        let made = one_success(operation, method == "head", &name, &mut warn);
        if are_typed && returns_one(operation, &may_be_empty) {
            operation.insert(MAY_BE_EMPTY.to_owned(), json!(true));
        }
        if are_typed && returns_one(operation, &constants) {
            operation.insert(OPTIONAL.to_owned(), json!(true));
        }
        if !made.is_empty() {
            taken.insert(name.clone());
            operation.insert(BY_STATUS.to_owned(), json!(true));
            let (made, statuses): (Vec<Value>, Vec<String>) = made.into_iter().unzip();
            unions.push((name, json!({ "anyOf": made, STATUSES: statuses })));
        }
        changes += 1;
    });
    schemas_mut(root).extend(unions);
    changes
}

/// The schemas of what is not a success: where no success is declared, `default` is that too.
fn keep_errors(operation: &mut Map<String, Value>) {
    let mut errors = Map::new();
    for (status, response) in fields(operation.get("responses")) {
        if is_extension(status) || status.starts_with(['1', '2', '3']) {
            continue;
        }
        if let (_, Some(schema)) = classify(response.get("content"), &mut |_| {}) {
            errors.insert(status.clone(), schema);
        }
    }
    if !errors.is_empty() {
        operation.insert(ERRORS.to_owned(), Value::Object(errors));
    }
}

/// Leaves one success; where its type depends on the status, its schema is `name`, and the schemas that this stands for are
/// returned, each with its statuses.
fn one_success(
    operation: &mut Map<String, Value>,
    is_head: bool,
    name: &str,
    warn: &mut dyn FnMut(String),
) -> Vec<(Value, String)> {
    let responses = operation.shift_remove("responses").unwrap_or_default();
    let declared = || fields(Some(&responses)).filter(|(status, _)| !is_extension(status));
    let has_success = declared().any(|(status, _)| status.starts_with(['2', '3']));
    // Where neither success nor redirection is declared, `default` is what comes when all goes well.
    let successes: Vec<(&String, &Value)> = declared()
        .filter(|(status, _)| status.starts_with('2') || !has_success && *status == "default")
        .collect();
    if successes.is_empty() {
        warn("no success (2xx) is declared: nothing is read of one".to_owned());
    }
    let with_body: Vec<&(&String, &Value)> = successes
        .iter()
        .filter(|(_, response)| fields(response.get("content")).next().is_some())
        .collect();
    let response = with_body
        .first()
        .or(successes.first().as_ref())
        .map(|(_, response)| (*response).clone());
    let mut response = response.unwrap_or_else(|| json!({}));
    let content = response
        .as_object_mut()
        .and_then(|response| response.shift_remove("content"));
    let (mut kind, mut schema) = classify(content.as_ref(), warn);
    let mut is_optional = with_body.len() < successes.len();
    // What is accepted may end with nothing, unless that is a list.
    let may_end = flag(operation, "x-ms-long-running-operation") && !operation.contains_key("x-ms-pageable");
    is_optional |= may_end
        && !successes
            .iter()
            .any(|(status, _)| ["200", "201"].contains(&status.as_str()));
    let first = schema.iter().zip(&with_body);
    let mut made: Vec<_> = first
        .map(|(schema, (status, _))| (schema.clone(), (*status).clone()))
        .collect();
    for (status, other) in with_body.iter().skip(1) {
        let (other_kind, other_schema) = classify(other.get("content"), warn);
        kind = either(kind, other_kind);
        let Some(other) = other_schema else {
            continue;
        };
        match made.iter_mut().find(|(known, _)| *known == other) {
            Some((_, statuses)) => statuses.push_str(&format!(" {status}")),
            None => made.push((other.clone(), (*status).clone())),
        }
        schema = schema.or(Some(other));
    }
    if is_head {
        (kind, schema) = ("none", None);
    }
    if made.len() < 2 || is_head {
        made.clear();
    } else {
        schema = Some(reference_to(name));
    }
    if let ("json", Some(Value::Object(schema))) = (kind, &mut schema) {
        is_optional |= schema.shift_remove("nullable") == Some(json!(true));
    }
    if kind == "json" && is_optional {
        operation.insert(OPTIONAL.to_owned(), json!(true));
    }
    let kind = match (kind, operation.contains_key(STREAM)) {
        ("none", true) => "events",
        (kind, _) => kind,
    };
    let mut success = Map::new();
    success.insert("description".to_owned(), json!(text(&response, "description")));
    if let Some(headers) = response.get("headers").filter(|headers| headers.is_object()) {
        success.insert("headers".to_owned(), headers.clone());
    }
    if let Some(schema) = schema {
        let content = json!({ "application/json": { "schema": schema } });
        success.insert("content".to_owned(), content);
    }
    operation.insert(RESPONSE.to_owned(), json!(kind));
    operation.insert("responses".to_owned(), json!({ "200": success }));
    made
}

/// Whether it returns one of these types, neither as a page of a list nor in the end.
fn returns_one(operation: &Map<String, Value>, names: &HashSet<String>) -> bool {
    let schema = operation["responses"].pointer("/200/content/application~1json/schema");
    let is_plain = |key: &str| !operation.contains_key(key);
    operation[RESPONSE] == "json"
        && schema.and_then(reference).is_some_and(|name| names.contains(name))
        && ["x-ms-pageable", "x-ms-long-running-operation", OPTIONAL]
            .iter()
            .all(|key| is_plain(key))
}

/// What comes, and the schema where it is JSON.
fn classify(content: Option<&Value>, warn: &mut dyn FnMut(String)) -> (&'static str, Option<Value>) {
    let mut media_types = fields(content).map(|(name, value)| (essence(name), value)).peekable();
    if media_types.peek().is_none() {
        return ("none", None);
    }
    let (mut json_schema, mut has_text, mut has_binary) = (None, false, false);
    let mut lost = None;
    for (name, media_type) in media_types {
        let schema = media_type.get("schema");
        let is_binary = schema.is_some_and(|schema| text(schema, "format") == "binary");
        let is_structured = schema
            .is_some_and(|schema| reference(schema).is_some() || matches!(text(schema, "type"), "object" | "array"));
        if is_json(&name) && !is_binary {
            json_schema = json_schema.or(Some(schema.cloned().unwrap_or_else(|| json!({}))));
        } else if is_structured || is_xml(&name) {
            // The same as the JSON, which is what is asked for.
            lost = lost.or(Some(name));
        } else if name.starts_with("text/") && name != EVENTS && !is_binary {
            has_text = true;
        } else {
            has_binary = true;
        }
    }
    if let (None, Some(name)) = (&json_schema, &lost) {
        warn(format!("`{name}` is returned as it comes: its schema is not generated"));
    }
    match (json_schema, has_text, has_binary) {
        (Some(schema), _, true) => ("json-or-bytes", Some(schema)),
        (Some(schema), true, false) => ("json-or-text", Some(schema)),
        (Some(schema), false, false) => ("json", Some(schema)),
        (None, true, false) if lost.is_none() => ("text", None),
        (None, _, _) => ("binary", None),
    }
}

/// What two responses are read as where either can come: the content type says which it is.
fn either(one: &'static str, other: &'static str) -> &'static str {
    let is = |part: &str| one == part || other == part;
    match one.starts_with("json") || other.starts_with("json") {
        _ if one == other => one,
        true if is("binary") || is("json-or-bytes") => "json-or-bytes",
        true => "json-or-text",
        false => "binary",
    }
}

fn is_xml(essence: &str) -> bool {
    essence.ends_with("/xml") || essence.ends_with("+xml")
}
