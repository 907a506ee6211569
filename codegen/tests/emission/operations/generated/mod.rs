// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from operations/document.yaml: Operations 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod things;
mod default;
mod other;
mod shared;
pub use things::*;
pub use default::*;
pub use other::*;
pub use shared::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[
    things::THINGS_LIST,
    things::THINGS_SET,
    things::REMOVE_THING,
    default::GET_NAMELESS_ID,
    other::OTHER_IMPORT,
];

/// Client of Operations. Made of a [`Pipeline`]; cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {
    pipeline: Pipeline,
}

/// The api-version of the document, sent with each request unless another is set.
pub const API_VERSION: &str = "2024-01-01";

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

    /// What there is.
    pub fn things(&self) -> things::ThingsClient {
        things::ThingsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations that belong to no group.
    pub fn default(&self) -> default::DefaultClient {
        default::DefaultClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Other_*`.
    pub fn other(&self) -> other::OtherClient {
        other::OtherClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
