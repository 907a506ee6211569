//! Response bodies: slowed, broken, rewritten, cut short.

use std::collections::VecDeque;
use std::io::{self, Write as _};
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, BodyDataStream, HttpBody};
use axum::response::Response;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::{StreamExt, stream};
use http::{HeaderValue, header};

use super::connection::Connection;
use super::events::{self, Splitter};
use super::fault::Fault;
use super::kinds::{Cut, Garble, Label, Place};
use super::rewrite::Rewriter;
use crate::clock::Clock;

/// Between two comments that keep a stream alive.
const BETWEEN_COMMENTS: Duration = Duration::from_millis(100);

/// Applies the fault to the content type and the body of a response.
pub(super) fn reshape(
    response: Response,
    fault: &Arc<Fault>,
    clock: &Clock,
    connection: Option<Connection>,
) -> Response {
    let (mut parts, body) = response.into_parts();
    let event_stream = parts
        .headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
    let label = fault.label.filter(|_| event_stream).map(|label| match label {
        Label::Json => "application/json",
        Label::None => "none",
    });
    match label.or(fault.content_type.as_deref()) {
        None => {}
        Some("none") => drop(parts.headers.remove(header::CONTENT_TYPE)),
        Some(kind) => {
            // Checked when the fault was put to use.
            if let Ok(kind) = HeaderValue::from_str(kind) {
                parts.headers.insert(header::CONTENT_TYPE, kind);
            }
        }
    }
    let gzip = fault.gzip && body.size_hint().exact() != Some(0);
    if gzip {
        let encoding = HeaderValue::from_static("gzip");
        parts.headers.insert(header::CONTENT_ENCODING, encoding);
    }
    if !fault.touches_body() {
        return Response::from_parts(parts, body);
    }
    let declared = parts.headers.remove(header::CONTENT_LENGTH);
    let declared = declared.and_then(|length| length.to_str().ok()?.parse().ok());
    let length = body.size_hint().exact().or(declared);
    // A body that keeps its length keeps the header. hyper writes no body at all if the length is 0.
    if let Some(length) = length.filter(|length| *length == 0 || fault.keeps_length()) {
        parts.headers.insert(header::CONTENT_LENGTH, length.into());
    }
    let reshaper = Reshaper {
        source: body.into_data_stream(),
        clock: clock.clone(),
        connection,
        splitter: event_stream.then(Splitter::default),
        limit: fault.limit(event_stream, length),
        fault: Arc::clone(fault),
        keep_alive: None,
        rewriter: Rewriter::default(),
        gzip: gzip.then(|| GzEncoder::new(Vec::new(), Compression::default())),
        index: 0,
        taken: 0,
        started: false,
        out: VecDeque::new(),
        ending: None,
    };
    let chunks = stream::unfold(reshaper, |mut reshaper| async move {
        let chunk = reshaper.next().await?;
        Some((chunk, reshaper))
    });
    Response::from_parts(parts, Body::from_stream(chunks))
}

impl Fault {
    fn touches_body(&self) -> bool {
        self.cut().is_some()
            || self.garble.is_some()
            || self.error_event.is_some()
            || self.chop.is_some()
            || !self.event_shapes.is_empty()
            || !self.first_byte.is_zero()
            || !self.pace.is_zero()
            || !self.keep_alive.is_zero()
            || self.gzip
            || self.rewrites()
    }

    fn keeps_length(&self) -> bool {
        let same_length = self.garble.is_none() && !self.gzip && !self.rewrites();
        same_length && self.end.is_none()
    }

    fn rewrites(&self) -> bool {
        self.parts_content || !self.tool_chunks.is_empty()
    }

    /// After how many bytes the body is cut, as far as that is known beforehand.
    fn limit(&self, event_stream: bool, length: Option<u64>) -> Limit {
        match self.cut() {
            Some((_, Place::BodyAt(bytes))) => Limit::Bytes(bytes),
            None | Some((_, Place::Headers)) => Limit::None,
            // Bodies without events can't be cut at one.
            Some((_, place)) if place != Place::Body && event_stream => Limit::None,
            _ => length.map_or(Limit::HalfAChunk, |length| Limit::Bytes(length / 2)),
        }
    }
}

/// After which bytes a body is cut.
#[derive(Clone, Copy, Debug)]
enum Limit {
    None,
    Bytes(u64),
    HalfAChunk,
}

struct Reshaper {
    source: BodyDataStream,
    fault: Arc<Fault>,
    clock: Clock,
    connection: Option<Connection>,
    /// For event streams.
    splitter: Option<Splitter>,
    limit: Limit,
    /// When the next comment is due, and when they end.
    keep_alive: Option<(Duration, Duration)>,
    rewriter: Rewriter,
    gzip: Option<GzEncoder<Vec<u8>>>,
    /// Events taken so far.
    index: u64,
    /// Bytes put out so far.
    taken: u64,
    /// Whether a chunk was returned.
    started: bool,
    out: VecDeque<Bytes>,
    /// How it ends once all that is put out is given away.
    ending: Option<Cut>,
}

impl Reshaper {
    async fn next(&mut self) -> Option<io::Result<Bytes>> {
        loop {
            if let Some(chunk) = self.out.pop_front() {
                self.wait().await;
                return Some(Ok(chunk));
            }
            match (self.ending, &self.connection) {
                (None, _) => {}
                (Some(Cut::Reset), Some(connection)) => connection.reset().await,
                (Some(Cut::Close), Some(connection)) => connection.close().await,
                (Some(_), _) => {
                    // The end of the compressed body, where it ends as if it were complete.
                    let end = self.gzip.take().and_then(|gzip| gzip.finish().ok());
                    return end.map(|end| Ok(end.into()));
                }
            }
            if self.splitter.is_some() && self.index == 0 && !self.fault.keep_alive.is_zero() && self.comment().await {
                continue;
            }
            match self.source.next().await {
                Some(Ok(chunk)) => self.take(chunk),
                Some(Err(error)) => return Some(Err(io::Error::other(error))),
                None => {
                    if let Some(rest) = self.splitter.as_mut().and_then(Splitter::rest) {
                        self.put(rest);
                    }
                    self.ending.get_or_insert(Cut::End);
                }
            }
        }
    }

    /// Puts out a comment when the next one is due. Returns whether the time for comments goes on.
    async fn comment(&mut self) -> bool {
        let now = self.clock.now();
        let (due, end) = *self
            .keep_alive
            .get_or_insert((now, now.saturating_add(self.fault.keep_alive)));
        if due >= end {
            return false;
        }
        let next = due.saturating_add(BETWEEN_COMMENTS).min(end);
        self.clock.sleep_until(next).await;
        self.keep_alive = Some((next, end));
        self.put(Bytes::from_static(b": keep-alive\n\n"));
        next < end
    }

    /// Waits before a chunk is returned.
    async fn wait(&mut self) {
        let pause = match std::mem::replace(&mut self.started, true) {
            false => self.fault.first_byte,
            true => self.fault.pace,
        };
        if pause > Duration::ZERO {
            self.clock.sleep(pause).await;
        }
        if self.fault.chop.is_some() {
            // Lets the chunk before be sent by itself.
            tokio::task::yield_now().await;
        }
    }

    fn take(&mut self, chunk: Bytes) {
        match &mut self.splitter {
            Some(splitter) => {
                splitter.push(&chunk);
                while let Some(event) = self.splitter.as_mut().and_then(Splitter::next) {
                    self.take_event(event);
                    if self.ending.is_some() {
                        return;
                    }
                }
            }
            None => {
                let garbled = match self.fault.garble {
                    Some(garble) if self.taken == 0 => garble.apply(&chunk),
                    _ if self.fault.parts_content && self.taken == 0 => self.rewriter.whole(chunk),
                    _ => chunk,
                };
                self.put(garbled);
            }
        }
    }

    fn take_event(&mut self, event: Bytes) {
        let index = self.index;
        self.index += 1;
        if self.fault.error_event == Some(index) {
            let error = "data: {\"error\":{\"message\":\"The server had an error processing your request.\",\
                \"type\":\"server_error\",\"param\":null,\"code\":\"InternalServerError\"}}\n\n";
            self.put_event(Bytes::from_static(error.as_bytes()));
            self.ending = Some(Cut::End);
            return;
        }
        let cut = self.fault.cut().filter(|(_, place)| match place {
            Place::Event(after) | Place::Events(after) => *after == index,
            Place::Finish => events::finishes(&event),
            Place::Done => events::is_done(&event),
            _ => false,
        });
        if let Some((cut, place)) = cut {
            if matches!(place, Place::Event(_)) {
                let half = event.len() / 2;
                self.put_event(event.slice(..half));
            }
            self.ending = Some(cut);
            return;
        }
        let event = match self.fault.garble {
            Some(garble @ (Garble::Json(after) | Garble::Utf8(after))) if after == index => garble.apply(&event),
            _ => event,
        };
        self.put_event(event);
    }

    fn put_event(&mut self, event: Bytes) {
        let event = match self.fault.rewrites() {
            true => self.rewriter.event(event, &self.fault),
            false => event,
        };
        self.put(events::reshape(event, &self.fault.event_shapes));
    }

    /// Puts out bytes, chopped, up to the limit.
    fn put(&mut self, mut chunk: Bytes) {
        let room = match self.limit {
            Limit::None => u64::MAX,
            Limit::Bytes(limit) => limit.saturating_sub(self.taken),
            Limit::HalfAChunk => chunk.len() as u64 / 2,
        };
        if (chunk.len() as u64) > room {
            // It fits: it is less than the chunk's length.
            chunk.truncate(usize::try_from(room).unwrap_or(usize::MAX));
            self.ending = self.fault.cut().map(|(cut, _)| cut);
        }
        self.taken += chunk.len() as u64;
        if let Some(gzip) = &mut self.gzip {
            // Writing to memory does not fail.
            let _ = gzip.write_all(&chunk).and_then(|()| gzip.flush());
            chunk = std::mem::take(gzip.get_mut()).into();
        }
        let size = self.fault.chop.unwrap_or(usize::MAX);
        while !chunk.is_empty() {
            let size = size.min(chunk.len());
            self.out.push_back(chunk.split_to(size));
        }
    }
}
