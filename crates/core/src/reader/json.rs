//! Responses of JSON.

use std::marker::PhantomData;

use super::error_body;
use super::from_response::{FromResponse, Sealed};
use crate::decode::FromJson;
use crate::decode::from_json::DecodeError;
use crate::error::{Error, ErrorKind, FailedResponse};
use crate::incoming::Incoming;

/// The response is JSON and is read whole. The content type is not looked at: gateways lose it.
#[derive(Debug)]
pub struct Json<T>(PhantomData<fn() -> T>);

impl<T> Sealed for Json<T> {}

impl<T: FromJson + Send + 'static> FromResponse for Json<T> {
    type Value = T;

    const ACCEPT: &'static str = "application/json";
    const WHOLE: bool = true;

    async fn read(mut incoming: Incoming) -> Result<T, Error> {
        let body = incoming.read_whole().await?;
        read_json(&mut incoming, &body)
    }
}

/// The response is JSON, `null`, or a success without a body (204, 202, HEAD): `None` for the latter two.
#[derive(Debug)]
pub struct OptionalJson<T>(PhantomData<fn() -> T>);

impl<T> Sealed for OptionalJson<T> {}

impl<T: FromJson + Send + 'static> FromResponse for OptionalJson<T> {
    type Value = Option<T>;

    const ACCEPT: &'static str = "application/json";
    const WHOLE: bool = true;

    async fn read(mut incoming: Incoming) -> Result<Option<T>, Error> {
        let body = incoming.read_whole().await?;
        if body.trim_ascii().is_empty() {
            return Ok(None);
        }
        read_json(&mut incoming, &body)
    }
}

/// Whether a media type in lower case is of JSON.
pub(super) fn is_json(media_type: &str) -> bool {
    media_type.ends_with("/json") || media_type.ends_with("+json")
}

pub(super) fn read_json<T: FromJson>(incoming: &mut Incoming, body: &[u8]) -> Result<T, Error> {
    let text = json_text(incoming, body)?;
    let is_error = error_body::is_in_place_of(T::field_names(), text);
    match T::from_json(text) {
        Ok(_) if is_error => Err(error_in_place(incoming, body)),
        Ok(value) => Ok(value),
        Err(error) => Err(not_as_expected(incoming, body, text, error)),
    }
}

/// The text of a body of JSON.
pub(super) fn json_text<'a>(incoming: &mut Incoming, body: &'a [u8]) -> Result<&'a str, Error> {
    // One check of the whole and then `from_str` is faster than `from_slice`, which checks each string.
    let text = std::str::from_utf8(body).map_err(|error| {
        incoming
            .decode_error("the response is not UTF-8", body)
            .with_source(error)
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    incoming.observe(text);
    Ok(text)
}

#[cold]
fn error_in_place(incoming: &Incoming, body: &[u8]) -> Error {
    let response = FailedResponse::from_error_body(incoming.head(), body, true, Some(incoming.secret()));
    let text = "the service returned an error in place of the response";
    Error::new(ErrorKind::Decode, text).with_response(response)
}

#[cold]
pub(super) fn not_as_expected(incoming: &Incoming, body: &[u8], text: &str, (error, path): DecodeError) -> Error {
    let what = match text.trim() {
        "" => "the response is empty, not JSON",
        _ => "the response's JSON is not as expected",
    };
    let result = incoming.decode_error(what, body).with_source(error);
    match path {
        Some(path) => result.with_path(path),
        None => result,
    }
}
