//! Spans, as `tracing-opentelemetry` exports them.

mod calls;
mod content;
pub(crate) mod spans;
mod versions;
