//! The facade: its settings, the README's code and the quick start, against the emulator; its
//! lists, jobs, uploads and batches, against a service that says what it is told.
#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, in the functions that it calls too"
)]

mod batches;
mod environment;
mod examples;
mod files;
mod lists;
mod support;
mod training;
mod uploads;
mod waiting;
