//! Responses of the emulator that violated the specifications.

use std::sync::{Mutex, PoisonError};

/// More are not kept.
const KEPT: usize = 100;

#[derive(Debug, Default)]
pub(crate) struct Violations(Mutex<Vec<String>>);

impl Violations {
    pub(crate) fn push(&self, what: String) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < KEPT {
            kept.push(what);
        }
    }

    pub(crate) fn all(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
