//! What the requests of one [`EmbedAll`](super::EmbedAll) know of the quota together.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use azure_openai_core::{Error, RateLimits};
use tokio::time::{Instant, sleep_until};

/// The wait where a refusal says none, and the shortest one.
const DEFAULT_WAIT: Duration = Duration::from_secs(10);
const SHORTEST_WAIT: Duration = Duration::from_millis(500);
/// The longest wait that headers of a success can ask for.
const LONGEST_RESET: Duration = Duration::from_secs(120);

/// Closed while the quota is used up, for all requests alike.
#[derive(Debug)]
pub(super) struct Gate {
    state: Mutex<State>,
    patience: Duration,
}

#[derive(Debug)]
struct State {
    opens: Instant,
    /// When a request last succeeded, at first when the first one was sent.
    succeeded: Option<Instant>,
}

impl Gate {
    pub(super) fn new(patience: Duration) -> Self {
        let state = State {
            opens: Instant::now(),
            succeeded: None,
        };
        Self {
            state: Mutex::new(state),
            patience,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing panics while the lock is held.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until requests may be sent.
    pub(super) async fn pass(&self) {
        loop {
            let opens = {
                let mut state = self.state();
                state.succeeded.get_or_insert_with(Instant::now);
                state.opens
            };
            if opens <= Instant::now() {
                return;
            }
            sleep_until(opens).await;
        }
    }

    /// Notes a success; where it used the quota up, the gate closes until there is more.
    pub(super) fn succeeded(&self, limits: &RateLimits) {
        let resets = [
            (limits.remaining_requests, limits.reset_requests),
            (limits.remaining_tokens, limits.reset_tokens),
        ];
        let used_up = resets.into_iter().filter(|(remaining, _)| *remaining == Some(0));
        let reset = used_up.filter_map(|(_, reset)| reset).max().unwrap_or_default();
        let now = Instant::now();
        let mut state = self.state();
        state.succeeded = Some(now);
        state.opens = state.opens.max(now + reset.min(LONGEST_RESET));
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
        true
    }
}
