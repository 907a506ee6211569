//! A bucket of tokens that retries take from and successes fill, so that a service that is down is not hammered by all
//! of its clients at once.
//!
//! The numbers are those of the AWS SDKs' standard mode. `tower`'s retry budget, which is in the tree already, is not
//! this: it fills with time (of the wall clock) and not with successes, and takes a lock for each request.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Enough for 100 retries without a success between them.
pub(crate) const DEFAULT_CAPACITY: u32 = 500;
const RETRY: u32 = 5;
/// A retry after a time limit passed costs the service more.
const RETRY_AFTER_TIMEOUT: u32 = 10;

#[derive(Debug)]
pub(crate) struct Throttle {
    capacity: u32,
    tokens: AtomicU32,
}

impl Throttle {
    pub(crate) fn new(capacity: u32) -> Self {
        Self {
            capacity,
            tokens: AtomicU32::new(capacity),
        }
    }

    /// Takes what a retry costs; `None` where there is not enough left.
    pub(crate) fn take(&self, after_timeout: bool) -> Option<u32> {
        let cost = if after_timeout { RETRY_AFTER_TIMEOUT } else { RETRY };
        self.tokens
            .fetch_update(Relaxed, Relaxed, |tokens| tokens.checked_sub(cost))
            .ok()
            .map(|_| cost)
    }

    /// A request succeeded: a retry that led to it gives back what it cost, and every other success one token.
    pub(crate) fn give_back(&self, cost: u32) {
        // Most requests find it full, and then write nothing that other cores would have to see.
        if self.tokens.load(Relaxed) < self.capacity {
            let _ = self.tokens.fetch_update(Relaxed, Relaxed, |tokens| {
                Some(tokens.saturating_add(cost.max(1)).min(self.capacity))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn budget_is_spent_by_retries_and_refilled_by_successes() {
        let throttle = Throttle::new(12);
        assert_eq!(throttle.take(false), Some(5));
        assert_eq!(throttle.take(false), Some(5));
        assert_eq!(throttle.take(false), None);
        for _ in 0..3 {
            throttle.give_back(0);
        }
        assert_eq!(throttle.take(true), None);
        assert_eq!(throttle.take(false), Some(5));
        throttle.give_back(10);
        assert_eq!(throttle.take(true), Some(10));
    }

    proptest! {
        #[test]
        fn budget_never_exceeds_its_capacity(capacity in 0_u32..100, steps in proptest::collection::vec((0_u8..3, 0_u32..20), 0..200)) {
            let throttle = Throttle::new(capacity);
            let mut held = capacity;
            for (step, cost) in steps {
                match step {
                    0 => { throttle.give_back(cost); held = (held + cost.max(1)).min(capacity); }
                    step => if let Some(cost) = throttle.take(step == 1) { prop_assert!(cost <= held); held -= cost; },
                }
                prop_assert_eq!(throttle.tokens.load(Relaxed), held);
            }
        }
    }
}
