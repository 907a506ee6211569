// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from field_names/document.yaml: Odd names of properties 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod odd;
pub use odd::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[odd::ODD_SEND];

/// Client of Odd names of properties. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Odd_*`.
    pub fn odd(&self) -> odd::OddClient {
        odd::OddClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
