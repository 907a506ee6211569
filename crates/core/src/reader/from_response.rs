//! What all readers have in common.

use std::future::Future;

use crate::error::Error;
use crate::incoming::Incoming;

/// A way to read a successful (2xx) response. The implementations are those of [this module](crate::reader).
pub trait FromResponse: Sealed + 'static {
    /// What the body becomes.
    type Value: Send;

    /// The header `Accept`.
    #[doc(hidden)]
    const ACCEPT: &'static str;

    /// Whether the body is read whole, so that a response that breaks off can be requested again.
    #[doc(hidden)]
    const WHOLE: bool = false;

    /// Reads the body.
    #[doc(hidden)]
    fn read(incoming: Incoming) -> impl Future<Output = Result<Self::Value, Error>> + Send;
}

pub trait Sealed {}
