//! Whether decoding is strict or tolerant, and whether encoding is for the service.

use std::cell::Cell;

use serde_json::Value;

/// How often, on average, each value of a body may be read again in another way.
const MOST_RETRIES: usize = 32;

thread_local! {
    /// How many values may still be read again.
    static RETRIES: Cell<usize> = const { Cell::new(0) };
    static TOLERANT: Cell<bool> = const { Cell::new(false) };
    static SENDING: Cell<bool> = const { Cell::new(false) };
}

/// Sets a flag and restores it on drop, also when the work panics.
struct Set(&'static std::thread::LocalKey<Cell<bool>>, bool);

impl Set {
    fn new(flag: &'static std::thread::LocalKey<Cell<bool>>, value: bool) -> Self {
        Self(flag, flag.replace(value))
    }
}

impl Drop for Set {
    fn drop(&mut self) {
        self.0.set(self.1);
    }
}

/// While it lives, fields are decoded one by one, each from a value that is kept where it can't be read. How much is
/// read again in other ways is bounded: in nested lists each level would multiply it.
pub(crate) struct Tolerance(#[expect(dead_code, reason = "kept for its drop")] Set);

impl Tolerance {
    /// Begins to tolerate what is not as specified in this value.
    pub(crate) fn of(value: &Value) -> Self {
        if !TOLERANT.get() {
            RETRIES.set(count(value).saturating_mul(MOST_RETRIES).max(10_000));
        }
        Self(Set::new(&TOLERANT, true))
    }

    /// Begins to tolerate what is not as specified in this text; `None` where it is not JSON.
    pub(crate) fn of_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().map(|value| Self::of(&value))
    }
}

/// Whether a value may be read once more.
pub(super) fn may_retry(value: &Value) -> bool {
    let left = RETRIES.get().checked_sub(count(value));
    RETRIES.set(left.unwrap_or(0));
    left.is_some()
}

/// The number of values in a value, itself included.
fn count(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(count).sum::<usize>(),
        Value::Object(fields) => 1 + fields.values().map(count).sum::<usize>(),
        _ => 1,
    }
}

pub(super) fn is_tolerant() -> bool {
    TOLERANT.get()
}

/// Runs `work`, which encodes a request: fields that only the service sets are left out.
pub(crate) fn sending<T>(work: impl FnOnce() -> T) -> T {
    let _set = Set::new(&SENDING, true);
    work()
}

/// Runs `work`, which encodes a value with all of its fields.
pub(super) fn whole<T>(work: impl FnOnce() -> T) -> T {
    let _set = Set::new(&SENDING, false);
    work()
}

pub(super) fn is_sending() -> bool {
    SENDING.get()
}
