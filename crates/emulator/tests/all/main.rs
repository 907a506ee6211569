//! The emulator as a client sees it, through plain HTTP.

#![allow(
    clippy::unwrap_used,
    reason = "clippy knows test functions, but not what they call"
)]

mod chat;
mod chat_refusals;
mod chat_tools;
mod client;
mod documents;
mod embeddings;
mod file_lists;
mod files;
mod fuzz;
mod gateway;
mod images;
mod ingestion;
mod lifecycle;
mod models;
mod program;
mod speech;
mod transcription;
