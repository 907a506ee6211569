//! Responses of the emulator that violated the specifications.

use parking_lot::Mutex;

/// More are not kept.
const KEPT: usize = 100;

#[derive(Debug, Default)]
pub(crate) struct Violations(Mutex<Vec<String>>);

impl Violations {
    pub(crate) fn push(&self, what: String) {
        let mut kept = self.0.lock();
        if kept.len() < KEPT {
            kept.push(what);
        }
    }

    pub(crate) fn all(&self) -> Vec<String> {
        self.0.lock().clone()
    }
}
