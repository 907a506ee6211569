//! A cache of tokens: each is renewed before it expires, by one task at a time.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use tokio::sync::watch;
use tokio::time::Instant;

use super::token_provider::{TokenFuture, TokenProvider};
use crate::error::BoxError;
use crate::telemetry::TARGET;
use crate::value::Secret;

/// A token is renewed this long before it expires, while requests go on with it. Azure's own credentials keep a token
/// until then, so asking earlier would return the same one.
const AHEAD: Duration = Duration::from_secs(300);
/// From here on requests wait for the new token: one that expires on its way is a request lost.
const LATE: Duration = Duration::from_secs(30);
/// How long a request for a token may take. Azure's credentials retry up to 72 s on a virtual machine.
const LONGEST_FETCH: Duration = Duration::from_secs(90);
/// The pause after a failure; it doubles up to the longest.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// A token of Entra ID as it was given out.
#[derive(Clone, Debug)]
pub struct AccessToken {
    token: Secret,
    expires_in: Duration,
}

impl AccessToken {
    /// A token, without the word `Bearer`, and how long it is valid from now.
    pub fn new(token: impl Into<Secret>, expires_in: Duration) -> Self {
        Self {
            token: token.into(),
            expires_in,
        }
    }
}

type Fetched = Pin<Box<dyn Future<Output = Result<AccessToken, BoxError>> + Send>>;
type Fetch = dyn Fn(Option<Secret>) -> Fetched + Send + Sync;

/// A [`TokenProvider`] over a function that gets one token: see [`Credential::from_fn`](super::Credential::from_fn).
pub(super) struct TokenCache(Arc<Shared>);

struct Shared {
    fetch: Box<Fetch>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    token: Option<Kept>,
    running: Option<watch::Receiver<Outcome>>,
    failure: Option<Failure>,
}

/// A failure, which every request that waited for the token gets.
type FetchError = Arc<dyn std::error::Error + Send + Sync>;
/// What a fetch ended with; `None` while it runs.
type Outcome = Option<Result<Secret, FetchError>>;

struct Kept {
    secret: Secret,
    /// When it should be renewed while it is used.
    ahead: Instant,
    /// When requests wait for a new one.
    late: Instant,
    expires: Instant,
    /// Set where it was given out again in place of itself: then asking at every 401 would only burden the source.
    insisted_until: Option<Instant>,
}

struct Failure {
    error: FetchError,
    count: u32,
    again: Instant,
}

/// What a caller is to do.
enum Next {
    Use(Secret),
    Fail(FetchError),
    Wait(watch::Receiver<Outcome>),
}

impl TokenCache {
    pub(super) fn new<F, R>(fetch: F) -> Self
    where
        F: Fn(Option<Secret>) -> R + Send + Sync + 'static,
        R: Future<Output = Result<AccessToken, BoxError>> + Send + 'static,
    {
        Self(Arc::new(Shared {
            fetch: Box::new(move |rejected| Box::pin(fetch(rejected))),
            state: Mutex::default(),
        }))
    }

    async fn get(&self, rejected: Option<&Secret>) -> Result<Secret, BoxError> {
        // A fetch ends without an outcome when its runtime is shut down, which is worth one more.
        let mut lost = 0;
        loop {
            let mut running = match self.0.next(rejected) {
                Next::Use(secret) => return Ok(secret),
                Next::Fail(error) => return Err(error.into()),
                Next::Wait(running) => running,
            };
            let outcome = running
                .wait_for(Option::is_some)
                .await
                .ok()
                .and_then(|outcome| outcome.clone());
            match outcome {
                // It was under way before the token was rejected, and brought just that.
                Some(Ok(secret)) if rejected == Some(&secret) => {}
                Some(Ok(secret)) => return Ok(secret),
                Some(Err(error)) => {
                    return match self.0.lock().valid(rejected, Instant::now()) {
                        Some(secret) => Ok(secret),
                        None => Err(error.into()),
                    };
                }
                None => {
                    lost += 1;
                    if lost > 1 {
                        return Err("the task that asked for a token was stopped twice".into());
                    }
                }
            }
        }
    }
}

impl TokenProvider for TokenCache {
    fn token(&self) -> TokenFuture<'_> {
        Box::pin(self.get(None))
    }

    fn refresh<'a>(&'a self, rejected: &'a Secret) -> TokenFuture<'a> {
        Box::pin(self.get(Some(rejected)))
    }
}

impl State {
    /// The token, if it is another than the rejected one and has not expired.
    fn valid(&self, rejected: Option<&Secret>, now: Instant) -> Option<Secret> {
        self.token
            .as_ref()
            .filter(|token| rejected != Some(&token.secret) && now < token.expires)
            .map(|token| token.secret.clone())
    }

    fn running(&self) -> Option<&watch::Receiver<Outcome>> {
        // One whose sender is gone was stopped together with its runtime.
        self.running.as_ref().filter(|running| running.has_changed().is_ok())
    }

    fn pausing(&self, now: Instant) -> Option<&Failure> {
        self.failure.as_ref().filter(|failure| now < failure.again)
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // Nothing that holds the lock can panic half way through a change.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next(self: &Arc<Self>, rejected: Option<&Secret>) -> Next {
        let now = Instant::now();
        let mut state = self.lock();
        if let Some(token) = &state.token {
            if rejected == Some(&token.secret) {
                if token.insisted_until.is_some_and(|until| now < until) {
                    return Next::Use(token.secret.clone());
                }
            } else if now < token.late {
                let secret = token.secret.clone();
                if now >= token.ahead && state.running().is_none() && state.pausing(now).is_none() {
                    self.start(&mut state, None);
                }
                return Next::Use(secret);
            }
        }
        if let Some(running) = state.running() {
            return Next::Wait(running.clone());
        }
        if let Some(failure) = state.pausing(now) {
            return match state.valid(rejected, now) {
                Some(secret) => Next::Use(secret),
                None => Next::Fail(failure.error.clone()),
            };
        }
        Next::Wait(self.start(&mut state, rejected.cloned()))
    }

    /// Gets a token in a task of its own, so that it goes on when the request that wanted it is dropped.
    fn start(self: &Arc<Self>, state: &mut State, rejected: Option<Secret>) -> watch::Receiver<Outcome> {
        let (sender, receiver) = watch::channel(None);
        let shared = Arc::clone(self);
        state.running = Some(receiver.clone());
        tokio::spawn(async move {
            let fetch = async { (shared.fetch)(rejected.clone()).await };
            // A panic is a failure like others, and is not repeated by every request.
            let fetch = AssertUnwindSafe(fetch).catch_unwind();
            let fetched = match tokio::time::timeout(LONGEST_FETCH, fetch).await {
                Ok(fetched) => fetched.unwrap_or_else(|_| Err("the function that fetches tokens panicked".into())),
                Err(_) => Err(format!("no token came within {} s", LONGEST_FETCH.as_secs()).into()),
            };
            let outcome = shared.finish(fetched, rejected.as_ref());
            // Nobody may be waiting: the old token was still good.
            let _ = sender.send(Some(outcome));
        });
        receiver
    }

    fn finish(&self, fetched: Result<AccessToken, BoxError>, rejected: Option<&Secret>) -> Result<Secret, FetchError> {
        let now = Instant::now();
        let mut state = self.lock();
        state.running = None;
        let fetched = fetched.and_then(|fetched| {
            if fetched.expires_in.is_zero() {
                return Err("the token that came has expired already: check the clock".into());
            }
            Ok(fetched)
        });
        match fetched {
            Ok(AccessToken { token, expires_in }) => {
                // A day at most: the clock of a sleeping machine stands still, and a 401 is handled anyway.
                let expires_in = expires_in.min(Duration::from_secs(24 * 3600));
                let before =
                    |margin: Duration, share: u32| now + expires_in.saturating_sub(margin.min(expires_in / share));
                tracing::debug!(target: TARGET, expires_in = ?expires_in, "a token came");
                state.failure = None;
                state.token = Some(Kept {
                    ahead: before(AHEAD, 4),
                    late: before(LATE, 10),
                    expires: now + expires_in,
                    insisted_until: (rejected == Some(&token)).then(|| now + LONGEST_PAUSE),
                    secret: token.clone(),
                });
                Ok(token)
            }
            Err(error) => {
                let error: FetchError = error.into();
                let count = state.failure.as_ref().map_or(0, |failure| failure.count);
                let mut pause = FIRST_PAUSE.saturating_mul(1 << count.min(10)).min(LONGEST_PAUSE);
                // Requests that have a token now must not lose it without another attempt.
                if let Some(token) = &state.token {
                    for moment in [token.late, token.expires] {
                        if now < moment {
                            pause = pause.min(moment - now);
                        }
                    }
                }
                tracing::warn!(target: TARGET, error = %error, pause = ?pause, "no token came");
                state.failure = Some(Failure {
                    error: error.clone(),
                    count: count + 1,
                    again: now + pause,
                });
                Err(error)
            }
        }
    }
}

#[cfg(test)]
mod tests;
