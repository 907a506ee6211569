//! Errors in a stream and in place of a response, in the forms that servers send them.

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

/// Fields that say what an object is, of errors as well as of responses.
const ENVELOPE: [&str; 4] = ["id", "object", "created", "model"];

/// Whether the body of a success is an error and has none of the names of the fields of the type that is expected. Most bodies need only a look at
/// their first fields.
pub(super) fn is_in_place_of(names: &[&str], body: &str) -> bool {
    let body = body.trim_start();
    if names.is_empty() || begins_with(body, |name| is_own(names, name)).unwrap_or(true) {
        return false;
    }
    let object = serde_json::from_str::<Map<String, Value>>(body);
    object.is_ok_and(|object| is_error_object(&object) && !object.keys().any(|name| is_own(names, name)))
}

/// Whether a field is one of the type and says that this is a response.
fn is_own(names: &[&str], name: &str) -> bool {
    !ENVELOPE.contains(&name) && names.contains(&name)
}

/// Whether one of an object's first fields is such a one; `None` where the text is not an object. Looks as far as values are
/// plain, which is enough for nearly every response and allocates nothing.
fn begins_with(body: &str, test: impl Fn(&str) -> bool) -> Option<bool> {
    let mut rest = body.strip_prefix('{')?;
    loop {
        let Some((name, after)) = rest.trim_start().strip_prefix('"').and_then(split_at_quote) else {
            return Some(false);
        };
        if test(name) {
            return Some(true);
        }
        let value = after.trim_start().strip_prefix(':')?.trim_start();
        let next = match value.strip_prefix('"').map(split_at_quote) {
            Some(Some((text, next))) if !text.ends_with('\\') => next.trim_start(),
            None if !value.starts_with(['{', '[']) => &value[value.find([',', '}'])?..],
            _ => return Some(false),
        };
        match next.strip_prefix(',') {
            Some(next) => rest = next,
            None => return Some(false),
        }
    }
}

/// As `split_once`, which takes several times as long for text as short as this.
fn split_at_quote(text: &str) -> Option<(&str, &str)> {
    let quote = memchr::memchr(b'"', text.as_bytes())?;
    Some((&text[..quote], &text[quote + 1..]))
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
