// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from type_names/document.yaml: Schemas named like types of Rust 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod client;
mod vec;
pub use client::*;
pub use vec::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[client::CLIENT_CALL, vec::VEC_LIST];

/// Client of Schemas named like types of Rust. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Client_*`.
    pub fn client(&self) -> client::ClientClient {
        client::ClientClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Vec_*`.
    pub fn vec(&self) -> vec::VecClient {
        vec::VecClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
