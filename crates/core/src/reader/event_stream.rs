//! Streams of typed events.

use std::collections::BTreeMap;
use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use memchr::memmem::Finder;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use super::json::decode_json;
use super::sse::{Decoder, SseError};
use crate::error::{Error, ErrorKind, FailedResponse};
use crate::incoming::Incoming;
use crate::telemetry::ResponseAttributes;

/// What an event of a stream must tell besides its contents: whether the answer is whole, should the stream end without
/// `[DONE]`.
pub trait StreamChunk: DeserializeOwned + Send + 'static {
    /// Whether the end of the body is a good end of the stream, with or without `[DONE]`, as it is for services other than
    /// this one. By default it is not.
    const ENDS_WITH_BODY: bool = false;

    /// Notes the choices that this chunk is about and those that it finishes. By default nothing is noted, and a stream
    /// without `[DONE]` at its end counts as truncated.
    fn observe(&self, progress: &mut StreamProgress) {
        let _ = progress;
    }

    /// Tells what this chunk says of the answer, for traces. It is asked only while somebody listens. By default nothing.
    fn describe(&self, facts: &mut ResponseAttributes) {
        let _ = facts;
    }
}

/// Events whose type nobody knows: only `[DONE]` ends their stream well.
impl StreamChunk for serde_json::Value {}

/// Which choices of a streamed answer were seen, and which of them have finished.
#[derive(Clone, Debug, Default)]
pub struct StreamProgress {
    finished: BTreeMap<i64, bool>,
    /// How many choices were requested.
    expected: usize,
}

impl StreamProgress {
    /// A chunk is about the choice of this index.
    pub fn open(&mut self, choice: impl Into<i64>) {
        self.finished.entry(choice.into()).or_insert(false);
    }

    /// The choice of this index has a finish reason. What comes after (filter results) does not open it again.
    pub fn finish(&mut self, choice: impl Into<i64>) {
        self.finished.insert(choice.into(), true);
    }

    /// Whether there was a choice, as many as were requested, and every one has finished.
    pub fn is_complete(&self) -> bool {
        !self.finished.is_empty()
            && self.finished.len() >= self.expected
            && self.finished.values().all(|finished| *finished)
    }
}

/// A streamed answer: a [`Stream`] of events, each decoded as `T`.
///
/// It ends at `[DONE]`, or at the end of the body if every choice seen has finished. Otherwise its last item is an error:
/// - [`ErrorKind::Truncated`]: the body ended before the answer did.
/// - [`ErrorKind::Stream`]: the service sent an error; code and message are in it.
/// - [`ErrorKind::Decode`]: an event is not what was expected, or the answer is something else, such as a proxy's page.
/// - [`ErrorKind::TooLarge`]: an event has more than 16 MiB.
/// - [`ErrorKind::Timeout`]: nothing came within the idle timeout, or only comments within the event timeout.
/// - [`ErrorKind::Body`]: the connection broke.
///
/// Events are decoded as they are asked for: a slow reader holds up the sender, and memory stays flat. Dropping the
/// stream closes the connection.
///
/// ```no_run
/// # use azure_openai_core::{RequestBuilder, Error, Events, StreamChunk};
/// # async fn run<T: StreamChunk + std::fmt::Debug>(call: RequestBuilder<Events<T>>) -> Result<(), Error> {
/// let mut events = call.await?.into_value();
/// while let Some(event) = events.next().await {
///     println!("{:?}", event?);
/// }
/// # Ok(())
/// # }
/// ```
pub struct EventStream<T> {
    incoming: Incoming,
    decoder: Decoder,
    progress: StreamProgress,
    error_member: Finder<'static>,
    /// Whether there was an event.
    begun: bool,
    body_ended: bool,
    ended: bool,
    event: PhantomData<fn() -> T>,
}

impl<T: StreamChunk> EventStream<T> {
    pub(crate) fn new(mut incoming: Incoming) -> Self {
        // Comments that keep the connection open are not events.
        incoming.await_events();
        Self {
            incoming,
            decoder: Decoder::new(),
            progress: StreamProgress::default(),
            error_member: Finder::new("\"error\""),
            begun: false,
            body_ended: false,
            ended: false,
            event: PhantomData,
        }
    }

    /// The same stream, its events from here on decoded as another type.
    pub fn decode_as<U: StreamChunk>(self) -> EventStream<U> {
        EventStream {
            incoming: self.incoming,
            decoder: self.decoder,
            progress: self.progress,
            error_member: self.error_member,
            begun: self.begun,
            body_ended: self.body_ended,
            ended: self.ended,
            event: PhantomData,
        }
    }

    /// Sets how many choices the request asks for: without `[DONE]` the stream is truncated before so many have finished.
    #[must_use]
    pub fn expecting_choices(mut self, choices: usize) -> Self {
        self.progress.expected = choices;
        self
    }

    /// The next event; `None` at the end, and after an error.
    ///
    /// # Errors
    /// Those listed at the type.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|cx| self.poll_event(cx)).await
    }

    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let event = self.poll_decoded(cx);
        match &event {
            Poll::Ready(Some(Err(error))) => self.incoming.telemetry.fail(error),
            Poll::Ready(None) => self.incoming.telemetry.end(),
            _ => {}
        }
        event
    }

    fn poll_decoded(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        while !self.ended {
            match self.decode_next() {
                Ok(Decoded::Event(event)) => {
                    self.incoming.event_came();
                    return Poll::Ready(Some(Ok(event)));
                }
                Ok(Decoded::Done) => {
                    self.ended = true;
                    self.incoming.poll_end(cx);
                }
                Ok(Decoded::Nothing) if self.body_ended => {
                    self.ended = true;
                    let is_whole = self.progress.is_complete() || T::ENDS_WITH_BODY && self.is_stream();
                    if !is_whole {
                        return Poll::Ready(Some(Err(self.ended_early())));
                    }
                }
                Ok(Decoded::Nothing) => match ready!(self.incoming.poll_data(cx)) {
                    Some(Ok(data)) => self.decoder.feed(&data),
                    None => {
                        self.body_ended = true;
                        self.decoder.finish();
                    }
                    Some(Err(error)) => {
                        self.ended = true;
                        return Poll::Ready(Some(Err(error)));
                    }
                },
                Err(error) => {
                    self.ended = true;
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
        Poll::Ready(None)
    }

    fn decode_next(&mut self) -> Result<Decoded<T>, Error> {
        loop {
            let data = match self.decoder.next_event() {
                Ok(Some(data)) => data,
                Ok(None) => return Ok(Decoded::Nothing),
                Err(error) => {
                    let kind = match error {
                        SseError::TooLarge(_) => ErrorKind::TooLarge,
                        SseError::NotUtf8 => ErrorKind::Decode,
                    };
                    return Err(Error::new(kind, error.to_string()).with_head(self.incoming.head()));
                }
            };
            if data.trim_ascii().is_empty() {
                continue;
            }
            self.begun = true;
            if data.trim_ascii() == "[DONE]" {
                return Ok(Decoded::Done);
            }
            // Rarely found: inside of text the quotes are escaped. Only then it is worth a closer look.
            if self.error_member.find(data.as_bytes()).is_some() && is_error(data) {
                let answer = FailedResponse::from_event(self.incoming.head(), data, Some(self.incoming.secret()));
                return Err(
                    Error::new(ErrorKind::Stream, "the service reported an error in the stream").with_response(answer),
                );
            }
            return match decode_json::<T>(data) {
                Ok(event) => {
                    event.observe(&mut self.progress);
                    if let Some(facts) = self.incoming.describe_chunk(data) {
                        event.describe(facts);
                    }
                    Ok(Decoded::Event(event))
                }
                Err((error, path)) => {
                    let mut result = self
                        .incoming
                        .decode_error("an event's JSON is not as expected", data.as_bytes());
                    if let Some(path) = path {
                        result = result.with_path(path);
                    }
                    result = result.with_source(error);
                    // The end of the body may have cut the last event.
                    if self.decoder.last_event_was_cut() && !self.progress.is_complete() {
                        result = self.truncated().with_source(result);
                    }
                    Err(result)
                }
            };
        }
    }

    /// The body ended before the answer did, or was none at all: a proxy's page, say.
    fn ended_early(&self) -> Error {
        if self.is_stream() {
            return self.truncated();
        }
        let kind = self.incoming.head().media_type();
        let text = format!("the answer is `{kind}` without events in place of a stream of them");
        Error::new(ErrorKind::Decode, text).with_head(self.incoming.head())
    }

    /// Whether what came is a stream of events, even one without events.
    fn is_stream(&self) -> bool {
        let kind = self.incoming.head().media_type();
        self.begun || kind.is_empty() || kind.eq_ignore_ascii_case("text/event-stream")
    }

    fn truncated(&self) -> Error {
        Error::new(ErrorKind::Truncated, "the stream ended before the answer was whole").with_head(self.incoming.head())
    }
}

enum Decoded<T> {
    Event(T),
    Done,
    Nothing,
}

/// Whether an event is `{"error": …}` and not a chunk that mentions errors further in.
fn is_error(data: &str) -> bool {
    #[derive(Deserialize)]
    struct Shallow {
        error: Option<IgnoredAny>,
    }
    serde_json::from_str::<Shallow>(data).is_ok_and(|event| event.error.is_some())
}

impl<T: StreamChunk> Stream for EventStream<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_event(cx)
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream")
            .field("progress", &self.progress)
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}
