//! Responses that are looked at before they are read as anything.

use super::from_response::{FromResponse, Sealed};
use crate::error::Error;
use crate::incoming::Incoming;

/// The response as it came, its body read.
pub(crate) struct Polled;

impl Sealed for Polled {}

impl FromResponse for Polled {
    type Value = Incoming;

    const ACCEPT: &'static str = "application/json";
    const WHOLE: bool = true;

    async fn read(mut incoming: Incoming) -> Result<Incoming, Error> {
        incoming.prefetch().await?;
        Ok(incoming)
    }
}
