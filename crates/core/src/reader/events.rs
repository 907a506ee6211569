//! Responses that are streams of events.

use std::marker::PhantomData;

use super::event_stream::EventStream;
use super::from_response::{FromResponse, Sealed};
use super::stream_chunk::StreamChunk;
use crate::error::Error;
use crate::incoming::Incoming;

/// The response is a stream of server-sent events, each of them a `T`.
#[derive(Debug)]
pub struct Events<T>(PhantomData<fn() -> T>);

impl<T> Sealed for Events<T> {}

impl<T: StreamChunk> FromResponse for Events<T> {
    type Value = EventStream<T>;

    const ACCEPT: &'static str = "text/event-stream";

    async fn read(incoming: Incoming) -> Result<EventStream<T>, Error> {
        let media_type = incoming.head().media_type();
        let names_json = media_type.eq_ignore_ascii_case("application/json");
        let mut stream = EventStream::new(incoming);
        if names_json {
            // An error of the service is one of the request, then. A stream of events may come all the same.
            stream.recognize().await?;
        }
        Ok(stream)
    }
}
