//! How a fault becomes a warning.

use serde_json::{Map, Value};

use crate::document::Dialect;
use crate::error::Diagnostic;
use crate::keys::ANY_VALUE;
use crate::reference::join;

const PASS: &str = "check_types";

pub(super) struct Check<'a> {
    pub(super) dialect: Dialect,
    pub(super) file: &'a str,
    pub(super) warnings: Vec<Diagnostic>,
}

impl Check<'_> {
    pub(super) fn warn(&mut self, pointer: impl Into<String>, message: impl Into<String>) {
        self.warnings
            .push(Diagnostic::warning(self.file, pointer, PASS, message));
    }

    /// Lets a schema stand for any JSON value, with a warning about it.
    pub(super) fn any_value(&mut self, schema: &mut Map<String, Value>, at: &str, why: &str) {
        schema.shift_remove("type");
        schema.insert(ANY_VALUE.to_owned(), why.into());
        self.warn(at, format!("{why}; any value is accepted"));
    }

    /// Removes a member, with a warning about it.
    pub(super) fn drop(&mut self, map: &mut Map<String, Value>, key: &str, pointer: &str, message: impl Into<String>) {
        map.shift_remove(key);
        self.warn(join(pointer, key), message);
    }
}

/// A value's kind with its article.
pub(super) fn described(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
