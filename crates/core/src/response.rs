//! The value of a response together with its head.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures_core::Stream;

use crate::error::Error;
use crate::head::ResponseHead;

/// The value of a response, usable as the value itself; status and headers are in its [`head`](Self::head).
///
/// Around a stream it is a [`Stream`] itself.
pub struct Response<T> {
    value: T,
    head: Arc<ResponseHead>,
}

impl<T> Response<T> {
    pub(crate) fn new(value: T, head: Arc<ResponseHead>) -> Self {
        Self { value, head }
    }

    /// Status, headers, request id, rate limits.
    pub fn head(&self) -> &ResponseHead {
        &self.head
    }

    pub(crate) fn shared_head(&self) -> &Arc<ResponseHead> {
        &self.head
    }

    /// The value.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The value, without status and headers.
    pub fn into_value(self) -> T {
        self.value
    }

    /// The same response with another value.
    pub fn map_value<U>(self, change: impl FnOnce(T) -> U) -> Response<U> {
        Response {
            value: change(self.value),
            head: self.head,
        }
    }

    /// The same response with another value, or an error with the status, headers and request id of this response.
    ///
    /// # Errors
    /// Returns the error of `change`.
    pub fn try_map_value<U>(self, change: impl FnOnce(T) -> Result<U, Error>) -> Result<Response<U>, Error> {
        match change(self.value) {
            Ok(value) => Ok(Response { value, head: self.head }),
            Err(error) => Err(error.with_head(&self.head)),
        }
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<S: Stream + Unpin> Stream for Response<S> {
    type Item = S::Item;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<S::Item>> {
        Pin::new(&mut self.value).poll_next(cx)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.value.size_hint()
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.head.status)
            .field("request_id", &self.head.request_id())
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}
