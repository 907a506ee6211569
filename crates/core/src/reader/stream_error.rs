//! Errors in a stream, in the forms that servers send them.

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// Whether an event is `{"error": …}`, and not a chunk that has errors further in.
pub(super) fn has_error(event: &str) -> bool {
    #[derive(Deserialize)]
    struct Shallow<'a> {
        #[serde(borrow)]
        error: Option<&'a RawValue>,
    }
    let event = serde_json::from_str::<Shallow<'_>>(event);
    event.is_ok_and(|event| {
        event
            .error
            .is_some_and(|error| !matches!(error.get(), "false" | "0" | "\"\"" | "{}" | "[]"))
    })
}

/// Whether JSON that is not a chunk is an error of another form: `{"code": …, "message": …}`, the bodies of gateways and
/// of other servers, or a list with one of these.
pub(super) fn is_error(event: &Value) -> bool {
    match event {
        Value::Object(object) => is_error_object(object),
        Value::Array(items) => items.first().is_some_and(Value::is_object) && items.iter().all(is_error),
        _ => false,
    }
}

fn is_error_object(object: &Map<String, Value>) -> bool {
    let any = |names: &[&str], test: fn(&Value) -> bool| names.iter().any(|name| object.get(*name).is_some_and(test));
    if any(&["error", "errors"], is_filled) {
        return true;
    }
    if any(&["code", "statusCode"], is_success) {
        return false;
    }
    any(
        &[
            "code",
            "statusCode",
            "error_code",
            "error_type",
            "error_message",
            "message",
            "Message",
            "detail",
        ],
        is_filled,
    ) || any(&["status"], |status| {
        status.as_i64().is_some_and(|status| status >= 400)
    }) || any(&["type", "object"], |kind| kind == "error")
}

fn is_filled(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(is_set) => *is_set,
        Value::Number(number) => number.as_i64() != Some(0),
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
    }
}

/// A code that says that all is well, as some gateways send in each response.
fn is_success(code: &Value) -> bool {
    match code {
        Value::Number(number) => matches!(number.as_i64(), Some(0 | 200)),
        Value::String(text) => ["0", "200", "ok", "success"]
            .iter()
            .any(|ok| ok.eq_ignore_ascii_case(text)),
        _ => false,
    }
}
