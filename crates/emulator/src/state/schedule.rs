//! The changes of one object over time, exact by the clock.

use std::time::Duration;

use parking_lot::Mutex;
use tokio::sync::watch;

use crate::clock::Clock;

/// How long a reader waits, in real time, for what was due by the clock but is still being worked on: while the clock
/// runs, long work such as the check of a big file shows as being under way.
const PATIENCE: Duration = Duration::from_secs(1);
/// The same while the clock stands still, so that a test reads exactly what it stepped to.
const PATIENCE_STOPPED: Duration = Duration::from_secs(30);

/// When something next happens to a file, a batch or a job.
///
/// One task makes each change when it is due and announces the next; a reader first waits until everything due is
/// [settled](Self::settled). A test that steps the clock thus reads the state of exactly that time, without waiting.
#[derive(Debug)]
pub(crate) struct Schedule {
    clock: Clock,
    /// The time of the next change, by the clock; `None` once nothing changes any more.
    due: watch::Sender<Option<Duration>>,
    /// Whether it is to end early. Its lock also orders `stop` and `until`.
    stop: Mutex<bool>,
    stopped: watch::Sender<bool>,
}

/// It is to end early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stopped;

impl Schedule {
    /// Starts now: the first change is due at once.
    pub(crate) fn new(clock: &Clock) -> Self {
        Self {
            clock: clock.clone(),
            due: watch::Sender::new(Some(clock.now())),
            stop: Mutex::new(false),
            stopped: watch::Sender::new(false),
        }
    }

    /// A schedule of something that is finished already.
    pub(crate) fn finished(clock: &Clock) -> Self {
        let schedule = Self::new(clock);
        schedule.finish();
        schedule
    }

    /// Waits until this time, or until [`stop`](Self::stop).
    pub(crate) async fn until(&self, time: Duration) -> Result<(), Stopped> {
        let mut stopped = self.stopped.subscribe();
        {
            let stop = self.stop.lock();
            if *stop {
                return Err(Stopped);
            }
            // Within the lock, so that it never undoes what `stop` says is due.
            self.due.send_replace(Some(time));
        }
        tokio::select! {
            biased;
            // The sender lives as long as `self`.
            _ = stopped.wait_for(|stopped| *stopped) => Err(Stopped),
            () = self.clock.sleep_until(time) => Ok(()),
        }
    }

    /// Waits until this time, whatever was asked.
    pub(crate) async fn surely_until(&self, time: Duration) {
        self.due.send_replace(Some(time));
        self.clock.sleep_until(time).await;
    }

    /// Asks for an early end: the task is due at once.
    pub(crate) fn stop(&self) {
        let mut stop = self.stop.lock();
        if !*stop {
            *stop = true;
            // Readers wait until the task has taken note.
            self.due.send_replace(Some(self.clock.now()));
            self.stopped.send_replace(true);
        }
    }

    /// Nothing changes any more.
    pub(crate) fn finish(&self) {
        self.due.send_replace(None);
    }

    /// Waits until all that is due has been done.
    pub(crate) async fn settled(&self) {
        let now = self.clock.now();
        let mut due = self.due.subscribe();
        let settled = due.wait_for(|due| due.is_none_or(|due| due > now));
        let patience = if self.clock.is_stopped() {
            PATIENCE_STOPPED
        } else {
            PATIENCE
        };
        let _ = tokio::time::timeout(patience, settled).await;
    }

    /// Waits for the end, however long it takes.
    pub(crate) async fn ended(&self) {
        let mut due = self.due.subscribe();
        // The sender lives as long as `self`.
        let _ = due.wait_for(Option::is_none).await;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::time::Duration;

    use super::{Schedule, Stopped};
    use crate::clock::Clock;

    const HOUR: Duration = Duration::from_secs(3600);

    #[tokio::test]
    async fn readers_see_all_that_was_due() {
        let clock = Clock::new();
        clock.set_speed(0.0);
        let schedule = Arc::new(Schedule::new(&clock));
        let done = Arc::new(AtomicU32::new(0));
        tokio::spawn({
            let (schedule, done, start) = (schedule.clone(), done.clone(), clock.now());
            async move {
                for hour in 1..=100 {
                    schedule.until(start + hour * HOUR).await.unwrap();
                    // Work that takes a moment.
                    tokio::task::yield_now().await;
                    done.fetch_add(1, Ordering::SeqCst);
                }
                schedule.finish();
            }
        });
        for expected in 0..100 {
            schedule.settled().await;
            assert_eq!(done.load(Ordering::SeqCst), expected);
            clock.advance(HOUR);
        }
        schedule.settled().await;
        assert_eq!(done.load(Ordering::SeqCst), 100);
        schedule.ended().await;
    }

    #[tokio::test]
    async fn a_stop_ends_waits_before_and_after() {
        let clock = Clock::new();
        clock.set_speed(0.0);
        let schedule = Arc::new(Schedule::new(&clock));
        let waiting = tokio::spawn({
            let (schedule, late) = (schedule.clone(), clock.now() + HOUR);
            async move { schedule.until(late).await }
        });
        tokio::task::yield_now().await;
        schedule.stop();
        assert_eq!(waiting.await.unwrap(), Err(Stopped));
        assert_eq!(schedule.until(clock.now()).await, Err(Stopped));
        schedule.surely_until(clock.now()).await;
    }
}
