//! Responses of JSON whose type depends on the status.

use std::marker::PhantomData;

use http::StatusCode;

use super::from_response::{FromResponse, Sealed};
use super::json::{json_text, not_as_expected};
use crate::decode::from_json::DecodeError;
use crate::error::Error;
use crate::incoming::Incoming;

/// The response is JSON of a type that depends on the status: 200 with the thing, 202 with a ticket for it.
#[derive(Debug)]
pub struct JsonByStatus<T>(PhantomData<fn() -> T>);

impl<T> Sealed for JsonByStatus<T> {}

impl<T: FromStatus + Send + 'static> FromResponse for JsonByStatus<T> {
    type Value = T;

    const ACCEPT: &'static str = "application/json";
    const WHOLE: bool = true;

    async fn read(mut incoming: Incoming) -> Result<T, Error> {
        let body = incoming.read_whole().await?;
        let status = incoming.head().status();
        let text = json_text(&mut incoming, &body)?;
        T::from_status(status, text).map_err(|error| not_as_expected(&incoming, &body, text, error))
    }
}

/// A type that [`status_union!`](crate::status_union) made.
pub trait FromStatus: Sized {
    /// Decodes JSON text as the variant of a status.
    #[doc(hidden)]
    fn from_status(status: StatusCode, text: &str) -> Result<Self, DecodeError>;
}

/// `None` for a success without a body, or with `null`.
impl<T: FromStatus> FromStatus for Option<T> {
    fn from_status(status: StatusCode, text: &str) -> Result<Self, DecodeError> {
        match text.trim() {
            "" | "null" => Ok(None),
            text => T::from_status(status, text).map(Some),
        }
    }
}

/// Makes a [`shape_union!`](crate::shape_union) whose variant a response's status chooses, exact statuses first; any other
/// status leaves it to the shape.
///
/// ```
/// use azure_openai_core::Value;
///
/// #[derive(Debug, PartialEq)]
/// enum Made {
///     Name(String),
///     Number(i64),
///     Unknown(Value),
/// }
/// azure_openai_core::status_union!(Made { Name(String) = [200 | 201], Number(i64) = [202] });
/// ```
#[macro_export]
macro_rules! status_union {
    ($name:ident { $($variant:ident($inner:ty) = [$($status:pat)?]),* $(,)? }) => {
        $crate::shape_union!($name { $($variant($inner)),* });

        impl $crate::reader::FromStatus for $name {
            fn from_status(
                status: $crate::StatusCode,
                text: &str,
            ) -> $crate::__macro::std::result::Result<Self, $crate::__macro::DecodeError> {
                match status.as_u16() {
                    $($($status => <$inner as $crate::FromJson>::from_json(text).map(Self::$variant),)?)*
                    _ => <Self as $crate::FromJson>::from_json(text),
                }
            }
        }
    };
}
