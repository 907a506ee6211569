//! What a caller sees of every fault of the emulator: the client and the emulator over real connections, with the
//! client's clock paused, so that every delay is exact and takes no time.
//!
//! The emulator runs on threads and a clock of its own. The client's only timers are its retry delays, and a timeout
//! where a fault never ends.

mod calls;
mod faults;

use std::fmt::Write as _;
use std::panic::catch_unwind;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Mutex, mpsc};
use std::thread;
use std::time::Duration;

use azure_openai_emulator::{Emulator, Fault};
use tokio::time::Instant;

use crate::{clients, paused};

pub use calls::{KINDS, Kind};
pub use faults::{ROWS, Row};

/// Real time after which a cell counts as hanging.
const PATIENCE: Duration = Duration::from_secs(60);
/// Real time in which a cancelled request reaches the emulator.
const SETTLING: Duration = Duration::from_secs(5);
/// Rows that run at the same time. Most of a cell's time is spent waiting.
const WORKERS: usize = 4;

/// Runs the whole matrix and returns it as a table.
///
/// A cell has the outcome (`ok`, the status or kind of the error, `after a part` where the stream's text so far was
/// available), after uploads the files at the service, the number of requests, and the time that passed for the caller.
///
/// # Panics
/// If the emulator does not start.
pub fn table() -> String {
    let next = AtomicUsize::new(0);
    let lines = Mutex::new(vec![Vec::new(); ROWS.len()]);
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Some(row) = ROWS.get(next.fetch_add(1, Relaxed)) {
                    let cells = KINDS.map(|kind| patiently(row, kind)).to_vec();
                    let index = ROWS.iter().position(|other| std::ptr::eq(other, row));
                    lines.lock().expect("the lines")[index.expect("the row")] = cells;
                }
            });
        }
    });
    let lines = lines.into_inner().expect("the lines");

    let mut table = vec![
        std::iter::once("fault".to_owned())
            .chain(KINDS.map(|kind| kind.name().to_owned()))
            .collect(),
    ];
    for (row, cells) in ROWS.iter().zip(lines) {
        let fault = if row.fault.is_empty() { "(none)" } else { row.fault };
        table.push([vec![fault.to_owned()], cells].concat());
    }
    align(&table)
}

/// Pads the columns to the width of their content.
fn align(table: &[Vec<String>]) -> String {
    let columns = table.first().map_or(0, Vec::len);
    let widths: Vec<usize> = (0..columns)
        .map(|column| table.iter().map(|line| line[column].len()).max().unwrap_or(0))
        .collect();
    let mut text = String::new();
    for line in table {
        let mut shown = String::new();
        for (cell, width) in line.iter().zip(&widths) {
            let _ = write!(shown, "{cell:width$} | ");
        }
        text.push_str(shown.trim_end_matches([' ', '|']));
        text.push('\n');
    }
    text
}

/// Returns the cell's text, also where the cell panics or hangs.
fn patiently(row: &'static Row, kind: Kind) -> String {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        let text = catch_unwind(|| cell(row, kind)).unwrap_or_else(|_| "PANICS".to_owned());
        // The receiver may have timed out.
        let _ = send.send(text);
    });
    receive.recv_timeout(PATIENCE).unwrap_or_else(|_| "HANGS".to_owned())
}

fn cell(row: &Row, kind: Kind) -> String {
    let service = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    let emulator = Emulator::builder().with_api_key(clients::KEY);
    let emulator = service.block_on(emulator.start()).expect("an emulator");
    let quiet = calls::client(&emulator, faults::Limit::None);
    let prepared = service.block_on(calls::prepare(kind, &quiet));
    if !row.fault.is_empty() {
        let fault: Fault = row.fault.parse().expect("a fault");
        let fault = fault.with_operation(kind.operation());
        emulator.faults().add(fault).expect("a fault that can be");
    }
    if row.second {
        let (first, _) = service.block_on(calls::outcome(kind, &quiet, faults::Limit::None, &prepared));
        assert_eq!(first, "ok", "{row:?}");
    }
    emulator.clear_requests();

    let client = calls::client(&emulator, row.limit);
    let caller = paused::runtime();
    let ((outcome, error), passed) = caller.block_on(async {
        let began = Instant::now();
        let outcome = tokio::select! {
            outcome = calls::outcome(kind, &client, row.limit, &prepared) => outcome,
            () = calls::referee(row.limit) => unreachable!("it never ends"),
        };
        (outcome, began.elapsed())
    });
    let requests = requests(&emulator, kind, error.map_or(0, |error| error.attempts().len()));
    emulator.faults().clear();

    let kept = match kind {
        Kind::Upload => format!(
            ", {}",
            service.block_on(calls::created(&quiet, usize::from(row.second)))
        ),
        _ => String::new(),
    };
    let seconds = passed.as_secs_f64();
    let time = if row.rough && seconds > 0.0 {
        format!("<={:.0} s", (seconds / 10.0).ceil() * 10.0)
    } else {
        format!("{seconds:.1} s")
    };
    format!("{outcome}{kept}, {requests}x, {time}")
}

/// Returns the number of requests at the emulator, once it has seen those that the client sent.
fn requests(emulator: &Emulator, kind: Kind, known: usize) -> u64 {
    let end = std::time::Instant::now() + SETTLING;
    loop {
        let counts = emulator.request_counts();
        let requests = counts.get(kind.operation()).copied().unwrap_or(0);
        if usize::try_from(requests).is_ok_and(|requests| requests >= known) || std::time::Instant::now() >= end {
            return requests;
        }
        thread::sleep(Duration::from_millis(5));
    }
}
