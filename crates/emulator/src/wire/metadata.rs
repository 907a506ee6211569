//! Key-value pairs that a caller attaches to something.

use serde_json::{Map, Value};

use super::error::ServiceError;
use super::parameters::{not_longer, wrong_type};

const MOST_KEYS: usize = 16;
/// In characters, as the value's.
const LONGEST_KEY: usize = 64;
const LONGEST_VALUE: usize = 512;

/// Checks `metadata`: the number of keys, and the lengths and types of keys and values.
pub(crate) fn check(metadata: &Map<String, Value>) -> Result<(), ServiceError> {
    if metadata.len() > MOST_KEYS {
        let got = metadata.len();
        let message = format!(
            "Invalid 'metadata': too many properties. Expected an object with at most {MOST_KEYS} properties, but got an \
             object with {got} properties instead."
        );
        let code = "object_above_max_properties";
        return Err(ServiceError::invalid_request(code, "metadata", message));
    }
    for (key, value) in metadata {
        not_longer("metadata", "property name", key.chars().count(), LONGEST_KEY)?;
        let path = format!("metadata.{key}");
        let text = value.as_str().ok_or_else(|| wrong_type(&path, "a string"))?;
        not_longer(&path, "string", text.chars().count(), LONGEST_VALUE)?;
    }
    Ok(())
}
