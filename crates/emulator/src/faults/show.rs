//! Faults as text that can be read again.

use std::fmt;
use std::time::Duration;

use super::fault::Fault;
use super::kinds::{Cut, Garble, Place, RetryAfter};

impl RetryAfter {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Seconds(_) | Self::Date(_) | Self::Raw(_) => "retry-after",
            Self::Millis(_) => "retry-after-ms",
            Self::MsMillis(_) => "x-ms-retry-after-ms",
            Self::Text(_) => "retry-text",
        }
    }
}

impl fmt::Display for RetryAfter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name();
        match self {
            Self::Seconds(number) | Self::Millis(number) | Self::MsMillis(number) | Self::Text(number) => {
                write!(formatter, "{name}={number}")
            }
            Self::Date(seconds) => write!(formatter, "{name}=date:{seconds}"),
            Self::Raw(value) => write!(formatter, "{name}={}", quote(value)),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Headers => formatter.write_str("headers"),
            Self::Body => formatter.write_str("body"),
            Self::BodyAt(bytes) => write!(formatter, "body:{bytes}"),
            Self::Event(number) => write!(formatter, "event:{number}"),
            Self::Events(number) => write!(formatter, "events:{number}"),
            Self::Finish => formatter.write_str("finish"),
            Self::Done => formatter.write_str("done"),
        }
    }
}

/// The grammar's text, which can be read again.
impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts: Vec<String> = Vec::new();
        let mut part = |name: &str, value: Option<String>| {
            parts.extend(value.map(|value| format!("{name}={value}")));
        };
        let number = |value: Option<u64>| value.map(|value| value.to_string());
        let text = |value: &Option<String>| value.as_deref().map(quote);
        let time = |time: Duration| (!time.is_zero()).then(|| show_time(time));
        part("status", number(self.status.map(u64::from)));
        part("redirect", text(&self.redirect));
        part("body", self.body.map(key));
        part("code", text(&self.code));
        part("message", text(&self.message));
        for retry_after in &self.retry_after {
            let shown = retry_after.to_string();
            let value = shown.split_once('=').map(|(_, value)| value.to_owned());
            part(retry_after.name(), value);
        }
        part("latency", time(self.latency));
        part("first-byte", time(self.first_byte));
        part("pace", time(self.pace));
        if let Some((cut, place)) = self.cut {
            let name = match cut {
                Cut::Reset => "reset",
                Cut::Close => "close",
                Cut::End => "end",
            };
            part(name, Some(place.to_string()));
        }
        part(
            "garble",
            self.garble.map(|garble| match garble {
                Garble::Json(after) => format!("json:{after}"),
                Garble::Utf8(after) => format!("utf8:{after}"),
            }),
        );
        part("error-event", number(self.error_event));
        part(
            "content-type",
            self.content_type
                .as_ref()
                .map(|kind| kind.as_deref().map_or_else(|| "none".to_owned(), quote)),
        );
        part("events", keys(&self.event_shapes));
        part("chop", number(self.chop.map(|bytes| bytes as u64)));
        part("label", self.label.map(key));
        part("keep-alive", time(self.keep_alive));
        part("tool-pieces", keys(&self.tool_pieces));
        part("operation", text(&self.target.operation));
        part(
            "method",
            self.target.method.as_ref().map(|method| quote(method.as_str())),
        );
        part("path", text(&self.target.path));
        part("deployment", text(&self.target.deployment));
        part("skip", number(Some(self.when.skip).filter(|skip| *skip > 0)));
        part("first", number(self.when.first));
        part("every", number(self.when.every));
        if let Some(probability) = self.when.probability {
            part("probability", Some(probability.to_string()));
            part("seed", Some(self.when.seed.to_string()));
        }
        for (name, set) in [
            ("gzip", self.gzip),
            ("parts-content", self.parts_content),
            ("ignored-after", self.ignored_after),
            ("processed", self.processed),
        ] {
            parts.extend(set.then(|| name.to_owned()));
        }
        formatter.write_str(&parts.join("; "))
    }
}

fn show_time(time: Duration) -> String {
    match time.subsec_nanos() {
        0 => format!("{}s", time.as_secs()),
        nanos if nanos.is_multiple_of(1_000_000) => format!("{}ms", time.as_millis()),
        _ => format!("{}s", time.as_secs_f64()),
    }
}

pub(super) fn key(value: impl Into<&'static str>) -> String {
    value.into().to_owned()
}

fn keys<T: Copy + Into<&'static str>>(values: &[T]) -> Option<String> {
    let keys: Vec<&str> = values.iter().map(|value| (*value).into()).collect();
    (!keys.is_empty()).then(|| keys.join(","))
}

fn quote(value: &str) -> String {
    let plain = value.trim() == value && !value.contains([';', '"', '\\']) && !value.is_empty();
    if plain {
        return value.to_owned();
    }
    let escaped = value.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}
