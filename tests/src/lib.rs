//! What the tests of the generated clients stand on: a server that records what it gets, clients that talk to it, and
//! ways to compare what was sent and decoded.
#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, in the functions that it calls too"
)]

pub mod clients;
pub mod fault_matrix;
pub mod json;
pub mod multipart;
pub mod paused;
pub mod server;
pub mod trace;
