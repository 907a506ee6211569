//! How generated types read what a service sends in place of what its specification says.
//!
//! Decoding degrades by field: `null` reads as unset, a number in quotes as a number, and a field whose value can't be read
//! at all is kept raw in `extra` and reads as unset. A response is decoded strictly first and pays for this only where that
//! fails: a chat completion of 1 KB then takes seven times as long, some microseconds.

mod absent;
mod coerce;
pub(crate) mod cost;
pub(crate) mod field_names;
pub(crate) mod fit;
pub(crate) mod from_json;
mod mode;
pub(crate) mod path;
mod place;
pub(crate) mod reader;
pub(crate) mod text;
pub(crate) mod writer;

use serde::de::DeserializeOwned;

pub use absent::Absent;
pub use fit::Fit;
pub use from_json::{FromJson, from_value};
use mode::Tolerance;
pub(crate) use mode::sending;

/// Decodes JSON text, tolerating fields that are not as specified in types made by [`open_object!`](crate::open_object).
///
/// # Errors
/// Where the text is not JSON, or its outermost value is of another kind than `T`.
pub fn from_str<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    let result = serde_json::from_str(text);
    match &result {
        Err(error) if error.is_data() => {}
        // Handed on as it is, since moving a large value takes longer than reading some of its fields.
        _ => return result,
    }
    match Tolerance::of_text(text) {
        Some(_tolerance) => serde_json::from_str(text).or(result),
        None => result,
    }
}

#[cfg(test)]
mod tests;
