//! Failures on demand: by header, by builder or by the admin route.

mod apply;
mod body;
mod check;
mod connection;
mod events;
mod fault;
mod kinds;
mod plan;
mod reply;
mod rewrite;
#[cfg(test)]
mod stream_tests;
mod target;
mod text;
mod when;

pub use fault::Fault;
pub use kinds::{EventShape, FaultBody, Garble, Label, Place, RetryAfter, ToolChunks};
pub use plan::{FaultCount, Faults};

pub(crate) use apply::{Served, apply};
pub(crate) use connection::Connection;
pub(crate) use target::Facts;

/// The header that orders a fault for the request that it comes with.
pub(crate) const HEADER: http::HeaderName = http::HeaderName::from_static("x-emulator-fault");
