//! Structured output as it is written.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use azure_openai_core::{Error, Response, ResponseHead, Value};
use azure_openai_inference::{ChatEvent, CreateChatCompletionResponse};
use futures_core::Stream;
use futures_util::StreamExt;
use serde::de::DeserializeOwned;

use super::error::StructuredError;
use super::parsed::Parsed;
use super::partial;
use crate::stream::ChatStream;

/// A `T` as it is written, from [`ParseRequest::stream`](super::ParseRequest::stream): a [`Stream`] of the events of a
/// chat, the value so far, and at the end the value.
///
/// ```no_run
/// # #[derive(serde::Deserialize, schemars::JsonSchema)]
/// # struct City { name: String }
/// # async fn run(chat: azure_openai::Deployment) -> Result<(), Box<dyn std::error::Error>> {
/// let mut stream = chat.chat("Which is the capital of Norway?").parse::<City>().stream().await?;
/// while let Some(event) = stream.next().await {
///     if event?.text().is_some()
///         && let Some(so_far) = stream.partial()
///     {
///         println!("{so_far}"); // {"name":"Os"}
///     }
/// }
/// println!("{}", stream.finish().await?.value.name);
/// # Ok(())
/// # }
/// ```
pub struct ParsedStream<T> {
    stream: Response<ChatStream>,
    text: String,
    failed: bool,
    type_: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> ParsedStream<T> {
    pub(super) fn new(stream: Response<ChatStream>) -> Self {
        Self {
            stream,
            text: String::new(),
            failed: false,
            type_: PhantomData,
        }
    }

    /// Returns status, headers, request id and rate limits.
    pub fn head(&self) -> &ResponseHead {
        self.stream.head()
    }

    /// Returns the next event; `None` at the end of the response, and after an error.
    ///
    /// # Errors
    /// Those of [`ResponseStream`](crate::ResponseStream).
    pub async fn next(&mut self) -> Option<Result<ChatEvent, Error>> {
        StreamExt::next(self).await
    }

    /// Returns the value so far: the text up to here as JSON, with what is open closed. Strings grow, the rest comes
    /// when it is whole. `None` before there is a value, and where the text is not JSON.
    ///
    /// It reads the text from its start: with each event, a long response is read many times.
    pub fn partial(&self) -> Option<Value> {
        partial::value(&self.text)
    }

    /// Returns the response so far.
    pub fn partial_response(&self) -> CreateChatCompletionResponse {
        self.stream.partial()
    }

    /// Reads to the end and decodes the value.
    ///
    /// # Errors
    /// [`StructuredError`], with the response as far as it came.
    pub async fn finish(mut self) -> Result<Parsed<T>, StructuredError> {
        let mut failure = self
            .failed
            .then(|| Error::decode("stream has failed before: its error was returned by `next`"));
        while let Some(event) = self.next().await {
            failure = event.err();
        }
        let response = self.stream.map_value(|stream| stream.partial());
        match failure {
            None => Parsed::of(response),
            Some(source) => Err(StructuredError::Interrupted {
                source,
                response: Box::new(response),
            }),
        }
    }
}

impl<T> Stream for ParsedStream<T> {
    type Item = Result<ChatEvent, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let event = ready!(Pin::new(&mut *self.stream).poll_next(cx));
        match &event {
            Some(Ok(ChatEvent::Text { choice: 0, text })) => self.text.push_str(text),
            Some(Err(_)) => self.failed = true,
            _ => {}
        }
        Poll::Ready(event)
    }
}

impl<T> fmt::Debug for ParsedStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ParsedStream")
            .field("stream", &self.stream)
            .field("failed", &self.failed)
            .finish_non_exhaustive()
    }
}
