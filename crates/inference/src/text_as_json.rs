//! JSON that a model wrote.

use serde::de::DeserializeOwned;

/// Decodes JSON.
///
/// # Errors
/// The path of the value that does not decode, empty for the whole, and why.
pub(crate) fn decode<T: DeserializeOwned>(text: &str) -> Result<T, (String, serde_json::Error)> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        let path = if path == "." { String::new() } else { path };
        (path, error.into_inner())
    })?;
    deserializer.end().map_err(|error| (String::new(), error))?;
    Ok(value)
}

/// The path of a value that does not decode, as part of a message; nothing for the whole.
pub(crate) fn at(word: &str, path: &str) -> String {
    match path {
        "" => String::new(),
        path => format!("{word} `{path}`"),
    }
}
