//! An error as one line to act on, and as an object for logs.

use std::fmt::{self, Formatter, Write};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{Error, ErrorKind, GaveUp};

/// How much of a message or body the line shows.
const LONGEST: usize = 300;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        line(self, f)
    }
}

/// An object for logs: `kind`, the line of `Display` as `message`, the number of `attempts`, and what is known of
/// `operation`, `status`, `code` and `request_id`.
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        fields.serialize_entry("kind", &self.kind())?;
        fields.serialize_entry("message", &self.to_string())?;
        fields.serialize_entry("attempts", &self.attempts().len())?;
        if let Some(status) = self.status() {
            fields.serialize_entry("status", &status.as_u16())?;
        }
        let texts = [
            ("operation", self.operation()),
            ("code", self.code()),
            ("request_id", self.request_id()),
        ];
        for (name, text) in texts {
            if let Some(text) = text {
                fields.serialize_entry(name, text)?;
            }
        }
        fields.end()
    }
}

fn line(error: &Error, f: &mut Formatter<'_>) -> fmt::Result {
    if let Some(operation) = error.operation() {
        write!(f, "{operation}: ")?;
    }
    match (error.kind(), error.status()) {
        (ErrorKind::Status, Some(status)) => write!(f, "{status}")?,
        _ => f.write_str(&error.0.text)?,
    }
    if let Some(code) = error
        .code()
        .filter(|code| error.status().is_none_or(|status| *code != status.as_str()))
    {
        write!(f, " ({})", Line(code, LONGEST))?;
    }
    if let Some(path) = error.json_path() {
        write!(f, ", at `{path}`")?;
    }
    if let (attempts @ 2.., Some(elapsed)) = (error.attempts().len(), error.elapsed()) {
        write!(f, ", after {attempts} attempts in {:.1} s", elapsed.as_secs_f64())?;
    }
    if let (Some(source), true) = (&error.0.source, error.kind() != ErrorKind::Status) {
        write!(f, ": {}", Line(&root(source.as_ref()), LONGEST))?;
    } else if let Some(message) = error.message() {
        write!(f, ": {}", Line(message, LONGEST))?;
    } else if error.kind() == ErrorKind::Status && !error.0.text.is_empty() {
        write!(f, ": {}", error.0.text)?;
    } else if let Some(start) = error.body_start().filter(|start| !start.trim().is_empty()) {
        write!(f, ": the body starts `{}`", Line(start, LONGEST))?;
    }
    if is_unknown_place(error) && error.message().is_some() && !error.0.text.is_empty() {
        write!(f, " [{}]", error.0.text)?;
    }
    if let Some(filter) = error.content_filter_results() {
        let blocked: Vec<_> = filter.blocked().collect();
        if !blocked.is_empty() {
            write!(f, " [blocked for: {}]", Line(&blocked.join(", "), LONGEST))?;
        }
    }
    if let Some(id) = error.request_id() {
        write!(f, " [request id {}]", Line(id, LONGEST))?;
    }
    if let Some(what) = error.left_behind() {
        write!(f, " — left behind: {}", Line(what, LONGEST))?;
    }
    match (advice(error), why_not_retried(error)) {
        (Some(advice), Some(why)) => write!(f, " — {advice} (not retried: {why})"),
        (Some(advice), None) => write!(f, " — {advice}"),
        (None, Some(why)) => write!(f, " — not retried: {why}"),
        (None, None) => Ok(()),
    }
}

/// Whether the path or the deployment was not found, rather than a file or job.
fn is_unknown_place(error: &Error) -> bool {
    let is_place = |code: &str| code == "404" || code.eq_ignore_ascii_case("DeploymentNotFound");
    error.is_not_found() && error.code().is_none_or(is_place)
}

/// What the number of attempts does not say.
fn why_not_retried(error: &Error) -> Option<&'static str> {
    Some(match error.gave_up()? {
        GaveUp::Retries | GaveUp::Deadline => return None,
        GaveUp::LongWait => "the wait is longer than the retry policy allows",
        GaveUp::MayHaveBeenProcessed => "the request may have been processed; look before you send it again",
        GaveUp::OneShotBody => "the body is a stream that was read already",
        GaveUp::Throttled => "retry budget exhausted",
    })
}

/// The first cause: what stands between says the same in other words.
fn root(error: &(dyn std::error::Error + 'static)) -> String {
    let mut error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error.to_string()
}

fn advice(error: &Error) -> Option<String> {
    if error.is_content_filtered() {
        return Some("the content filter blocked it: change the prompt".to_owned());
    }
    let wait = error
        .retry_after()
        .map(|wait| format!("wait {:.1} s, then retry", wait.as_secs_f64()));
    if error.kind() == ErrorKind::CircuitOpen {
        return wait;
    }
    if error.kind() != ErrorKind::Status {
        return None;
    }
    match error.status()?.as_u16() {
        // Without a message it is there already.
        400 if !error.0.text.is_empty() && error.message().is_some() => Some(error.0.text.to_string()),
        401 => Some("check the key or token, and that it belongs to this endpoint".to_owned()),
        403 => Some("check the caller's role, the network rules, and whether keys are switched off".to_owned()),
        404 if error
            .code()
            .is_some_and(|code| code.eq_ignore_ascii_case("DeploymentNotFound")) =>
        {
            Some("check the deployment's name; a new one takes some minutes".to_owned())
        }
        404 if error.code().is_none_or(|code| code == "404") => {
            Some("check the endpoint, the api-version and the ids in the path".to_owned())
        }
        429 => Some(wait.unwrap_or_else(|| "wait, then retry".to_owned())),
        500..=599 => Some(wait.unwrap_or_else(|| "retry later".to_owned())),
        _ => None,
    }
}

/// Text on one line, cut after so many characters.
pub(crate) struct Line<'a>(pub(crate) &'a str, pub(crate) usize);

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut space = false;
        for (count, c) in self.0.trim().chars().enumerate() {
            if count >= self.1 {
                return f.write_char('…');
            }
            if c.is_whitespace() || c.is_control() {
                space = true;
                continue;
            }
            if std::mem::take(&mut space) {
                f.write_char(' ')?;
            }
            f.write_char(c)?;
        }
        Ok(())
    }
}
