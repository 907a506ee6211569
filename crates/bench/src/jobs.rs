//! What is measured: one table of rows, as data.

/// Work that every client does in the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Job {
    Chat(Chat),
    Stream(Stream),
    /// Responses of so many KiB each, or of all units together where those are fewer.
    Decode {
        kib: usize,
    },
    /// Requests of 256 embeddings each.
    Embeddings(Format),
    /// An upload of a file in a form, in MiB; of known length, or a stream without one.
    Upload {
        known_length: bool,
    },
    /// The lines of a batch's output file.
    BatchLines,
    /// Clients from documents, up to this stage.
    Generate(Documents, Stage),
}

/// Requests of a chat completion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chat {
    pub(crate) filtered: bool,
    pub(crate) at_once: usize,
    /// Whether a subscriber listens to traces.
    pub(crate) traced: bool,
}

/// Streams of chats, which divide the units among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stream {
    pub(crate) at_once: usize,
    /// Events in a packet, and microseconds between packets.
    pub(crate) each: usize,
    pub(crate) micros: usize,
    /// Whether the reader stands still for three seconds after the first event.
    pub(crate) stalled: bool,
}

/// How embeddings are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Floats,
    Base64,
    /// As the client asks by itself.
    Default,
}

/// What clients are generated from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Documents {
    /// Both documents of the workspace; a unit is both of them once.
    Own,
    /// One document, with all that is in it repeated under other names; a unit is a copy.
    Copies,
    /// A document outside of the workspace, at the path in this environment variable.
    Outside(&'static str),
}

/// How far clients are generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Read,
    Normalize,
    Whole,
}

/// A row of the table.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) job: Job,
    /// What is counted: a request, an event, a MiB, a line.
    pub(crate) unit: &'static str,
    /// How many units a run has when time is measured, and when instructions are.
    pub(crate) units: usize,
    pub(crate) units_under_callgrind: usize,
}

const CHAT: Chat = Chat {
    filtered: false,
    at_once: 1,
    traced: false,
};

const STREAM: Stream = Stream {
    at_once: 1,
    each: 1,
    micros: 0,
    stalled: false,
};

const CHAT_FILTERED: Job = Job::Chat(Chat { filtered: true, ..CHAT });
const CHAT_64: Job = Job::Chat(Chat { at_once: 64, ..CHAT });
const CHAT_TRACED: Job = Job::Chat(Chat { traced: true, ..CHAT });
// Packets that come one by one need a pause between them.
const STREAM_1: Job = Job::Stream(Stream { micros: 300, ..STREAM });
const STREAM_16: Job = Job::Stream(Stream { each: 16, ..STREAM });
const STREAMS_64: Job = Job::Stream(Stream {
    at_once: 64,
    micros: 10_000,
    ..STREAM
});
const STREAMS_1000: Job = Job::Stream(Stream {
    at_once: 1000,
    micros: 100_000,
    ..STREAM
});
const STALLED: Job = Job::Stream(Stream {
    each: 16,
    stalled: true,
    ..STREAM
});
const OPENAI: Documents = Documents::Outside("OPENAI_DOCUMENT");
const GITHUB: Documents = Documents::Outside("GITHUB_DOCUMENT");

/// Every row, in the order of the table.
#[rustfmt::skip]
pub(crate) static ROWS: &[Row] = &[
    row("chat", Job::Chat(CHAT), "request", 3000, 300),
    row("chat-filtered", CHAT_FILTERED, "request", 3000, 300),
    row("chat-64", CHAT_64, "request", 6400, 640),
    row("chat-traced", CHAT_TRACED, "request", 3000, 300),
    row("stream-1", STREAM_1, "event", 3000, 600),
    row("stream-16", STREAM_16, "event", 64_000, 3200),
    row("streams-64", STREAMS_64, "event", 12_800, 1280),
    row("streams-1000", STREAMS_1000, "event", 20_000, 4000),
    row("stream-stalled", STALLED, "event", 200_000, 3200),
    row("decode-1k", Job::Decode { kib: 1 }, "KiB", 4096, 256),
    row("decode-64k", Job::Decode { kib: 64 }, "KiB", 16_384, 1024),
    row("decode-1m", Job::Decode { kib: 1 << 10 }, "KiB", 65_536, 4096),
    row("decode-64m", Job::Decode { kib: 64 << 10 }, "KiB", 65_536, 4096),
    row("embeddings", Job::Embeddings(Format::Default), "request", 60, 4),
    row("embeddings-base64", Job::Embeddings(Format::Base64), "request", 60, 4),
    row("embeddings-floats", Job::Embeddings(Format::Floats), "request", 40, 4),
    row("upload", Job::Upload { known_length: true }, "MiB", 1024, 16),
    row("upload-stream", Job::Upload { known_length: false }, "MiB", 1024, 16),
    row("batch-lines", Job::BatchLines, "line", 1_000_000, 4096),
    row("generate", Job::Generate(Documents::Own, Stage::Whole), "run", 4, 4),
    row("generate-openai", Job::Generate(OPENAI, Stage::Whole), "run", 1, 1),
    row("generate-github", Job::Generate(GITHUB, Stage::Whole), "run", 1, 1),
    row("copies-read", Job::Generate(Documents::Copies, Stage::Read), "copy", 16, 16),
    row("copies-normalize", Job::Generate(Documents::Copies, Stage::Normalize), "copy", 16, 16),
    row("copies-generate", Job::Generate(Documents::Copies, Stage::Whole), "copy", 16, 16),
];

/// The rows whose cost a unit must not rise with the number of units.
pub(crate) const LINEAR: [&str; 6] = [
    "stream-16",
    "decode-64m",
    "batch-lines",
    "copies-read",
    "copies-normalize",
    "copies-generate",
];

const fn row(name: &'static str, job: Job, unit: &'static str, units: usize, units_under_callgrind: usize) -> Row {
    Row {
        name,
        job,
        unit,
        units,
        units_under_callgrind,
    }
}

impl Row {
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        ROWS.iter().find(|row| row.name == name)
    }

    /// Returns the environment variable that the row needs and does not have.
    pub(crate) fn unset_variable(&self) -> Option<&'static str> {
        match self.job {
            Job::Generate(Documents::Outside(variable), _) => std::env::var_os(variable).is_none().then_some(variable),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_their_rows() {
        for row in ROWS {
            assert!(std::ptr::eq(Row::named(row.name).unwrap(), row), "{} twice", row.name);
        }
        assert!(LINEAR.iter().all(|name| Row::named(name).is_some()));
    }
}
