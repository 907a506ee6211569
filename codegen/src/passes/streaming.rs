//! An operation that can respond with server-sent events gets a second form: `stream` is not for the caller to
//! set, because it decides what comes back.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use crate::keys::{STREAM, SWITCH};
use crate::naming::{type_name, unique};
use crate::walk::{fields_mut, has_any, join, operations_mut, reference, reference_to, schemas, schemas_mut, text};

use super::media::{EVENTS, JSON, MULTIPART, essence};
use crate::Document;

/// The media types of the bodies that can hold the switch.
const SWITCHED: [&str; 2] = [JSON, MULTIPART];

/// See the module's documentation.
pub fn streaming(document: &mut Document) -> usize {
    let mut taken: HashSet<String> = schemas(&document.root).map(|(name, _)| name.clone()).collect();
    let switched: HashSet<String> = schemas(&document.root)
        .filter(|(_, schema)| is_switched(schema))
        .map(|(name, _)| name.clone())
        .collect();
    let mut changes = 0;
    let mut requests = Vec::new();
    let mut inline = Vec::new();
    let Document { root, findings, .. } = document;
    operations_mut(root, |path, method, operation| {
        let Some(mut events) = take_events(operation, &mut |status, schema| {
            let pointer = join(&join("/paths", path), method);
            let pointer = join(&join(&pointer, "responses"), status);
            let which = match schema {
                Value::Null => "without a schema".to_owned(),
                schema => format!("of the schema {schema}"),
            };
            findings.warn(pointer, format!("events {which} have no type: they are taken as bytes"));
        }) else {
            return;
        };
        changes += 1;
        let mut has_switch_of_events = false;
        if reference(&events).is_none() {
            let id = text(operation, "operationId");
            let name = unique(type_name(&format!("{id}Event")), |name| taken.contains(name));
            taken.insert(name.clone());
            inline.push((name.clone(), std::mem::replace(&mut events, reference_to(&name))));
        }
        operation.insert(STREAM.to_owned(), events);
        let content = operation
            .get_mut("requestBody")
            .and_then(|body| body.get_mut("content"));
        for (_, body) in fields_mut(content).filter(|(name, _)| SWITCHED.contains(&&*essence(name))) {
            let Some(schema) = body.get_mut("schema") else {
                continue;
            };
            let name = reference(schema).map(str::to_owned);
            let has_switch = match &name {
                Some(name) => switched.contains(name),
                None => is_switched(schema),
            };
            if has_switch {
                match name {
                    Some(name) => requests.push(name),
                    None => drop_switch(schema),
                }
                has_switch_of_events = true;
            }
        }
        if has_switch_of_events {
            operation.insert(SWITCH.to_owned(), json!(NAME));
        }
    });
    let schemas = schemas_mut(root);
    schemas.extend(inline);
    for name in requests {
        if let Some(schema) = schemas.get_mut(&name) {
            drop_switch(schema);
        }
    }
    changes
}

/// The property that asks for events in place of one JSON value.
const NAME: &str = "stream";

fn is_switched(schema: &Value) -> bool {
    let switch = schema.get("properties").and_then(|properties| properties.get(NAME));
    switch.is_some_and(|switch| matches!(text(switch, "type"), "boolean" | ""))
}

/// Takes the switch away.
fn drop_switch(schema: &mut Value) {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.shift_remove(NAME);
    }
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|name| *name != json!(NAME));
    }
}

/// The schema of the events, taken out of the successful responses. Events that are no objects stay: they could be of no
/// type of their own.
fn take_events(operation: &mut Map<String, Value>, refuse: &mut dyn FnMut(&str, &Value)) -> Option<Value> {
    let mut events = None;
    for (status, response) in fields_mut(operation.get_mut("responses")) {
        if !status.starts_with('2') {
            continue;
        }
        let Some(Value::Object(content)) = response.get_mut("content") else {
            continue;
        };
        let Some(name) = content.keys().find(|name| essence(name) == EVENTS).cloned() else {
            continue;
        };
        let schema = content
            .get(&name)
            .and_then(|media_type| media_type.get("schema"))
            .unwrap_or(&Value::Null);
        let is_object = reference(schema).is_some() || has_any(schema, &["properties", "oneOf", "anyOf"]);
        if !is_object {
            refuse(status, schema);
            continue;
        }
        let schema = schema.clone();
        content.shift_remove(&name);
        events = events.or(Some(schema));
    }
    events
}
