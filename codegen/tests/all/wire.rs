//! Generated clients of other services over HTTP: what they send, and what they make of what comes.

mod bodies;
mod parameters;
mod responses;
mod security;
mod server;
