//! Responses without a body.

use super::from_response::{FromResponse, Sealed};
use crate::error::Error;
use crate::incoming::Incoming;

/// The response is a success, and its body is ignored.
#[derive(Clone, Copy, Debug)]
pub struct NoContent;

impl Sealed for NoContent {}

impl FromResponse for NoContent {
    type Value = ();

    const ACCEPT: &'static str = "application/json";

    async fn read(mut incoming: Incoming) -> Result<(), Error> {
        // A short body that is there already is read, so that the connection can be used again.
        std::future::poll_fn(|cx| {
            incoming.poll_end(cx);
            std::task::Poll::Ready(())
        })
        .await;
        Ok(())
    }
}
