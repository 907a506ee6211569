//! How long to wait before a retry.

use std::time::Duration;

use fastrand::Rng;
use tokio::time::Instant;

use super::gave_up::GaveUp;
use super::policy::{Jitter, RetryPolicy};

impl RetryPolicy {
    /// The wait before the retry of this number (from 0). From the second retry on, the service's own wait is not believed
    /// where it is shorter than the backoff: it has failed once already.
    pub(crate) fn wait(&self, retry: u32, asked: Option<Duration>) -> Duration {
        match asked {
            Some(asked) if retry == 0 => asked,
            Some(asked) => asked.max(self.backoff(retry).min(self.max_wait)),
            None => self.backoff(retry),
        }
    }

    /// The wait before the retry of this number (from 0) where the service asks for none.
    pub(crate) fn backoff(&self, retry: u32) -> Duration {
        let whole = 1_u32
            .checked_shl(retry)
            .map_or(self.max_backoff, |factor| self.initial_backoff.saturating_mul(factor))
            .min(self.max_backoff);
        let mut rng = match self.jitter {
            Jitter::None => return whole,
            Jitter::Full => Rng::new(),
            // A generator's first number says little of a small seed, so both are spread over all bits.
            Jitter::Seeded(seed) => Rng::with_seed(
                seed.wrapping_add(u64::from(retry) + 1)
                    .wrapping_mul(0x9e37_79b9_7f4a_7c15),
            ),
        };
        let nanos = u64::try_from(whole.as_nanos()).unwrap_or(u64::MAX);
        Duration::from_nanos(rng.u64(0..=nanos))
    }

    /// Whether the policy and the request's time allow for the wait.
    pub(crate) fn allow(&self, wait: Duration, now: Instant, deadline: Option<Instant>) -> Result<(), GaveUp> {
        if wait > self.max_wait {
            return Err(GaveUp::LongWait);
        }
        let fits = match (deadline, now.checked_add(wait)) {
            (None, _) => true,
            (Some(deadline), Some(end)) => end < deadline,
            (Some(_), None) => false,
        };
        if fits { Ok(()) } else { Err(GaveUp::Deadline) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MS: fn(u64) -> Duration = Duration::from_millis;

    #[test]
    fn backoff_doubles_up_to_its_maximum() {
        let policy = RetryPolicy::new()
            .with_jitter(Jitter::None)
            .with_backoff(MS(100), MS(1000));
        let waits: Vec<_> = [0, 1, 2, 3, 4, 31, 32, u32::MAX]
            .map(|retry| policy.backoff(retry).as_millis())
            .into();
        assert_eq!(waits, [100, 200, 400, 800, 1000, 1000, 1000, 1000]);
    }

    #[test]
    fn seeded_jitter_is_reproducible() {
        let policy = RetryPolicy::new().with_jitter(Jitter::Seeded(7));
        let waits: Vec<_> = (0..4).map(|retry| policy.backoff(retry)).collect();
        assert_eq!(waits, (0..4).map(|retry| policy.backoff(retry)).collect::<Vec<_>>());
        let other = policy.with_jitter(Jitter::Seeded(8));
        assert_ne!(waits[0], other.backoff(0));
    }

    #[test]
    fn full_jitter_uses_the_whole_range() {
        let policy = RetryPolicy::new().with_backoff(MS(1000), MS(1000));
        let waits: Vec<_> = (0..1000).map(|_| policy.backoff(0)).collect();
        assert!(waits.iter().any(|wait| *wait < MS(100)) && waits.iter().any(|wait| *wait > MS(900)));
        let mean = waits.iter().sum::<Duration>() / 1000;
        assert!((MS(430)..MS(570)).contains(&mean), "{mean:?}");
    }

    proptest! {
        #[test]
        fn wait_is_at_least_the_hint_and_from_the_second_retry_on_the_backoff(
            retry in 0_u32..40, asked in 0_u64..100_000, longest in 0_u64..100_000,
        ) {
            let policy = RetryPolicy::new().with_jitter(Jitter::None).with_max_wait(MS(longest));
            let wait = policy.wait(retry, Some(MS(asked)));
            prop_assert!(wait >= MS(asked));
            prop_assert!(retry == 0 || wait >= policy.backoff(retry).min(MS(longest)));
            // What the policy allows to wait for stays allowed.
            prop_assert!(asked > longest || wait <= MS(longest));
            prop_assert_eq!(policy.wait(retry, None), policy.backoff(retry));
        }

        #[test]
        fn full_jitter_stays_within_its_bounds(
            retry in any::<u32>(), initial in any::<u64>(), max in any::<u64>(), seed in any::<u64>(),
        ) {
            let policy = RetryPolicy::new().with_backoff(Duration::from_nanos(initial), Duration::from_nanos(max));
            let whole = policy.with_jitter(Jitter::None).backoff(retry);
            prop_assert!(whole <= Duration::from_nanos(max));
            prop_assert!(policy.backoff(retry) <= whole);
            prop_assert!(policy.with_jitter(Jitter::Seeded(seed)).backoff(retry) <= whole);
        }

        #[test]
        fn no_wait_is_longer_than_allowed(wait in any::<u64>(), longest in any::<u64>(), left in proptest::option::of(0..u64::MAX / 4)) {
            let (wait, longest) = (MS(wait), MS(longest));
            let now = Instant::now();
            let deadline = left.and_then(|left| now.checked_add(MS(left)));
            match RetryPolicy::new().with_max_wait(longest).allow(wait, now, deadline) {
                Ok(()) => prop_assert!(wait <= longest && deadline.is_none_or(|deadline| now + wait < deadline)),
                Err(GaveUp::LongWait) => prop_assert!(wait > longest),
                Err(_) => prop_assert!(deadline.is_some_and(|deadline| now.checked_add(wait).is_none_or(|end| end >= deadline))),
            }
        }
    }
}
