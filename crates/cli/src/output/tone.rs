//! Colors by meaning.

use anstyle::{AnsiColor, Style};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const RED: Style = AnsiColor::Red.on_default().bold();
const GREEN: Style = AnsiColor::Green.on_default();
const YELLOW: Style = AnsiColor::Yellow.on_default();
const CYAN: Style = AnsiColor::Cyan.on_default().bold();

/// What a text means, for its color.
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

pub(super) fn paint(color: bool, tone: Tone, text: &str) -> String {
    match color && tone != Tone::Plain {
        true => format!("{}{text}{}", tone.style().render(), tone.style().render_reset()),
        false => text.to_owned(),
    }
}
