//! Reads request bodies into structs, and makes the service's errors for what a schema cannot check.
//!
//! `null` counts as absent throughout, as it does for the service: optional fields are `Option`s.

use std::fmt::Display;

use serde::Deserialize;
use serde_json::Value;

use super::error::ServiceError;

/// Reads a body, or a part of one, into a struct. An error names the field.
pub(crate) fn read<'a, T: Deserialize<'a>>(body: &'a Value) -> Result<T, ServiceError> {
    serde_path_to_error::deserialize(body).map_err(|error| {
        let path = error.path().to_string();
        let path = if path == "." { "" } else { path.as_str() };
        explain(path, &error.inner().to_string())
    })
}

/// Words serde's error as the service does. Values are not repeated: they may be secrets.
fn explain(path: &str, error: &str) -> ServiceError {
    let quoted = |text: &str| text.split('`').nth(1).map(str::to_owned);
    if error.starts_with("missing field") {
        let name = quoted(error).unwrap_or_default();
        return missing(&if path.is_empty() {
            name
        } else {
            format!("{path}.{name}")
        });
    }
    if let Some(rest) = error.strip_prefix("unknown variant ") {
        let choices: Vec<&str> = rest.split('`').skip(3).step_by(2).collect();
        return unsupported_value(path, &quoted(error).unwrap_or_default(), &choices);
    }
    let expected = error.split_once(", expected ").map(|(_, expected)| expected);
    wrong_type(path, expected.unwrap_or("another type"))
}

/// An integer, also one written as `3.0`. One that 64 bits do not hold saturates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Value")]
pub(crate) struct Integer(pub(crate) i64);

impl TryFrom<Value> for Integer {
    type Error = &'static str;

    fn try_from(value: Value) -> Result<Self, Self::Error> {
        let whole = || {
            value
                .as_f64()
                .filter(|number| number.fract() == 0.0)
                .map(|number| number as i64)
        };
        let number = value.as_i64().or_else(whole);
        // As serde words it: see `explain`.
        number.map(Self).ok_or("another value, expected an integer")
    }
}

impl Integer {
    /// As a count within bounds that the schema has checked; the nearer one where validation is off.
    pub(crate) fn within(self, min: usize, max: usize) -> usize {
        usize::try_from(self.0).unwrap_or(min).clamp(min, max)
    }
}

/// An optional integer within bounds that no schema has.
pub(crate) fn integer(path: &str, value: Option<Integer>, min: i64, max: i64) -> Result<Option<i64>, ServiceError> {
    let value = value.map(|Integer(number)| number);
    value.map_or(Ok(()), |number| within(path, "integer", number, min, max))?;
    Ok(value)
}

pub(crate) fn within<T: PartialOrd + Display>(
    path: &str,
    kind: &str,
    value: T,
    min: T,
    max: T,
) -> Result<(), ServiceError> {
    let (side, end, sign, bound) = match () {
        () if value > max => ("above", "max", "<=", max),
        () if value < min => ("below", "min", ">=", min),
        () => return Ok(()),
    };
    let code = format!("{kind}_{side}_{end}_value");
    let message = format!(
        "Invalid '{path}': {kind} {side} {end}imum value. Expected a value {sign} {bound}, but got {value} instead."
    );
    Err(ServiceError::invalid_request(&code, path, message))
}

/// Refuses more items than a list may have; `expected` is in the service's words, such as `array` or `string`.
pub(crate) fn not_longer(path: &str, what: &str, length: usize, max: usize) -> Result<(), ServiceError> {
    if length <= max {
        return Ok(());
    }
    let message = format!(
        "Invalid '{path}': {what} too long. Expected a {what} with maximum length {max}, but got a {what} with length \
         {length} instead."
    );
    let kind = if what == "array" { "array" } else { "string" };
    Err(ServiceError::invalid_request(
        &format!("{kind}_above_max_length"),
        path,
        message,
    ))
}

pub(crate) fn missing(path: &str) -> ServiceError {
    let message = format!("Missing required parameter: '{path}'.");
    ServiceError::invalid_request("missing_required_parameter", path, message)
}

pub(crate) fn empty_array(path: &str) -> ServiceError {
    let message = format!(
        "Invalid '{path}': empty array. Expected an array with minimum length 1, but got an empty array instead."
    );
    ServiceError::invalid_request("empty_array", path, message)
}

pub(crate) fn invalid_value(path: &str, message: impl Into<String>) -> ServiceError {
    ServiceError::invalid_request("invalid_value", path, message)
}

pub(crate) fn wrong_type(path: &str, expected: &str) -> ServiceError {
    let place = match path {
        "" => "the request body".to_owned(),
        path => format!("'{path}'"),
    };
    let message = format!("Invalid type for {place}: expected {expected}.");
    ServiceError::invalid_request("invalid_type", path, message)
}

pub(crate) fn unsupported_value(path: &str, value: &str, choices: &[&str]) -> ServiceError {
    let choices: Vec<String> = choices.iter().map(|choice| format!("'{choice}'")).collect();
    let message = format!(
        "Invalid value: '{value}'. Supported values are: {}.",
        choices.join(", ")
    );
    invalid_value(path, message)
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::{Integer, read};

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Color {
        Red,
        DarkBlue,
    }

    #[derive(Debug, Deserialize)]
    struct Part {
        #[allow(dead_code, reason = "only read")]
        color: Color,
        count: Option<Integer>,
    }

    #[derive(Debug, Deserialize)]
    struct Whole {
        parts: Vec<Part>,
    }

    #[test]
    fn mistakes_name_their_field() {
        for (body, code, path) in [
            (json!({}), "missing_required_parameter", "'parts'"),
            (json!([]), "invalid_type", "the request body"),
            (json!({"parts": [{}]}), "missing_required_parameter", "'parts[0].color'"),
            (
                json!({"parts": [{"color": "hush"}]}),
                "invalid_value",
                "'red', 'dark_blue'",
            ),
            (
                json!({"parts": [{"color": "red", "count": 1.5}]}),
                "invalid_type",
                "'parts[0].count': expected an integer",
            ),
            (
                json!({"parts": [{"color": "red", "count": "hush"}]}),
                "invalid_type",
                "'parts[0].count'",
            ),
        ] {
            let error = format!("{:?}", read::<Whole>(&body).unwrap_err());
            assert!(error.contains(code) && error.contains(path), "{body}: {error}");
        }
        let whole: Whole =
            read(&json!({"parts": [{"color": "red", "count": 3.0}, {"color": "dark_blue", "count": null}]})).unwrap();
        assert_eq!((whole.parts[0].count, whole.parts[1].count), (Some(Integer(3)), None));
    }
}
