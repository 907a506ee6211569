// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from maps/document.yaml: Maps and free-form objects 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod stores;
pub use stores::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[stores::STORES_SEND, stores::STORES_EXCHANGE];

/// Client of Maps and free-form objects. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Stores_*`.
    pub fn stores(&self) -> stores::StoresClient {
        stores::StoresClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
