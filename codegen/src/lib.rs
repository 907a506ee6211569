//! Turns an OpenAPI or Swagger document into a typed Rust client.

mod closed_world;
mod document;
#[cfg(test)]
mod emission_freshness;
mod emit;
mod error;
mod finish;
pub mod keys;
mod layout;
mod model;
mod naming;
pub mod overlay;
pub mod passes;
mod pipeline;
pub mod reference;
pub mod walk;
mod words;

pub use document::{Dialect, Document, Pass, Source};
pub use error::{Diagnostic, Error, Findings, Severity};
pub use finish::{OperationRow, StreamingRow};
pub use model::AnyValue;
pub use passes::plain_text;
pub use pipeline::{Normalized, Output, PASSES, Request, generate, normalize, overlaid};
