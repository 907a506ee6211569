//! How far long work is: a bar on a terminal, a line now and then elsewhere.

use std::fmt::Write;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use super::printer::Output;
use super::text;

/// Without a terminal, lines come at least this far apart unless the state has changed.
const LINE_INTERVAL: Duration = Duration::from_secs(10);
const TICK: Duration = Duration::from_millis(120);

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Bytes,
    /// Things of this name, in the plural.
    Items(&'static str),
    /// Nothing: only time passes.
    Nothing,
}

/// The progress of one task. It disappears from the terminal when it is dropped.
pub(crate) struct ProgressLine {
    out: Output,
    unit: Unit,
    bar: ProgressBar,
    lines: Mutex<Lines>,
}

/// What was printed in place of a bar.
struct Lines {
    state: String,
    last: Instant,
}

impl ProgressLine {
    /// Starts at zero of `total`, or of an unknown total.
    pub(crate) fn new(out: Output, state: impl Into<String>, unit: Unit, total: Option<u64>) -> Self {
        let state = state.into();
        let bar = match out.shows_bars() {
            true => ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr()),
            false => ProgressBar::hidden(),
        };
        match (unit, total) {
            _ if out.shows_bars() => {}
            (Unit::Bytes, Some(total)) => out.note(&format!("{state}, {}", text::bytes(total))),
            (Unit::Items(name), Some(1)) => out.note(&format!("{state} 1 {}", name.trim_end_matches('s'))),
            (Unit::Items(name), Some(total)) => out.note(&format!("{state} {total} {name}")),
            _ => out.note(&state),
        }
        let progress = Self {
            out,
            unit,
            bar,
            lines: Mutex::new(Lines {
                state: String::new(),
                last: Instant::now(),
            }),
        };
        progress.bar.set_style(progress.style(total.is_some()));
        progress.bar.set_message(state);
        if out.shows_bars() {
            progress.bar.enable_steady_tick(TICK);
        }
        progress
    }

    /// Starts something whose end is not known.
    pub(crate) fn spinner(out: Output, state: impl Into<String>) -> Self {
        Self::new(out, state, Unit::Nothing, None)
    }

    fn style(&self, bounded: bool) -> ProgressStyle {
        let template = match (self.unit, bounded) {
            (Unit::Bytes, true) => {
                "{msg} {bar:30.cyan/dim} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left".to_owned()
            }
            (Unit::Bytes, false) => "{spinner:.cyan} {msg} {bytes}, {bytes_per_sec}".to_owned(),
            (Unit::Nothing, _) => "{spinner:.cyan} {msg}, {elapsed}".to_owned(),
            (Unit::Items(name), true) => {
                format!("{{msg}} {{bar:30.cyan/dim}} {{human_pos}} of {{human_len}} {name}, {{rate}}, {{eta}} left")
            }
            (Unit::Items(name), false) => format!("{{spinner:.cyan}} {{msg}} {{human_pos}} {name}, {{elapsed}}"),
        };
        ProgressStyle::with_template(&template)
            .unwrap_or_else(|_| ProgressStyle::default_bar())
            .with_key("rate", |state: &ProgressState, text: &mut dyn Write| {
                let _ = write!(text, "{:.1}/s", state.per_sec());
            })
            .progress_chars("━╸─")
    }

    /// Sets how far it is, and of how much where that is known.
    pub(crate) fn set(&self, position: u64, total: impl Into<Option<u64>>) {
        if let Some(total) = total.into()
            && self.bar.length() != Some(total)
        {
            self.bar.set_length(total);
            self.bar.set_style(self.style(true));
        }
        self.bar.set_position(position);
        self.print_line(false);
    }

    /// Sets what goes on.
    pub(crate) fn state(&self, state: impl Into<String>) {
        let state = state.into();
        if self.bar.message() != state {
            self.bar.set_message(state);
            self.print_line(true);
        }
    }

    /// Prints on standard output, above the bar.
    pub(crate) fn above<T>(&self, print: impl FnOnce() -> T) -> T {
        self.bar.suspend(print)
    }

    fn print_line(&self, always: bool) {
        if self.out.shows_bars() {
            return;
        }
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        if !always && lines.last.elapsed() < LINE_INTERVAL {
            return;
        }
        let (position, total) = (self.bar.position(), self.bar.length());
        let count = |number: u64| match self.unit {
            Unit::Bytes => text::bytes(number),
            Unit::Items(_) | Unit::Nothing => number.to_string(),
        };
        let name = match self.unit {
            Unit::Bytes | Unit::Nothing => String::new(),
            Unit::Items(name) => format!(" {name}"),
        };
        let state = match total {
            Some(total) => format!("{}: {} of {}{name}", self.bar.message(), count(position), count(total)),
            None if position == 0 => self.bar.message(),
            None => format!("{}: {}{name}", self.bar.message(), count(position)),
        };
        if lines.state != state {
            self.out.note(&state);
            lines.state = state;
            lines.last = Instant::now();
        }
    }
}

impl Drop for ProgressLine {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
