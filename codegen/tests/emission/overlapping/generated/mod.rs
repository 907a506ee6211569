// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from overlapping/document.yaml: Overlapping alternatives 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod bookings;
mod shapes;
pub use bookings::*;
pub use shapes::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[bookings::BOOKINGS_MAKE, shapes::SHAPES_DRAW];

/// Client of Overlapping alternatives. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Bookings_*`.
    pub fn bookings(&self) -> bookings::BookingsClient {
        bookings::BookingsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Shapes_*`.
    pub fn shapes(&self) -> shapes::ShapesClient {
        shapes::ShapesClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
