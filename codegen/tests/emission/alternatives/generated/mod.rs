// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from alternatives/document.yaml: Alternatives and refinements 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod entries;
mod animals;
pub use entries::*;
pub use animals::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[entries::ENTRIES_ADD, animals::ANIMALS_ADD];

/// Client of Alternatives and refinements. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Entries_*`.
    pub fn entries(&self) -> entries::EntriesClient {
        entries::EntriesClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Animals_*`.
    pub fn animals(&self) -> animals::AnimalsClient {
        animals::AnimalsClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
