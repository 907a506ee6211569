// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_continuations/document.yaml: Lists and long-running operations of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod trains;
mod stops;
mod depots;
mod shared;
pub use trains::*;
pub use stops::*;
pub use depots::*;
pub use shared::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[
    trains::TRAINS_LIST,
    trains::TRAINS_FIND,
    trains::TRAINS_LIST_NEWEST,
    stops::STOPS_LIST,
    stops::STOPS_LIST_NEXT,
    depots::DEPOTS_BUILD,
    depots::DEPOTS_CLOSE,
    depots::DEPOTS_WASH,
    depots::DEPOTS_COUNT,
];

/// Client of Lists and long-running operations of another service. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Trains_*`.
    pub fn trains(&self) -> trains::TrainsClient {
        trains::TrainsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Stops_*`.
    pub fn stops(&self) -> stops::StopsClient {
        stops::StopsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Depots_*`.
    pub fn depots(&self) -> depots::DepotsClient {
        depots::DepotsClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
