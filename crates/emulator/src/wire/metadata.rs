//! Key-value pairs that a caller attaches to something.

use serde_json::{Map, Value};

use super::error::ServiceError;
use super::parameters::wrong_type;

const MOST_KEYS: usize = 16;
/// In characters, as the value's.
const LONGEST_KEY: usize = 64;
const LONGEST_VALUE: usize = 512;

/// Checks `metadata`; an absent one is empty.
pub(crate) fn read(metadata: Option<&Value>) -> Result<Map<String, Value>, ServiceError> {
    let members = match metadata {
        None | Some(Value::Null) => return Ok(Map::new()),
        Some(Value::Object(members)) => members,
        Some(other) => return Err(wrong_type("metadata", "an object", other)),
    };
    if members.len() > MOST_KEYS {
        let got = members.len();
        let message = format!(
            "Invalid 'metadata': too many properties. Expected an object with at most {MOST_KEYS} properties, but got an \
             object with {got} properties instead."
        );
        let code = "object_above_max_properties";
        return Err(ServiceError::invalid_request(code, "metadata", message));
    }
    for (key, value) in members {
        too_long("metadata", "property name", key, LONGEST_KEY)?;
        let path = format!("metadata.{key}");
        let Value::String(text) = value else {
            return Err(wrong_type(&path, "a string", value));
        };
        too_long(&path, "string", text, LONGEST_VALUE)?;
    }
    Ok(members.clone())
}

fn too_long(path: &str, what: &str, text: &str, most: usize) -> Result<(), ServiceError> {
    let got = text.chars().count();
    if got <= most {
        return Ok(());
    }
    let message = format!(
        "Invalid '{path}': {what} too long. Expected a {what} with maximum length {most}, but got a {what} with length {got} \
         instead."
    );
    Err(ServiceError::invalid_request("string_above_max_length", path, message))
}
