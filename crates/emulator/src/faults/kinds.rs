//! The parts of a fault: where it strikes, and what it puts in place of what.

/// How an answer is cut short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// The connection is reset (TCP RST).
    Reset,
    /// The connection is closed (TCP FIN) though the answer is not complete.
    Close,
    /// The body ends as if it were complete.
    End,
}

/// Where an answer is cut short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// `headers`: before anything is sent. The operation is not done, unless [`Fault::acted`](super::Fault::acted) says so.
    Headers,
    /// `body`: half-way through a body whose length is known, else half-way through its first piece.
    Body,
    /// `body:N`: after so many bytes of the body. A body that is no longer than that is left alone.
    BodyAt(u64),
    /// `event:N`: after N whole events, within the next one. `event` alone is `event:1`.
    Event(u64),
    /// `events:N`: after N whole events.
    Events(u64),
    /// `finish`: before the event that tells a `finish_reason`.
    Finish,
    /// `done`: before `[DONE]`.
    Done,
}

/// Who made the body of a [`Fault::status`](super::Fault::status).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultBody {
    /// `service`: `{"error":{"code":…,"message":…}}`.
    #[default]
    Service,
    /// `gateway`: API Management's `{"statusCode":…,"message":…}`, without `error`.
    Gateway,
    /// `html`: a page, as Application Gateway and proxies send it.
    Html,
    /// `empty`: nothing, and no content type.
    Empty,
}

/// How an answer tells when to try again. May be given several times.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryAfter {
    /// `retry-after=5`: the header `retry-after`, in seconds.
    Seconds(u64),
    /// `retry-after=date:5`: the header `retry-after` as a date, so many seconds from the emulator's clock.
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

/// What is not as it should be in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Garble {
    /// `json`: the JSON is broken; in an event stream that of the event after so many (`json:N`, 1 by default).
    Json(u64),
    /// `utf8`: a byte within a text is not UTF-8; in an event stream, as above.
    Utf8(u64),
}

/// Legal but unusual ways to write an event stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// `bare-done`: a line `[DONE]` without `data:`, as some servers send it; not legal, and seen.
    BareDone,
    /// `open-end`: no blank line after the last event.
    OpenEnd,
}
