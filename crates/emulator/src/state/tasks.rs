//! Background tasks: batches that run, jobs that train.

use std::future::Future;

use parking_lot::Mutex;
use tokio::task::JoinSet;

/// Tasks that end with the emulator. They may hold the state, which holds them, until [`stop`](Self::stop).
#[derive(Debug)]
pub(crate) struct Tasks(Mutex<Option<JoinSet<()>>>);

impl Tasks {
    pub(crate) fn new() -> Self {
        Self(Mutex::new(Some(JoinSet::new())))
    }

    /// Runs a task. Once stopped, nothing is run any more.
    pub(crate) fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        let mut tasks = self.0.lock();
        if let Some(tasks) = &mut *tasks {
            // What has ended need not be kept.
            while tasks.try_join_next().is_some() {}
            tasks.spawn(task);
        }
    }

    /// Ends every task where it waits.
    pub(crate) fn stop(&self) {
        // Dropping the set aborts what is in it.
        drop(self.0.lock().take());
    }
}
