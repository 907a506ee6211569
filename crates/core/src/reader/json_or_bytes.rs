//! Responses of JSON or of bytes.

use super::binary::ByteStream;
use super::from_response::{FromResponse, Sealed};
use super::json::{is_json, read_json};
use crate::decode::FromJson;
use crate::error::Error;
use crate::incoming::Incoming;

/// The response is JSON or anything else: a report, or the file that was made of it. Both the kind of response and its value.
///
/// Its content type decides which. What does not come as JSON is bytes.
#[derive(Debug)]
pub enum JsonOrBytes<T> {
    /// The response came as JSON.
    Json(T),
    /// The response came as something else, see [`ByteStream::content_type`].
    Bytes(Box<ByteStream>),
}

impl<T> JsonOrBytes<T> {
    /// The decoded JSON, if it came as that.
    pub fn into_json(self) -> Option<T> {
        match self {
            Self::Json(value) => Some(value),
            Self::Bytes(_) => None,
        }
    }

    /// The bytes, if it did not come as JSON.
    pub fn into_bytes(self) -> Option<ByteStream> {
        match self {
            Self::Json(_) => None,
            Self::Bytes(bytes) => Some(*bytes),
        }
    }
}

impl<T> Sealed for JsonOrBytes<T> {}

impl<T: FromJson + Send + 'static> FromResponse for JsonOrBytes<T> {
    type Value = Self;

    const ACCEPT: &'static str = "application/json, */*";

    async fn read(mut incoming: Incoming) -> Result<Self, Error> {
        if !is_json(&incoming.head().media_type().to_ascii_lowercase()) {
            return Ok(Self::Bytes(Box::new(ByteStream::new(incoming))));
        }
        let body = incoming.read_whole().await?;
        read_json(&mut incoming, &body).map(Self::Json)
    }
}
