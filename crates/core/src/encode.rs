//! How the bodies of requests are encoded.

use serde::Serialize;
use serde_json::Value;

use crate::decode::sending;

/// JSON for the service: without fields that only the service sets.
pub(crate) fn to_vec<T: Serialize + ?Sized>(body: &T) -> Result<Vec<u8>, serde_json::Error> {
    sending(|| serde_json::to_vec(body))
}

/// A value as JSON, of which a part is sent as text. By way of text, because a value would hold a `f32` as another number,
/// with more digits.
pub(crate) fn to_value<T: Serialize + ?Sized>(value: &T) -> Result<Value, serde_json::Error> {
    serde_json::from_slice(&serde_json::to_vec(value)?)
}
