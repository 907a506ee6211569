//! Which steps of a job are reported: every step of a short job, some of a long one.

use std::collections::BTreeSet;

/// The most steps reported, in the result file and in events; of more, every n-th is.
const MAX_ROWS: u64 = 2_000;
const MAX_EVENTS: u64 = 100;

/// How many steps there are.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReportedSteps {
    pub(super) steps: u64,
    pub(super) steps_an_epoch: u64,
}

impl ReportedSteps {
    /// The reported steps, in order; a few thousand at most.
    pub(super) fn steps(self) -> BTreeSet<u64> {
        let every = [
            self.steps.div_ceil(MAX_ROWS),
            self.steps.div_ceil(MAX_EVENTS),
            self.steps_an_epoch,
        ];
        let multiples = |every: u64| (1..=self.steps / every.max(1)).map(move |n| n * every);
        let mut steps: BTreeSet<u64> = every.into_iter().flat_map(multiples).collect();
        steps.insert(self.steps);
        steps
    }

    pub(super) fn row(self, step: u64) -> bool {
        step.is_multiple_of(self.steps.div_ceil(MAX_ROWS)) || step == self.steps
    }

    pub(super) fn event(self, step: u64) -> bool {
        step.is_multiple_of(self.steps.div_ceil(MAX_EVENTS)) || step == self.steps
    }

    pub(super) fn epoch_end(self, step: u64) -> bool {
        step.is_multiple_of(self.steps_an_epoch)
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_EVENTS, MAX_ROWS, ReportedSteps};

    #[test]
    fn few_steps_of_many_are_reported() {
        let reported = ReportedSteps {
            steps: 1_000_000_000,
            steps_an_epoch: 50_000_000,
        };
        let steps = reported.steps();
        assert!(steps.len() as u64 <= MAX_ROWS + MAX_EVENTS + 21);
        assert_eq!(steps.iter().filter(|step| reported.epoch_end(**step)).count(), 20);
        assert_eq!(steps.last(), Some(&1_000_000_000));
        let few = ReportedSteps {
            steps: 5,
            steps_an_epoch: 5,
        };
        assert!(few.steps().into_iter().eq(1..=5));
        assert!((1..=5).all(|step| few.row(step) && few.event(step)));
    }
}
