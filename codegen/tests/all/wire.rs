//! Generated clients of other services over HTTP: what they send, and what they make of what comes.

mod bodies;
mod continuations;
mod exchanges;
mod forms;
mod objects;
mod parameters;
mod responses;
mod security;
mod server;
