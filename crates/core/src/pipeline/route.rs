//! Which endpoint a request goes to next.

use std::time::Duration;

use http::StatusCode;
use tokio::time::Instant;

use super::circuit::{Admission, Scope};
use super::target::Target;
use crate::error::{Error, Verdict, judge};
use crate::request::PreparedRequest;

/// The endpoints that may respond to a request, in order of preference. Requests that are not about a deployment alone stay at
/// the first one, however it responds: their files and jobs live there.
#[derive(Clone, Copy)]
pub(super) struct Route<'a> {
    targets: &'a [Target],
    /// The deployment, if the request may move.
    deployment: Option<&'a str>,
}

impl<'a> Route<'a> {
    pub(super) fn new(targets: &'a [Target], request: &'a PreparedRequest) -> Self {
        let movable = targets.len() > 1 && request.operation.is_inference();
        let deployment = request.deployment().filter(|_| movable);
        Self {
            targets: if deployment.is_some() { targets } else { &targets[..1] },
            deployment,
        }
    }

    pub(super) fn has_fallbacks(&self) -> bool {
        self.deployment.is_some()
    }

    pub(super) fn target(&self, index: usize) -> &'a Target {
        &self.targets[index]
    }

    /// The first endpoint that takes the request now; else how long until one does. After an attempt that failed, that
    /// endpoint and those before it come last: even where its circuit is closed again already, another is a better try.
    ///
    /// One that another request is probing is skipped where there is another endpoint. Where there is none, waiting for a
    /// model's response gains no time.
    pub(super) fn pick(&self, failed: Option<usize>, now: Instant) -> Result<usize, Duration> {
        let Some(deployment) = self.deployment else {
            return Ok(0);
        };
        let (later, sooner) = match failed {
            Some(failed) => (failed + 1..self.targets.len(), 0..failed + 1),
            None => (0..self.targets.len(), 0..0),
        };
        let mut tried = None;
        let mut soonest = Duration::MAX;
        for index in later.chain(sooner) {
            let target = self.target(index);
            match target.circuits.admit(target.deployment(deployment), now) {
                Admission::Yes => return Ok(index),
                Admission::Tried => tried = tried.or(Some(index)),
                Admission::Open(wait) => soonest = soonest.min(wait),
            }
        }
        tried.ok_or(soonest)
    }

    /// Notes how an attempt ended that began at `began`; `failure` is `None` after a success.
    pub(super) fn note(&self, index: usize, failure: Option<&Error>, began: Instant) {
        let Some(deployment) = self.deployment else {
            return;
        };
        let target = self.target(index);
        let deployment = target.deployment(deployment);
        let Some(error) = failure else {
            return target.circuits.responded(deployment, began);
        };
        match (judge(error), error.status()) {
            // That the service refuses a request shows that it works.
            (Verdict::Final, Some(_)) => target.circuits.responded(deployment, began),
            // The caller's own mistakes and files prove neither, and nor does a conflict.
            (Verdict::Final, None) | (_, Some(StatusCode::CONFLICT)) => {}
            (_, status) => {
                let scope = match status {
                    Some(_) => Scope::Deployment,
                    None => Scope::Endpoint,
                };
                let (wait, now) = (error.retry_after(), Instant::now());
                target.circuits.failed(scope, deployment, wait, began, now);
            }
        }
    }
}
