//! Server-sent events, decoded as their bytes come. No I/O.

use memchr::memchr2;

/// How many bytes an event may have, by default: 16 MiB.
pub const DEFAULT_LIMIT: usize = 16 * 1024 * 1024;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// An incremental decoder of `text/event-stream`: bytes in, split anywhere, and the data of events out.
///
/// It takes lines that end in CRLF, CR or LF, `data:` with and without a space, several `data` lines in an event (joined
/// by LF), comments, a byte order mark, a last event that no blank line ends, and a bare line `[DONE]`, which some
/// servers send. Of the field `event` it keeps whether it names an error; other fields are skipped. Time is linear in the
/// bytes, and memory is bounded by the current event and the last bytes fed.
///
/// (`eventsource-stream` copies its rest for every line, which is quadratic in the events of a read, and sets no limit.)
///
/// ```
/// use azure_openai_core::sse::Decoder;
///
/// let mut decoder = Decoder::new();
/// decoder.feed(b"data: {\"a\":");
/// assert_eq!(decoder.next_event(), Ok(None));
/// decoder.feed(b"1}\n\n");
/// let event = decoder.next_event()?.unwrap();
/// assert_eq!((event.data, event.is_error), ("{\"a\":1}", false));
/// # Ok::<(), azure_openai_core::sse::SseError>(())
/// ```
#[derive(Debug)]
pub struct Decoder {
    buffer: Vec<u8>,
    /// The position of the first byte that is still needed.
    start: usize,
    /// The position of the next line.
    line: usize,
    /// The position up to which that line has been searched for its end.
    searched: usize,
    data: Data,
    /// Whether the current event is named as an error.
    names_error: bool,
    /// The event that is returned next.
    ready: Data,
    /// Whether it is named as an error.
    is_error: bool,
    /// Several lines of data, joined.
    joined: Vec<u8>,
    /// The last line ended in CR: an LF that follows belongs to it.
    after_cr: bool,
    /// The first line has been read, so no byte order mark can come.
    begun: bool,
    finished: bool,
    /// Whether it was not ended by a blank line.
    cut: bool,
    /// The last line was not ended, and is neither data nor a comment.
    ends_in_line: bool,
    failed: bool,
    limit: usize,
}

/// An event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<'a> {
    /// The data.
    pub data: &'a str,
    /// Whether it is named as an error, as in `event: error`.
    pub is_error: bool,
    /// Whether no blank line ended it: it may have been cut.
    pub is_cut: bool,
}

/// The position of an event's data.
#[derive(Clone, Copy, Debug)]
enum Data {
    /// No `data` line so far.
    None,
    /// One line, from and to these positions of the buffer.
    Line(usize, usize),
    /// Several lines: in `joined`.
    Joined,
}

/// Why events cannot be decoded. No event follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SseError {
    /// An event or line has more bytes than this limit.
    TooLarge(usize),
    /// An event's data is not UTF-8.
    NotUtf8,
}

impl std::fmt::Display for SseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooLarge(limit) => {
                write!(f, "an event is larger than the limit of {limit} bytes")
            }
            Self::NotUtf8 => f.write_str("an event is not UTF-8"),
        }
    }
}

impl std::error::Error for SseError {}

impl Default for Decoder {
    fn default() -> Self {
        Self::new()
    }
}

impl Decoder {
    /// A decoder with the [default limit](DEFAULT_LIMIT).
    pub fn new() -> Self {
        Self::with_limit(DEFAULT_LIMIT)
    }

    /// A decoder that takes events of up to `limit` bytes.
    pub fn with_limit(limit: usize) -> Self {
        Self {
            buffer: Vec::new(),
            start: 0,
            line: 0,
            searched: 0,
            data: Data::None,
            names_error: false,
            ready: Data::None,
            is_error: false,
            joined: Vec::new(),
            after_cr: false,
            begun: false,
            finished: false,
            cut: false,
            ends_in_line: false,
            failed: false,
            limit,
        }
    }

    /// Takes more bytes. All events that are there should be read before more is fed.
    pub fn feed(&mut self, bytes: &[u8]) {
        if self.start > 0 {
            // What is kept came after the last event, so every byte is moved at most once.
            self.buffer.drain(..self.start);
            self.line -= self.start;
            self.searched -= self.start;
            if let Data::Line(from, to) = &mut self.data {
                *from -= self.start;
                *to -= self.start;
            }
            self.start = 0;
        }
        self.buffer.extend_from_slice(bytes);
    }

    /// Ends the input: what is there is the last event.
    pub fn finish(&mut self) {
        self.finished = true;
    }

    /// Whether the input ended within an event.
    pub(super) fn is_cut(&self) -> bool {
        self.cut
    }

    /// Whether the input ended within a line that has no data yet, such as `dat`: more was to come.
    pub(super) fn ended_within_line(&self) -> bool {
        self.ends_in_line
    }

    /// The next event; `None` until more bytes come.
    ///
    /// # Errors
    /// [`SseError`], and `None` from then on.
    pub fn next_event(&mut self) -> Result<Option<Event<'_>>, SseError> {
        if self.failed {
            return Ok(None);
        }
        if let Err(error) = self.advance() {
            self.failed = true;
            return Err(error);
        }
        let data = match std::mem::replace(&mut self.ready, Data::None) {
            Data::None => return Ok(None),
            Data::Line(from, to) => &self.buffer[from..to],
            Data::Joined => &self.joined[..],
        };
        match std::str::from_utf8(data) {
            Ok(data) => Ok(Some(Event {
                data,
                is_error: self.is_error,
                is_cut: self.cut,
            })),
            Err(_) => {
                self.failed = true;
                Err(SseError::NotUtf8)
            }
        }
    }

    /// Reads lines until an event is ready or the bytes are used up.
    fn advance(&mut self) -> Result<(), SseError> {
        loop {
            if self.after_cr && self.line < self.buffer.len() {
                self.after_cr = false;
                if self.buffer[self.line] == b'\n' {
                    self.consume(self.line + 1);
                }
            }
            let rest = &self.buffer[self.searched..];
            // The line that ends an event, and the end of what has come, need no search.
            let found = match rest.first() {
                Some(b'\n' | b'\r') => Some(0),
                Some(_) => memchr2(b'\n', b'\r', rest),
                None => None,
            };
            let (end, next) = match found {
                Some(at) => (self.searched + at, self.searched + at + 1),
                None => {
                    let end = self.buffer.len();
                    self.searched = end;
                    if end - self.line > self.limit {
                        return Err(SseError::TooLarge(self.limit));
                    }
                    if !self.finished {
                        return Ok(());
                    }
                    if end == self.line {
                        self.cut = true;
                        self.dispatch();
                        return Ok(());
                    }
                    self.ends_in_line = is_begun(&self.buffer[self.line..end]);
                    (end, end)
                }
            };
            if end - self.line > self.limit {
                return Err(SseError::TooLarge(self.limit));
            }
            let mut from = self.line;
            if !std::mem::replace(&mut self.begun, true) && self.buffer[from..end].starts_with(BOM) {
                from += BOM.len();
            }
            let line = &self.buffer[from..end];
            if line == b"[DONE]" {
                // Not a field of the format. What came before it is an event of its own.
                if !matches!(self.data, Data::None) {
                    self.searched = self.line;
                    self.cut = false;
                    self.dispatch();
                    return Ok(());
                }
                self.data = Data::Line(from, end);
            }
            let ends_event = line.is_empty() || line == b"[DONE]";
            let mut value = field(line, b"data");
            if let Some(name) = field(line, b"event") {
                self.names_error = names_error(name);
            } else if value.is_none() && matches!(self.data, Data::None) {
                // Not fields of the format: JSON that a gateway writes into the stream as it is, mostly an error.
                value = field(line, b"error");
                self.names_error |= value.is_some();
                value = value.or_else(|| line.starts_with(b"{").then_some(line));
            }
            let value = value.map(|value| (end - value.len(), end));
            self.after_cr = self.buffer.get(end) == Some(&b'\r');
            if ends_event {
                self.cut = false;
                self.dispatch();
                self.consume(next);
                if !matches!(self.ready, Data::None) {
                    return Ok(());
                }
                continue;
            }
            match (value, &self.data) {
                (Some((from, to)), Data::None) => {
                    self.data = Data::Line(from, to);
                    self.line = next;
                    self.searched = next;
                }
                // Anything between the first data line and the blank one is rare: copied, so that the buffer can go on.
                (value, Data::Line(..) | Data::Joined) => {
                    self.join();
                    if let Some((from, to)) = value {
                        self.joined.push(b'\n');
                        self.joined.extend_from_slice(&self.buffer[from..to]);
                    }
                    self.consume(next);
                }
                (None, Data::None) => self.consume(next),
            }
            if self.joined.len() > self.limit {
                return Err(SseError::TooLarge(self.limit));
            }
        }
    }

    /// Continues at `next`; what is before it is needed only by an event that is ready.
    fn consume(&mut self, next: usize) {
        self.line = next;
        self.searched = self.searched.max(next);
        if !matches!(self.data, Data::Line(..)) {
            self.start = next;
        }
    }

    fn dispatch(&mut self) {
        self.ready = std::mem::replace(&mut self.data, Data::None);
        self.is_error = std::mem::take(&mut self.names_error);
    }

    fn join(&mut self) {
        if let Data::Line(from, to) = self.data {
            self.joined.clear();
            self.joined.extend_from_slice(&self.buffer[from..to]);
            self.data = Data::Joined;
        }
    }
}

/// The value of a line, if it is the field of this name.
fn field<'a>(line: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let rest = line.strip_prefix(name)?;
    match rest {
        [] => Some(rest),
        [b':', b' ', value @ ..] | [b':', value @ ..] => Some(value),
        _ => None,
    }
}

/// Whether the name of an event is one for errors: `error`, or with something before it.
fn names_error(name: &[u8]) -> bool {
    let name = name.trim_ascii();
    let end = name.len().saturating_sub(5);
    name[end..].eq_ignore_ascii_case(b"error")
}

/// Whether a line without an end is the start of more: not a comment, and without data yet.
fn is_begun(line: &[u8]) -> bool {
    let has_data = field(line, b"data").is_some_and(|value| !value.trim_ascii().is_empty());
    !(has_data || line == b"[DONE]" || line.starts_with(b":") || line.trim_ascii().is_empty())
}

#[cfg(test)]
mod tests;
