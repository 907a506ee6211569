//! Responses of JSON that may be absent.

use std::marker::PhantomData;

use super::from_response::{FromResponse, Sealed};
use super::json::read_json;
use crate::decode::FromJson;
use crate::error::Error;
use crate::incoming::Incoming;

/// The response is JSON where nothing and an empty value are the same: a list, a map, a string, an object that requires
/// nothing. A success without a body, or
/// with `null`, is the default value.
#[derive(Debug)]
pub struct JsonOrDefault<T>(PhantomData<fn() -> T>);

impl<T> Sealed for JsonOrDefault<T> {}

impl<T: FromJson + Default + Send + 'static> FromResponse for JsonOrDefault<T> {
    type Value = T;

    const ACCEPT: &'static str = "application/json";
    const WHOLE: bool = true;

    async fn read(mut incoming: Incoming) -> Result<T, Error> {
        let body = incoming.read_whole().await?;
        if matches!(body.trim_ascii(), b"" | b"null") {
            return Ok(T::default());
        }
        read_json(&mut incoming, &body)
    }
}
