//! What both readers give.

use serde_json::Value;

/// The deepest nesting that is read; the passes are recursive.
pub(super) const MAX_DEPTH: usize = 100;

/// A text as a value.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    pub(crate) value: Value,
    /// What the language does not allow and was read all the same.
    pub(crate) oddities: Vec<String>,
}
