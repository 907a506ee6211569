//! One success an operation. What comes is told by `x-answer`: `json`, `none`, `binary`, `text`, `json-or-text`
//! or `events`. Failures are all the one error type of the core crate, so their schemas are not generated.

use serde_json::{Map, Value, json};

use crate::keys::{RESPONSE, STREAM};
use crate::walk::{join, members, operations_mut, text};
use crate::{Diagnostic, Document, Error};

/// See the module's documentation.
///
/// # Errors
/// None: a second success of another type is a warning, the first is generated.
pub fn responses(document: &mut Document) -> Result<usize, Error> {
    let mut changes = 0;
    let mut warnings = Vec::new();
    let file = document.name.clone();
    operations_mut(&mut document.root, |path, method, operation| {
        let pointer = join(&join("/paths", path), method);
        let mut warn = |message: String| {
            warnings.push(Diagnostic::warning(
                &file,
                format!("{pointer}/responses"),
                "responses",
                message,
            ));
        };
        one_success(operation, &mut warn);
        changes += 1;
    });
    document.warnings.append(&mut warnings);
    Ok(changes)
}

fn one_success(operation: &mut Map<String, Value>, warn: &mut dyn FnMut(String)) {
    let responses = operation.shift_remove("responses").unwrap_or_default();
    // Where `default` is all there is, it is what comes when all goes well, too.
    let only = members(Some(&responses)).count() == 1;
    let mut successes =
        members(Some(&responses)).filter(|(status, _)| status.starts_with('2') || only && *status == "default");
    let (status, mut response) = match successes.next() {
        Some((status, response)) => (status.clone(), response.clone()),
        None => {
            warn("no success (2xx) is declared: nothing is read of one".to_owned());
            ("200".to_owned(), json!({}))
        }
    };
    for (other, more) in successes {
        if response.get("content").is_none() && more.get("content").is_some() {
            response = more.clone();
        } else if more.get("content").is_some() && more.get("content") != response.get("content") {
            warn(format!(
                "{other} answers with another type than {status}, which is generated"
            ));
        }
    }
    let content = response
        .as_object_mut()
        .and_then(|response| response.shift_remove("content"));
    let (answer, schema) = classify(content.as_ref(), warn);
    let answer = match (answer, operation.contains_key(STREAM)) {
        ("none", true) => "events",
        (answer, _) => answer,
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
    operation.insert(RESPONSE.to_owned(), json!(answer));
    operation.insert("responses".to_owned(), json!({ "200": success }));
}

/// What comes, and the schema where it is JSON.
fn classify(content: Option<&Value>, warn: &mut dyn FnMut(String)) -> (&'static str, Option<Value>) {
    let mut media_types = members(content).map(|(name, value)| (essence(name), value)).peekable();
    if media_types.peek().is_none() {
        return ("none", None);
    }
    let (mut json_schema, mut has_text, mut has_binary) = (None, false, false);
    for (name, media_type) in media_types {
        let schema = media_type.get("schema");
        let is_binary = schema.is_some_and(|schema| text(schema, "format") == "binary");
        if is_json(&name) && !is_binary {
            json_schema = json_schema.or(Some(schema.cloned().unwrap_or_else(|| json!({}))));
        } else if name.starts_with("text/") && name != "text/event-stream" && !is_binary {
            has_text = true;
        } else {
            has_binary = true;
        }
    }
    match (json_schema, has_text, has_binary) {
        (Some(schema), true, _) => ("json-or-text", Some(schema)),
        (Some(schema), false, false) => ("json", Some(schema)),
        (Some(schema), false, true) => {
            warn("answers JSON or bytes: JSON is generated".to_owned());
            ("json", Some(schema))
        }
        (None, true, false) => ("text", None),
        (None, _, _) => ("binary", None),
    }
}

/// A media type without its parameters, in lower case.
pub(super) fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

pub(super) fn is_json(essence: &str) -> bool {
    essence == "*/*" || essence.ends_with("/json") || essence.ends_with("+json")
}
