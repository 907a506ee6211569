//! The emulator as a client sees it, through plain HTTP.

#![allow(
    clippy::unwrap_used,
    reason = "clippy knows test functions, but not what they call"
)]

mod chat;
mod chat_filter;
mod chat_parameters;
mod chat_refusals;
mod chat_stream;
mod chat_tools;
mod client;
mod completions;
mod completions_stream;
mod documents;
mod embeddings;
mod file_lists;
mod files;
mod fuzz;
mod fuzz_text;
mod gateway;
mod lifecycle;
mod models;
mod program;
mod scripts;
mod stored;
mod stream;
