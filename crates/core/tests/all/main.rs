//! The whole crate against a raw server on loopback.
#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, in the functions that it calls too"
)]

mod answers;
mod endpoints;
mod errors;
mod forms;
mod memory;
mod paging;
mod requests;
mod secrets;
mod server;
mod streams;
