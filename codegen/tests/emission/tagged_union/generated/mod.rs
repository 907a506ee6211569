// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from tagged_union/document.yaml: Tagged unions 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod shapes;
pub use shapes::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[shapes::SHAPES_DRAW];

/// Client of Tagged unions. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Shapes_*`.
    pub fn shapes(&self) -> shapes::ShapesClient {
        shapes::ShapesClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
