//! Sixty-four clients at once: nothing is lost or created twice, and lists stay complete and ordered while others
//! insert.

mod files;
mod jobs;
mod stored;

use std::collections::BTreeSet;
use std::sync::Arc;

use azure_openai::Client;
use azure_openai_emulator::Emulator;
use tests::clients::{KEY, client};

const CLIENTS: usize = 64;
/// How many resources each client creates.
const EACH: usize = 3;

/// Runs that many clients at once. They are clones of one, since creating a client takes longer than its work here.
async fn crowd<T, F>(emulator: &Emulator, act: impl Fn(Client, usize) -> F) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let client = client(emulator.endpoint());
    let tasks: Vec<_> = (0..CLIENTS)
        .map(|number| tokio::spawn(act(client.clone(), number)))
        .collect();
    let mut done = Vec::new();
    for task in tasks {
        done.push(task.await.unwrap());
    }
    done
}

async fn start() -> Arc<Emulator> {
    tests::trace::start();
    let emulator = Emulator::builder().with_api_key(KEY).start().await.unwrap();
    emulator.clock().set_speed(0.0);
    Arc::new(emulator)
}

/// Checks that a list has exactly these items, each once, in either order.
fn whole(made: &[String], listed: &[String], backwards: &[String]) {
    let made: BTreeSet<&String> = made.iter().collect();
    let found: BTreeSet<&String> = listed.iter().collect();
    assert_eq!(listed.len(), found.len(), "something is listed twice");
    assert_eq!(made, found);
    assert!(listed.iter().rev().eq(backwards));
}

/// Checks that a list that was read during inserts is a subsequence of the final list and, with the oldest first, has
/// no gaps.
fn consistent(partial: &[String], listed: &[String]) {
    assert!(listed.starts_with(partial), "{partial:?}\n{listed:?}");
}
