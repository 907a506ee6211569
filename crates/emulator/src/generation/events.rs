//! Server-sent events, made as the socket takes them.

use std::convert::Infallible;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::{BufMut, Bytes, BytesMut};
use futures_util::stream;
use http::{StatusCode, header};
use serde::Serialize;
use serde_json::Value;

use crate::state::State;

/// Room for a chunk with filter results, so that most are written without growing.
const USUAL_EVENT: usize = 640;

/// One event with JSON data.
pub(super) fn event(data: &impl Serialize) -> Bytes {
    let mut event = BytesMut::with_capacity(USUAL_EVENT).writer();
    event.get_mut().put_slice(b"data: ");
    // Writing our own types to memory cannot fail.
    let _ = serde_json::to_writer(&mut event, data);
    let mut event = event.into_inner();
    event.put_slice(b"\n\n");
    event.freeze()
}

/// One event with JSON data, named by its `type`: images and transcripts stream so, without a last `[DONE]`.
pub(crate) fn typed_event(data: &Value) -> Bytes {
    let name = data["type"].as_str().unwrap_or_default();
    [format!("event: {name}\n").as_bytes(), &event(data)].concat().into()
}

/// The last event of the streams of text.
pub(super) fn done() -> Bytes {
    Bytes::from_static(b"data: [DONE]\n\n")
}

/// A response that streams these events. The next one is made when the connection has room for it, so that a slow
/// client costs no memory. Between two events it waits for the configured pace.
pub(crate) fn response(state: &State, events: impl Iterator<Item = Bytes> + Send + 'static) -> Response {
    let (clock, pace) = (state.clock.clone(), state.config.stream_pace);
    let paced = stream::unfold((events, false), move |(mut events, started)| {
        let clock = clock.clone();
        async move {
            // The end needs no pause, so the event comes first.
            let event = events.next()?;
            if started && !pace.is_zero() {
                clock.sleep(pace).await;
            }
            Some((Ok::<_, Infallible>(event), (events, true)))
        }
    });
    let headers = [
        (header::CONTENT_TYPE, "text/event-stream"),
        (header::CACHE_CONTROL, "no-cache, must-revalidate"),
    ];
    (StatusCode::OK, headers, Body::from_stream(paced)).into_response()
}
