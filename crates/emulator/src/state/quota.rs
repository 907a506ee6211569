//! Requests and tokens used in the current minute. Counted and told, never refused so far.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

const WINDOW: Duration = Duration::from_secs(60);
const REQUESTS_A_MINUTE: u64 = 6_000;
const TOKENS_A_MINUTE: u64 = 1_000_000;

#[derive(Debug)]
pub(crate) struct Quota(Mutex<Window>);

#[derive(Debug)]
struct Window {
    since: Instant,
    requests: u64,
    tokens: u64,
}

/// What is left until the minute is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Remaining {
    pub(crate) requests: u64,
    pub(crate) tokens: u64,
}

impl Quota {
    pub(crate) fn new() -> Self {
        Self(Mutex::new(Window {
            since: Instant::now(),
            requests: 0,
            tokens: 0,
        }))
    }

    /// Counts one request that used `tokens`.
    pub(crate) fn take(&self, tokens: u64) -> Remaining {
        let mut window = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if window.since.elapsed() >= WINDOW {
            *window = Window {
                since: Instant::now(),
                requests: 0,
                tokens: 0,
            };
        }
        window.requests = window.requests.saturating_add(1);
        window.tokens = window.tokens.saturating_add(tokens);
        Remaining {
            requests: REQUESTS_A_MINUTE.saturating_sub(window.requests),
            tokens: TOKENS_A_MINUTE.saturating_sub(window.tokens),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Quota, Remaining};

    #[test]
    fn counts_down_and_stops_at_nothing() {
        let quota = Quota::new();
        assert_eq!(
            quota.take(10),
            Remaining {
                requests: 5_999,
                tokens: 999_990
            }
        );
        assert_eq!(
            quota.take(u64::MAX),
            Remaining {
                requests: 5_998,
                tokens: 0
            }
        );
    }
}
