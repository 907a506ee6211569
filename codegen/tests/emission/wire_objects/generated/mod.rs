// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_objects/document.yaml: Objects of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod parcels;
mod events;
mod crates;
mod rules;
pub use parcels::*;
pub use events::*;
pub use crates::*;
pub use rules::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[
    parcels::PARCELS_SEND,
    events::EVENTS_ADD,
    crates::CRATES_SET,
    rules::RULES_SET,
];

/// Client of Objects of another service. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Parcels_*`.
    pub fn parcels(&self) -> parcels::ParcelsClient {
        parcels::ParcelsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Events_*`.
    pub fn events(&self) -> events::EventsClient {
        events::EventsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Crates_*`.
    pub fn crates(&self) -> crates::CratesClient {
        crates::CratesClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Rules_*`.
    pub fn rules(&self) -> rules::RulesClient {
        rules::RulesClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
