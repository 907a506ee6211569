//! The generated client against a server that records what it gets and responses what it is told.
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
mod operations;
mod requests;
mod round_trip;
mod samples;
mod specifications;
mod telemetry;
mod traced_suite;
