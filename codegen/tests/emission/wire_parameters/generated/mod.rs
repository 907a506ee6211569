// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_parameters/document.yaml: Parameters of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod eggs;
mod birds;
mod nests;
mod versions;
pub use eggs::*;
pub use birds::*;
pub use nests::*;
pub use versions::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[
    eggs::LIST_EGGS,
    birds::FIND_BIRDS,
    birds::FIND_FLIGHTS,
    nests::GET_NEST,
    nests::GET_TREE,
    nests::LIST_LEAVES,
    versions::OWN_VERSION,
    versions::SHARED_VERSION,
    versions::CHANGE_VERSION,
];

/// Client of Parameters of another service. Made of a [`Pipeline`]; cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {
    pipeline: Pipeline,
}

/// The api-version of the document, sent with each request unless another is set.
pub const API_VERSION: &str = "2.0";

impl Client {
    /// Creates a client that sends through the pipeline, with [`API_VERSION`] unless the pipeline has another.
    pub fn new(pipeline: Pipeline) -> Self {
        Self {
            pipeline: pipeline.or_api_version(API_VERSION),
        }
    }

    /// Returns the pipeline that requests are sent through.
    pub fn pipeline(&self) -> &Pipeline {
        &self.pipeline
    }

    /// The operations of `eggs`.
    pub fn eggs(&self) -> eggs::EggsClient {
        eggs::EggsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations of `birds`.
    pub fn birds(&self) -> birds::BirdsClient {
        birds::BirdsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations of `nests`.
    pub fn nests(&self) -> nests::NestsClient {
        nests::NestsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations of `versions`.
    pub fn versions(&self) -> versions::VersionsClient {
        versions::VersionsClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
