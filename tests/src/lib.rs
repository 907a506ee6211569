//! Support for the end-to-end tests: a server that records requests, clients for it, and comparison of what was sent
//! and decoded.
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
