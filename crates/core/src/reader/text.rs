//! Responses of text.

use super::from_response::{FromResponse, Sealed};
use super::json::{is_json, read_json};
use crate::decode::FromJson;
use crate::error::Error;
use crate::incoming::Incoming;

/// The response is text in UTF-8 and is read whole, whatever its content type.
#[derive(Clone, Copy, Debug)]
pub struct PlainText;

impl Sealed for PlainText {}

impl FromResponse for PlainText {
    type Value = String;

    const ACCEPT: &'static str = "text/plain, */*";
    const WHOLE: bool = true;

    async fn read(mut incoming: Incoming) -> Result<String, Error> {
        let body = incoming.read_whole().await?;
        read_text(&incoming, &body)
    }
}

/// The response is JSON or text, as the request asked for: a transcription in the formats `json` and `verbose_json`, or in
/// `text`, `srt` and `vtt`. Both the kind of response and its value.
///
/// Its content type decides which. Where that is missing or neither, a body that is a JSON object or array is JSON and
/// everything else is text.
#[derive(Clone, Debug, PartialEq)]
pub enum JsonOrText<T> {
    /// The response came as JSON.
    Json(T),
    /// The response came as text.
    Text(String),
}

impl<T> JsonOrText<T> {
    /// The decoded JSON, if it came as that.
    pub fn as_json(&self) -> Option<&T> {
        match self {
            Self::Json(value) => Some(value),
            Self::Text(_) => None,
        }
    }

    /// The text, if it came as that.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Json(_) => None,
            Self::Text(text) => Some(text),
        }
    }
}

impl<T> Sealed for JsonOrText<T> {}

impl<T: FromJson + Send + 'static> FromResponse for JsonOrText<T> {
    type Value = Self;

    const ACCEPT: &'static str = "application/json, text/plain, */*";
    const WHOLE: bool = true;

    async fn read(mut incoming: Incoming) -> Result<Self, Error> {
        let body = incoming.read_whole().await?;
        let media_type = incoming.head().media_type().to_ascii_lowercase();
        if is_json(&media_type) {
            return read_json(&mut incoming, &body).map(Self::Json);
        }
        if media_type.starts_with("text/") {
            return read_text(&incoming, &body).map(Self::Text);
        }
        let text = read_text(&incoming, &body)?;
        if !text.trim_start().starts_with(['{', '[']) {
            return Ok(Self::Text(text));
        }
        match T::from_json(&text) {
            Ok(value) => Ok(Self::Json(value)),
            // It is JSON, but of another shape.
            Err((error, _)) if error.is_data() => read_json(&mut incoming, &body).map(Self::Json),
            Err(_) => Ok(Self::Text(text)),
        }
    }
}

fn read_text(incoming: &Incoming, body: &[u8]) -> Result<String, Error> {
    match std::str::from_utf8(body) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(incoming
            .decode_error("the response is not UTF-8", body)
            .with_source(error)),
    }
}
