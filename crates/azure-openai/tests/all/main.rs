//! The facade: against the emulator, and against scripted replies where those are what matters.
#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, in the functions that it calls too"
)]

mod audio;
mod back_pressure;
mod batch_sets;
mod batches;
mod chat;
mod collecting;
#[cfg(feature = "tiktoken")]
mod conversation;
mod conversions;
mod embeddings;
mod emulated;
mod environment;
mod examples;
mod files;
mod gateways;
mod images;
mod lists;
mod parameters;
// Core's scripted server is all that is needed here too.
#[allow(dead_code, reason = "core's tests use the rest")]
#[path = "../../../core/tests/all/server.rs"]
mod server;
mod streaming;
#[cfg(feature = "schemars")]
mod structured;
mod support;
#[cfg(feature = "schemars")]
mod tools;
mod training;
mod uploads;
#[cfg(feature = "schemars")]
mod vendors;
mod waiting;
