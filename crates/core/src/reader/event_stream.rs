//! Streams of typed events.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use memchr::memmem::Finder;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::error_body;
use super::sse::{Decoder, SseError};
use super::stream_chunk::{StreamChunk, StreamProgress};
use crate::decode::cost;
use crate::decode::from_json::DecodeError;
use crate::error::{Error, ErrorKind, FailedResponse};
use crate::incoming::Incoming;

/// How much of a body is kept while it is not known to be a stream, for the error that it may become.
const OPENING: usize = 8 * 1024;

/// A streamed response: a [`Stream`] of events, each decoded as `T`.
///
/// The body decides what is read, whatever its content type: server-sent events, or one JSON value, which is an error of
/// the service or a response that is not streamed. The latter is a stream of that one response.
///
/// It ends at `[DONE]`, or at the end of the body if every choice has finished. Otherwise its last item is an error:
/// - [`ErrorKind::Truncated`]: the body ended before the response was whole.
/// - [`ErrorKind::Stream`]: the service sent an error, with code and message.
/// - [`ErrorKind::Decode`]: an event is invalid, or the response is something else, such as a proxy's page.
/// - [`ErrorKind::TooLarge`]: an event has more than 16 MiB, or more values than are decoded at bounded cost.
/// - [`ErrorKind::Timeout`]: nothing came within the idle timeout, or only comments within the event timeout.
/// - [`ErrorKind::Body`]: the connection broke.
///
/// [`Error::is_truncated`] is true of every stream that broke, whatever the kind.
///
/// Events are decoded as they are read: a slow reader slows the sender down, and memory stays flat. Dropping the stream
/// closes the connection.
///
/// ```no_run
/// # use azure_openai_core::{RequestBuilder, Error, Events, StreamChunk};
/// # async fn run<T: StreamChunk + std::fmt::Debug>(request: RequestBuilder<Events<T>>) -> Result<(), Error> {
/// let mut events = request.await?.into_value();
/// while let Some(event) = events.next().await {
///     println!("{:?}", event?);
/// }
/// # Ok(())
/// # }
/// ```
pub struct EventStream<T> {
    incoming: Incoming,
    body: Body,
    decoder: Decoder,
    progress: StreamProgress,
    error_field: Finder<'static>,
    /// Whether there was an event.
    begun: bool,
    /// The start of the body, until there is an event.
    opening: Vec<u8>,
    body_ended: bool,
    ended: bool,
    /// A response that is not streamed, which is the only event.
    response: Option<Box<T>>,
}

/// What the body is, as its first byte that is not white space says.
enum Body {
    Unknown,
    Events,
    /// One JSON value, as far as it has come.
    Json(Vec<u8>),
}

impl<T: StreamChunk> EventStream<T> {
    pub(crate) fn new(mut incoming: Incoming) -> Self {
        // Comments that keep the connection open are not events.
        incoming.await_events();
        Self {
            decoder: Decoder::with_limit(super::sse::DEFAULT_LIMIT.min(incoming.byte_limit())),
            incoming,
            body: Body::Unknown,
            progress: StreamProgress::default(),
            error_field: Finder::new("\"error\""),
            begun: false,
            opening: Vec::new(),
            body_ended: false,
            ended: false,
            response: None,
        }
    }

    /// Sets how many choices the request asks for: without `[DONE]` the stream is truncated before so many have finished.
    #[must_use]
    pub fn expecting_choices(mut self, choices: usize) -> Self {
        self.progress.expect_choices(choices);
        self
    }

    /// Sets whether the request asks for the token usage: without `[DONE]` the stream is truncated before it has come.
    #[must_use]
    pub fn expecting_usage(mut self, is_expected: bool) -> Self {
        self.progress.expect_usage(is_expected);
        self
    }

    /// Returns the next event; `None` at the end, and after an error.
    ///
    /// # Errors
    /// Those listed at the type.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|cx| self.poll_event(cx)).await
    }

    /// Reads until it is known whether the body is a stream of events, and to the end if it is not.
    ///
    /// # Errors
    /// An error of the service, and those of reading the body.
    pub(super) async fn recognize(&mut self) -> Result<(), Error> {
        while !matches!(self.body, Body::Events) {
            if self.body_ended {
                self.end()?;
                return Ok(());
            }
            poll_fn(|cx| self.poll_body(cx)).await?;
        }
        Ok(())
    }

    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        while !self.ended {
            let step = match self.decode_next() {
                Ok(Some(event)) => {
                    self.incoming.event_came();
                    return Poll::Ready(Some(Ok(event)));
                }
                Ok(None) if self.ended => {
                    self.incoming.poll_end(cx);
                    Ok(())
                }
                Ok(None) if self.body_ended => self.end(),
                Ok(None) => ready!(self.poll_body(cx)),
                Err(error) => Err(error),
            };
            if let Err(error) = step {
                self.ended = true;
                self.incoming.telemetry.fail(&error);
                return Poll::Ready(Some(Err(error)));
            }
        }
        let response = self.response.take();
        if response.is_none() {
            self.incoming.telemetry.end();
        }
        Poll::Ready(response.map(|response| Ok(*response)))
    }

    /// Checks at the end of the body that the response is whole.
    fn end(&mut self) -> Result<(), Error> {
        self.ended = true;
        if let Body::Json(json) = &mut self.body {
            let json = std::mem::take(json);
            if !json.starts_with(b"[DONE]") {
                self.response = Some(Box::new(self.decode_response(&json)?));
            }
            return Ok(());
        }
        let is_complete = self.progress.is_complete() || T::ENDS_WITH_BODY && self.is_stream();
        if !is_complete || self.decoder.ended_within_line() {
            return Err(self.ended_early());
        }
        Ok(())
    }

    /// Reads the next bytes of the body.
    fn poll_body(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        match ready!(self.incoming.poll_data(cx)) {
            Some(Ok(data)) => Poll::Ready(self.take(&data)),
            Some(Err(error)) => Poll::Ready(Err(error.in_stream())),
            None => {
                self.body_ended = true;
                self.decoder.finish();
                Poll::Ready(Ok(()))
            }
        }
    }

    fn take(&mut self, data: &Bytes) -> Result<(), Error> {
        if !self.begun {
            let rest = OPENING.saturating_sub(self.opening.len()).min(data.len());
            self.opening.extend_from_slice(&data[..rest]);
        }
        if let Body::Unknown = self.body {
            // White space, or the bytes of a byte order mark.
            let is_skipped = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, 0xef | 0xbb | 0xbf);
            match data.iter().position(|byte| !is_skipped(byte)) {
                None => {}
                // No line of events starts with these, but for a bare `[DONE]`, which ends a stream without events.
                Some(at) if matches!(data[at], b'{' | b'[') => {
                    self.body = Body::Json(data[at..].to_vec());
                    return Ok(());
                }
                Some(_) => self.body = Body::Events,
            }
        }
        let Body::Json(json) = &mut self.body else {
            self.decoder.feed(data);
            return Ok(());
        };
        json.extend_from_slice(data);
        if json.len() > self.incoming.byte_limit() {
            return Err(self.incoming.too_large());
        }
        Ok(())
    }

    /// Returns the next of the events that have come. The stream has ended if there is none and it was whole.
    fn decode_next(&mut self) -> Result<Option<T>, Error> {
        loop {
            let event = match self.decoder.next_event() {
                Ok(Some(event)) => event,
                Ok(None) => return Ok(None),
                Err(error) => {
                    let kind = match error {
                        SseError::TooLarge(_) => ErrorKind::TooLarge,
                        SseError::NotUtf8 if self.decoder.is_cut() => ErrorKind::Truncated,
                        SseError::NotUtf8 => ErrorKind::Decode,
                    };
                    return Err(Error::new(kind, error.to_string()).with_head(self.incoming.head()));
                }
            };
            let data = event.data.trim_ascii();
            if data.is_empty() && !event.is_error {
                continue;
            }
            if !std::mem::replace(&mut self.begun, true) {
                self.opening = Vec::new();
            }
            if data == "[DONE]" {
                self.ended = true;
                return Ok(None);
            }
            // The field is rarely found, since quotes within strings are escaped. Only then is a closer look taken.
            let has_error = || self.error_field.find(data.as_bytes()).is_some() && error_body::has_error(data);
            if event.is_error || has_error() {
                return Err(service_error(&self.incoming, data.as_bytes(), true));
            }
            if !cost::is_bounded(data) {
                let text = "an event has more JSON values than are decoded";
                return Err(Error::new(ErrorKind::TooLarge, text).with_head(self.incoming.head()));
            }
            let chunk = match T::from_json(data) {
                Ok(chunk) => chunk,
                Err(error) => return Err(undecodable(&self.incoming, data, event.is_cut, error)),
            };
            if chunk.is_empty() && is_error(data) {
                return Err(service_error(&self.incoming, data.as_bytes(), true));
            }
            chunk.observe(&mut self.progress);
            if let Some(facts) = self.incoming.describe_chunk() {
                chunk.describe(facts);
            }
            return Ok(Some(chunk));
        }
    }

    /// Decodes a response that is not streamed.
    fn decode_response(&mut self, json: &[u8]) -> Result<T, Error> {
        self.incoming.check_cost(json)?;
        let value = match serde_json::from_slice::<Value>(json) {
            Ok(value) => value,
            Err(error) if error.is_eof() => {
                let response =
                    FailedResponse::from_decoded_body(self.incoming.head(), json, Some(self.incoming.secret()));
                return Err(truncated(&self.incoming).with_response(response).with_source(error));
            }
            Err(error) => {
                let text = "response is not a stream of events, and its JSON is invalid";
                return Err(self.incoming.decode_error(text, json).with_source(error));
            }
        };
        let text = String::from_utf8_lossy(json);
        let has_choices = value.get("choices").is_some_and(|choices| !choices.is_null());
        if error_body::is_error(&value) && (!has_choices || error_body::has_error(&text)) {
            return Err(service_error(&self.incoming, json, false));
        }
        self.incoming.observe(&text);
        T::from_response(value).ok_or_else(|| {
            let text = "response is one JSON value in place of a stream of events";
            self.incoming.decode_error(text, json)
        })
    }

    /// The body ended before the response did, or was something else: a proxy's page, say.
    fn ended_early(&self) -> Error {
        if self.is_stream() {
            return truncated(&self.incoming);
        }
        let kind = self.incoming.head().media_type();
        let text = format!("response is `{kind}` without events in place of a stream of events");
        self.incoming.decode_error(text, &self.opening)
    }

    /// Whether what came is a stream of events, even one without events.
    fn is_stream(&self) -> bool {
        let kind = self.incoming.head().media_type();
        self.begun || kind.is_empty() || kind.eq_ignore_ascii_case("text/event-stream")
    }
}

fn truncated(incoming: &Incoming) -> Error {
    Error::new(ErrorKind::Truncated, "the stream ended before the response was whole").with_head(incoming.head())
}

/// The error of an event that is not a chunk.
fn undecodable(incoming: &Incoming, data: &str, is_cut: bool, (error, path): DecodeError) -> Error {
    if is_error(data) {
        return service_error(incoming, data.as_bytes(), true);
    }
    let mut result = incoming
        .decode_error("an event's JSON is invalid", data.as_bytes())
        .with_source(error);
    if let Some(path) = path {
        result = result.with_path(path);
    }
    match is_cut && (ends_early(data) || "[DONE]".starts_with(data)) {
        true => truncated(incoming).with_source(result),
        false => result,
    }
}

/// An error that the service sent, in the stream or in place of it.
fn service_error(incoming: &Incoming, json: &[u8], in_stream: bool) -> Error {
    let text = match in_stream {
        true => "the service reported an error in the stream",
        false => "the service returned an error in place of a stream",
    };
    let response = FailedResponse::from_error_body(incoming.head(), json, true, Some(incoming.secret()));
    Error::new(ErrorKind::Stream, text).with_response(response)
}

/// Whether JSON ends before it is whole.
fn ends_early(json: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(json).is_err_and(|error| error.is_eof())
}

fn is_error(data: &str) -> bool {
    serde_json::from_str::<Value>(data).is_ok_and(|event| error_body::is_error(&event))
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
