//! The parts of a fault.

use strum::{EnumString, IntoStaticStr, VariantNames};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// `headers`: before anything is sent. The operation is not run unless [`Fault::processed`](super::Fault::processed) is set.
    Headers,
    /// `body`: half-way through a body whose length is known, else half-way through its first chunk.
    Body,
    /// `body:N`: after N bytes of the body. A shorter body is not changed.
    BodyAt(u64),
    /// `event:N`: after N whole events, within the next one. `event` alone is `event:1`.
    Event(u64),
    /// `events:N`: after N whole events.
    Events(u64),
    /// `finish`: before the event that has a `finish_reason`.
    Finish,
    /// `done`: before `[DONE]`.
    Done,
}

/// The kind of body of a [`Fault::status`](super::Fault::status).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
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

/// How a response says when to retry. May be given several times.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryAfter {
    /// `retry-after=5`: the header `retry-after`, in seconds.
    Seconds(u64),
    /// `retry-after=date:5`: the header `retry-after` as a date, N seconds after the time of the emulator's clock.
    Date(u64),
    /// `retry-after-ms=1500`: the header of that name, in milliseconds.
    Millis(u64),
    /// `x-ms-retry-after-ms=1500`: the header of that name, in milliseconds.
    MsMillis(u64),
    /// `retry-text=5`: in the message only, in seconds.
    Text(u64),
    /// `retry-after=soon`: the header `retry-after` with any other value.
    Raw(String),
}

/// How a body is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Garble {
    /// `json`: the JSON is broken; in an event stream that of the event after N events (`json:N`, 1 by default).
    Json(u64),
    /// `utf8`: a string has a byte that is not UTF-8; in an event stream, as above.
    Utf8(u64),
}

/// The content type of an event stream that says something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
#[non_exhaustive]
pub enum Label {
    /// `json`: `application/json`.
    Json,
    /// `none`: no content type.
    None,
}

/// Unusual ways to stream tool calls, as compatible servers do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
#[non_exhaustive]
pub enum ToolPieces {
    /// `drift`: the index goes up with each chunk instead of each call.
    Drift,
    /// `no-id`: no chunk has an id.
    NoId,
    /// `whole`: each chunk repeats the id, the name and all arguments so far.
    Whole,
}

/// Legal but unusual ways to write an event stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
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
