// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from formats/document.yaml: Formats 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod values;
pub use values::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[values::VALUES_SEND];

/// Client of Formats. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Values_*`.
    pub fn values(&self) -> values::ValuesClient {
        values::ValuesClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
