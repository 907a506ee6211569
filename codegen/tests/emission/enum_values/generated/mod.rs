// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from enum_values/document.yaml: Values of enumerations 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod windows;
pub use windows::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[windows::WINDOWS_READ];

/// Client of Values of enumerations. Made of a [`Pipeline`]; cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {
    pipeline: Pipeline,
}

impl Client {
    /// Creates a client that sends through the pipeline.
    pub fn new(pipeline: Pipeline) -> Self {
        Self { pipeline }
    }

    /// Returns the pipeline that requests are sent through.
    pub fn pipeline(&self) -> &Pipeline {
        &self.pipeline
    }

    /// The operations `Windows_*`.
    pub fn windows(&self) -> windows::WindowsClient {
        windows::WindowsClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
