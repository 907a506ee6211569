// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from presence/document.yaml: What is there and what is not 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod pins;
pub use pins::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[pins::PINS_SET];

/// Client of What is there and what is not. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Pins_*`.
    pub fn pins(&self) -> pins::PinsClient {
        pins::PinsClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
