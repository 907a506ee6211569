//! The parts of a fault.

use std::str::FromStr;
use std::time::Duration;

use bytes::Bytes;
use strum::{Display, EnumString, VariantNames};

/// How a response is cut short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// The connection is reset (TCP RST).
    Reset,
    /// The connection is closed (TCP FIN) although the response is incomplete.
    Close,
    /// The body ends as if it were complete.
    End,
}

/// Where a response is cut short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Display)]
#[strum(serialize_all = "kebab-case")]
#[non_exhaustive]
pub enum Place {
    /// `headers`: before anything is sent. The operation is not run unless
    /// [`Fault::processed`](super::Fault::processed) is set.
    Headers,
    /// `body`: half-way through a body whose length is known, else half-way through its first chunk.
    Body,
    /// `body:N`: after N bytes of the body. A shorter body is not changed.
    #[strum(to_string = "body:{0}")]
    BodyAt(u64),
    /// `event:N`: after N whole events, within the next one. `event` alone is `event:1`.
    #[strum(to_string = "event:{0}")]
    Event(u64),
    /// `events:N`: after N whole events.
    #[strum(to_string = "events:{0}")]
    Events(u64),
    /// `finish`: before the event that has a `finish_reason`.
    Finish,
    /// `done`: before `[DONE]`.
    Done,
}

/// The kind of body of a [`Fault::status`](super::Fault::status).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Display, EnumString, VariantNames)]
#[strum(serialize_all = "kebab-case")]
#[non_exhaustive]
pub enum FaultBody {
    /// `service`: `{"error":{"code":…,"message":…}}`.
    #[default]
    Service,
    /// `gateway`: API Management's `{"statusCode":…,"message":…}`, without `error`.
    Gateway,
    /// `html`: a page, as Application Gateway and proxies send it.
    Html,
    /// `empty`: no body and no content type.
    Empty,
}

impl FromStr for Place {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (kind, number) = match text.split_once(':') {
            Some((kind, number)) => (kind, Some(number.parse().map_err(drop)?)),
            None => (text, None),
        };
        Ok(match (kind, number) {
            ("headers", None) => Self::Headers,
            ("body", None) => Self::Body,
            ("body", Some(bytes)) => Self::BodyAt(bytes),
            ("event", number) => Self::Event(number.unwrap_or(1)),
            ("events", Some(number)) => Self::Events(number),
            ("finish", None) => Self::Finish,
            ("done", None) => Self::Done,
            _ => return Err(()),
        })
    }
}

/// How a response says when to retry. May be given several times.
#[derive(Clone, Debug, PartialEq, Eq, Display)]
#[non_exhaustive]
pub enum RetryAfter {
    /// `retry-after=5`: the header `retry-after`, in seconds.
    #[strum(to_string = "{0}")]
    Seconds(u64),
    /// `retry-after=date:5`: the header `retry-after` as a date, N seconds after the time of the emulator's clock.
    #[strum(to_string = "date:{0}")]
    Date(u64),
    /// `retry-after-ms=1500`: the header of that name, in milliseconds.
    #[strum(to_string = "{0}")]
    Millis(u64),
    /// `x-ms-retry-after-ms=1500`: the header of that name, in milliseconds.
    #[strum(to_string = "{0}")]
    MsMillis(u64),
    /// `retry-text=5`: in the message only, in seconds.
    #[strum(to_string = "{0}")]
    Text(u64),
    /// `retry-after=soon`: the header `retry-after` with any other value.
    #[strum(to_string = "{0}")]
    Raw(String),
}

impl RetryAfter {
    /// The name in the grammar: that of the header, except for the message's.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Seconds(_) | Self::Date(_) | Self::Raw(_) => "retry-after",
            Self::Millis(_) => "retry-after-ms",
            Self::MsMillis(_) => "x-ms-retry-after-ms",
            Self::Text(_) => "retry-text",
        }
    }

    /// Reads the value of `retry-after`.
    pub(super) fn header(text: &str) -> Self {
        let whole = |text: &str| {
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse().ok().filter(|_| digits)
        };
        match (whole(text), text.strip_prefix("date:").and_then(whole)) {
            (Some(seconds), _) => Self::Seconds(seconds),
            (None, Some(seconds)) => Self::Date(seconds),
            (None, None) => Self::Raw(text.to_owned()),
        }
    }
}

/// The header `retry-after`, in seconds.
impl From<u64> for RetryAfter {
    fn from(seconds: u64) -> Self {
        Self::Seconds(seconds)
    }
}

/// The header `retry-after-ms`.
impl From<Duration> for RetryAfter {
    fn from(wait: Duration) -> Self {
        Self::Millis(u64::try_from(wait.as_millis()).unwrap_or(u64::MAX))
    }
}

/// How a body is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Display)]
#[non_exhaustive]
pub enum Garble {
    /// `json`: the JSON is broken; in an event stream that of the event after N events (`json:N`, 1 by default).
    #[strum(to_string = "json:{0}")]
    Json(u64),
    /// `utf8`: a string has a byte that is not UTF-8; in an event stream, as above.
    #[strum(to_string = "utf8:{0}")]
    Utf8(u64),
}

impl FromStr for Garble {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (kind, after) = match text.split_once(':') {
            Some((kind, number)) => (kind, number.parse().map_err(drop)?),
            None => (text, 1),
        };
        match kind {
            "json" => Ok(Self::Json(after)),
            "utf8" => Ok(Self::Utf8(after)),
            _ => Err(()),
        }
    }
}

impl Garble {
    /// Puts a byte where it breaks the JSON or the text.
    pub(super) fn apply(self, body: &Bytes) -> Bytes {
        let (before, byte) = match self {
            Self::Json(_) => (&b"{"[..], b','),
            Self::Utf8(_) => (&b":\""[..], 0xff),
        };
        let found = body.windows(before.len()).position(|part| part == before);
        let place = found.map_or(0, |place| place + before.len());
        [&body[..place], &[byte], &body[place..]].concat().into()
    }
}

/// The content type of an event stream that says something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Display, EnumString, VariantNames)]
#[strum(serialize_all = "kebab-case")]
#[non_exhaustive]
pub enum Label {
    /// `json`: `application/json`.
    Json,
    /// `none`: no content type.
    None,
}

/// Unusual ways to stream tool calls, as compatible servers do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Display, EnumString, VariantNames)]
#[strum(serialize_all = "kebab-case")]
#[non_exhaustive]
pub enum ToolChunks {
    /// `drift`: the index goes up with each chunk instead of each call.
    Drift,
    /// `no-id`: no chunk has an id.
    NoId,
    /// `whole`: each chunk repeats the id, the name and all arguments so far.
    Whole,
}

/// Legal but unusual ways to write an event stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Display, EnumString, VariantNames)]
#[strum(serialize_all = "kebab-case")]
#[non_exhaustive]
pub enum EventShape {
    /// `crlf`: lines end with CR LF.
    Crlf,
    /// `cr`: lines end with CR.
    Cr,
    /// `comments`: a comment line before each event.
    Comments,
    /// `no-space`: `data:` without a space after it.
    NoSpace,
    /// `split-data`: each event's data is on two `data:` lines.
    SplitData,
    /// `bare-done`: a line `[DONE]` without `data:`, as some servers send it; not legal, but seen.
    BareDone,
    /// `open-end`: no blank line after the last event.
    OpenEnd,
}
