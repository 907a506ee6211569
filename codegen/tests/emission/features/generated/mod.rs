// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from features/document.yaml: Modules behind features 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod keepers;
#[cfg(feature = "emission-birds")]
mod birds;
#[cfg(feature = "emission-birds")]
mod nests;
#[cfg(feature = "emission-fish")]
mod fish;
mod shared;
pub use keepers::*;
#[cfg(feature = "emission-birds")]
pub use birds::*;
#[cfg(feature = "emission-birds")]
pub use nests::*;
#[cfg(feature = "emission-fish")]
pub use fish::*;
pub use shared::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[
    keepers::KEEPERS_LIST,
    #[cfg(feature = "emission-birds")]
    birds::BIRDS_FIND,
    #[cfg(feature = "emission-birds")]
    birds::BIRDS_ADD,
    #[cfg(feature = "emission-birds")]
    nests::NESTS_FIND,
    #[cfg(feature = "emission-fish")]
    fish::FISH_FIND,
];

/// Client of Modules behind features. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Keepers_*`.
    pub fn keepers(&self) -> keepers::KeepersClient {
        keepers::KeepersClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Birds_*`.
    #[cfg(feature = "emission-birds")]
    pub fn birds(&self) -> birds::BirdsClient {
        birds::BirdsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Nests_*`.
    #[cfg(feature = "emission-birds")]
    pub fn nests(&self) -> nests::NestsClient {
        nests::NestsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Fish_*`.
    #[cfg(feature = "emission-fish")]
    pub fn fish(&self) -> fish::FishClient {
        fish::FishClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
