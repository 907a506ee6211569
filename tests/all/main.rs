//! End-to-end tests of the clients, against a server that records requests and against the emulator.
#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, in the functions that it calls too"
)]

mod credentials;
mod emulated;
mod errors;
mod facts;
mod failover;
mod fault_matrix;
mod killed_jobs;
mod operations;
mod requests;
mod round_trip;
mod samples;
mod specifications;
mod telemetry;
