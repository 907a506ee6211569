//! Where in a text the asynchronous content filter is.

use serde::Serialize;

/// Characters after which the filter reports.
const WINDOW: usize = 200;

/// Which part of prompt and completion, in characters from the start of the prompt, a finding is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Offsets {
    /// Everything before this was found earlier.
    check_offset: usize,
    start_offset: usize,
    end_offset: usize,
}

/// The part of one choice that was streamed.
#[derive(Debug)]
pub(super) struct Window {
    start: usize,
    checked: usize,
    end: usize,
}

impl Window {
    /// The completion starts after the prompt, whose length is `start` characters.
    pub(super) fn new(start: usize) -> Self {
        Self {
            start,
            checked: start,
            end: start,
        }
    }

    pub(super) fn add(&mut self, text: &str) {
        self.end += text.chars().count();
    }

    /// The unreported part, once it is long enough.
    pub(super) fn full(&mut self) -> Option<Offsets> {
        (self.end - self.checked >= WINDOW).then(|| self.last())
    }

    /// The unreported part.
    pub(super) fn last(&mut self) -> Offsets {
        let offsets = Offsets {
            check_offset: self.checked,
            start_offset: self.start,
            end_offset: self.end,
        };
        self.checked = self.end;
        offsets
    }
}
