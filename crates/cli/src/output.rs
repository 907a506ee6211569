//! What a command prints: results on standard output, notes and progress on standard error.

mod table;
mod text;

use std::io::{IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use clap::ValueEnum;
use serde::Serialize;

use crate::failure::{Failure, Result};
pub(crate) use table::Table;
pub(crate) use text::{bytes, clean, moment, or_dash};

/// When to use colour.
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
}

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const RED: Style = AnsiColor::Red.on_default().bold();
const GREEN: Style = AnsiColor::Green.on_default();
const YELLOW: Style = AnsiColor::Yellow.on_default();
const CYAN: Style = AnsiColor::Cyan.on_default().bold();

/// What a piece of text means, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Heading,
    Dim,
    Good,
    Bad,
    Warning,
    Accent,
}

impl Tone {
    fn style(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Heading => BOLD,
            Self::Dim => DIM,
            Self::Good => GREEN,
            Self::Bad => RED,
            Self::Warning => YELLOW,
            Self::Accent => CYAN,
        }
    }

    /// The tone of a state in the service's word.
    pub(crate) fn of_state(state: &str) -> Self {
        match state {
            "succeeded" | "completed" | "processed" => Self::Good,
            "failed" | "error" | "expired" => Self::Bad,
            "cancelled" | "canceled" | "cancelling" | "deleted" => Self::Warning,
            _ => Self::Plain,
        }
    }
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
        }
    }

    pub(crate) fn is_json(&self) -> bool {
        self.json
    }

    /// Whether standard output is a terminal.
    pub(crate) fn is_terminal(&self) -> bool {
        self.terminal
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

    pub(crate) fn table(&self, columns: &[&str]) -> Table {
        Table::new(*self, columns)
    }

    /// Text for standard output in the colour of its tone.
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
        if failure.is_silent() {
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

fn paint(color: bool, tone: Tone, text: &str) -> String {
    match color && tone != Tone::Plain {
        true => format!("{}{text}{}", tone.style().render(), tone.style().render_reset()),
        false => text.to_owned(),
    }
}
