//! What a type has to say for it to be polled.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use crate::decode::FromJson;

/// Something that the service works at, and that can be polled until it is done.
pub trait Job: FromJson + Clone + fmt::Debug + Send + Sync + Unpin + 'static {
    /// What it is called in messages: `batch`.
    const NAME: &'static str;
    /// How often to poll it.
    const INTERVAL: Interval;
    /// How long to poll it at most, unless [`Poller::with_deadline`](crate::Poller::with_deadline) is set.
    const DEADLINE: Duration;

    /// Its id.
    fn id(&self) -> &str;

    /// Its state in the service's word, as in `in_progress`; empty if there is none.
    fn state(&self) -> &str;

    /// What its state means. A state that this version does not know means that it is still running.
    fn phase(&self) -> Phase;

    /// Whether it has moved since `earlier`, so that progress is reported. By default: another state.
    fn has_moved(&self, earlier: &Self) -> bool {
        !self.state().eq_ignore_ascii_case(earlier.state())
    }

    /// What went wrong, in one line; empty if unknown.
    fn problem(&self) -> Cow<'_, str>;
}

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// It is not done.
    Running,
    /// It is done, with a result.
    Succeeded,
    /// It is done, without a result or with only a part: failed, cancelled, expired, deleted.
    Failed,
}

/// The shortest pause that the service can ask for, unless the interval is shorter.
const SHORTEST: Duration = Duration::from_secs(1);

/// How long to pause between two polls: `first`, and each time half as much again, up to `longest`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The first pause. A pause that the service asks for by `Retry-After` is at least this or a second,
    /// whichever is less.
    pub first: Duration,
    /// The longest pause, unless the service asks for a longer one.
    pub longest: Duration,
}

impl Interval {
    /// Pauses from `first` up to `longest`.
    pub const fn new(first: Duration, longest: Duration) -> Self {
        Self { first, longest }
    }

    /// Returns the pause that is next: what the service asks for, else `pause`, which grows.
    pub(super) fn next(&self, pause: &mut Duration, asked: Option<Duration>) -> Duration {
        let next = asked.map_or(*pause, |asked| asked.max(self.first.min(SHORTEST)));
        *pause = (*pause + *pause / 2).min(self.longest).max(self.first);
        next
    }
}
