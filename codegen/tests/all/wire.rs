//! Generated clients of other services over HTTP: what they send, and what they make of what comes.

mod bodies;
mod continuations;
mod objects;
mod parameters;
mod responses;
mod security;
mod server;
