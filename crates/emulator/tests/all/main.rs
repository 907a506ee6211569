//! The emulator as a client sees it, through plain HTTP.

#![allow(clippy::unwrap_used, reason = "clippy knows test functions, but not what they call")]

mod admin;
mod auth;
mod batch_ends;
mod batches;
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
mod fault_habits;
mod faults;
mod faults_on_the_wire;
mod file_lists;
mod file_states;
mod files;
mod fine_tuning;
mod fine_tuning_refusals;
mod fuzz;
mod fuzz_authoring;
mod fuzz_text;
mod fuzzing;
mod gateway;
mod images;
mod imports;
mod ingestion;
mod ingestion_refusals;
mod lifecycle;
mod limits;
mod links;
mod models;
mod program;
mod scripts;
mod speech;
mod stored;
mod stream;
mod transcription;
mod uploads;
mod wire;
