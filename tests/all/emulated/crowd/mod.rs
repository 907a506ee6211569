//! Sixty-four clients at once: nothing is lost or made twice, and lists are whole and in order, also while others insert.

mod files;
mod jobs;
mod stored;

use std::collections::BTreeSet;
use std::sync::Arc;

use azure_openai::Client;
use azure_openai_emulator::Emulator;
use tests::clients::{KEY, client};

const CLIENTS: usize = 64;
/// Each makes so many.
const EACH: usize = 3;

/// Lets that many clients do something at once. They are clones of one, as making one takes longer than what it does here.
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
    let emulator = Emulator::builder().api_key(KEY).start().await.unwrap();
    emulator.clock().set_speed(0.0);
    Arc::new(emulator)
}

/// Sees that a list has exactly these, each once, and the same in the other order.
fn whole(made: &[String], listed: &[String], backwards: &[String]) {
    let made: BTreeSet<&String> = made.iter().collect();
    let found: BTreeSet<&String> = listed.iter().collect();
    assert_eq!(listed.len(), found.len(), "something is listed twice");
    assert_eq!(made, found);
    assert!(listed.iter().rev().eq(backwards));
}

/// Sees that a list that was read while others inserted is a part of the list afterwards, in its order, and, where it
/// begins with the oldest, without gaps.
fn consistent(partial: &[String], listed: &[String]) {
    assert!(listed.starts_with(partial), "{partial:?}\n{listed:?}");
}
