//! Guides: one page for each matter that runs through all calls.

#[doc = include_str!("guide/credentials.md")]
pub mod credentials {}

#[doc = include_str!("guide/telemetry.md")]
pub mod telemetry {}
