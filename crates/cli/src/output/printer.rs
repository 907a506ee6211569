//! Standard output and standard error.

use std::io::{IsTerminal, Write};

use clap::ValueEnum;
use serde::Serialize;

use super::text::clean;
use super::tone::{Tone, paint};
use crate::failure::{Failure, Kind, Result};

/// When to use color.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    Always,
    Never,
}

/// Where and how a command prints.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    json: bool,
    quiet: bool,
    terminal: bool,
    color: bool,
    error_color: bool,
    bars: bool,
}

impl Output {
    pub(crate) fn new(json: bool, quiet: bool, color: Color) -> Self {
        let terminal = std::io::stdout().is_terminal();
        let error_terminal = std::io::stderr().is_terminal();
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let allowed = |terminal: bool| match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && !dumb && !set("NO_COLOR"),
        };
        Self {
            json,
            quiet,
            terminal,
            color: allowed(terminal) && !json,
            error_color: allowed(error_terminal),
            bars: error_terminal && !dumb && !quiet && !json,
        }
    }

    pub(crate) fn is_json(&self) -> bool {
        self.json
    }

    /// Whether standard output is a terminal.
    pub(crate) fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// Whether progress is shown as bars: standard error is a terminal, and notes are wanted.
    pub(crate) fn shows_bars(&self) -> bool {
        self.bars
    }

    /// Whether standard output has colors.
    pub(crate) fn uses_color(&self) -> bool {
        self.color
    }

    /// Text on standard output, as it is but for control characters on a terminal. No line end is added.
    pub(crate) fn text(&self, text: &str) -> Result<()> {
        let mut out = std::io::stdout().lock();
        match self.terminal {
            true => out.write_all(clean(text).as_bytes())?,
            false => out.write_all(text.as_bytes())?,
        }
        Ok(out.flush()?)
    }

    /// A line on standard output.
    pub(crate) fn line(&self, line: &str) -> Result<()> {
        let mut out = std::io::stdout().lock();
        Ok(writeln!(out, "{line}")?)
    }

    /// Bytes on standard output.
    pub(crate) fn bytes(&self, bytes: &[u8]) -> Result<()> {
        let mut out = std::io::stdout().lock();
        out.write_all(bytes)?;
        Ok(out.flush()?)
    }

    /// A line of JSON on standard output.
    pub(crate) fn json_line(&self, value: &impl Serialize) -> Result<()> {
        let mut out = std::io::stdout().lock();
        serde_json::to_writer(&mut out, value).map_err(|error| Failure::from(std::io::Error::from(error)))?;
        Ok(out.write_all(b"\n")?)
    }

    /// A result: its JSON with `--json`, else what `text` makes of it.
    pub(crate) fn result<T: Serialize>(&self, value: &T, text: impl FnOnce(&T) -> String) -> Result<()> {
        match self.json {
            true => self.json_line(value),
            false => self.line(&text(value)),
        }
    }

    /// Names and values below each other; with `--json` the value itself.
    pub(crate) fn details<T: Serialize>(&self, value: &T, pairs: &[(&str, String)]) -> Result<()> {
        if self.json {
            return self.json_line(value);
        }
        let width = pairs.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
        for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
            let name = self.paint(Tone::Dim, &format!("{name:width$}"));
            self.line(&format!("{name}  {}", clean(value)))?;
        }
        Ok(())
    }

    /// Text for standard output in the color of its tone.
    pub(crate) fn paint(&self, tone: Tone, text: &str) -> String {
        paint(self.color, tone, text)
    }

    /// A line on standard error about what is going on, unless `--quiet` or `--json`.
    pub(crate) fn note(&self, line: &str) {
        if !self.quiet && !self.json {
            self.say(&paint(self.error_color, Tone::Dim, &clean(line)));
        }
    }

    /// A line on standard error about something to look at.
    pub(crate) fn warn(&self, line: &str) {
        let head = paint(self.error_color, Tone::Warning, "warning:");
        self.say(&format!("{head} {}", clean(line)));
    }

    pub(crate) fn failure(&self, failure: &Failure) {
        if failure.kind() == Kind::ClosedOutput {
            return;
        }
        if self.json {
            return self.say(&failure.json().to_string());
        }
        let head = paint(self.error_color, Tone::Bad, "error:");
        self.say(&format!("{head} {}", clean(failure.message())));
        if let Some(advice) = failure.advice() {
            let head = paint(self.error_color, Tone::Accent, " next:");
            self.say(&format!("{head} {}", clean(advice)));
        }
    }

    fn say(&self, line: &str) {
        // Nothing is left to report to where standard error is closed.
        let _ = writeln!(std::io::stderr().lock(), "{line}");
    }
}
