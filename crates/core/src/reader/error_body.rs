//! Errors in a stream and in place of a response, in the forms that servers send them.

use serde::de::{DeserializeOwned, Visitor};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};
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

/// What the first field of an error object is, and all of them, where its fields are those of errors alone.
const FIELDS: [&str; 26] = [
    "error",
    "errors",
    "code",
    "statusCode",
    "error_code",
    "error_type",
    "error_message",
    "message",
    "Message",
    "detail",
    "details",
    "status",
    "type",
    "object",
    "param",
    "innererror",
    "inner_error",
    "innerError",
    "title",
    "instance",
    "request_id",
    "requestId",
    "activityId",
    "traceId",
    "timestamp",
    "path",
];

/// Whether the body of a success is an error object and has no field of the type that is expected. Most bodies need only a
/// look at their first field.
pub(super) fn is_in_place_of<T: DeserializeOwned>(body: &[u8]) -> bool {
    let first = body.trim_ascii_start().strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
    let first = first.and_then(|rest| rest.strip_prefix(b"\"")?.split(|byte| *byte == b'"').next());
    if !first.is_some_and(|first| FIELDS.iter().any(|name| name.as_bytes() == first)) {
        return false;
    }
    let Ok(Value::Object(object)) = serde_json::from_slice(body) else {
        return false;
    };
    let known = FieldNames::of::<T>();
    let is_foreign = |name: &String| FIELDS.contains(&name.as_str()) && !known.contains(&name.as_str());
    !known.is_empty() && object.keys().all(is_foreign) && is_error_object(&object)
}

/// Asks a type for the names of its fields: a deserializer without a value.
struct FieldNames(&'static [&'static str]);

impl FieldNames {
    /// Empty for a type that is not a struct.
    fn of<T: DeserializeOwned>() -> &'static [&'static str] {
        let mut names = FieldNames(&[]);
        let _ = T::deserialize(&mut names);
        names.0
    }
}

impl<'de> Deserializer<'de> for &mut FieldNames {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(serde::de::Error::custom("only structs have fields"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Self::Error> {
        self.0 = fields;
        Err(serde::de::Error::custom("there is no value"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
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
