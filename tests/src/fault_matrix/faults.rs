//! The rows of the matrix, in the emulator's fault grammar.

/// A row of the matrix.
#[derive(Debug)]
pub struct Row {
    /// The fault as [`azure_openai_emulator::Fault`] parses it; none if empty.
    pub fault: &'static str,
    /// The timeout that ends the request, if nothing else does.
    pub(super) limit: Limit,
    /// Whether the delay depends on where in a second it began: it is sent in tens of seconds, rounded up.
    pub(super) rough: bool,
    /// Whether another request of the kind is sent before, which the fault lets pass.
    pub(super) second: bool,
}

/// The client's only timeout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Limit {
    None,
    /// The headers never arrive.
    FirstByte,
    /// The headers of the first response never arrive.
    FirstByteOnce,
    /// The body never begins.
    Idle,
    /// A stream stops after its first event.
    IdleOnceBegun,
}

const fn row(fault: &'static str) -> Row {
    hangs(fault, Limit::None)
}

const fn hangs(fault: &'static str, limit: Limit) -> Row {
    Row {
        fault,
        limit,
        rough: false,
        second: false,
    }
}

const fn rough(fault: &'static str) -> Row {
    Row {
        rough: true,
        ..row(fault)
    }
}

const fn second(fault: &'static str) -> Row {
    Row {
        second: true,
        ..row(fault)
    }
}

/// The rows in order. A fault without a limit such as `first=1` lasts.
pub const ROWS: &[Row] = &[
    row(""),
    // Client errors: not retried.
    row("status=400"),
    row("status=400; code=content_filter; message=\"Blocked; say it otherwise.\""),
    row("status=401; first=1"),
    row("status=401"),
    row("status=403"),
    row("status=404"),
    row("status=409; first=1"),
    row("status=409; code=RequestConflict; first=1"),
    row("status=409; code=conflict; message=\"There is one of that name.\""),
    row("status=413; body=html"),
    row("redirect=https://elsewhere.example/"),
    row("redirect=https://elsewhere.example/; processed"),
    // Transient and lasting failures.
    row("status=408; first=1"),
    row("status=429; first=1"),
    row("status=429"),
    row("status=500; first=1"),
    row("status=500; processed; first=1"),
    row("status=500"),
    row("status=502; body=html; first=1"),
    row("status=503; body=empty; first=1"),
    row("status=503; body=service; retry-after=7; first=1"),
    row("status=504; body=gateway; first=1"),
    row("status=504; reset=body; first=1"),
    // Which requests fail, and how many.
    second("status=500; every=2"),
    second("status=500; skip=1; first=2"),
    row("status=500; probability=0.5; seed=7"),
    row("status=500; method=POST; path=/openai; deployment=gpt-4o; first=1"),
    // Every header that sets the retry delay.
    row("status=429; retry-after=5; first=2"),
    rough("status=429; retry-after=date:25; first=1"),
    row("status=429; retry-after-ms=1500; first=1"),
    row("status=429; x-ms-retry-after-ms=2500; first=1"),
    row("status=429; retry-after=9; retry-after-ms=1500; first=1"),
    row("status=429; body=gateway; retry-text=9; first=1"),
    row("status=429; retry-after=soon; first=1"),
    row("status=429; retry-after=86400"),
    row("wait-zero"),
    // Connection failures.
    row("reset=headers; first=1"),
    row("reset=headers; processed; first=1"),
    row("reset=headers"),
    row("close=headers; first=1"),
    row("close=headers; processed; first=1"),
    row("reset=body; first=1"),
    row("reset=body"),
    row("close=body; first=1"),
    row("close=body:20; first=1"),
    row("end=body; first=1"),
    row("reset=event; first=1"),
    row("reset=event:3; first=1"),
    row("close=event:3; first=1"),
    row("close=events:3; first=1"),
    row("end=events:3; first=1"),
    row("end=finish; first=1"),
    row("close=done; first=1"),
    row("end=done; first=1"),
    // Invalid responses.
    row("garble=json; first=1"),
    row("garble=json:3; first=1"),
    row("garble=utf8; first=1"),
    row("garble=utf8:3; first=1"),
    row("status=200; body=html; first=1"),
    row("status=204; first=1"),
    row("error-event=3; first=1"),
    row("content-type=none; first=1"),
    row("content-type=text/html; first=1"),
    // Unusual but valid responses.
    row("events=crlf,comments,no-space; chop=7"),
    row("events=cr,split-data,open-end; chop=3"),
    row("events=bare-done"),
    row("chop=1"),
    row("latency=20ms; first-byte=20ms; pace=2ms"),
    row("gzip"),
    row("label=json"),
    row("label=none"),
    row("keep-alive=20ms; pace=50ms"),
    row("parts-content"),
    row("tool-chunks=drift,no-id"),
    row("tool-chunks=whole"),
    row("ignored-after"),
    // Hanging responses.
    hangs("latency=3600s", Limit::FirstByte),
    hangs("latency=3600s; first=1", Limit::FirstByteOnce),
    hangs("first-byte=3600s", Limit::Idle),
    hangs("pace=3600s", Limit::IdleOnceBegun),
];
