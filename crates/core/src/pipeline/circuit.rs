//! Which endpoints, and which deployments of them, are skipped for a while.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

const LONGEST_COOL_DOWN: Duration = Duration::from_secs(60);
/// In place of a wait that no clock can represent.
const FOREVER: Duration = Duration::from_secs(30 * 24 * 3600);

/// The open circuits of one endpoint. A deployment has its own quota and its own trouble, so responses open the circuit of
/// their deployment; where no response comes, it is the endpoint as a whole.
pub(super) struct Circuits {
    cool_down: Duration,
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    endpoint: Option<Circuit>,
    deployments: HashMap<String, Circuit>,
}

/// A circuit that is open, or was and has not been proven since.
struct Circuit {
    opened: Instant,
    /// From then on a request may probe whether it works again.
    until: Instant,
    /// Until then it is being tried, unless that request was dropped.
    tried_until: Option<Instant>,
    /// How long it stays open where the service asks for no wait; twice as long after each try that failed.
    cool_down: Duration,
}

/// Whether a request may go to an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Admission {
    Yes,
    /// Another request is trying whether it works again.
    Tried,
    /// Not for as long.
    Open(Duration),
}

/// What a failure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    Endpoint,
    Deployment,
}

impl Circuits {
    pub(super) fn new(cool_down: Duration) -> Self {
        Self {
            cool_down,
            open: Mutex::default(),
        }
    }

    /// Whether a request may go there now.
    ///
    /// Where the time of an open circuit is up, the first request that asks is the one that tries. Until it is known how that
    /// went, others are refused for another cool-down, and then may be the one too: a try that was dropped blocks nobody.
    pub(super) fn admit(&self, deployment: &str, now: Instant) -> Admission {
        let mut open = self.lock();
        let Open { endpoint, deployments } = &mut *open;
        let circuits = endpoint.iter().chain(deployments.get(deployment));
        let until = circuits.clone().map(|circuit| circuit.until).max();
        let tried_until = circuits.filter_map(|circuit| circuit.tried_until).max();
        if let Some(until) = until.filter(|until| *until > now) {
            return Admission::Open(until - now);
        }
        if tried_until.is_some_and(|until| until > now) {
            return Admission::Tried;
        }
        for circuit in endpoint.iter_mut().chain(deployments.get_mut(deployment)) {
            circuit.tried_until = Some(after(now, circuit.cool_down));
        }
        Admission::Yes
    }

    /// Opens a circuit after a failure of an attempt that began at `began`.
    pub(super) fn failed(
        &self,
        scope: Scope,
        deployment: &str,
        demanded: Option<Duration>,
        began: Instant,
        now: Instant,
    ) {
        let mut open = self.lock();
        let known = match scope {
            Scope::Endpoint => open.endpoint.take(),
            Scope::Deployment => open.deployments.remove(deployment),
        };
        let circuit = match known {
            // One of many that were under way when it opened: nothing new, but for a longer wait that it may report.
            Some(circuit) if began < circuit.opened => Circuit {
                until: demanded.map_or(circuit.until, |wait| circuit.until.max(after(now, wait))),
                ..circuit
            },
            known => {
                let cool_down = known.map_or(self.cool_down, |circuit| {
                    let longest = LONGEST_COOL_DOWN.max(self.cool_down);
                    circuit.cool_down.saturating_mul(2).min(longest)
                });
                Circuit {
                    opened: now,
                    until: after(now, demanded.unwrap_or(cool_down)),
                    tried_until: None,
                    cool_down,
                }
            }
        };
        match scope {
            Scope::Endpoint => open.endpoint = Some(circuit),
            Scope::Deployment => drop(open.deployments.insert(deployment.to_owned(), circuit)),
        }
    }

    /// Closes what a response has proven to work, if its attempt began after the failure.
    pub(super) fn responded(&self, deployment: &str, began: Instant) {
        let mut open = self.lock();
        if open.endpoint.as_ref().is_some_and(|circuit| circuit.opened <= began) {
            open.endpoint = None;
        }
        if open
            .deployments
            .get(deployment)
            .is_some_and(|circuit| circuit.opened <= began)
        {
            open.deployments.remove(deployment);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        // Nothing panics while it is held.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn after(now: Instant, wait: Duration) -> Instant {
    now + wait.min(FOREVER)
}

#[cfg(test)]
mod tests {
    use super::*;

    const S: fn(u64) -> Duration = Duration::from_secs;

    #[test]
    fn circuit_opens_probes_and_closes() {
        let circuits = Circuits::new(S(1));
        let t = Instant::now();
        assert_eq!(circuits.admit("a", t), Admission::Yes);
        circuits.failed(Scope::Deployment, "a", Some(S(7)), t, t);
        assert_eq!(circuits.admit("a", t + S(2)), Admission::Open(S(5)));
        assert_eq!(circuits.admit("b", t), Admission::Yes, "another deployment");
        // One may try; the others wait.
        assert_eq!(circuits.admit("a", t + S(7)), Admission::Yes);
        assert_eq!(circuits.admit("a", t + S(7)), Admission::Tried);
        // A try that nobody heard of again does not block for good.
        assert_eq!(circuits.admit("a", t + S(8)), Admission::Yes);
        circuits.responded("a", t + S(8));
        assert_eq!(circuits.admit("a", t + S(8)), Admission::Yes);
        assert_eq!(circuits.admit("a", t + S(8)), Admission::Yes);
    }

    #[test]
    fn cool_down_doubles_with_failed_probes_only() {
        let circuits = Circuits::new(S(1));
        let t = Instant::now();
        for _ in 0..50 {
            circuits.failed(Scope::Endpoint, "a", None, t, t + S(1));
        }
        assert_eq!(circuits.admit("b", t + S(1)), Admission::Open(S(1)));
        let mut now = t + S(2);
        for expected in [2, 4, 8, 16, 32, 60, 60] {
            assert_eq!(circuits.admit("a", now), Admission::Yes);
            circuits.failed(Scope::Endpoint, "a", None, now, now);
            assert_eq!(circuits.admit("a", now), Admission::Open(S(expected)));
            now += S(expected);
        }
        // A slow success from before the failure proves nothing.
        circuits.responded("a", t);
        assert_ne!(circuits.admit("a", now - S(1)), Admission::Yes);
        circuits.responded("a", now);
        assert_eq!(circuits.admit("a", now), Admission::Yes);
        assert_eq!(circuits.admit("a", now), Admission::Yes);
    }

    #[test]
    fn times_without_end_do_not_overflow() {
        let circuits = Circuits::new(Duration::MAX);
        let t = Instant::now();
        for now in [t, t + FOREVER, t + 3 * FOREVER] {
            circuits.failed(Scope::Endpoint, "a", None, now, now);
            assert_eq!(circuits.admit("a", now), Admission::Open(FOREVER));
            assert_eq!(circuits.admit("a", now + FOREVER), Admission::Yes);
        }
    }

    #[test]
    fn request_needs_closed_circuits_of_endpoint_and_deployment() {
        let circuits = Circuits::new(S(1));
        let t = Instant::now();
        circuits.failed(Scope::Endpoint, "a", Some(S(3)), t, t);
        circuits.failed(Scope::Deployment, "a", Some(S(9)), t, t);
        assert_eq!(circuits.admit("a", t), Admission::Open(S(9)));
        assert_eq!(circuits.admit("b", t), Admission::Open(S(3)));
        circuits.failed(Scope::Deployment, "b", Some(Duration::MAX), t, t);
        assert_eq!(circuits.admit("b", t), Admission::Open(FOREVER));
    }
}
