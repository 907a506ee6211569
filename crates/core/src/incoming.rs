//! A response whose head has come and whose body is still on its way.

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_core::future::BoxFuture;
use http::header::CONTENT_ENCODING;
use tokio::time::{Instant, Sleep};

use crate::compression::Decompressor;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind, FailedResponse};
use crate::head::{ResponseHead, ResponseHeaders};
use crate::secrets::Secrets;
use crate::telemetry::{ResponseAttributes, ResponseSpan};

/// A body's announced length is taken as a hint up to this; past it the buffer grows with what comes.
const LARGEST_GUESS: u64 = 16 * 1024 * 1024;

/// How many times the size limit a response may cost decoded; real responses cost some 10 times as much.
const COST: usize = 16;
/// A cost that is always allowed, whatever the size limit.
const CHEAP: usize = 64 * 1024 * 1024;
/// The memory of a JSON value in an array or object of any type, and of a small array or object itself. Typed values cost
/// less.
const ELEMENT: usize = 144;
const CONTAINER: usize = 304;

/// How long and how much of a response is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReadLimits {
    /// When a response that is read whole has to be there.
    pub(crate) deadline: Option<Instant>,
    /// The longest pause between two reads.
    pub(crate) idle: Duration,
    /// The longest pause between two events of a stream.
    pub(crate) event: Duration,
    /// The size of a response that is read whole, or of an event.
    pub(crate) bytes: usize,
}

impl ReadLimits {
    pub(crate) fn none() -> Self {
        Self {
            deadline: None,
            idle: Duration::MAX,
            event: Duration::MAX,
            bytes: usize::MAX,
        }
    }
}

/// Head and body of a response.
pub struct Incoming {
    head: Arc<ResponseHead>,
    response: reqwest::Response,
    /// Set where the body is compressed.
    decompressor: Option<Box<Decompressor>>,
    limits: ReadLimits,
    /// Made at the first wait. It is set anew where it ends before the wait does, not at each wait.
    timer: Option<Pin<Box<Sleep>>>,
    /// Until when the next bytes have to come, while they are waited for.
    data_deadline: Option<Instant>,
    /// Whether this is a stream of events, and until when the next one has to come.
    awaits_events: bool,
    event_deadline: Option<Instant>,
    /// The whole body, where it was read ahead.
    whole: Option<Bytes>,
    /// Whether the deadline holds for the body too.
    bounded: bool,
    /// The request's span, which lasts as long as this.
    pub(crate) telemetry: ResponseSpan,
}

impl Incoming {
    pub(crate) fn new(
        operation: &'static str,
        mut response: reqwest::Response,
        secrets: Secrets,
        endpoint: Option<Endpoint>,
        attempt: u32,
    ) -> Self {
        let headers = ResponseHeaders::new(std::mem::take(response.headers_mut()), secrets);
        let is_compressed = headers.has(CONTENT_ENCODING);
        Self {
            decompressor: is_compressed
                .then(|| Decompressor::new(headers.all()))
                .flatten()
                .map(Box::new),
            head: Arc::new(ResponseHead {
                operation,
                status: response.status(),
                headers,
                endpoint,
                attempt,
            }),
            response,
            limits: ReadLimits::none(),
            timer: None,
            data_deadline: None,
            awaits_events: false,
            event_deadline: None,
            whole: None,
            bounded: false,
            telemetry: ResponseSpan::none(),
        }
    }

    pub(crate) fn with_limits(mut self, limits: &ReadLimits) -> Self {
        self.limits = *limits;
        self
    }

    pub(crate) fn head(&self) -> &Arc<ResponseHead> {
        &self.head
    }

    /// The size of a response that is read whole, or of an event.
    pub(crate) fn byte_limit(&self) -> usize {
        self.limits.bytes
    }

    pub(crate) fn secret(&self) -> &Secrets {
        &self.head.headers.secrets
    }

    /// Records in the request's span what a response that was read whole says of itself.
    pub(crate) fn observe(&mut self, json: &str) {
        self.telemetry.read(json);
    }

    /// Where a chunk of a stream is recorded, if anybody listens.
    pub(crate) fn describe_chunk(&mut self) -> Option<&mut ResponseAttributes> {
        self.telemetry.chunk()
    }

    /// How long the body is, where that is known.
    pub(crate) fn content_length(&self) -> Option<u64> {
        match self.decompressor {
            None => self.response.content_length(),
            Some(_) => None,
        }
    }

    /// The next bytes of the body, decompressed.
    fn poll_frame(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        loop {
            if let Some(decompressor) = &mut self.decompressor
                && let Some(data) = decompressor.next().transpose()
            {
                return Poll::Ready(Some(data.map_err(|error| self.undecodable(error))));
            }
            // The future holds nothing of its own, so nothing is lost with it.
            let chunk = ready!(pin!(self.response.chunk()).poll(cx));
            let data = match chunk {
                Ok(None) => {
                    let decompressor = self.decompressor.as_deref_mut();
                    let rest = decompressor.map_or(Ok(None), Decompressor::finish);
                    return Poll::Ready(rest.map_err(|error| self.undecodable(error)).transpose());
                }
                Ok(Some(data)) => data,
                Err(error) => return Poll::Ready(Some(Err(self.broken(error)))),
            };
            if data.is_empty() {
                continue;
            }
            match &mut self.decompressor {
                Some(decompressor) => decompressor.push(data),
                None => return Poll::Ready(Some(Ok(data))),
            }
        }
    }

    fn undecodable(&self, error: std::io::Error) -> Error {
        let (kind, text) = match error.kind() {
            std::io::ErrorKind::UnexpectedEof => (ErrorKind::Body, "the compressed response body ended early"),
            _ => (ErrorKind::Decode, "cannot decompress the response body"),
        };
        Error::new(kind, text).with_head(&self.head).with_source(error)
    }

    fn broken(&self, error: reqwest::Error) -> Error {
        let error = error.without_url();
        let (kind, text) = if error.is_timeout() {
            (
                ErrorKind::Timeout,
                "the HTTP client's own time limit passed while the response was read",
            )
        } else {
            (ErrorKind::Body, "the connection broke while the response was read")
        };
        Error::new(kind, text).with_source(error).with_head(&self.head)
    }

    /// The next bytes of the body, which must come within the idle timeout; where the body is read whole, before the
    /// deadline too.
    pub(crate) fn poll_data(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        if let Poll::Ready(data) = self.poll_frame(cx) {
            self.data_deadline = None;
            return Poll::Ready(data);
        }
        let bound = self.limits.deadline.filter(|_| self.bounded);
        if self.data_deadline.is_none() {
            let now = Instant::now();
            if self.awaits_events && self.event_deadline.is_none() {
                self.event_deadline = now.checked_add(self.limits.event);
            }
            let idle = now.checked_add(self.limits.idle);
            self.data_deadline = idle.into_iter().chain(bound).chain(self.event_deadline).min();
        }
        let Some(deadline) = self.data_deadline else {
            return Poll::Pending;
        };
        let timer = self
            .timer
            .get_or_insert_with(|| Box::pin(tokio::time::sleep_until(deadline)));
        if timer.deadline() > deadline {
            timer.as_mut().reset(deadline);
        }
        ready!(timer.as_mut().poll(cx));
        if timer.deadline() < deadline {
            timer.as_mut().reset(deadline);
            ready!(timer.as_mut().poll(cx));
        }
        let now = Instant::now();
        let text = if bound.is_some_and(|bound| bound <= now) {
            "timed out reading the response body".to_owned()
        } else if self.event_deadline.is_some_and(|event| event <= now) {
            format!("timed out: no event came for {:?}", self.limits.event)
        } else {
            format!(
                "timed out: no bytes of the response body came for {:?}",
                self.limits.idle
            )
        };
        Poll::Ready(Some(Err(Error::new(ErrorKind::Timeout, text).with_head(&self.head))))
    }

    /// Bounds the time without an event, whatever bytes come, until [`event_came`](Self::event_came) is called.
    pub(crate) fn await_events(&mut self) {
        self.awaits_events = true;
    }

    /// The time without an event starts again with the next wait.
    pub(crate) fn event_came(&mut self) {
        self.event_deadline = None;
        self.data_deadline = None;
    }

    /// Whether the body ends right here, without waiting for it. A body read to its end lets the connection be used again.
    pub(crate) fn poll_end(&mut self, cx: &mut Context<'_>) {
        // At most some bytes follow the end of a stream; more are not worth reading.
        for _ in 0..4 {
            if !matches!(self.poll_frame(cx), Poll::Ready(Some(Ok(_)))) {
                return;
            }
        }
    }

    /// The body, where it was [read ahead](Self::prefetch).
    pub(crate) fn peek(&self) -> &[u8] {
        self.whole.as_deref().unwrap_or_default()
    }

    /// Reads the whole body now, so that a failure belongs to the attempt.
    pub(crate) async fn prefetch(&mut self) -> Result<(), Error> {
        if self.whole.is_none() {
            self.whole = Some(self.collect().await?);
        }
        Ok(())
    }

    /// The whole body, within the request's deadline, idle timeout and size limit.
    pub(crate) async fn read_whole(&mut self) -> Result<Bytes, Error> {
        if let Some(whole) = self.whole.take() {
            return Ok(whole);
        }
        self.collect_boxed().await
    }

    /// As a trait object, since the code of a future is compiled in each crate that awaits it.
    fn collect_boxed(&mut self) -> BoxFuture<'_, Result<Bytes, Error>> {
        Box::pin(self.collect())
    }

    async fn collect(&mut self) -> Result<Bytes, Error> {
        self.bounded = true;
        let length = self.response.content_length().unwrap_or(0);
        if length > self.limits.bytes as u64 {
            return Err(self.too_large());
        }
        let Some(first) = self.next_data().await.transpose()? else {
            return Ok(Bytes::new());
        };
        let mut buffer: Option<BytesMut> = None;
        while let Some(next) = self.next_data().await.transpose()? {
            let buffer = buffer.get_or_insert_with(|| {
                let mut buffer = BytesMut::with_capacity(length.min(LARGEST_GUESS) as usize);
                buffer.extend_from_slice(&first);
                buffer
            });
            if buffer.len() + next.len() > self.limits.bytes {
                return Err(self.too_large());
            }
            buffer.extend_from_slice(&next);
        }
        // Most responses come in one chunk and need no copy.
        let whole = buffer.map_or(first, BytesMut::freeze);
        if whole.len() > self.limits.bytes {
            return Err(self.too_large());
        }
        self.check_cost(&whole)?;
        Ok(whole)
    }

    /// Refuses a response that would cost far more memory decoded than as it came, such as millions of small arrays.
    pub(crate) fn check_cost(&self, body: &[u8]) -> Result<(), Error> {
        let allowed = self.limits.bytes.saturating_mul(COST).max(CHEAP);
        // `[],` costs the most for its length.
        if body.len().saturating_mul(CONTAINER + ELEMENT) / 3 <= allowed {
            return Ok(());
        }
        let count = |byte| memchr::memchr_iter(byte, body).count();
        let cost = (count(b'[') + count(b'{')).saturating_mul(CONTAINER) + count(b',').saturating_mul(ELEMENT);
        if cost <= allowed {
            return Ok(());
        }
        let text =
            format!("decoding the response would take some {cost} bytes of memory: the limit is {allowed} bytes");
        Err(Error::new(ErrorKind::TooLarge, text).with_head(&self.head))
    }

    pub(crate) fn too_large(&self) -> Error {
        let text = format!("response is larger than the limit of {} bytes", self.limits.bytes);
        Error::new(ErrorKind::TooLarge, text).with_head(&self.head)
    }

    async fn next_data(&mut self) -> Option<Result<Bytes, Error>> {
        std::future::poll_fn(|cx| self.poll_data(cx)).await
    }

    async fn next_frame(&mut self) -> Option<Result<Bytes, Error>> {
        std::future::poll_fn(|cx| self.poll_frame(cx)).await
    }

    /// At most `limit` bytes of the body, as far as they come in `time`; and whether that is all of it.
    pub(crate) async fn read_start(&mut self, limit: usize, time: Duration) -> (Vec<u8>, bool) {
        let mut start = Vec::new();
        let read = async {
            while start.len() < limit {
                match self.next_frame().await {
                    Some(Ok(data)) => start.extend_from_slice(&data),
                    Some(Err(_)) => return false,
                    None => return true,
                }
            }
            false
        };
        let mut whole = tokio::time::timeout(time, read).await.unwrap_or(false);
        if start.len() > limit {
            start.truncate(limit);
            whole = false;
        }
        (start, whole)
    }

    /// An error about an operation that failed, with the service's error object if the body has one.
    pub(crate) fn job_error(&self, text: impl Into<std::borrow::Cow<'static, str>>) -> Error {
        Error::new(ErrorKind::Job, text).with_response(FailedResponse::from_error_body(
            &self.head,
            self.peek(),
            true,
            Some(self.secret()),
        ))
    }

    /// An error about the body, with what was read of it.
    pub(crate) fn decode_error(&self, text: impl Into<std::borrow::Cow<'static, str>>, body: &[u8]) -> Error {
        Error::new(ErrorKind::Decode, text).with_response(FailedResponse::from_decoded_body(
            &self.head,
            body,
            Some(self.secret()),
        ))
    }
}
