//! Faults as text: `status=429; retry-after=5; first=2`.
//!
//! Parts are separated by `;`, each a name or `name=value`. A value in double quotes may hold `;`; within quotes `\`
//! escapes the next character.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use http::Method;
use strum::VariantNames;

use super::fault::Fault;
use super::kinds::{Cut, Garble, Place, RetryAfter};
use crate::error::InvalidFault;

/// The longest text taken, in bytes.
const MAX_TEXT: usize = 4096;

pub(super) const NAMES: &str = "status, redirect, body, code, message, retry-after, retry-after-ms, x-ms-retry-after-ms, \
    retry-text, processed, reset, close, end, latency, first-byte, pace, garble, error-event, content-type, events, chop, \
    gzip, label, keep-alive, wait-zero, tool-pieces, parts-content, ignored-after, \
    operation, method, path, deployment, skip, first, every, probability, seed";

/// Names without a value.
const FLAGS: [&str; 5] = ["processed", "gzip", "wait-zero", "parts-content", "ignored-after"];

impl FromStr for Fault {
    type Err = InvalidFault;

    fn from_str(text: &str) -> Result<Self, InvalidFault> {
        if text.len() > MAX_TEXT {
            let why = format!("a fault is limited to {MAX_TEXT} bytes");
            return Err(InvalidFault::new(why));
        }
        let mut fault = Self::new();
        let mut seen: Vec<String> = Vec::new();
        for (name, value) in parts(text)? {
            if seen.contains(&name) {
                return Err(InvalidFault::new(format!("{name} is given twice")));
            }
            fault.set(&name, value)?;
            seen.push(name);
        }
        let has = |name: &str| seen.iter().any(|other| other == name);
        if ["reset", "close", "end"].iter().filter(|name| has(name)).count() > 1 {
            return Err(InvalidFault::new("only one of reset, close and end may be given"));
        }
        if has("seed") && !has("probability") {
            return Err(InvalidFault::new("seed needs probability"));
        }
        fault.validate()?;
        Ok(fault)
    }
}

impl Fault {
    fn set(&mut self, name: &str, value: Option<String>) -> Result<(), InvalidFault> {
        let given = value.as_deref();
        let needed = || given.ok_or_else(|| InvalidFault::new(format!("{name} needs a value")));
        let text = || needed().map(str::to_owned);
        let number = || whole(name, needed()?);
        match name {
            "status" => {
                let status = u16::try_from(number()?).unwrap_or(u16::MAX);
                self.status = Some(status);
            }
            "redirect" => self.redirect = Some(text()?),
            "body" => self.body = Some(one_of(name, needed()?)?),
            "code" => self.code = Some(text()?),
            "message" => self.message = Some(text()?),
            "retry-after" => self.retry_after.push(retry_after(needed()?)),
            "retry-after-ms" => self.retry_after.push(RetryAfter::Millis(number()?)),
            "x-ms-retry-after-ms" => self.retry_after.push(RetryAfter::MsMillis(number()?)),
            "retry-text" => self.retry_after.push(RetryAfter::Text(number()?)),
            flag if FLAGS.contains(&flag) && given.is_some() => {
                return Err(InvalidFault::new(format!("{name} takes no value")));
            }
            "processed" => self.processed = true,
            "gzip" => self.gzip = true,
            "parts-content" => self.parts_content = true,
            "ignored-after" => self.ignored_after = true,
            "wait-zero" => {
                self.status = Some(429);
                self.retry_after.push(RetryAfter::Seconds(0));
            }
            "label" => self.label = Some(one_of(name, needed()?)?),
            "keep-alive" => self.keep_alive = wait(name, needed()?)?,
            "tool-pieces" => {
                for pieces in needed()?.split(',') {
                    *self = std::mem::take(self).tool_pieces(one_of(name, pieces.trim())?);
                }
            }
            "reset" => self.cut = Some((Cut::Reset, place(name, needed()?)?)),
            "close" => self.cut = Some((Cut::Close, place(name, needed()?)?)),
            "end" => self.cut = Some((Cut::End, place(name, needed()?)?)),
            "latency" => self.latency = wait(name, needed()?)?,
            "first-byte" => self.first_byte = wait(name, needed()?)?,
            "pace" => self.pace = wait(name, needed()?)?,
            "garble" => self.garble = Some(garble(name, needed()?)?),
            "error-event" => self.error_event = Some(number()?),
            "content-type" => {
                self.content_type = Some(text().map(|kind| (kind != "none").then_some(kind))?);
            }
            "events" => {
                for shape in needed()?.split(',') {
                    *self = std::mem::take(self).event_shape(one_of(name, shape.trim())?);
                }
            }
            "chop" => self.chop = Some(usize::try_from(number()?).unwrap_or(usize::MAX)),
            "operation" => self.target.operation = Some(text()?),
            "method" => {
                let method = Method::from_bytes(needed()?.to_ascii_uppercase().as_bytes());
                self.target.method =
                    Some(method.map_err(|_| invalid_value(name, &text().unwrap_or_default(), "a method"))?);
            }
            "path" => self.target.path = Some(text()?),
            "deployment" => self.target.deployment = Some(text()?),
            "skip" => self.when.skip = number()?,
            "first" => self.when.first = Some(number()?),
            "every" => self.when.every = Some(number()?),
            "probability" => {
                let expected = || invalid_value(name, given.unwrap_or_default(), "a number from 0 to 1");
                self.when.probability = Some(needed()?.parse().map_err(|_| expected())?);
            }
            "seed" => self.when.seed = number()?,
            _ => {
                let why = format!("unknown name {name:?}; known names: {NAMES}");
                return Err(InvalidFault::new(why));
            }
        }
        Ok(())
    }
}

/// Names, in lower case, and values, quotes taken away.
fn parts(text: &str) -> Result<Vec<(String, Option<String>)>, InvalidFault> {
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

fn whole(name: &str, value: &str) -> Result<u64, InvalidFault> {
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    let number = value.parse().ok().filter(|_| digits);
    number.ok_or_else(|| invalid_value(name, value, "a whole number"))
}

fn one_of<T: FromStr + VariantNames>(name: &str, value: &str) -> Result<T, InvalidFault> {
    let other = |_| invalid_value(name, value, format!("one of {}", T::VARIANTS.join(", ")));
    value.parse().map_err(other)
}

fn wait(name: &str, value: &str) -> Result<Duration, InvalidFault> {
    let (number, unit) = match value.strip_suffix("ms") {
        Some(number) => (number, 0.001),
        None => (value.strip_suffix('s').unwrap_or("no unit"), 1.0),
    };
    let seconds = number.trim_end().parse::<f64>().ok();
    seconds
        .and_then(|seconds| Duration::try_from_secs_f64(seconds * unit).ok())
        .ok_or_else(|| invalid_value(name, value, "a time such as 200ms or 1.5s"))
}

fn retry_after(value: &str) -> RetryAfter {
    let number = |text: &str| whole("", text).ok();
    let date = value.strip_prefix("date:").and_then(number);
    match (number(value), date) {
        (Some(seconds), _) => RetryAfter::Seconds(seconds),
        (None, Some(seconds)) => RetryAfter::Date(seconds),
        (None, None) => RetryAfter::Raw(value.to_owned()),
    }
}

fn place(name: &str, value: &str) -> Result<Place, InvalidFault> {
    let (kind, number) = match value.split_once(':') {
        Some((kind, number)) => (kind, Some(whole(name, number)?)),
        None => (value, None),
    };
    Ok(match (kind, number) {
        ("headers", None) => Place::Headers,
        ("body", None) => Place::Body,
        ("body", Some(bytes)) => Place::BodyAt(bytes),
        ("event", number) => Place::Event(number.unwrap_or(1)),
        ("events", Some(number)) => Place::Events(number),
        ("finish", None) => Place::Finish,
        ("done", None) => Place::Done,
        _ => {
            let places = "headers, body, body:N, event, event:N, events:N, finish or done";
            return Err(invalid_value(name, value, places));
        }
    })
}

fn garble(name: &str, value: &str) -> Result<Garble, InvalidFault> {
    let (kind, after) = match value.split_once(':') {
        Some((kind, number)) => (kind, whole(name, number)?),
        None => (value, 1),
    };
    match kind {
        "json" => Ok(Garble::Json(after)),
        "utf8" => Ok(Garble::Utf8(after)),
        _ => Err(invalid_value(name, value, "json, utf8, json:N or utf8:N")),
    }
}

fn invalid_value(name: &str, value: &str, expected: impl fmt::Display) -> InvalidFault {
    InvalidFault::new(format!("{name}={value:?} must be {expected}"))
}
