//! Requests and tokens used in the current minute of the emulator's clock.

use std::time::Duration;

use parking_lot::Mutex;

use crate::clock::Clock;

const WINDOW: Duration = Duration::from_secs(60);

/// How much may be used a minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    pub(crate) requests: u64,
    pub(crate) tokens: u64,
}

impl Limits {
    /// More than any test uses, so that only those meet limits who ask for them.
    pub(crate) const LARGE: Self = Self {
        requests: 10_000_000,
        tokens: 10_000_000_000,
    };
}

#[derive(Debug)]
pub(crate) struct Quota {
    limits: Limits,
    clock: Clock,
    window: Mutex<Window>,
}

#[derive(Debug)]
struct Window {
    /// In the clock's time. A minute starts with the first request in it.
    since: Duration,
    requests: u64,
    tokens: u64,
}

/// What is left until the minute is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Remaining {
    pub(crate) limits: Limits,
    pub(crate) requests: u64,
    pub(crate) tokens: u64,
    /// Until the minute is over.
    pub(crate) reset: Duration,
}

/// The exhausted limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UsedUp {
    Requests,
    Tokens,
}

impl Quota {
    pub(crate) fn new(limits: Limits, clock: Clock) -> Self {
        let window = Window {
            since: clock.now(),
            requests: 0,
            tokens: 0,
        };
        Self {
            limits,
            clock,
            window: Mutex::new(window),
        }
    }

    /// Counts a request if there is room for one. Its tokens are known later: see [`spend`](Self::spend).
    pub(crate) fn admit(&self) -> Result<(), (UsedUp, Remaining)> {
        self.with(|window| {
            let used_up = if window.requests >= self.limits.requests {
                UsedUp::Requests
            } else if window.tokens >= self.limits.tokens {
                UsedUp::Tokens
            } else {
                window.requests += 1;
                return Ok(());
            };
            Err((used_up, self.remaining(window)))
        })
    }

    /// Counts the tokens of a request that was admitted.
    pub(crate) fn spend(&self, tokens: u64) -> Remaining {
        self.with(|window| {
            window.tokens = window.tokens.saturating_add(tokens);
            self.remaining(window)
        })
    }

    fn with<T>(&self, work: impl FnOnce(&mut Window) -> T) -> T {
        let mut window = self.window.lock();
        let now = self.clock.now();
        if now.saturating_sub(window.since) >= WINDOW {
            *window = Window {
                since: now,
                requests: 0,
                tokens: 0,
            };
        }
        work(&mut window)
    }

    fn remaining(&self, window: &Window) -> Remaining {
        let end = window.since.saturating_add(WINDOW);
        Remaining {
            limits: self.limits,
            requests: self.limits.requests.saturating_sub(window.requests),
            tokens: self.limits.tokens.saturating_sub(window.tokens),
            reset: end.saturating_sub(self.clock.now()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Limits, Quota, UsedUp};
    use crate::clock::Clock;

    fn quota(requests: u64, tokens: u64) -> (Quota, Clock) {
        let clock = Clock::new();
        clock.set_speed(0.0);
        (Quota::new(Limits { requests, tokens }, clock.clone()), clock)
    }

    #[test]
    fn requests_are_counted_when_they_come_and_tokens_when_they_are_known() {
        let (quota, clock) = quota(2, 10);
        assert!(quota.admit().is_ok());
        let left = quota.spend(4);
        assert_eq!((left.requests, left.tokens), (1, 6));
        clock.advance(Duration::from_secs(20));
        assert!(quota.admit().is_ok());
        let (used_up, left) = quota.admit().unwrap_err();
        assert_eq!(used_up, UsedUp::Requests);
        assert_eq!(left.reset, Duration::from_secs(40));
        clock.advance(Duration::from_secs(40));
        assert!(quota.admit().is_ok());
        assert_eq!(quota.spend(u64::MAX).tokens, 0);
        assert_eq!(quota.admit().unwrap_err().0, UsedUp::Tokens);
    }
}
