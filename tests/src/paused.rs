//! A client on a paused clock, against emulators that run in real time.
//!
//! A paused clock jumps to the next timer whenever nothing else can run, also while the network is waited for. The
//! client may therefore set no timer but the one that is measured: [`client`] has no timeouts.

use std::sync::{LazyLock, mpsc};
use std::thread;
use std::time::Duration;

use azure_openai::{Client, ClientBuilder, Credential, Jitter, RetryPolicy, reqwest};
use azure_openai_emulator::Emulator;
use tokio::runtime::{Builder, Runtime};

/// The delay before a first retry.
pub const BACKOFF: Duration = Duration::from_millis(500);

/// The HTTP client. Creating one is slow, as it loads the certificates of the machine. It keeps no connections: a
/// pooled one has a timer and belongs to the runtime that opened it.
static HTTP: LazyLock<reqwest::Client> = LazyLock::new(|| {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .pool_max_idle_per_host(0)
        .build()
        .expect("an HTTP client")
});

/// Real time that the network gets before the clock jumps. Needed while a timer runs and data is under way, such as the
/// second half of a response.
const GRACE: Duration = Duration::from_millis(3);

/// Creates a runtime with a paused clock that advances only when all tasks wait for timers.
///
/// # Panics
/// If the runtime cannot be created.
pub fn runtime() -> Runtime {
    Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        .on_thread_park(|| thread::sleep(GRACE))
        .build()
        .expect("a runtime")
}

/// Stops the clock of the runtime until dropped.
pub struct Hold(#[expect(dead_code, reason = "its end is the signal")] mpsc::Sender<()>);

impl Hold {
    /// Stops the clock of the current runtime.
    #[expect(clippy::new_without_default, reason = "it does something")]
    pub fn new() -> Self {
        let (sender, receiver) = mpsc::channel();
        // The clock does not advance while a blocking task runs.
        tokio::task::spawn_blocking(move || receiver.recv());
        Self(sender)
    }
}

/// Creates a client of the emulator without timeouts and without jitter.
pub fn client(emulator: &Emulator) -> ClientBuilder {
    crate::trace::start();
    Client::builder()
        .with_endpoint(emulator.endpoint())
        .with_credential(Credential::api_key(emulator.api_key()))
        .with_pipeline(|pipeline| pipeline.with_http_client(HTTP.clone()))
        .with_retry_policy(
            RetryPolicy::new()
                .with_jitter(Jitter::None)
                .with_backoff(BACKOFF, 40 * BACKOFF),
        )
        .with_timeout(Duration::MAX)
        .with_first_byte_timeout(Duration::MAX)
        .with_idle_timeout(Duration::MAX)
        .with_event_timeout(Duration::MAX)
}
