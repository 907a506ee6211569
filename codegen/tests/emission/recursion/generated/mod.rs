// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from recursion/document.yaml: Recursion 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod trees;
pub use trees::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[trees::TREES_GROW];

/// Client of Recursion. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Trees_*`.
    pub fn trees(&self) -> trees::TreesClient {
        trees::TreesClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
