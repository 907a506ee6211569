//! Answers that are streams of events.

use std::marker::PhantomData;

use super::event_stream::{EventStream, StreamChunk};
use super::from_response::{FromResponse, Sealed};
use crate::error::{Error, ErrorKind, FailedResponse};
use crate::incoming::Incoming;

/// The answer is a stream of server-sent events, each of them a `T`.
#[derive(Debug)]
pub struct Events<T>(PhantomData<fn() -> T>);

impl<T> Sealed for Events<T> {}

impl<T: StreamChunk> FromResponse for Events<T> {
    type Value = EventStream<T>;

    const ACCEPT: &'static str = "text/event-stream";

    async fn read(mut incoming: Incoming) -> Result<EventStream<T>, Error> {
        // The content type may be missing behind a gateway, but JSON is an answer of another kind.
        if !incoming.head().media_type().eq_ignore_ascii_case("application/json") {
            return Ok(EventStream::new(incoming));
        }
        let body = incoming.read_whole().await?;
        let answer = FailedResponse::from_error_body(incoming.head(), &body, true, Some(incoming.secret()));
        let (kind, text) = if is_error(&body) {
            (
                ErrorKind::Stream,
                "the service answered with an error in place of a stream",
            )
        } else {
            (
                ErrorKind::Decode,
                "the service answered with one JSON value in place of a stream of events",
            )
        };
        Err(Error::new(kind, text).with_response(answer))
    }
}

fn is_error(body: &[u8]) -> bool {
    matches!(serde_json::from_slice(body), Ok(serde_json::Value::Object(object)) if object.get("error").is_some_and(|e| !e.is_null()))
}
