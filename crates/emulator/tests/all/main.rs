//! The emulator as a client sees it, through plain HTTP.

mod chat;
mod chat_tools;
mod client;
mod documents;
mod embeddings;
mod files;
mod fuzz;
mod gateway;
mod lifecycle;
mod models;
mod program;
