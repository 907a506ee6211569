//! Where in a text the asynchronous content filter is.

use serde::Serialize;

/// Characters after which the filter speaks up.
const WINDOW: usize = 200;

/// Which part of prompt and completion, in characters from the start of the prompt, a finding is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Offsets {
    /// Everything before this was found earlier.
    check_offset: usize,
    start_offset: usize,
    end_offset: usize,
}

/// What was streamed of one choice.
#[derive(Debug)]
pub(crate) struct Window {
    start: usize,
    checked: usize,
    end: usize,
}

impl Window {
    /// The completion starts where the prompt, of so many characters, ends.
    pub(crate) fn new(start: usize) -> Self {
        Self {
            start,
            checked: start,
            end: start,
        }
    }

    pub(crate) fn add(&mut self, text: &str) {
        self.end += text.chars().count();
    }

    /// What there is to be told of, once it is enough.
    pub(crate) fn full(&mut self) -> Option<Offsets> {
        (self.end - self.checked >= WINDOW).then(|| self.last())
    }

    /// What there is to be told of.
    pub(crate) fn last(&mut self) -> Offsets {
        let offsets = Offsets {
            check_offset: self.checked,
            start_offset: self.start,
            end_offset: self.end,
        };
        self.checked = self.end;
        offsets
    }
}
