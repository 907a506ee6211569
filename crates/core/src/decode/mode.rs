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
    fn new(flag: &'static std::thread::LocalKey<Cell<bool>>) -> Self {
        Self(flag, flag.replace(true))
    }
}

impl Drop for Set {
    fn drop(&mut self) {
        self.0.set(self.1);
    }
}

/// Runs `work`, which decodes a value, with fields decoded one by one, each from a value that is kept where it can't be read.
/// How much is read again in other ways is bounded: in nested lists each level would multiply it.
pub(crate) fn tolerantly<T>(retries: Retries, work: impl FnOnce() -> T) -> T {
    if !TOLERANT.get() {
        RETRIES.set(retries.0);
    }
    let _set = Set::new(&TOLERANT);
    work()
}

/// How many values of a body may be read again in another way.
pub(crate) struct Retries(usize);

impl Retries {
    pub(crate) fn of(value: &Value) -> Self {
        Self(count(value).saturating_mul(MOST_RETRIES).max(10_000))
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
    let _set = Set::new(&SENDING);
    work()
}

pub(super) fn is_sending() -> bool {
    SENDING.get()
}
