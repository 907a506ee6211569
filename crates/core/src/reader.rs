//! What an answer's body is read as. The type parameter of a [`RequestBuilder`](crate::RequestBuilder) says which.

mod binary;
mod event_stream;
mod events;
mod json;
pub mod sse;
mod text;

use std::future::Future;

use crate::error::Error;
use crate::incoming::Incoming;
pub use binary::{Binary, ByteStream};
pub use event_stream::{EventStream, StreamChunk, StreamProgress};
pub use events::Events;
pub use json::{Json, OptionalJson};
pub use text::{JsonOrText, PlainText};

/// A way to read a successful (2xx) answer. The kinds are those of this module.
pub trait FromResponse: sealed::Sealed + 'static {
    /// What the body becomes.
    type Value: Send;

    /// The header `Accept`.
    #[doc(hidden)]
    const ACCEPT: &'static str;

    /// Whether the body is read whole, so that an answer that breaks off can be tried again.
    #[doc(hidden)]
    const WHOLE: bool = false;

    /// Reads the body.
    #[doc(hidden)]
    fn read(incoming: Incoming) -> impl Future<Output = Result<Self::Value, Error>> + Send;
}

mod sealed {
    pub trait Sealed {}
    impl<T> Sealed for super::Json<T> {}
    impl<T> Sealed for super::OptionalJson<T> {}
    impl Sealed for super::NoContent {}
    impl Sealed for super::Binary {}
    impl<T> Sealed for super::Events<T> {}
    impl<T> Sealed for super::JsonOrText<T> {}
    impl Sealed for super::PlainText {}
    impl Sealed for crate::polling::Polled {}
}

/// The answer says enough by being a success; its body is not looked at.
#[derive(Clone, Copy, Debug)]
pub struct NoContent;

impl FromResponse for NoContent {
    type Value = ();

    const ACCEPT: &'static str = "application/json";

    async fn read(mut incoming: Incoming) -> Result<(), Error> {
        // Read all the same where it is short and there, so that the connection can be used again.
        std::future::poll_fn(|cx| {
            incoming.poll_end(cx);
            std::task::Poll::Ready(())
        })
        .await;
        Ok(())
    }
}
