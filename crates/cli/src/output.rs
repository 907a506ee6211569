//! What a command prints: results on standard output, notes and progress on standard error.

mod printer;
mod progress;
mod table;
mod text;
mod tone;

pub(crate) use printer::{Color, Output};
pub(crate) use progress::{ProgressLine, Unit};
pub(crate) use table::Table;
pub(crate) use text::{bytes, clean, moment, or_dash};
pub(crate) use tone::Tone;
