//! Types that a whole response is decoded as.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::absent::Absent;
use super::mode::Tolerance;
use super::place::Place;
use super::{field_names, from_str, path};
use crate::value::{
    Base64Bytes, Base64UrlBytes, DateTime, EmbeddingVector, Extra, HttpDate, IsoDuration, PlainDate, PlainTime, Secret,
    Timestamp, Uuid,
};

/// Why JSON could not be decoded, and the path to the place in it.
pub type DecodeError = (serde_json::Error, Option<String>);

/// A type that the JSON of a response, or of an event of a stream, is decoded as.
///
/// Generated types are such types. A type of your own becomes one by a line:
///
/// ```
/// #[derive(serde::Deserialize)]
/// struct Quota {
///     limit: u64,
/// }
///
/// impl azure_openai_core::FromJson for Quota {}
/// ```
// Not a blanket implementation of deserializable types: the code that decodes a response is large, and a generic function
// would be compiled anew in each crate that sends the request. Generated types implement these methods, so that it is
// compiled where the type is.
pub trait FromJson: DeserializeOwned {
    /// Decodes JSON text, tolerating what [`from_str`] does.
    ///
    /// # Errors
    /// Those of [`from_str`].
    #[doc(hidden)]
    fn from_json(text: &str) -> Result<Self, DecodeError> {
        from_str(text).map_err(|error| locate::<Self>(text, error))
    }

    /// The names of the fields; empty for what is not a struct.
    #[doc(hidden)]
    fn field_names() -> &'static [&'static str] {
        field_names::field_names::<Self>()
    }
}

/// Decodes a JSON value as [`from_str`] decodes text.
///
/// # Errors
/// Where the value is of another kind than `T`.
pub fn from_value<T: FromJson>(value: &Value) -> Result<T, serde_json::Error> {
    T::from_json(&value.to_string()).map_err(|(error, _)| error)
}

/// Makes a type whose fields note where decoding fails a [`FromJson`](crate::FromJson). Part of what the other macros
/// expand to: with `inline` the code that decodes is compiled where it is used, without it where the type is.
#[doc(hidden)]
#[macro_export]
macro_rules! from_json {
    ($type:ty $(, $inline:ident)? $(; $names:expr)?) => {
        impl $crate::FromJson for $type {
            $(#[$inline])?
            fn from_json(
                text: &str,
            ) -> $crate::__macro::std::result::Result<Self, $crate::__macro::DecodeError> {
                $crate::__macro::from_json_noting(text)
            }

            fn field_names() -> &'static [&'static str] {
                $crate::from_json!(@names $($names)?)
            }
        }
    };
    (@names $names:expr) => {
        &$names
    };
    (@names) => {
        &[]
    };
}

/// Decodes a type whose fields note where decoding fails.
pub fn from_json_noting<T: Absent + DeserializeOwned>(text: &str) -> Result<T, DecodeError> {
    let mut place = T::blank();
    match read_noting(&mut place, text) {
        None => Ok(place),
        Some(error) => Err(error),
    }
}

/// Decodes as [`from_str`] does.
fn read_noting(place: &mut dyn Place, text: &str) -> Option<DecodeError> {
    path::clear();
    let error = place.read(text).err()?;
    if !error.is_data() {
        // Values that are looked at before they are decoded note nothing; that JSON is broken, any type finds.
        return Some(locate::<Value>(text, error));
    }
    let path = path::take();
    if let Some(_tolerance) = Tolerance::of_text(text) {
        place.reset();
        place.read(text).err()?;
    }
    Some((error, path))
}

/// Decodes JSON that failed once more to learn the path, so that success does not pay for it.
#[cold]
fn locate<T: DeserializeOwned>(text: &str, error: serde_json::Error) -> DecodeError {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
        Err(error) => {
            // Where the text ends within a field, the rest of its path is given as `?`.
            let path = error.path().to_string();
            let path = path.strip_suffix('?').unwrap_or(&path).trim_end_matches('.').to_owned();
            (error.into_inner(), Some(path).filter(|path| !path.is_empty()))
        }
        // The value is whole; what follows it is wrong.
        Ok(_) => (error, None),
    }
}

macro_rules! plain {
    ($($type:ty),* $(,)?) => {
        $(impl FromJson for $type {})*
    };
}
plain!(
    (), bool, i8, i16, i32, i64, u8, u16, u32, u64, f32, f64, String, Value, Map<String, Value>, Base64Bytes,
    Base64UrlBytes, EmbeddingVector, Extra, Secret, Timestamp, DateTime, HttpDate, PlainDate,
    PlainTime, IsoDuration, Uuid,
);

impl<T: FromJson> FromJson for Vec<T> {}

impl<T: FromJson> FromJson for BTreeMap<String, T> {}

impl<T: FromJson> FromJson for Option<T> {}

impl<T: FromJson> FromJson for Box<T> {}
