//! The emulator's own time, which can be sped up and moved forward.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use parking_lot::Mutex;
use tokio::sync::watch;
use tokio::time::Instant;

/// The service's clock: every time in a response, and every wait, follows it.
///
/// It starts at the current time and runs as fast as the real one. Speed it up, or stop it and step it by hand, and a
/// batch that takes a day is done in a test without sleeping. A clone is the same clock.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use std::time::Duration;
/// let emulator = azure_openai_emulator::Emulator::start().await?;
/// emulator.clock().advance(Duration::from_secs(24 * 60 * 60));
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Clock(Arc<Shared>);

struct Shared {
    reading: Mutex<Reading>,
    /// Notified of every change, so that sleepers check again.
    changes: watch::Sender<()>,
}

/// Where the clock stood at a moment of real time.
#[derive(Clone, Copy)]
struct Reading {
    /// Since 1970, in the clock's own time.
    time: Duration,
    at: Instant,
    /// Seconds of the clock in one real second.
    speed: f64,
}

/// Whole seconds.
pub(crate) fn seconds(time: Duration) -> i64 {
    i64::try_from(time.as_secs()).unwrap_or(i64::MAX)
}

impl Reading {
    fn now(&self) -> Duration {
        let passed = self.at.elapsed().as_secs_f64() * self.speed;
        self.time
            .saturating_add(Duration::try_from_secs_f64(passed).unwrap_or(Duration::MAX))
    }
}

impl Clock {
    pub(crate) fn new() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self(Arc::new(Shared {
            reading: Mutex::new(Reading {
                time: since,
                at: Instant::now(),
                speed: 1.0,
            }),
            changes: watch::Sender::new(()),
        }))
    }

    /// The clock's time, since 1970.
    pub fn now(&self) -> Duration {
        self.0.reading.lock().now()
    }

    /// Moves the clock forward at once. Whatever was to happen in that time happens now.
    pub fn advance(&self, by: Duration) {
        self.change(|reading| reading.time = reading.time.saturating_add(by));
    }

    /// How many of the clock's seconds pass in a real one, from now on: 1 at first, 0 stops it, 3600 makes an hour a
    /// second. Anything below 0 or not finite stops it too.
    pub fn set_speed(&self, speed: f64) {
        let speed = if speed.is_finite() { speed.max(0.0) } else { 0.0 };
        self.change(|reading| reading.speed = speed);
    }

    /// How many of the clock's seconds pass in a real one.
    pub(crate) fn speed(&self) -> f64 {
        self.0.reading.lock().speed
    }

    /// Whether it only moves when it is stepped.
    pub(crate) fn is_stopped(&self) -> bool {
        self.0.reading.lock().speed == 0.0
    }

    /// Seconds since 1970.
    pub(crate) fn seconds(&self) -> i64 {
        seconds(self.now())
    }

    /// Waits until the clock shows this time or a later one.
    pub(crate) async fn sleep_until(&self, time: Duration) {
        let mut changes = self.0.changes.subscribe();
        loop {
            changes.mark_unchanged();
            let reading = *self.0.reading.lock();
            let left = time.saturating_sub(reading.now());
            if left.is_zero() {
                return;
            }
            // The sender lives as long as the clock does.
            let changed = changes.changed();
            match Duration::try_from_secs_f64(left.as_secs_f64() / reading.speed) {
                // Rounded up, because a timer of zero would spin.
                Ok(real) => {
                    let real = real.saturating_add(Duration::from_millis(1));
                    let _ = tokio::time::timeout(real, changed).await;
                }
                Err(_) => drop(changed.await),
            }
        }
    }

    /// Waits for a duration of the clock's time.
    pub(crate) async fn sleep(&self, time: Duration) {
        self.sleep_until(self.now().saturating_add(time)).await;
    }

    fn change(&self, change: impl FnOnce(&mut Reading)) {
        {
            let mut reading = self.0.reading.lock();
            reading.time = reading.now();
            reading.at = Instant::now();
            change(&mut reading);
        }
        self.0.changes.send_replace(());
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Reading { time, speed, .. } = *self.0.reading.lock();
        formatter
            .debug_struct("Clock")
            .field("time", &time)
            .field("speed", &speed)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Clock;

    const DAY: Duration = Duration::from_secs(24 * 60 * 60);

    #[tokio::test(start_paused = true)]
    async fn a_step_ends_what_waits() {
        let clock = Clock::new();
        clock.set_speed(0.0);
        let start = clock.now();
        let waiting = tokio::spawn({
            let clock = clock.clone();
            async move { clock.sleep(DAY).await }
        });
        tokio::time::sleep(2 * DAY).await;
        assert!(!waiting.is_finished());
        assert_eq!(clock.now(), start);
        clock.advance(DAY - Duration::from_secs(1));
        tokio::time::sleep(DAY).await;
        assert!(!waiting.is_finished());
        clock.advance(Duration::from_secs(1));
        waiting.await.unwrap();
        assert_eq!(clock.now(), start + DAY);
    }

    #[tokio::test(start_paused = true)]
    async fn a_faster_clock_waits_less() {
        let clock = Clock::new();
        clock.set_speed(3600.0);
        let started = tokio::time::Instant::now();
        clock.sleep(DAY).await;
        assert!(started.elapsed() < Duration::from_secs(25), "{:?}", started.elapsed());
        assert!(started.elapsed() >= Duration::from_secs(24));
    }

    #[test]
    fn odd_speeds_stop_it() {
        let clock = Clock::new();
        for speed in [-1.0, f64::NAN, f64::INFINITY] {
            clock.set_speed(speed);
            assert_eq!(clock.now(), clock.now());
        }
    }
}
