//! The whole crate against a raw server on loopback.
#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, in the functions that it calls too"
)]

mod circuits;
mod compression;
mod crowds;
mod endpoints;
mod errors;
mod failover;
mod forms;
mod layers;
mod memory;
mod options;
mod paging;
mod replies;
mod requests;
mod retries;
mod secrets;
mod server;
mod streams;
mod times;
mod v1;
mod waits;
