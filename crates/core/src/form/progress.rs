//! How far the sending of a large body is.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

use tokio::time::Instant;

/// When a chunk of the body was last handed to the connection. While chunks go, the response cannot be late.
#[derive(Debug)]
pub(crate) struct SendProgress {
    began: Instant,
    /// Milliseconds since then.
    last: AtomicU64,
}

impl SendProgress {
    pub(crate) fn new(now: Instant) -> Self {
        Self {
            began: now,
            last: AtomicU64::new(0),
        }
    }

    pub(crate) fn touch(&self) {
        let passed = self.began.elapsed().as_millis();
        self.last.store(u64::try_from(passed).unwrap_or(u64::MAX), Relaxed);
    }

    pub(crate) fn last(&self) -> Instant {
        self.began + Duration::from_millis(self.last.load(Relaxed))
    }
}
