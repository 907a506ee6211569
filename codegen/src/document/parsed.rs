//! What both readers give.

use serde_json::Value;

use crate::reference::join;

/// The deepest nesting that is read; the passes are recursive.
pub(super) const MAX_DEPTH: usize = 100;

/// A text as a value.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    pub(crate) value: Value,
    /// What the language does not allow and was read all the same.
    pub(crate) oddities: Vec<Oddity>,
}

/// One such thing.
#[derive(Debug, PartialEq)]
pub(crate) struct Oddity {
    /// JSON pointer to it; empty for the whole text.
    pub(crate) pointer: String,
    pub(crate) message: String,
}

/// Puts a token before the pointers of what was noted within it.
pub(super) fn within(oddities: &mut [Oddity], token: &str) {
    for oddity in oddities {
        oddity.pointer = join("", token) + &oddity.pointer;
    }
}
