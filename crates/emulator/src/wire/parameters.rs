//! Reads the members of a JSON object, and says in the service's words what is wrong with one.
//!
//! `null` counts as absent throughout, as it does for the service.

use std::fmt::Display;

use serde_json::{Map, Value};

use super::error::ServiceError;

/// A JSON object and where in the body it stands, such as `messages[0]`; the body itself stands at "".
#[derive(Clone, Debug)]
pub(crate) struct Object<'a> {
    path: String,
    members: &'a Map<String, Value>,
}

impl<'a> Object<'a> {
    pub(crate) fn new(path: impl Into<String>, value: &'a Value) -> Result<Self, ServiceError> {
        let path = path.into();
        match value {
            Value::Object(members) => Ok(Self { path, members }),
            other => Err(wrong_type(&path, "an object", other)),
        }
    }

    /// Where the member `name` stands.
    pub(crate) fn path(&self, name: &str) -> String {
        if self.path.is_empty() {
            name.to_owned()
        } else {
            format!("{}.{name}", self.path)
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&'a Value> {
        self.members.get(name).filter(|value| !value.is_null())
    }

    /// The names of all members.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.members.keys().map(String::as_str)
    }

    pub(crate) fn missing(&self, name: &str) -> ServiceError {
        let path = self.path(name);
        ServiceError::invalid_request(
            "missing_required_parameter",
            &path,
            format!("Missing required parameter: '{path}'."),
        )
    }

    pub(crate) fn required<T>(&self, name: &str, value: Option<T>) -> Result<T, ServiceError> {
        value.ok_or_else(|| self.missing(name))
    }

    pub(crate) fn text(&self, name: &str) -> Result<Option<&'a str>, ServiceError> {
        self.typed(name, "a string", Value::as_str)
    }

    pub(crate) fn boolean(&self, name: &str) -> Result<Option<bool>, ServiceError> {
        self.typed(name, "a boolean", Value::as_bool)
    }

    pub(crate) fn number(&self, name: &str, min: f64, max: f64) -> Result<Option<f64>, ServiceError> {
        let number = self.typed(name, "a decimal", Value::as_f64)?;
        number.map_or(Ok(()), |number| self.within(name, "decimal", number, min, max))?;
        Ok(number)
    }

    pub(crate) fn integer(&self, name: &str, min: i64, max: i64) -> Result<Option<i64>, ServiceError> {
        let integer = self.typed(name, "an integer", whole)?;
        integer.map_or(Ok(()), |integer| self.within(name, "integer", integer, min, max))?;
        Ok(integer)
    }

    pub(crate) fn choice(&self, name: &str, choices: &[&str]) -> Result<Option<&'a str>, ServiceError> {
        match self.text(name)? {
            Some(text) if !choices.contains(&text) => Err(unsupported_value(&self.path(name), text, choices)),
            text => Ok(text),
        }
    }

    pub(crate) fn list(&self, name: &str) -> Result<Option<&'a [Value]>, ServiceError> {
        self.typed(name, "an array", |value| value.as_array().map(Vec::as_slice))
    }

    pub(crate) fn object(&self, name: &str) -> Result<Option<Object<'a>>, ServiceError> {
        self.get(name)
            .map(|value| Object::new(self.path(name), value))
            .transpose()
    }

    /// A list of objects; an absent one is empty.
    pub(crate) fn objects(&self, name: &str) -> Result<Vec<Object<'a>>, ServiceError> {
        let items = self.list(name)?.unwrap_or_default();
        let path = self.path(name);
        items
            .iter()
            .enumerate()
            .map(|(index, item)| Object::new(format!("{path}[{index}]"), item))
            .collect()
    }

    fn typed<T>(
        &self,
        name: &str,
        expected: &str,
        read: impl Fn(&'a Value) -> Option<T>,
    ) -> Result<Option<T>, ServiceError> {
        let Some(value) = self.get(name) else {
            return Ok(None);
        };
        read(value)
            .map(Some)
            .ok_or_else(|| wrong_type(&self.path(name), expected, value))
    }

    fn within<T: PartialOrd + Display>(
        &self,
        name: &str,
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
        let path = self.path(name);
        let code = format!("{kind}_{side}_{end}_value");
        let message = format!(
            "Invalid '{path}': {kind} {side} {end}imum value. Expected a value {sign} {bound}, but got {value} instead."
        );
        Err(ServiceError::invalid_request(&code, &path, message))
    }
}

/// An integer, also one written as `3.0`.
fn whole(value: &Value) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let from_float = || {
        value
            .as_f64()
            .filter(|number| number.fract() == 0.0 && number.abs() <= EXACT)
            .map(|number| number as i64)
    };
    value.as_i64().or_else(from_float)
}

pub(crate) fn wrong_type(path: &str, expected: &str, got: &Value) -> ServiceError {
    let got = match got {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(number) if number.is_f64() => "a decimal",
        Value::Number(_) => "an integer",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    };
    let place = if path.is_empty() {
        "the request body".to_owned()
    } else {
        format!("'{path}'")
    };
    let message = format!("Invalid type for {place}: expected {expected}, but got {got} instead.");
    ServiceError::invalid_request("invalid_type", path, message)
}

pub(crate) fn unsupported_value(path: &str, value: &str, choices: &[&str]) -> ServiceError {
    let list = choices
        .iter()
        .map(|choice| format!("'{choice}'"))
        .collect::<Vec<_>>()
        .join(", ");
    let message = format!("Invalid value: '{value}'. Supported values are: {list}.");
    ServiceError::invalid_request("invalid_value", path, message)
}
