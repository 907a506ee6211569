//! How the bodies of requests are encoded.

use serde::Serialize;

use crate::decode::sending;

/// JSON for the service: without fields that only the service sets.
pub(crate) fn to_vec<T: Serialize + ?Sized>(body: &T) -> Result<Vec<u8>, serde_json::Error> {
    sending(|| serde_json::to_vec(body))
}
