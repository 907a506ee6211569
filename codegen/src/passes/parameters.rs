//! Parameters in the styles that are sent. A constant is not asked for, reserved headers are not parameters, and what
//! has no style is given by the caller as a string, with a warning.

use serde_json::{Map, Value, json};

use crate::Document;
use crate::keys::{ANY_VALUE, CONSTANT, STYLE};
use crate::passes::media::{essence, is_json};
use crate::walk::{fields, flag, has_any, items, join, only_value, operations, plain, resolve, text};

/// Headers that the specification reserves: they follow from bodies, responses and the credential.
const RESERVED: [&str; 3] = ["accept", "content-type", "authorization"];

/// See the module's documentation.
pub fn parameters(document: &mut Document) -> usize {
    let root = document.root.clone();
    let mut changes = 0;
    for operation in operations(&root) {
        let pointer = operation.pointer();
        let in_path = operation
            .path
            .split_once('?')
            .map(|(_, query)| query)
            .unwrap_or_default();
        let mut kept = Vec::new();
        for parameter in items(operation.value.get("parameters")) {
            if is_reserved(parameter) || is_in_path(parameter, in_path) {
                changes += 1;
                continue;
            }
            let mut after = parameter.clone();
            if let Some(after) = after.as_object_mut() {
                let odd = oddities(after);
                for loss in odd.into_iter().chain(simplify(&root, after).map(str::to_owned)) {
                    // Its own place is not known any more: it may have been the path's, or a shared one.
                    document.warn(&pointer, format!("the parameter `{}`: {loss}", text(parameter, "name")));
                }
            }
            changes += usize::from(after != *parameter);
            kept.push(after);
        }
        let place = document
            .root
            .pointer_mut(&join(&join("/paths", operation.path), operation.method));
        if let Some(Value::Object(operation)) = place {
            operation.shift_remove("parameters");
            if !kept.is_empty() {
                operation.insert("parameters".to_owned(), Value::Array(kept));
            }
        }
    }
    changes
}

fn is_reserved(parameter: &Value) -> bool {
    text(parameter, "in") == "header"
        && RESERVED
            .iter()
            .any(|name| name.eq_ignore_ascii_case(text(parameter, "name")))
}

/// Whether the path holds the parameter in a query of its own: `/{container}?comp=list`.
fn is_in_path(parameter: &Value, query: &str) -> bool {
    let mut names = query.split('&').filter_map(|pair| pair.split('=').next());
    text(parameter, "in") == "query" && names.any(|name| !name.is_empty() && name == text(parameter, "name"))
}

/// What a parameter says that has no meaning in its place.
fn oddities(parameter: &mut Map<String, Value>) -> Vec<String> {
    let mut odd = Vec::new();
    let place = text(parameter, "in").to_owned();
    let styles: &[&str] = match place.as_str() {
        "path" => &["simple", "label", "matrix"],
        "query" => &["form", "spaceDelimited", "tabDelimited", "pipeDelimited", "deepObject"],
        "header" => &["simple"],
        _ => &["form"],
    };
    if let Some(style) = parameter.get("style")
        && !style.as_str().is_some_and(|style| styles.contains(&style))
    {
        odd.push(format!(
            "there is no style {style} in a {place}; it is sent in the style `{}`",
            styles[0]
        ));
        parameter.shift_remove("style");
    }
    if let Some(content) = parameter.get("content") {
        let count = content.as_object().map_or(0, Map::len);
        match (count, parameter.contains_key("schema")) {
            (0, _) => {
                odd.push("`content` without a media type has no effect".to_owned());
                parameter.shift_remove("content");
            }
            (_, true) => {
                odd.push("`schema` beside `content` has no effect".to_owned());
                parameter.shift_remove("schema");
            }
            (2.., _) => odd.push("of several media types the first is sent".to_owned()),
            _ => {}
        }
    }
    odd
}

/// Decides type and style; returns what the caller loses.
fn simplify(root: &Value, parameter: &mut Map<String, Value>) -> Option<&'static str> {
    let place = text(parameter, "in").to_owned();
    let style = parameter
        .shift_remove("style")
        .and_then(|style| style.as_str().map(str::to_owned));
    let explode = parameter.shift_remove("explode").and_then(|explode| explode.as_bool());
    let raw = [
        parameter.shift_remove("x-ms-skip-url-encoding"),
        parameter.shift_remove("allowReserved"),
    ]
    .contains(&Some(json!(true)));
    let content = parameter.shift_remove("content");
    if let Some((name, media_type)) = content
        .as_ref()
        .and_then(Value::as_object)
        .and_then(|content| content.iter().next())
    {
        let schema = media_type.get("schema").cloned().unwrap_or_else(|| json!({}));
        let is_text = text(resolve(root, &schema), "type") == "string";
        parameter.insert("schema".to_owned(), schema);
        return match is_json(&essence(name)) {
            // Cookies cannot hold what JSON is made of.
            true if place != "cookie" => {
                parameter.insert(STYLE.to_owned(), json!("ObjectJson"));
                None
            }
            false if is_text => None,
            _ => as_string(parameter, "it is given as the text of its media type"),
        };
    }
    let Some(schema) = parameter.get("schema") else {
        let why = "the document gives no type";
        parameter.insert("schema".to_owned(), json!({ "type": "string", ANY_VALUE: why }));
        return None;
    };
    let schema = resolve(root, schema).clone();
    if flag(parameter, "required")
        && let Some(constant) = only_value(&schema)
    {
        parameter.insert(CONSTANT.to_owned(), json!(plain(constant)));
        parameter.insert("schema".to_owned(), json!({ "type": "string" }));
    }
    let is_list = text(&schema, "type") == "array";
    let is_object = text(&schema, "type") == "object" || schema.get("properties").is_some();
    let explode = explode.unwrap_or(match style.as_deref() {
        None => matches!(place.as_str(), "query" | "cookie"),
        Some(style) => matches!(style, "form" | "deepObject"),
    });
    let chosen = match (place.as_str(), style.as_deref(), is_list, is_object) {
        ("path" | "query", _, _, false) if raw => Some("Raw"),
        ("query", Some("deepObject"), _, true) => Some("DeepObject"),
        ("query", None | Some("form"), _, true) if explode => Some("FormObject"),
        (_, _, _, true) => {
            let Some(chosen) = of_object(&place, style.as_deref(), explode).filter(|_| is_flat(root, &schema)) else {
                return as_string(
                    parameter,
                    "this object cannot be sent in this style; it is given as a string",
                );
            };
            Some(chosen)
        }
        ("path", Some("label"), _, _) => Some(if explode { "LabelExploded" } else { "Label" }),
        ("path", Some("matrix"), _, _) => Some(if explode { "MatrixExploded" } else { "Matrix" }),
        ("path", _, true, _) => Some("Commas"),
        ("query", Some("spaceDelimited"), true, _) => Some("Spaces"),
        ("query", Some("tabDelimited"), true, _) => Some("Tabs"),
        ("query", Some("pipeDelimited"), true, _) => Some("Pipes"),
        ("query", _, true, _) if !explode => Some("Commas"),
        _ => None,
    };
    if let Some(chosen) = chosen {
        parameter.insert(STYLE.to_owned(), json!(chosen));
    }
    let loss = (style.as_deref() == Some("deepObject") && !is_object).then_some(if is_list {
        "`deepObject` of a list means nothing; its items are sent under the parameter's name"
    } else {
        "`deepObject` of what is not an object alone means nothing; it is given as a string"
    });
    if is_list {
        let inner = resolve(root, schema.get("items").unwrap_or(&Value::Null));
        if matches!(text(inner, "type"), "object" | "array") || inner.get("properties").is_some() {
            return as_string(
                parameter,
                "a list of lists or objects cannot be sent; it is given as a string",
            );
        }
    }
    let is_mixed = ["oneOf", "anyOf"].iter().any(|key| {
        items(schema.get(*key)).any(|variant| {
            let variant = resolve(root, variant);
            matches!(text(variant, "type"), "array" | "object") || variant.get("properties").is_some()
        })
    });
    if is_mixed {
        return as_string(
            parameter,
            "one of several types, among them a list or an object; it is given as a string",
        );
    }
    if !is_object && let Some(schema) = parameter.get_mut("schema") {
        // A value whose shape is open, or one of several, is sent as the string that the caller gives.
        open_as_string(root, schema);
        if let Some(items) = schema.get_mut("items") {
            open_as_string(root, items);
        }
    }
    loss
}

/// The style of an object that is one value.
fn of_object(place: &str, style: Option<&str>, explode: bool) -> Option<&'static str> {
    Some(match (place, style.unwrap_or_default(), explode) {
        ("path", "label", false) => "ObjectLabel",
        ("path", "label", true) => "ObjectLabelExploded",
        ("path", "matrix", false) => "ObjectMatrix",
        ("path", "matrix", true) => "ObjectMatrixExploded",
        ("path" | "header", "" | "simple", false) | ("query", "" | "form", false) => "ObjectCommas",
        ("path" | "header", "" | "simple", true) => "ObjectCommasExploded",
        ("query", "spaceDelimited", false) => "ObjectSpaces",
        ("query", "pipeDelimited", false) => "ObjectPipes",
        _ => return None,
    })
}

/// Whether the fields of an object are single values: keys and values with delimiters between them cannot nest.
fn is_flat(root: &Value, schema: &Value) -> bool {
    let is_single = |field: &Value| {
        let field = resolve(root, field);
        matches!(text(field, "type"), "string" | "number" | "integer" | "boolean") || field.get("enum").is_some()
    };
    let others = schema.get("additionalProperties").filter(|others| others.is_object());
    fields(schema.get("properties"))
        .map(|(_, field)| field)
        .chain(others)
        .all(is_single)
}

fn as_string(parameter: &mut Map<String, Value>, loss: &'static str) -> Option<&'static str> {
    parameter.insert("schema".to_owned(), json!({ "type": "string", ANY_VALUE: loss }));
    Some(loss)
}

fn open_as_string(root: &Value, schema: &mut Value) {
    let shape = resolve(root, schema);
    let is_open =
        has_any(shape, &["oneOf", "anyOf", "allOf"]) || text(shape, "type").is_empty() && shape.get("enum").is_none();
    if is_open || text(shape, "format") == "binary" {
        let why = schema.get(ANY_VALUE).and_then(Value::as_str);
        let why = why.unwrap_or("a value whose type is open is sent as the string that the caller gives");
        *schema = json!({ "type": "string", "description": text(schema, "description"), ANY_VALUE: why });
    }
}
