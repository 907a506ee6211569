//! Jobs from their beginning to their end, against the emulator.

mod batch_sets;
mod batches;
mod embeddings;
mod lists;
mod training;
mod uploads;

use std::time::Duration;

use azure_openai::Client;
use azure_openai_emulator::{Builder, Emulator};

use crate::support::emulated;

/// Runs a test on a clock that is paused, which the emulator is on too: what takes a day takes no time, and the
/// library's own intervals and limits hold.
fn run(builder: Builder, test: impl AsyncFnOnce(&Emulator, &Client)) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        // What is on its way over loopback comes before the clock moves.
        .on_thread_park(|| std::thread::sleep(Duration::from_millis(1)))
        .build();
    runtime.unwrap().block_on(async {
        let (emulator, client) = emulated(builder).await;
        test(&emulator, &client).await;
        assert_eq!(emulator.violations(), Vec::<String>::new());
    });
}

fn asked(emulator: &Emulator, operation: &str) -> u64 {
    let counts = emulator.request_counts();
    counts.get(operation).copied().unwrap_or(0)
}

/// Lines of training examples.
fn examples(count: usize) -> String {
    let example = |index| {
        let messages = serde_json::json!([
            {"role": "user", "content": format!("What is {index}?")},
            {"role": "assistant", "content": "A number."},
        ]);
        format!("{}\n", serde_json::json!({ "messages": messages }))
    };
    (0..count).map(example).collect()
}
