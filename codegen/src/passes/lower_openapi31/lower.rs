//! What the parts of a document are lowered with.

use crate::error::Diagnostic;

pub(super) const PASS: &str = "lower_openapi31";

pub(super) struct Lower {
    pub(super) file: String,
    pub(super) warnings: Vec<Diagnostic>,
}

impl Lower {
    pub(super) fn warn(&mut self, pointer: impl Into<String>, message: impl Into<String>) {
        self.warnings
            .push(Diagnostic::warning(&self.file, pointer, PASS, message));
    }
}
