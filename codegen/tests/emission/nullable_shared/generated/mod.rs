// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from nullable_shared/document.yaml: Shared schemas that can be null 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod guests;
pub use guests::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[guests::GUESTS_LIST, guests::GUESTS_ADD];

/// Client of Shared schemas that can be null. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Guests_*`.
    pub fn guests(&self) -> guests::GuestsClient {
        guests::GuestsClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
