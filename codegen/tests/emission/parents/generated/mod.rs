// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from parents/document.yaml: Parents that list their children 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod vehicles;
mod fish;
pub use vehicles::*;
pub use fish::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[vehicles::VEHICLES_ADD, fish::FISH_ADD];

/// Client of Parents that list their children. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Vehicles_*`.
    pub fn vehicles(&self) -> vehicles::VehiclesClient {
        vehicles::VehiclesClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Fish_*`.
    pub fn fish(&self) -> fish::FishClient {
        fish::FishClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
