//! The emulator as a client sees it, through plain HTTP.

#![allow(
    clippy::unwrap_used,
    reason = "clippy knows test functions, but not what they call"
)]

mod batch_ends;
mod batches;
mod chat;
mod chat_refusals;
mod chat_tools;
mod client;
mod documents;
mod embeddings;
mod file_lists;
mod file_states;
mod files;
mod fine_tuning;
mod fine_tuning_refusals;
mod fuzz;
mod fuzz_authoring;
mod gateway;
mod imports;
mod lifecycle;
mod models;
mod program;
mod uploads;
