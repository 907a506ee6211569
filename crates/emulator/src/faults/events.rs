//! Event streams as the operations write them, taken apart and written in other ways.

use bytes::{Bytes, BytesMut};
use serde_json::Value;

use super::kinds::EventShape;

/// Joins chunks into events. Each event ends with its blank line.
#[derive(Debug, Default)]
pub(super) struct Splitter {
    held: BytesMut,
    /// No blank line begins before this offset.
    searched: usize,
}

impl Splitter {
    pub(super) fn push(&mut self, chunk: &[u8]) {
        self.held.extend_from_slice(chunk);
    }

    /// The next whole event.
    pub(super) fn next(&mut self) -> Option<Bytes> {
        let from = self.searched.saturating_sub(1);
        let found = self.held[from..].windows(2).position(|two| two == b"\n\n");
        match found {
            Some(place) => {
                self.searched = 0;
                Some(self.held.split_to(from + place + 2).freeze())
            }
            None => {
                self.searched = self.held.len();
                None
            }
        }
    }

    /// The rest, once the stream has ended.
    pub(super) fn rest(&mut self) -> Option<Bytes> {
        let rest = std::mem::take(&mut self.held).freeze();
        (!rest.is_empty()).then_some(rest)
    }
}

/// The data of an event on one line, as the emulator writes them.
fn data(event: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(event).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("data:"))?;
    Some(line.trim_start())
}

pub(super) fn is_done(event: &[u8]) -> bool {
    data(event) == Some("[DONE]")
}

/// The JSON of an event.
pub(super) fn json(event: &[u8]) -> Option<Value> {
    data(event).and_then(|data| serde_json::from_str(data).ok())
}

/// Whether one of the event's choices has a `finish_reason`.
pub(super) fn finishes(event: &[u8]) -> bool {
    let value = json(event);
    let choices = value.as_ref().and_then(|value| value["choices"].as_array());
    choices.is_some_and(|choices| choices.iter().any(|choice| choice["finish_reason"].is_string()))
}

/// Rewrites an event in the given shapes. Bytes that are not UTF-8 are left as they are.
pub(super) fn reshape(event: Bytes, shapes: &[EventShape]) -> Bytes {
    let Ok(text) = std::str::from_utf8(&event) else {
        return event;
    };
    if shapes.is_empty() {
        return event;
    }
    let has = |shape| shapes.contains(&shape);
    let done = is_done(&event);
    let mut lines: Vec<String> = Vec::new();
    if has(EventShape::Comments) {
        lines.push(": keep-alive".to_owned());
    }
    let data = if has(EventShape::NoSpace) { "data:" } else { "data: " };
    for line in text.lines() {
        match line.strip_prefix("data:").map(str::trim_start) {
            Some("[DONE]") if has(EventShape::BareDone) => lines.push("[DONE]".to_owned()),
            Some(object) if has(EventShape::SplitData) && object.starts_with('{') => {
                // Between two tokens a line feed is white space.
                lines.push(format!("{data}{{"));
                lines.push(format!("{data}{}", &object[1..]));
            }
            Some(other) => lines.push(format!("{data}{other}")),
            None => lines.push(line.to_owned()),
        }
    }
    let end = if has(EventShape::Crlf) {
        "\r\n"
    } else if has(EventShape::Cr) {
        "\r"
    } else {
        "\n"
    };
    if done && has(EventShape::OpenEnd) {
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        return lines.join(end).into();
    }
    let mut written = lines.join(end);
    written.push_str(end);
    written.into()
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::{EventShape, Splitter, finishes, is_done, reshape};

    #[test]
    fn events_are_put_together_from_any_chunks() {
        let stream = b"data: {\"a\":1}\n\n: c\n\ndata: [DONE]\n\nleft";
        for size in 1..stream.len() {
            let mut splitter = Splitter::default();
            let mut events = Vec::new();
            for chunk in stream.chunks(size) {
                splitter.push(chunk);
                while let Some(event) = splitter.next() {
                    events.push(event);
                }
            }
            assert_eq!(events, [&b"data: {\"a\":1}\n\n"[..], b": c\n\n", b"data: [DONE]\n\n"]);
            assert_eq!(splitter.rest().as_deref(), Some(&b"left"[..]));
        }
    }

    #[test]
    fn ends_are_known() {
        assert!(is_done(b"data: [DONE]\n\n") && is_done(b"data:[DONE]\n\n"));
        assert!(!is_done(b"data: {}\n\n"));
        assert!(finishes(
            br#"data: {"choices":[{"finish_reason":null},{"finish_reason":"stop"}]}"#
        ));
        for event in [
            r#"data: {"choices":[{"finish_reason":null}]}"#,
            "data: {",
            ": x",
            "data: []",
        ] {
            assert!(!finishes(event.as_bytes()), "{event}");
        }
    }

    #[test]
    fn shapes_are_written() {
        let write = |event: &'static str, shapes: &[EventShape]| {
            let written = reshape(Bytes::from_static(event.as_bytes()), shapes);
            String::from_utf8(written.to_vec()).unwrap()
        };
        use EventShape::{BareDone, Comments, Cr, Crlf, NoSpace, OpenEnd, SplitData};
        let (event, done) = ("data: {\"a\":1}\n\n", "data: [DONE]\n\n");
        assert_eq!(write(event, &[]), event);
        assert_eq!(write(event, &[Crlf]), "data: {\"a\":1}\r\n\r\n");
        assert_eq!(write(event, &[Cr, Comments]), ": keep-alive\rdata: {\"a\":1}\r\r");
        assert_eq!(write(event, &[NoSpace, SplitData]), "data:{\ndata:\"a\":1}\n\n");
        assert_eq!(write(done, &[BareDone]), "[DONE]\n\n");
        assert_eq!(write(done, &[OpenEnd]), "data: [DONE]");
        assert_eq!(write(event, &[OpenEnd]), event);
    }
}
