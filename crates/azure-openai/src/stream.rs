//! Responses as they are written.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use azure_openai_core::{Error, EventStream};
use azure_openai_inference::{ChatCollector, ChatCompletionStreamOptions, Collector};
use futures_core::Stream;
use futures_util::StreamExt;

/// A chat completion as it is written: a stream of [`ChatEvent`](crate::inference::ChatEvent)s.
pub type ChatStream = ResponseStream<ChatCollector>;

/// Whether a request asks for the token usage at the end of the stream.
pub(crate) fn asks_for_usage(options: Option<&ChatCompletionStreamOptions>) -> bool {
    options.and_then(|options| options.include_usage) == Some(true)
}

/// A response as it is written: a [`Stream`] of typed events, and at its end the whole response.
///
/// It ends with `None` where the response is whole. Otherwise its last item is an error, of one of these kinds:
/// - [`Truncated`](crate::ErrorKind::Truncated): the stream ended before the response was whole;
/// - [`Stream`](crate::ErrorKind::Stream): the service sent an error, with code and message;
/// - [`Timeout`](crate::ErrorKind::Timeout): nothing came for longer than the idle timeout;
/// - [`Body`](crate::ErrorKind::Body), [`Decode`](crate::ErrorKind::Decode), [`TooLarge`](crate::ErrorKind::TooLarge):
///   the connection broke, or an event is invalid.
///
/// [`is_truncated`](Error::is_truncated) is true of every stream that broke, whatever the kind. A server that does
/// not stream gives a stream of its one response.
///
/// What came before the error is [`partial`](Self::partial). Bytes are read from the connection only as events are
/// read, so a slow reader slows the service down and memory stays flat. Dropping the stream closes the connection,
/// which ends the request; a stream that has begun is never retried.
///
/// ```no_run
/// use std::io::Write;
/// use azure_openai::chat::ChatEvent;
///
/// # async fn run(chat: azure_openai::Deployment) -> Result<(), Box<dyn std::error::Error>> {
/// let mut stream = chat.chat("Write a story.").stream().await?;
/// while let Some(event) = stream.next().await {
///     match event? {
///         ChatEvent::Text { text, .. } => {
///             print!("{text}");
///             std::io::stdout().flush()?;
///         }
///         ChatEvent::Finish { reason, .. } => println!("\n({reason})"),
///         _ => {}
///     }
/// }
/// println!("{} characters", stream.partial().text().len());
/// # Ok(())
/// # }
/// ```
pub struct ResponseStream<C: Collector> {
    chunks: EventStream<C::Chunk>,
    collector: C,
    ready: VecDeque<C::Event>,
    ended: bool,
}

impl<C: Collector> ResponseStream<C> {
    /// Creates a stream of events from a stream of chunks that has not been read from.
    pub fn new(chunks: EventStream<C::Chunk>) -> Self {
        Self {
            chunks,
            collector: C::default(),
            ready: VecDeque::new(),
            ended: false,
        }
    }

    /// Returns the next event; `None` at the end of the response, and after an error.
    ///
    /// # Errors
    /// Those listed at the type.
    pub async fn next(&mut self) -> Option<Result<C::Event, Error>> {
        StreamExt::next(self).await
    }

    /// Returns the response so far, in the type of a response that is not streamed: whole at the end of the stream, and
    /// what came of it after an error.
    pub fn partial(&self) -> C::Response {
        self.collector.response()
    }

    /// Reads to the end and returns the whole response, in the type of a response that is not streamed. Events that
    /// were read before are in it too.
    ///
    /// # Errors
    /// Those listed at the type; what came before is [`partial`](Self::partial).
    pub async fn collect_response(&mut self) -> Result<C::Response, Error> {
        while let Some(event) = self.next().await {
            event?;
        }
        Ok(self.partial())
    }

    /// Returns the chunks in place of events. A [`Collector`] collects them into the response.
    pub fn into_chunks(self) -> EventStream<C::Chunk> {
        self.chunks
    }

    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<C::Event, Error>>> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Poll::Ready(Some(Ok(event)));
            }
            if self.ended {
                return Poll::Ready(None);
            }
            let ready = &mut self.ready;
            match ready!(Pin::new(&mut self.chunks).poll_next(cx)) {
                Some(Ok(chunk)) => self.collector.push_with(chunk, |event| ready.push_back(event)),
                Some(Err(error)) => {
                    self.ended = true;
                    return Poll::Ready(Some(Err(error)));
                }
                None => {
                    self.ended = true;
                    self.collector.finish_with(|event| ready.push_back(event));
                }
            }
        }
    }
}

impl<C: Collector> Stream for ResponseStream<C> {
    type Item = Result<C::Event, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_event(cx)
    }
}

impl<C: Collector> fmt::Debug for ResponseStream<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseStream")
            .field("chunks", &self.chunks)
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}
