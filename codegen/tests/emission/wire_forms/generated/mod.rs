// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_forms/document.yaml: Forms whose fields are encoded in their own ways 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod charges;
mod parts;
mod shared;
pub use charges::*;
pub use parts::*;
pub use shared::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[
    charges::CHARGES_MAKE,
    charges::CHARGES_PLAIN,
    parts::PARTS_SEND,
];

/// Client of Forms whose fields are encoded in their own ways. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Charges_*`.
    pub fn charges(&self) -> charges::ChargesClient {
        charges::ChargesClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Parts_*`.
    pub fn parts(&self) -> parts::PartsClient {
        parts::PartsClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
