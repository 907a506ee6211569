//! A guard that does not depend on time: how many allocations a unit of work makes.
//!
//! A number that rises by more than 5 % fails. Where that is worth it, or where it fell, write the new number here.

use std::sync::mpsc;

use crate::clients::{Client, Ready};
use crate::jobs::Row;
use crate::server;

/// Allocations of a hundred units as of the last change that was looked at.
const KNOWN: [(&str, u64); 5] = [
    ("chat", 8000),
    ("chat-filtered", 8300),
    ("stream-16", 699),
    ("embeddings-base64", 111_700),
    ("embeddings-floats", 86_100),
];

#[test]
fn allocations_a_unit_do_not_grow() {
    let mut grown = Vec::new();
    for (name, known) in KNOWN {
        let row = Row::named(name).unwrap();
        let counted = allocations(row);
        println!("{name}: {counted} allocations a hundred {}s, known {known}", row.unit);
        if counted * 100 > known * 105 {
            grown.push(format!(
                "{name}: {counted} allocations a hundred {}s, was {known}",
                row.unit
            ));
        }
    }
    assert!(grown.is_empty(), "{grown:#?}");
}

/// Counts on one thread, which runs the client; the server runs on another.
fn allocations(row: &Row) -> u64 {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(server::serve(move |port| sender.send(port).unwrap()))
    });
    let base = format!("http://127.0.0.1:{}", receiver.recv().unwrap());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let units = row.units_under_callgrind;
    let ready = runtime
        .block_on(Ready::new(Client::Ours, row.job, units, &base))
        .unwrap();
    // What happens once, such as buffers that grow, is not counted.
    let run = |units: usize| {
        allocation_counter::measure(|| assert!(runtime.block_on(ready.run(units)).unwrap() > 0)).count_total
    };
    run(units);
    let (few, many) = (run(units / 4), run(units));
    many.saturating_sub(few) * 100 / (units - units / 4) as u64
}
