//! What is measured.

/// A piece of work that every client does in the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Job {
    /// Requests of a chat completion, so many at a time.
    Chat {
        filtered: bool,
        concurrent: usize,
        traced: bool,
    },
    /// One stream of a chat, with so many events a packet; paced in microseconds between packets.
    Stream { each: usize, pace: Option<usize> },
    /// So many streams at once, paced.
    Streams { at_once: usize },
    /// A stream whose reader stands still for three seconds after the first event.
    Stalled,
    /// Requests of 256 embeddings each.
    Embeddings { format: Format },
    /// An upload of a file in a form, in MiB; of known length, or a stream without one.
    Upload { known_length: bool },
    /// The lines of a batch's output file.
    BatchLines,
}

/// How embeddings are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Floats,
    Base64,
    /// As the client asks by itself.
    Default,
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

const CHAT: Job = Job::Chat {
    filtered: false,
    concurrent: 1,
    traced: false,
};

/// Every row, in the order of the table.
pub(crate) const ROWS: &[Row] = &[
    row("chat", CHAT, "request", 3000, 300),
    row(
        "chat-filtered",
        Job::Chat {
            filtered: true,
            concurrent: 1,
            traced: false,
        },
        "request",
        3000,
        300,
    ),
    row(
        "chat-concurrent",
        Job::Chat {
            filtered: false,
            concurrent: 64,
            traced: false,
        },
        "request",
        6400,
        640,
    ),
    row(
        "chat-traced",
        Job::Chat {
            filtered: false,
            concurrent: 1,
            traced: true,
        },
        "request",
        3000,
        300,
    ),
    row(
        "stream-1",
        Job::Stream {
            each: 1,
            pace: Some(300),
        },
        "event",
        3000,
        600,
    ),
    row("stream-16", Job::Stream { each: 16, pace: None }, "event", 64_000, 3200),
    row("streams-1000", Job::Streams { at_once: 1000 }, "event", 20, 2),
    row("stream-stalled", Job::Stalled, "event", 200_000, 3200),
    row(
        "embeddings",
        Job::Embeddings {
            format: Format::Default,
        },
        "request",
        60,
        4,
    ),
    row(
        "embeddings-base64",
        Job::Embeddings { format: Format::Base64 },
        "request",
        60,
        4,
    ),
    row(
        "embeddings-floats",
        Job::Embeddings { format: Format::Floats },
        "request",
        40,
        4,
    ),
    row("upload", Job::Upload { known_length: true }, "MiB", 1024, 16),
    row("upload-stream", Job::Upload { known_length: false }, "MiB", 1024, 16),
    row("batch-lines", Job::BatchLines, "line", 200_000, 4000),
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
}
