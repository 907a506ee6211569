// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from relaxed_responses/document.yaml: Relaxed responses 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod files;
pub use files::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[files::FILES_MAKE];

/// Client of Relaxed responses. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Files_*`.
    pub fn files(&self) -> files::FilesClient {
        files::FilesClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
