//! Response bodies: slowed, broken, rewritten, cut short.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, BodyDataStream, HttpBody};
use axum::response::Response;
use bytes::{Bytes, BytesMut};
use futures_util::{StreamExt, stream};
use http::{HeaderValue, header};

use super::connection::Connection;
use super::events::{self, Splitter};
use super::fault::Fault;
use super::kinds::{Cut, Garble, Place};
use crate::clock::Clock;

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
    match &fault.content_type {
        None => {}
        Some(None) => drop(parts.headers.remove(header::CONTENT_TYPE)),
        Some(Some(kind)) => {
            // Checked when the fault was put to use.
            if let Ok(kind) = HeaderValue::from_str(kind) {
                parts.headers.insert(header::CONTENT_TYPE, kind);
            }
        }
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
        index: 0,
        taken: 0,
        started: false,
        out: VecDeque::new(),
        ending: None,
    };
    let pieces = stream::unfold(reshaper, |mut reshaper| async move {
        let piece = reshaper.next().await?;
        Some((piece, reshaper))
    });
    Response::from_parts(parts, Body::from_stream(pieces))
}

impl Fault {
    fn touches_body(&self) -> bool {
        self.cut.is_some()
            || self.garble.is_some()
            || self.error_event.is_some()
            || self.chop.is_some()
            || !self.event_shapes.is_empty()
            || !self.first_byte.is_zero()
            || !self.pace.is_zero()
    }

    fn keeps_length(&self) -> bool {
        self.garble.is_none() && !matches!(self.cut, Some((Cut::End, _)))
    }

    /// After how many bytes the body is cut, as far as that is known beforehand.
    fn limit(&self, event_stream: bool, length: Option<u64>) -> Limit {
        match self.cut {
            Some((_, Place::BodyAt(bytes))) => Limit::Bytes(bytes),
            Some((_, Place::Body)) => length.map_or(Limit::HalfAPiece, |length| Limit::Bytes(length / 2)),
            // Other bodies have no events to be cut at.
            Some((_, Place::Event(_) | Place::Events(_) | Place::Finish | Place::Done)) if !event_stream => {
                length.map_or(Limit::HalfAPiece, |length| Limit::Bytes(length / 2))
            }
            _ => Limit::None,
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum Limit {
    None,
    Bytes(u64),
    HalfAPiece,
}

struct Reshaper {
    source: BodyDataStream,
    fault: Arc<Fault>,
    clock: Clock,
    connection: Option<Connection>,
    /// For event streams.
    splitter: Option<Splitter>,
    limit: Limit,
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
            if let Some(piece) = self.out.pop_front() {
                self.wait().await;
                return Some(Ok(piece));
            }
            match (self.ending, &self.connection) {
                (None, _) => {}
                (Some(Cut::Reset), Some(connection)) => connection.reset().await,
                (Some(Cut::Close), Some(connection)) => connection.close().await,
                (Some(_), _) => return None,
            }
            match self.source.next().await {
                Some(Ok(piece)) => self.take(piece),
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

    fn take(&mut self, piece: Bytes) {
        match &mut self.splitter {
            Some(splitter) => {
                splitter.push(&piece);
                while let Some(event) = self.splitter.as_mut().and_then(Splitter::next) {
                    self.take_event(event);
                    if self.ending.is_some() {
                        return;
                    }
                }
            }
            None => {
                let garbled = match self.fault.garble {
                    Some(garble) if self.taken == 0 => garble.apply(&piece),
                    _ => piece,
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
        let cut = self.fault.cut.filter(|(_, place)| match place {
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
        self.put(events::reshape(event, &self.fault.event_shapes));
    }

    /// Puts out bytes, chopped, up to the limit.
    fn put(&mut self, mut piece: Bytes) {
        let room = match self.limit {
            Limit::None => u64::MAX,
            Limit::Bytes(limit) => limit.saturating_sub(self.taken),
            Limit::HalfAPiece => piece.len() as u64 / 2,
        };
        if (piece.len() as u64) > room {
            // It fits: it is less than the chunk's length.
            piece.truncate(usize::try_from(room).unwrap_or(usize::MAX));
            self.ending = self.fault.cut.map(|(cut, _)| cut);
        }
        self.taken += piece.len() as u64;
        let size = self.fault.chop.unwrap_or(usize::MAX);
        while !piece.is_empty() {
            let size = size.min(piece.len());
            self.out.push_back(piece.split_to(size));
        }
    }
}

impl Garble {
    fn apply(self, body: &Bytes) -> Bytes {
        let (before, byte) = match self {
            Self::Json(_) => (&b"{"[..], b','),
            Self::Utf8(_) => (&b":\""[..], 0xff),
        };
        let found = body.windows(before.len()).position(|part| part == before);
        let place = found.map_or(0, |place| place + before.len());
        let mut garbled = BytesMut::with_capacity(body.len() + 1);
        garbled.extend_from_slice(&body[..place]);
        garbled.extend_from_slice(&[byte]);
        garbled.extend_from_slice(&body[place..]);
        garbled.freeze()
    }
}
