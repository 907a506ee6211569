//! What the requests of one [`EmbedAll`](super::EmbedAll) know of the quota together.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use azure_openai_core::{Error, RateLimits};
use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until};

/// The wait where a refusal says none, and the shortest one.
const DEFAULT_WAIT: Duration = Duration::from_secs(10);
const SHORTEST_WAIT: Duration = Duration::from_millis(500);
/// The longest wait that headers of a success can ask for.
const LONGEST_RESET: Duration = Duration::from_secs(120);

/// Lets as many requests pass as there is quota for; closed while it is used up.
#[derive(Debug)]
pub(super) struct Gate {
    state: Mutex<State>,
    /// A request has ended.
    ended: Notify,
    patience: Duration,
    most: usize,
}

#[derive(Debug)]
struct State {
    opens: Instant,
    /// When a request last succeeded, at first when the first one was sent.
    succeeded: Option<Instant>,
    in_flight: usize,
    /// How many may be: halved by a refusal, one more after each success.
    allowed: usize,
    /// For how many the last response had quota left.
    quota: usize,
}

/// A request in flight, until it is dropped.
#[derive(Debug)]
pub(super) struct Permit<'a>(&'a Gate);

impl Gate {
    pub(super) fn new(patience: Duration, most: usize) -> Self {
        let state = State {
            opens: Instant::now(),
            succeeded: None,
            in_flight: 0,
            allowed: most,
            quota: most,
        };
        Self {
            state: Mutex::new(state),
            ended: Notify::new(),
            patience,
            most,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing panics while the lock is held.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until a request may be sent.
    pub(super) async fn pass(&self) -> Permit<'_> {
        loop {
            let mut ended = std::pin::pin!(self.ended.notified());
            // Before the state is read, so that no end is missed.
            ended.as_mut().enable();
            let opens = {
                let mut state = self.state();
                state.succeeded.get_or_insert_with(Instant::now);
                let is_open = state.opens <= Instant::now();
                // One may always go: its response says whether there is quota again.
                if is_open && state.in_flight < state.allowed.min(state.quota).max(1) {
                    state.in_flight += 1;
                    return Permit(self);
                }
                (!is_open).then_some(state.opens)
            };
            match opens {
                Some(opens) => sleep_until(opens).await,
                None => ended.await,
            }
        }
    }

    /// Notes a success; where it used the quota up, the gate closes until there is more.
    pub(super) fn succeeded(&self, limits: &RateLimits, tokens: i64) {
        let resets = [
            (limits.remaining_requests, limits.reset_requests),
            (limits.remaining_tokens, limits.reset_tokens),
        ];
        let used_up = resets.into_iter().filter(|(remaining, _)| *remaining == Some(0));
        let reset = used_up.filter_map(|(_, reset)| reset).max().unwrap_or_default();
        let cost = u64::try_from(tokens).unwrap_or_default().max(1);
        let quota = [
            limits.remaining_requests,
            limits.remaining_tokens.map(|left| left / cost),
        ];
        let quota = quota
            .into_iter()
            .flatten()
            .min()
            .and_then(|left| usize::try_from(left).ok());
        let now = Instant::now();
        let mut state = self.state();
        state.succeeded = Some(now);
        state.opens = state.opens.max(now + reset.min(LONGEST_RESET));
        state.allowed = self.most.min(state.allowed + 1);
        state.quota = quota.unwrap_or(self.most);
    }

    /// Closes the gate after a refusal for the quota, unless nothing succeeded for so long that it is of no use.
    pub(super) fn refused(&self, error: &Error) -> bool {
        let wait = error.retry_after().unwrap_or(DEFAULT_WAIT).max(SHORTEST_WAIT);
        let now = Instant::now();
        let mut state = self.state();
        let until = state.succeeded.unwrap_or(now) + self.patience;
        let Some(opens) = now.checked_add(wait).filter(|opens| *opens <= until) else {
            return false;
        };
        state.opens = state.opens.max(opens);
        state.allowed = (state.allowed / 2).max(1);
        true
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.0.state().in_flight -= 1;
        self.0.ended.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many pass at once.
    fn passing(gate: &Gate) -> usize {
        let mut permits = Vec::new();
        while let Some(permit) = futures_util::FutureExt::now_or_never(gate.pass()) {
            permits.push(permit);
        }
        permits.len()
    }

    #[tokio::test(start_paused = true)]
    async fn requests_in_flight_follow_the_headers_and_halve_after_a_refusal() {
        let gate = Gate::new(Duration::from_secs(600), 8);
        assert_eq!(passing(&gate), 8);
        let mut limits = RateLimits::default();
        limits.remaining_requests = Some(5);
        limits.remaining_tokens = Some(350);
        gate.succeeded(&limits, 100);
        assert_eq!(passing(&gate), 3, "tokens for three more like this one");
        limits.remaining_tokens = Some(0);
        gate.succeeded(&limits, 100);
        assert_eq!(passing(&gate), 1, "one goes to find out");
        gate.succeeded(&RateLimits::default(), 100);
        assert_eq!(passing(&gate), 8);
        let refused = Error::invalid_request("as if it were 429");
        assert!(gate.refused(&refused) && gate.refused(&refused));
        assert_eq!(passing(&gate), 0);
        tokio::time::advance(DEFAULT_WAIT).await;
        assert_eq!(passing(&gate), 2);
        gate.succeeded(&RateLimits::default(), 100);
        assert_eq!(passing(&gate), 3);
    }
}
