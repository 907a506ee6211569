//! Formats as Rust types: timestamps, dates, durations, UUIDs, bytes, secrets. A format that changes nothing
//! about the Rust type becomes a word in the documentation.

use serde_json::{Map, Value, json};

use crate::Document;
use crate::keys::RUST_TYPE;
use crate::walk::{all_mut, describe, operations_mut, text};

/// See the module's documentation.
pub fn formats(document: &mut Document) -> usize {
    let mut changes = 0;
    operations_mut(&mut document.root, |_, _, operation| {
        let parameters = operation.get_mut("parameters").and_then(Value::as_array_mut);
        for parameter in parameters.into_iter().flatten() {
            changes += usize::from(secret_parameter(parameter));
        }
    });
    all_mut(&mut document.root, &mut |_, schema| {
        if let Some(schema) = schema.as_object_mut() {
            changes += usize::from(rewrite(schema));
        }
    });
    changes
}

/// The annotation belongs to the value, wherever it was written.
fn secret_parameter(parameter: &mut Value) -> bool {
    let secret = parameter
        .as_object_mut()
        .and_then(|parameter| parameter.shift_remove("x-ms-secret"));
    let is_secret = secret == Some(Value::Bool(true));
    if let (true, Some(Value::Object(schema))) = (is_secret, parameter.get_mut("schema")) {
        schema.insert("x-ms-secret".to_owned(), Value::Bool(true));
    }
    is_secret
}

/// Whether the format makes a number another type than the usual one, which has 64 bits.
fn is_width(kind: &str, format: &str) -> bool {
    const WIDTHS: [&str; 8] = ["int8", "int16", "int32", "uint8", "uint16", "uint32", "uint64", "uint"];
    WIDTHS.contains(&format) || kind == "number" && ["float", "int64"].contains(&format)
}

fn rewrite(schema: &mut Map<String, Value>) -> bool {
    let secret = schema.shift_remove("x-ms-secret") == Some(Value::Bool(true));
    if schema.contains_key(RUST_TYPE) {
        return false;
    }
    let format = schema.shift_remove("format");
    let format = format.as_ref().and_then(Value::as_str).unwrap_or_default();
    let kind = text(schema, "type");
    let core_type = match (kind, format) {
        ("string", _) if secret => "Secret",
        ("integer" | "number", "unixtime") => "Timestamp",
        ("string", "date-time") => "DateTime",
        ("string", "date") => "PlainDate",
        ("string", "time") => "PlainTime",
        ("string", "duration") => "IsoDuration",
        ("string", "date-time-rfc1123") => "HttpDate",
        ("string", "uuid") => "Uuid",
        ("string", "byte" | "base64") => "Base64Bytes",
        ("string", "base64url") => "Base64UrlBytes",
        // files are recognized by their place, in a form or as a response: see `forms` and `responses`.
        ("string", "binary") => {
            schema.insert("format".to_owned(), json!(format));
            return false;
        }
        ("integer" | "number", format) if is_width(kind, format) => {
            schema.insert("format".to_owned(), json!(format));
            return false;
        }
        ("integer" | "number" | "boolean", _) | (_, "" | "password") => return !format.is_empty(),
        _ => {
            describe(schema, &format!("Format: {format}."));
            return true;
        }
    };
    schema.insert(RUST_TYPE.to_owned(), core(core_type));
    true
}

/// What makes typify take a type of the core crate instead of making one.
pub(super) fn core(name: &str) -> Value {
    json!({ "crate": "azure-openai-core", "version": "*", "path": format!("azure_openai_core::{name}") })
}
