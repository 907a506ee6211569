//! Attempt after attempt, until there is a response or another would not help.

use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;
use tokio::time::{Instant, sleep};

use super::Target;
use super::attempt::AttemptOf;
use super::route::Route;
use crate::credential::Authorization;
use crate::error::{Attempt, Error, ErrorKind, GaveUp, History, Verdict, judge};
use crate::incoming::Incoming;
use crate::retry::RetryPolicy;
use crate::secrets::Secrets;
use crate::value::Secret;

/// A request between its first attempt and its last.
pub(super) struct Attempts<'a> {
    attempt: AttemptOf<'a>,
    route: Route<'a>,
    policy: RetryPolicy,
    began: Instant,
    failed: Vec<Attempt>,
    /// Attempts after the first one, and waits for an endpoint; not those for a new token.
    retries: u32,
    /// The endpoint whose token was renewed last, after a 401.
    renewed: Option<usize>,
    /// What no error may show: of the request, and the tokens that were rejected.
    secrets: Option<Arc<[Secret]>>,
    /// The endpoint whose throttle the last retry took from, and how much.
    paid: (usize, u32),
}

/// Why no other attempt is made.
struct Stop {
    gave_up: Option<GaveUp>,
    /// How long until a circuit closes, if all are open.
    reopens: Option<Duration>,
}

impl From<GaveUp> for Stop {
    fn from(gave_up: GaveUp) -> Self {
        Self {
            gave_up: Some(gave_up),
            reopens: None,
        }
    }
}

impl<'a> Attempts<'a> {
    pub(super) fn new(attempt: AttemptOf<'a>, route: Route<'a>, policy: RetryPolicy, began: Instant) -> Self {
        let secrets = Secrets::of_request(&attempt.request.headers, &attempt.request.url);
        Self {
            secrets: (!secrets.is_empty()).then(|| secrets.into()),
            attempt,
            route,
            policy,
            began,
            failed: Vec::new(),
            retries: 0,
            renewed: None,
            paid: (0, 0),
        }
    }

    pub(super) async fn run(mut self) -> Result<Incoming, Error> {
        let mut index = match self.place().await {
            Ok(index) => index,
            Err(stop) => {
                let error = Error::new(
                    ErrorKind::CircuitOpen,
                    "every endpoint failed a short time ago, and every circuit is open",
                );
                return Err(self.end(error, stop));
            }
        };
        let mut token = None;
        loop {
            let error = match self.one(index, &mut token).await {
                Ok(incoming) => {
                    let cost = if self.paid.0 == index { self.paid.1 } else { 0 };
                    self.route.target(index).throttle.give_back(cost);
                    return Ok(incoming);
                }
                Err(error) => error,
            };
            // A new token goes to the same endpoint at once.
            if token.is_some() {
                self.note_wait(Duration::ZERO);
                continue;
            }
            index = match Box::pin(self.after(&error, index)).await {
                Ok(index) => index,
                Err(stop) => return Err(self.end(error, stop)),
            };
        }
    }

    /// One attempt, and what is to be noted of it. `token` is the one to send, where the last attempt was for a new one;
    /// it leaves a new one there where this one was refused.
    async fn one(&mut self, index: usize, token: &mut Option<Arc<Authorization>>) -> Result<Incoming, Error> {
        self.pause(index).await;
        let target = self.route.target(index);
        let request = self.attempt.request;
        let placed = if index == 0 {
            request.placed()
        } else {
            request.placed_at(&target.endpoint, |name| target.deployment(name))?
        };
        let authorization = match token.take() {
            Some(authorization) => authorization,
            None if !request.operation.has_credential => Arc::default(),
            None => match &target.fixed {
                Some(authorization) => Arc::clone(authorization),
                None => Arc::new(self.attempt.times.within(target.credential.authorize()).await?),
            },
        };
        let number = u32::try_from(self.failed.len()).map_or(u32::MAX, |n| n.saturating_add(1));
        let began = Instant::now();
        let secrets = Secrets::new(Arc::clone(&authorization.secrets), self.secrets.clone());
        let result = self.attempt.run(number, target, &placed, &authorization, secrets).await;
        self.route.note(index, result.as_ref().err(), began);
        let error = match result {
            Ok(incoming) => return Ok(incoming),
            Err(error) => error,
        };
        let since = began.duration_since(self.began);
        self.failed
            .push(Attempt::new(&error, &target.endpoint, since, began.elapsed()));
        if error.kind() == ErrorKind::Status
            && error.status() == Some(StatusCode::UNAUTHORIZED)
            && self.renewed != Some(index)
            && request.operation.has_credential
            && request.is_replayable()
        {
            self.renewed = Some(index);
            let known = self.secrets.iter().flat_map(|known| known.iter());
            self.secrets = Some(known.chain(authorization.secrets.iter()).cloned().collect());
            let asked = target.credential.reauthorize(authorization.secret());
            *token = self.attempt.times.within(asked).await?.map(Arc::new);
        }
        Err(error)
    }

    /// Whether the request is retried after this failure, and where; waits before.
    async fn after(&mut self, error: &Error, index: usize) -> Result<usize, Stop> {
        let request = self.attempt.request;
        let target = self.route.target(index);
        let wait = self.policy.wait(self.retries, error.retry_after());
        if let Some(StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) = error.status()
            && wait <= self.policy.max_wait()
            && !self.route.has_fallbacks()
        {
            let deployment = request.deployment().unwrap_or_default();
            target.pauses.extend(deployment, Instant::now() + wait);
        }
        match judge(error) {
            Verdict::Final => return Err(self.refused(error, target)),
            _ if self.attempt.times.is_up() => return Err(GaveUp::Deadline.into()),
            Verdict::MayHaveBeenProcessed if !request.is_idempotent() && !self.policy.retries_non_idempotent() => {
                return Err(GaveUp::MayHaveBeenProcessed.into());
            }
            Verdict::MayHaveBeenProcessed | Verdict::NotProcessed => {}
        }
        if !request.is_replayable() {
            return Err(GaveUp::OneShotBody.into());
        }
        // Before an endpoint is picked: to be picked may be its one chance to show that it works again.
        if self.retries >= self.policy.max_retries() {
            return Err(GaveUp::Retries.into());
        }
        let (wait, next) = match self.route.pick(Some(index), Instant::now()) {
            // Another endpoint, at once: it is not the one that is in trouble, so that costs nothing but a retry.
            Ok(next) if next != index => {
                self.retries += 1;
                self.note_wait(Duration::ZERO);
                return Ok(next);
            }
            Ok(same) => (wait, Some(same)),
            Err(reopens) => (reopens, None),
        };
        self.may_wait(wait)?;
        let Some(cost) = target.throttle.take(error.is_timeout()) else {
            return Err(GaveUp::Throttled.into());
        };
        self.paid = (index, cost);
        self.retries += 1;
        self.note_wait(wait);
        sleep(wait).await;
        match next {
            Some(next) => Ok(next),
            None => self.place().await,
        }
    }

    /// Waits while the deployment asks other requests to, at most as long as the policy allows and never past the deadline.
    async fn pause(&self, index: usize) {
        if self.route.has_fallbacks() || self.policy.max_retries() == 0 {
            return;
        }
        let (now, deployment) = (Instant::now(), self.attempt.request.deployment().unwrap_or_default());
        let Some(left) = self.route.target(index).pauses.left(deployment, now) else {
            return;
        };
        // Spread, so that those that waited do not come together.
        let wait = (left + self.policy.backoff(0)).min(self.policy.max_wait());
        if self.policy.allow(wait, now, self.attempt.times.limits.deadline).is_ok() {
            tracing::debug!(target: crate::telemetry::TARGET, ?wait, "waits with others for the deployment");
            sleep(wait).await;
        }
    }

    /// An endpoint that takes the request, waited for if need be.
    async fn place(&mut self) -> Result<usize, Stop> {
        loop {
            match self.route.pick(None, Instant::now()) {
                Ok(index) => return Ok(index),
                Err(wait) => {
                    self.may_wait(wait)?;
                    self.retries += 1;
                    sleep(wait).await;
                }
            }
        }
    }

    /// Whether policy and time allow for a retry after this wait.
    fn may_wait(&self, wait: Duration) -> Result<(), Stop> {
        let allowed = if self.retries >= self.policy.max_retries() {
            Err(GaveUp::Retries)
        } else {
            self.policy
                .allow(wait, Instant::now(), self.attempt.times.limits.deadline)
        };
        allowed.map_err(|gave_up| Stop {
            gave_up: Some(gave_up),
            reopens: self.route.has_fallbacks().then_some(wait),
        })
    }

    /// Why a failure that would repeat itself ends the request. A 401 may only have lacked a body that is gone.
    fn refused(&self, error: &Error, target: &Target) -> Stop {
        let gone =
            error.is_unauthorized() && target.credential.can_be_renewed() && !self.attempt.request.is_replayable();
        Stop {
            gave_up: gone.then_some(GaveUp::OneShotBody),
            reopens: None,
        }
    }

    fn note_wait(&mut self, wait: Duration) {
        tracing::info!(target: crate::telemetry::TARGET, ?wait, "the request is retried");
        if let Some(attempt) = self.failed.last_mut() {
            attempt.wait = Some(wait);
        }
    }

    fn end(self, error: Error, stop: Stop) -> Error {
        let error = match stop.reopens {
            Some(wait) => error.with_wait(wait),
            None => error,
        };
        error.with_history(History {
            attempts: self.failed,
            gave_up: stop.gave_up,
            elapsed: self.began.elapsed(),
        })
    }
}
