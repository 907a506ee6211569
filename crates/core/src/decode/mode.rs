//! Whether decoding is strict or tolerant, and whether encoding is for the service.

use std::cell::Cell;

thread_local! {
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

/// Runs `work` with fields decoded one by one, each from a value that is kept where it can't be read.
pub(crate) fn tolerantly<T>(work: impl FnOnce() -> T) -> T {
    let _set = Set::new(&TOLERANT);
    work()
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
