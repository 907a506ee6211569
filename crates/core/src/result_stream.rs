//! Streams of results.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use crate::error::Error;

/// A [`Stream`] of results, which sends requests only while it is read.
#[must_use = "nothing is requested until the stream is read"]
pub struct ResultStream<T, E = Error>(Pin<Box<dyn Stream<Item = Result<T, E>> + Send>>);

impl<T, E> ResultStream<T, E> {
    /// Wraps a stream.
    pub fn new(stream: impl Stream<Item = Result<T, E>> + Send + 'static) -> Self {
        Self(Box::pin(stream))
    }

    /// The next result; `None` after the end.
    ///
    /// # Errors
    /// Those that the function names that returned the stream.
    pub async fn next(&mut self) -> Option<Result<T, E>> {
        poll_fn(|cx| self.0.as_mut().poll_next(cx)).await
    }
}

impl<T, E> Stream for ResultStream<T, E> {
    type Item = Result<T, E>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(cx)
    }
}

impl<T, E> fmt::Debug for ResultStream<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResultStream").finish_non_exhaustive()
    }
}
