//! Answers as they are written.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use azure_openai_core::{Error, EventStream};
use futures_core::Stream;

use azure_openai_inference::{ChatCollector, Collector, CompletionCollector};

/// A chat completion as it is written: a stream of [`ChatEvent`](crate::inference::ChatEvent)s.
pub type ChatStream = ResponseStream<ChatCollector>;

/// A text completion as it is written: a stream of [`CompletionEvent`](crate::inference::CompletionEvent)s.
pub type CompletionStream = ResponseStream<CompletionCollector>;

/// An answer as it is written: a [`Stream`] of typed events, and at its end the whole answer.
///
/// It ends with `None` where the answer is whole. Otherwise its last item is an error, whose kind tells more:
/// - [`Truncated`](crate::ErrorKind::Truncated): the answer stopped before its end;
/// - [`Stream`](crate::ErrorKind::Stream): the service reported an error, whose code and message are in it;
/// - [`Timeout`](crate::ErrorKind::Timeout): nothing came for longer than the idle timeout;
/// - [`Body`](crate::ErrorKind::Body), [`Decode`](crate::ErrorKind::Decode), [`TooLarge`](crate::ErrorKind::TooLarge):
///   the connection broke, or what came is no event.
///
/// What had come until then is [`partial`](Self::partial). Bytes are read from the connection only as events are asked for,
/// so a slow reader slows the service down and nothing piles up. Dropping the stream closes the connection, which ends
/// the call; nothing is ever sent again for it.
///
/// ```no_run
/// use azure_openai::chat::{ChatEvent, user};
///
/// # async fn run(chat: azure_openai::Deployment) -> Result<(), azure_openai::Error> {
/// let mut stream = chat.chat([user("Tell me a story.")]).stream().await?;
/// while let Some(event) = stream.next().await {
///     match event? {
///         ChatEvent::Text { text, .. } => print!("{text}"),
///         ChatEvent::Finish { reason, .. } => println!("\n({reason})"),
///         _ => {}
///     }
/// }
/// println!("{} characters", stream.partial().text().len());
/// # Ok(())
/// # }
/// ```
pub struct ResponseStream<C: Collector> {
    chunks: EventStream<C::Piece>,
    collector: C,
    ready: VecDeque<C::Event>,
    ended: bool,
}

impl<C: Collector> ResponseStream<C> {
    /// The events of a stream of chunks that has not been read from.
    pub fn new(chunks: EventStream<C::Chunk>) -> Self {
        Self {
            chunks: chunks.decode_as(),
            collector: C::default(),
            ready: VecDeque::new(),
            ended: false,
        }
    }

    /// The next event; `None` at the end of the answer, and after an error.
    ///
    /// # Errors
    /// Those listed at the type.
    pub async fn next(&mut self) -> Option<Result<C::Event, Error>> {
        poll_fn(|cx| self.poll_event(cx)).await
    }

    /// The answer as far as it has come, in the type that the unstreamed call has: whole at the end of the stream, and
    /// what there is of it after an error.
    pub fn partial(&self) -> C::Response {
        self.collector.answer()
    }

    /// Reads on to the end and gives the whole answer, in the type that the unstreamed call has. Events that were read
    /// before are in it too.
    ///
    /// # Errors
    /// Those listed at the type; what had come until then is [`partial`](Self::partial).
    pub async fn collect_response(&mut self) -> Result<C::Response, Error> {
        while let Some(event) = self.next().await {
            event?;
        }
        Ok(self.partial())
    }

    /// The chunks as they come, in place of events. A [`Collector`] makes the answer of them.
    pub fn into_chunks(self) -> EventStream<C::Chunk> {
        self.chunks.decode_as()
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
