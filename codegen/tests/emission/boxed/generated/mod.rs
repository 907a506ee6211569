// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from boxed/document.yaml: Fields in boxes 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod orders;
mod parcels;
mod shared;
pub use orders::*;
pub use parcels::*;
pub use shared::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[
    orders::ORDERS_PLACE,
    orders::ORDERS_LIST,
    parcels::PARCELS_FIND,
];

/// Client of Fields in boxes. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Orders_*`.
    pub fn orders(&self) -> orders::OrdersClient {
        orders::OrdersClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Parcels_*`.
    pub fn parcels(&self) -> parcels::ParcelsClient {
        parcels::ParcelsClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
