//! How the fields of a form are encoded: styles as in queries, content types of parts.

use serde_json::{Map, Value, json};

use crate::Findings;
use crate::keys::{PART_TYPE, STYLE};
use crate::passes::media::{URL_ENCODED, essence, says_json};
use crate::reference::join;
use crate::walk::{fields, fields_mut, flag, has_any, resolve, text};

/// Notes at each field of a form how it is encoded.
pub(super) fn encode_fields(
    root: &Value,
    findings: &mut Findings,
    pointer: &str,
    (media, media_type): (&str, &Value),
    form: &mut Map<String, Value>,
) {
    for (_, field) in fields_mut(form.get_mut("properties")) {
        if let Value::Object(field) = field {
            // What another operation with this form says.
            field.shift_remove(STYLE);
            field.shift_remove(PART_TYPE);
        }
    }
    for (name, encoding) in fields(media_type.get("encoding")) {
        let at = join(
            &format!("{pointer}/content/{}/encoding", media.replace('/', "~1")),
            name,
        );
        let Some(Value::Object(field)) = form.get_mut("properties").and_then(|all| all.get_mut(name)) else {
            findings.warn(at, "the form has no such field; it is ignored");
            continue;
        };
        if encoding
            .get("headers")
            .and_then(Value::as_object)
            .is_some_and(|headers| !headers.is_empty())
        {
            findings.warn(join(&at, "headers"), "headers of parts are not sent");
        }
        let content_type = text(encoding, "contentType");
        let is_urlencoded = essence(media) == URL_ENCODED;
        if is_urlencoded && has_any(encoding, &["contentType"]) && says_json(content_type) {
            field.insert(STYLE.to_owned(), json!("Json"));
        } else if !is_urlencoded && is_one_type(content_type) {
            field.insert(PART_TYPE.to_owned(), json!(content_type));
        }
        match style(root, encoding, field) {
            Ok(Some(style)) => drop(field.insert(STYLE.to_owned(), json!(style))),
            Ok(None) => {}
            Err(why) => findings.warn(join(&at, "style"), why),
        }
    }
}

/// Whether the content type is a single one: of several, or of a range, the caller chooses.
fn is_one_type(content_type: &str) -> bool {
    content_type.contains('/') && !content_type.contains([',', '*'])
}

/// The style of a field, where it is not the usual one: lists repeat their name, objects are JSON.
fn style(root: &Value, encoding: &Value, field: &Map<String, Value>) -> Result<Option<&'static str>, String> {
    if !has_any(encoding, &["style", "explode"]) {
        return Ok(None);
    }
    let field = Value::Object(field.clone());
    let schema = resolve(root, &field);
    let is_list = text(schema, "type") == "array";
    let is_object = text(schema, "type") == "object" || schema.get("properties").is_some();
    let is_union = has_any(schema, &["oneOf", "anyOf"]);
    let style = encoding.get("style").and_then(Value::as_str).unwrap_or("form");
    let explode = encoding.get("explode").is_none_or(|_| flag(encoding, "explode"));
    Ok(match style {
        "form" | "spaceDelimited" | "pipeDelimited" | "tabDelimited" if !is_list && !is_object => None,
        "form" if explode && is_list => None,
        "form" if explode => Some("FormObject"),
        "form" => Some("Commas"),
        "spaceDelimited" => Some("Spaces"),
        "pipeDelimited" => Some("Pipes"),
        "tabDelimited" => Some("Tabs"),
        "deepObject" if is_list || is_object || is_union => Some("DeepObject"),
        "deepObject" => None,
        other => return Err(format!("there is no style {other:?} in a form; it is ignored")),
    })
}
