//! Faults as text: `status=429; retry-after=5; first=2`.
//!
//! Parts are separated by `;`, each a name or `name=value`. A value in double quotes may hold `;`; within quotes `\`
//! escapes the next character.

use std::fmt::{self, Display};
use std::str::FromStr;
use std::time::Duration;

use strum::VariantNames;

use super::fault::Fault;
use super::kinds::{EventShape, FaultBody, Label, RetryAfter, ToolChunks};
use super::target::Target;
use super::when::When;
use crate::error::InvalidFault;

/// The longest text taken, in bytes.
const MAX_TEXT: usize = 4096;
const NUMBER: &str = "a whole number";
const TIME: &str = "a time such as 200ms or 1.5s";
const PLACE: &str = "headers, body, body:N, event, event:N, events:N, finish or done";
const ANY: &str = "text";
/// What flags expect, which are names alone.
const NOTHING: &str = "";

/// The parts that have a field of their own, in the order in which they are shown, and what is expected of their
/// values.
macro_rules! parts {
    ($($owner:ident { $($name:literal $field:ident: $expected:expr,)* })*) => {$(
        impl $owner {
            const NAMES: &[&str] = &[$($name),*];

            /// Sets the part of this name. Returns whether there is one.
            fn set_part(&mut self, name: &str, value: Option<&str>) -> Result<bool, InvalidFault> {
                match name {
                    $($name => self.$field.set(value).ok_or_else(|| wrong(name, value, &$expected))?,)*
                    _ => return Ok(false),
                }
                Ok(true)
            }

            fn show_parts(&self) -> impl Iterator<Item = (&'static str, String)> {
                [$(($name, self.$field.show())),*].into_iter().filter_map(|(name, value)| Some((name, value?)))
            }
        }
    )*};
}

parts! {
    Fault {
        "status" status: NUMBER,
        "redirect" redirect: ANY,
        "body" body: one_of(FaultBody::VARIANTS),
        "code" code: ANY,
        "message" message: ANY,
        "latency" latency: TIME,
        "first-byte" first_byte: TIME,
        "pace" pace: TIME,
        "reset" reset: PLACE,
        "close" close: PLACE,
        "end" end: PLACE,
        "garble" garble: "json, utf8, json:N or utf8:N",
        "error-event" error_event: NUMBER,
        "content-type" content_type: ANY,
        "events" event_shapes: one_of(EventShape::VARIANTS),
        "chop" chop: NUMBER,
        "label" label: one_of(Label::VARIANTS),
        "keep-alive" keep_alive: TIME,
        "tool-chunks" tool_chunks: one_of(ToolChunks::VARIANTS),
        "gzip" gzip: NOTHING,
        "parts-content" parts_content: NOTHING,
        "ignored-after" ignored_after: NOTHING,
        "processed" processed: NOTHING,
    }
    Target {
        "operation" operation: ANY,
        "method" method: "a method",
        "path" path: ANY,
        "deployment" deployment: ANY,
    }
    When {
        "skip" skip: NUMBER,
        "first" first: NUMBER,
        "every" every: NUMBER,
        "probability" probability: "a number from 0 to 1",
        "seed" seed: NUMBER,
    }
}

/// Those that share a field.
const OTHER_NAMES: &[&str] = &[
    "retry-after",
    "retry-after-ms",
    "x-ms-retry-after-ms",
    "retry-text",
    "wait-zero",
];

/// The names of all parts.
pub(super) fn names() -> String {
    [Fault::NAMES, OTHER_NAMES, Target::NAMES, When::NAMES]
        .concat()
        .join(", ")
}

impl FromStr for Fault {
    type Err = InvalidFault;

    fn from_str(text: &str) -> Result<Self, InvalidFault> {
        if text.len() > MAX_TEXT {
            let why = format!("a fault is limited to {MAX_TEXT} bytes");
            return Err(InvalidFault::new(why));
        }
        let mut fault = Self::new();
        let mut seen: Vec<String> = Vec::new();
        for (name, value) in split(text)? {
            if seen.contains(&name) {
                return Err(InvalidFault::new(format!("{name} is given twice")));
            }
            fault.set(&name, value.as_deref())?;
            seen.push(name);
        }
        let has = |name: &str| seen.iter().any(|other| other == name);
        if has("seed") && !has("probability") {
            return Err(InvalidFault::new("seed needs probability"));
        }
        fault.validate()?;
        Ok(fault)
    }
}

impl Fault {
    fn set(&mut self, name: &str, value: Option<&str>) -> Result<(), InvalidFault> {
        let number = || value.and_then(|text| text.parse().ok());
        let retry_after = match name {
            "retry-after" => value.map(RetryAfter::header),
            "retry-after-ms" => number().map(RetryAfter::Millis),
            "x-ms-retry-after-ms" => number().map(RetryAfter::MsMillis),
            "retry-text" => number().map(RetryAfter::Text),
            "wait-zero" => {
                self.status = Some(429);
                value.is_none().then_some(RetryAfter::Seconds(0))
            }
            _ if self.set_part(name, value)?
                || self.target.set_part(name, value)?
                || self.when.set_part(name, value)? =>
            {
                return Ok(());
            }
            _ => {
                let why = format!("unknown name {name:?}; known names: {}", names());
                return Err(InvalidFault::new(why));
            }
        };
        let expected = if name == "wait-zero" { NOTHING } else { NUMBER };
        self.retry_after
            .push(retry_after.ok_or_else(|| wrong(name, value, expected))?);
        Ok(())
    }
}

/// The grammar's text, which can be read again.
impl Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let waits = self
            .retry_after
            .iter()
            .map(|wait| (wait.name(), quote(&wait.to_string())));
        let conditions = self.target.show_parts().chain(self.when.show_parts());
        let parts = self.show_parts().chain(waits).chain(conditions);
        let parts = parts.map(|(name, value)| match value.as_str() {
            NOTHING => name.to_owned(),
            value => format!("{name}={value}"),
        });
        formatter.write_str(&parts.collect::<Vec<_>>().join("; "))
    }
}

/// A field that is a part of the text.
trait Part {
    /// `None` if the value is invalid.
    fn set(&mut self, value: Option<&str>) -> Option<()>;

    /// `None` if it is unset.
    fn show(&self) -> Option<String>;
}

impl<T: FromStr + Display> Part for Option<T> {
    fn set(&mut self, value: Option<&str>) -> Option<()> {
        *self = Some(value?.parse().ok()?);
        Some(())
    }

    fn show(&self) -> Option<String> {
        self.as_ref().map(|value| quote(&value.to_string()))
    }
}

/// Values separated by commas.
impl<T: FromStr + Display + PartialEq> Part for Vec<T> {
    fn set(&mut self, value: Option<&str>) -> Option<()> {
        for item in value?.split(',') {
            let item = item.trim().parse().ok()?;
            if !self.contains(&item) {
                self.push(item);
            }
        }
        Some(())
    }

    fn show(&self) -> Option<String> {
        let shown: Vec<String> = self.iter().map(T::to_string).collect();
        (!shown.is_empty()).then(|| shown.join(","))
    }
}

impl Part for bool {
    fn set(&mut self, value: Option<&str>) -> Option<()> {
        *self = true;
        value.is_none().then_some(())
    }

    fn show(&self) -> Option<String> {
        self.then(|| NOTHING.to_owned())
    }
}

impl Part for u64 {
    fn set(&mut self, value: Option<&str>) -> Option<()> {
        *self = value?.parse().ok()?;
        Some(())
    }

    fn show(&self) -> Option<String> {
        (*self > 0).then(|| self.to_string())
    }
}

impl Part for Duration {
    fn set(&mut self, value: Option<&str>) -> Option<()> {
        let (number, unit) = match value?.strip_suffix("ms") {
            Some(number) => (number, 0.001),
            None => (value?.strip_suffix('s')?, 1.0),
        };
        let seconds: f64 = number.trim_end().parse().ok()?;
        *self = Self::try_from_secs_f64(seconds * unit).ok()?;
        Some(())
    }

    fn show(&self) -> Option<String> {
        Some(match self.subsec_nanos() {
            _ if self.is_zero() => return None,
            0 => format!("{}s", self.as_secs()),
            nanos if nanos.is_multiple_of(1_000_000) => format!("{}ms", self.as_millis()),
            _ => format!("{}s", self.as_secs_f64()),
        })
    }
}

fn one_of(choices: &[&str]) -> String {
    format!("one of {}", choices.join(", "))
}

fn wrong(name: &str, value: Option<&str>, expected: &str) -> InvalidFault {
    InvalidFault::new(match value {
        Some(_) if expected == NOTHING => format!("{name} takes no value"),
        Some(value) => format!("{name}={value:?} must be {expected}"),
        None => format!("{name} needs a value"),
    })
}

/// Names, in lower case, and values, quotes taken away.
fn split(text: &str) -> Result<Vec<(String, Option<String>)>, InvalidFault> {
    let mut parts = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches([' ', '\t', ';']);
        if rest.is_empty() {
            return Ok(parts);
        }
        let end = rest.find(['=', ';']).unwrap_or(rest.len());
        let name = rest[..end].trim().to_ascii_lowercase();
        let Some(after) = rest[end..].strip_prefix('=') else {
            parts.push((name, None));
            rest = &rest[end..];
            continue;
        };
        let after = after.trim_start();
        let (value, tail) = match after.strip_prefix('"') {
            Some(quoted) => unquote(quoted)?,
            None => {
                let end = after.find(';').unwrap_or(after.len());
                (after[..end].trim_end().to_owned(), &after[end..])
            }
        };
        let tail = tail.trim_start();
        if !tail.is_empty() && !tail.starts_with(';') {
            let why = format!("missing ; before {tail:?}");
            return Err(InvalidFault::new(why));
        }
        parts.push((name, Some(value)));
        rest = tail;
    }
}

/// The text before the closing quote, and the rest after it.
fn unquote(text: &str) -> Result<(String, &str), InvalidFault> {
    let mut value = String::new();
    let mut characters = text.char_indices();
    while let Some((index, character)) = characters.next() {
        match character {
            '"' => return Ok((value, &text[index + 1..])),
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            other => value.push(other),
        }
    }
    Err(InvalidFault::new("missing closing quote"))
}

fn quote(value: &str) -> String {
    let plain = value.trim() == value && !value.contains([';', '"', '\\']) && !value.is_empty();
    if plain {
        return value.to_owned();
    }
    let escaped = value.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}
