//! A caller whose clock jumps to the next timer when there is nothing else to do, against emulators that run in real time.
//!
//! Nothing of the caller may set a timer but what is to be measured: a paused clock jumps to the next one while the
//! network is waited for. [`client`] therefore has no time limits.

use std::sync::{LazyLock, mpsc};
use std::thread;
use std::time::Duration;

use azure_openai::{Client, ClientBuilder, Credential, Jitter, RetryPolicy, reqwest};
use azure_openai_emulator::Emulator;
use tokio::runtime::{Builder, Runtime};

/// The wait before a first retry.
pub const BACKOFF: Duration = Duration::from_millis(500);

/// Making one takes long, with the certificates of the machine. No connection is kept: one that waits in a pool has a
/// timer, and belongs to the runtime that opened it.
static HTTP: LazyLock<reqwest::Client> = LazyLock::new(|| {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .pool_max_idle_per_host(0)
        .build()
        .expect("an HTTP client")
});

/// Real time that the network gets before a jump. What is awaited without a timer gets all the time that it takes; this
/// is for what is under way while a timer runs, such as the second half of an response.
const GRACE: Duration = Duration::from_millis(3);

/// A runtime whose clock is paused: it moves only when nothing but timers can go on, and then at once.
///
/// # Panics
/// If there is no runtime to be had.
pub fn runtime() -> Runtime {
    Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        .on_thread_park(|| thread::sleep(GRACE))
        .build()
        .expect("a runtime")
}

/// Keeps the clock of the runtime from moving, until it is dropped.
pub struct Hold(#[expect(dead_code, reason = "its end is the signal")] mpsc::Sender<()>);

impl Hold {
    /// Stops the clock of the runtime that this is called in.
    #[expect(clippy::new_without_default, reason = "it does something")]
    pub fn new() -> Self {
        let (sender, receiver) = mpsc::channel();
        // The clock does not move while a blocking task runs.
        tokio::task::spawn_blocking(move || receiver.recv());
        Self(sender)
    }
}

/// A client of the emulator without time limits and chance.
pub fn client(emulator: &Emulator) -> ClientBuilder {
    crate::trace::start();
    Client::builder()
        .with_endpoint(emulator.endpoint())
        .with_credential(Credential::api_key(emulator.api_key()))
        .with_pipeline(|pipeline| pipeline.client(HTTP.clone()))
        .with_retry_policy(
            RetryPolicy::new()
                .with_jitter(Jitter::None)
                .with_backoff(BACKOFF, 40 * BACKOFF),
        )
        .with_timeout(Duration::MAX)
        .with_first_byte_timeout(Duration::MAX)
        .with_idle_timeout(Duration::MAX)
}
