//! An operation that can answer with server-sent events gets a second form: `stream` is not for the caller to
//! set, because it decides what comes back.

use serde_json::{Map, Value, json};

use crate::walk::{members_mut, operations_mut, reference, schemas_mut};
use crate::{Document, Error};

/// Where an operation keeps the schema of the events of its streaming form.
pub const STREAM: &str = "x-stream";

/// The media type of server-sent events.
const EVENTS: &str = "text/event-stream";

/// See the module's documentation.
///
/// # Errors
/// None.
pub fn streaming(document: &mut Document) -> Result<usize, Error> {
    let mut changes = 0;
    let mut requests = Vec::new();
    operations_mut(&mut document.root, |_, _, operation| {
        let Some(events) = take_events(operation) else { return };
        changes += 1;
        operation.insert(STREAM.to_owned(), events);
        let body = Value::Object(operation.clone());
        if let Some(schema) = body.pointer("/requestBody/content/application~1json/schema")
            && let Some(name) = reference(schema)
        {
            requests.push(name.to_owned());
        }
    });
    let schemas = schemas_mut(&mut document.root);
    for name in requests {
        let Some(schema) = schemas.get_mut(&name).and_then(Value::as_object_mut) else { continue };
        if let Some(Value::Object(properties)) = schema.get_mut("properties") {
            properties.shift_remove("stream");
        }
        if let Some(Value::Array(required)) = schema.get_mut("required") {
            required.retain(|name| *name != json!("stream"));
        }
    }
    Ok(changes)
}

/// The schema of the events, taken out of the successful answers.
fn take_events(operation: &mut Map<String, Value>) -> Option<Value> {
    let mut events = None;
    for (status, response) in members_mut(operation.get_mut("responses")) {
        if !status.starts_with('2') {
            continue;
        }
        if let Some(Value::Object(content)) = response.get_mut("content")
            && let Some(media_type) = content.shift_remove(EVENTS)
        {
            let schema = media_type.get("schema").cloned();
            events = events.or(Some(schema.unwrap_or_else(|| json!({}))));
        }
    }
    events
}
