//! Deployments that have too much to do for a while.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// Until when the deployments of one endpoint ask to be spared, so that the first 429 or 503 of a group of requests slows
/// the others down. Requests without a deployment share the empty name.
#[derive(Default)]
pub(super) struct Pauses(Mutex<HashMap<String, Instant>>);

impl Pauses {
    pub(super) fn extend(&self, deployment: &str, until: Instant) {
        let mut pauses = self.lock();
        match pauses.get_mut(deployment) {
            Some(known) => *known = until.max(*known),
            None => drop(pauses.insert(deployment.to_owned(), until)),
        }
    }

    /// How much is left of the pause.
    pub(super) fn left(&self, deployment: &str, now: Instant) -> Option<Duration> {
        let mut pauses = self.lock();
        let until = *pauses.get(deployment)?;
        if until <= now {
            pauses.remove(deployment);
        }
        Some(until.saturating_duration_since(now)).filter(|left| !left.is_zero())
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Instant>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_pause_of_a_deployment_counts() {
        const S: fn(u64) -> Duration = Duration::from_secs;
        let (pauses, t) = (Pauses::default(), Instant::now());
        pauses.extend("a", t + S(5));
        pauses.extend("a", t + S(2));
        assert_eq!((pauses.left("a", t), pauses.left("b", t)), (Some(S(5)), None));
        assert_eq!((pauses.left("a", t + S(5)), pauses.left("a", t)), (None, None));
    }
}
